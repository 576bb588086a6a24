import { open, opendir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPromise } from 'yauzl';
import { linesOf, readLines } from '#platform/read-lines.ts';
import { type GazetteerEntry, GazetteerUnreadable } from './place.ts';
import { readGeonamesLine } from './read-geonames.ts';
import { readWhosOnFirst } from './read-whosonfirst.ts';

const longestLine = 1_000_000;
/** Outlines of countries are long. */
const largestRecord = 64_000_000;
const deepest = 12;

/**
 * Every entry of a gazetteer, one at a time: a dump of GeoNames as text, `.gz` or `.zip`; Who’s On First as a SQLite file, one
 * GeoJSON file, a `.zip` or a folder of them. No more than one line or record is in memory.
 * @throws GazetteerUnreadable
 */
export async function* readGazetteer(path: string, signal: AbortSignal): AsyncGenerator<GazetteerEntry> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new GazetteerUnreadable(`there is no file or folder “${path}”`);
  if (found.isDirectory()) yield* readFolder(path, 0);
  else if ((await beginningOf(path)) === 'SQLite format 3\0') yield* readBundle(path);
  else if (/\.zip$/iu.test(path)) yield* readZip(path);
  else if (/\.(?:geo)?json$/iu.test(path)) yield readWhosOnFirst(await readRecord(path), path);
  else if (/\.(?:bz2|xz|7z|tar|tgz)$/iu.test(path))
    throw new GazetteerUnreadable(`“${path}” is packed in a way that is not read: unpack it first`);
  else yield* readText(readLines(path, longestLine, signal), '');
}

async function* readText(
  lines: AsyncIterable<{ number: number; text: string | null }>,
  within: string,
): AsyncGenerator<GazetteerEntry> {
  for await (const { number, text } of lines) {
    const entry: GazetteerEntry =
      text === null
        ? { kind: 'wrong', item: '', reason: `it is longer than ${longestLine} bytes` }
        : readGeonamesLine(text.replace(/\r$/u, ''));
    yield entry.kind === 'wrong' ? { ...entry, item: `${within}line ${number} (${entry.item})` } : entry;
  }
}

async function* readFolder(folder: string, depth: number): AsyncGenerator<GazetteerEntry> {
  if (depth > deepest) return;
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.')) yield* readFolder(path, depth + 1);
    else if (entry.isFile() && isRecord(entry.name)) yield readWhosOnFirst(await readRecord(path), path);
  }
}

/** Of a place there can be other outlines, `…-alt-….geojson`: they say nothing of names. */
function isRecord(name: string): boolean {
  return /\.geojson$/iu.test(name) && !/-alt-/u.test(name);
}

/** '' , which is no record, of one that is too large. */
async function readRecord(path: string): Promise<string> {
  return (await stat(path)).size > largestRecord ? '' : readFile(path, 'utf8');
}

/** The bundle as it is handed out: a table `geojson` with each record as it is. */
function* readBundle(path: string): Generator<GazetteerEntry> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const columns = database.prepare(`select name from pragma_table_info('geojson')`).all();
    const names = columns.map(({ name }) => name);
    if (!names.includes('body'))
      throw new GazetteerUnreadable(`“${path}” is no bundle of Who’s On First: it has no records`);
    const whole = names.includes('is_alt') ? 'where is_alt = 0 or is_alt is null' : '';
    for (const { id, body } of database.prepare(`select id, body from geojson ${whole}`).iterate())
      yield readWhosOnFirst(String(body), `record ${String(id)}`);
  } finally {
    database.close();
  }
}

async function* readZip(path: string): AsyncGenerator<GazetteerEntry> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw new GazetteerUnreadable(`“${path}” is no whole zip`, { cause: error });
  });
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      // What GeoNames packs with its names: the list of languages has a head and other columns.
      const isText = /\.txt$/iu.test(fileName) && !/(?:^|\/)(?:readme|iso-languagecodes)\.txt$/iu.test(fileName);
      if (isText) yield* readText(linesOf(await zip.openReadStreamPromise(entry), longestLine), `${fileName} `);
      else if (isRecord(fileName)) {
        const isLarge = uncompressedSize > largestRecord;
        const text = isLarge ? '' : await textOf(await zip.openReadStreamPromise(entry));
        yield readWhosOnFirst(text, fileName);
      }
    }
  } finally {
    zip.close();
  }
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}
