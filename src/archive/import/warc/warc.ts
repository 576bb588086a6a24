import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ArchiveItem, ArchiveUnreadable, type Importer, type UnreadItem } from '../importer.ts';
import { openFileBytes } from '../zip-folder-bytes.ts';
import { openFolder } from '../zip-folder-disk.ts';
import { isWhole, readRecords } from './read-records.ts';
import { readWarcFiles, type WarcFile } from './read-warc-files.ts';

/**
 * WARC 0.17 to 1.1 (ISO 28500) and ARC 1 and 2, gzipped or not: a file or a folder of them. Every record is an item, named
 * `FILE@OFFSET TYPE URL`. Of several captures of an address the last good one counts.
 */
export const warc: Importer = {
  version: 1,
  async open(path, context) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new ArchiveUnreadable(`“${path}” is not there. Look for a typing error in the path`);
    const listed: (WarcFile | ArchiveItem | UnreadItem)[] = found.isDirectory()
      ? await listFolder(path)
      : [{ name: basename(path), open: () => openFileBytes(path) }];
    const files = listed.filter((entry) => 'open' in entry);
    if (!found.isDirectory()) await requireRecord(path);
    if (files.length === 0) {
      throw new ArchiveUnreadable(
        `There is no WARC or ARC in “${path}”. Name one, or the folder that holds the .warc.gz files`,
      );
    }
    const reading = await readWarcFiles(files, context, { format: 'warc' });
    return {
      count: reading.records + listed.length - files.length,
      formerAddresses: reading.formerAddresses,
      async *items() {
        for (const entry of listed) {
          if ('open' in entry) yield* reading.items(files.indexOf(entry));
          else yield entry;
        }
      },
      parse: (item) =>
        item.contentType === 'other file' ? { kind: 'passed-over', why: 'other file' } : reading.parse(item),
      picture: (address) => reading.picture(address),
      close: () => Promise.resolve(),
    };
  },
};

const mostFiles = 100_000;

/** The WARCs of a folder by name; what else lies there is an item too. */
async function listFolder(path: string): Promise<(WarcFile | ArchiveItem | UnreadItem)[]> {
  const folder = await openFolder(path);
  const listed: (WarcFile | ArchiveItem | UnreadItem)[] = [];
  for await (const file of folder.files()) {
    if (listed.length >= mostFiles) {
      listed.push({
        name: `what follows ${file.name}`,
        unread: `the folder has more than ${mostFiles} files; import it in parts`,
      });
      break;
    }
    if ('unread' in file) listed.push(file);
    else if (isWarcName(file.name)) listed.push({ name: file.name, open: () => folder.source(file) });
    else listed.push({ name: file.name, bytes: new Uint8Array(0), url: null, contentType: 'other file' });
  }
  return listed;
}

/** Also `.warc.gz.open`, as crawlers call a file that they still write. */
export function isWarcName(name: string): boolean {
  return /\.w?arc(?:\.gz)?(?:\.[a-z]+)?$/iu.test(name);
}

async function requireRecord(path: string): Promise<void> {
  const source = await openFileBytes(path);
  try {
    if (source.size === 0) throw new ArchiveUnreadable(`“${path}” is empty. Fetch it again`);
    for await (const found of readRecords(source, 0)) {
      if (isWhole(found) || found.place.at > 0 || !/^no (?:record|gzip member) begins/u.test(found.why)) return;
    }
    throw new ArchiveUnreadable(
      `“${path}” is neither a WARC nor an ARC. Look what it is; for saved pages say \`import html\``,
    );
  } finally {
    await source.close();
  }
}
