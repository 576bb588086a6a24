import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { countParagraphs, dropRepeated } from '#lib/html/repeated-paragraphs.ts';
import { readLines } from '#platform/read-lines.ts';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { extractPage, type PageExtraction, setAside } from './extract-page.ts';
import type { ExtractRecord } from './extract-record.ts';

export interface BatchOptions {
  folder: string;
  sandbox: Sandbox;
  /** Most bytes of a page, unpacked. */
  maxBytes: number;
  signal: AbortSignal;
  /** Each page in the order of the files' names, when all were read. */
  onPage(record: { file: string } & ExtractRecord): Promise<void>;
  onSetAside(file: string, reason: string): void;
}

export interface BatchOutcome {
  pages: number;
  setAside: number;
  /** Pages that lost paragraphs which repeat across their site. */
  trimmed: number;
}

/** Pages read ahead of the one that is waited for: enough for two threads. */
const inFlight = 4;

/**
 * Extracts every .html and .htm file under a folder (.gz of those, too), in two passes: the first reads each page once and
 * counts its paragraphs by site (its host, else its folder), the second leaves out those that repeat. Between the passes
 * the pages lie in a temporary file, so memory holds hashes of paragraphs and a few pages.
 */
export async function extractBatch(options: BatchOptions): Promise<BatchOutcome> {
  const { folder, signal, onSetAside, onPage } = options;
  const files = await findPages(folder);
  const total: BatchOutcome = { pages: 0, setAside: 0, trimmed: 0 };
  const count = countParagraphs();
  const scratch = mkdtempSync(join(tmpdir(), 'daybook-extract-'));
  const spool = join(scratch, 'pages.jsonl');
  try {
    const out = createWriteStream(spool);
    let longest = 0;
    const reading: { file: string; page: Promise<PageExtraction> }[] = [];
    for (let next = 0; (next < files.length || reading.length > 0) && !signal.aborted;) {
      while (reading.length < inFlight && next < files.length) {
        const file = files[next++] ?? '';
        reading.push({ file, page: readPage(join(folder, file), options) });
      }
      const first = reading.shift();
      if (!first) break;
      const page = await first.page;
      if (page.kind === 'set-aside') {
        total.setAside += 1;
        onSetAside(first.file, page.reason);
        continue;
      }
      count.addPage(siteOf(first.file, page.record), page.record.text);
      const line = `${JSON.stringify({ file: first.file, ...page.record })}\n`;
      longest = Math.max(longest, Buffer.byteLength(line));
      if (!out.write(line)) await once(out, 'drain');
    }
    await Promise.all(reading.map(({ page }) => page));
    out.end();
    await once(out, 'finish');
    for await (const { text } of readLines(spool, longest)) {
      if (signal.aborted) break;
      const record = JSON.parse(text ?? '') as { file: string } & ExtractRecord;
      const site = siteOf(record.file, record);
      const html = dropRepeated(record.html, (paragraph) => count.repeats(site, paragraph));
      if (html !== record.html) total.trimmed += 1;
      total.pages += 1;
      await onPage(html === record.html ? record : { ...record, html, text: htmlToText(html) });
    }
    return total;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Paths below the folder, with `/`, in the order of their characters. */
async function findPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.html?(?:\.gz)?$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

const unpack = promisify(gunzip);

async function readPage(path: string, { sandbox, maxBytes }: BatchOptions): Promise<PageExtraction> {
  const tooLarge = `it is larger than ${maxBytes} bytes; allow more with DAYBOOK_FETCH_MAX_BYTES, or leave it out`;
  try {
    if ((await stat(path)).size > maxBytes) return setAside(tooLarge);
    const bytes = await readFile(path);
    const page = /\.gz$/i.test(path) ? await unpack(bytes, { maxOutputLength: maxBytes }) : bytes;
    return await extractPage(sandbox, page, null);
  } catch (error) {
    // One file that cannot be read or unpacked must not end the batch.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return setAside(tooLarge);
    return setAside(`it could not be opened (${(error as Error).message}); see to its rights, or pack it again`);
  }
}

function siteOf(file: string, { url }: ExtractRecord): string {
  return url === null ? `folder ${dirname(file)}` : new URL(url).host.replace(/^www\./, '');
}
