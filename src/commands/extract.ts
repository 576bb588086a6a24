import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Sandbox } from '#platform/sandbox/sandbox.ts';
import { createParseSandbox } from '../worker/parse-sandbox.ts';
import { type Command, type CommandInput, exitCodes, textFlag, UsageError } from './command.ts';
import { extractBatch } from './extract-batch.ts';
import { extractPage, setAside } from './extract-page.ts';

export const extract: Command = {
  name: 'extract',
  usage: '--url U < page.html | --batch DIR',
  summary: 'reads title, authors, date, picture, language and text of news pages (docs/contracts/extract.md)',
  flags: { url: 'text', batch: 'text' },
  async run(input) {
    const [url, folder] = [textFlag(input, 'url'), textFlag(input, 'batch')];
    const sandbox = createParseSandbox({ size: 2, deadlineMs: input.config.parseTimeoutMs });
    try {
      if (url !== null && folder === null) return await extractInput(input, sandbox, url, process.stdin);
      if (folder !== null && url === null) return await extractFolder(input, sandbox, folder);
      throw new UsageError('either --url or --batch is needed');
    } finally {
      await sandbox.close();
    }
  },
};

/** Prints the one page that comes in as bytes. */
export async function extractInput(
  { config, flags, print, note }: CommandInput,
  sandbox: Sandbox,
  url: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new UsageError('--url is where the page came from, an http or https address');
  const page = await readAtMost(source, config.fetchMaxBytes);
  const read =
    page === null
      ? setAside(`it is larger than ${config.fetchMaxBytes} bytes; allow more with DAYBOOK_FETCH_MAX_BYTES`)
      : await extractPage(sandbox, page, new URL(url).href);
  if (read.kind === 'set-aside') {
    note(`The page on standard input was set aside: ${read.reason}.`);
    return exitCodes.setAside;
  }
  print(JSON.stringify(read.record, null, flags.json ? 0 : 2));
  return exitCodes.done;
}

async function extractFolder(
  { config, signal, print, note }: CommandInput,
  sandbox: Sandbox,
  folder: string,
): Promise<number> {
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  const {
    pages,
    setAside: aside,
    trimmed,
  } = await extractBatch({
    folder: resolve(folder),
    sandbox,
    maxBytes: config.fetchMaxBytes,
    signal,
    onPage: async (record) => {
      print(JSON.stringify(record));
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    onSetAside: (file, reason) => note(`${file} was set aside: ${reason}.`),
  });
  note(`${pages} pages read, ${aside} set aside; paragraphs of the site itself were left out of ${trimmed}.`);
  return aside > 0 ? exitCodes.setAside : exitCodes.done;
}

/** All bytes, or null when they are more than allowed. */
async function readAtMost(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
