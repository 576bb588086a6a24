import {
  ArchiveUnreadable,
  type ImportContext,
  type Importer,
  type OpenArchive,
  type UnreadItem,
} from '../importer.ts';
import { readWarcFiles, type WarcFile } from '../warc/read-warc-files.ts';
import { isWarcName } from '../warc/warc.ts';
import type { FileHold, HeldFile } from '../zip-folder-file.ts';
import { openFiles } from '../zip-folder.ts';
import { checkFixity, readTitles } from './read-package.ts';

/**
 * Web Archive Collection Zipped 1.1.1: WARCs with lists of pages, indexes and the digest of each. What differs from its
 * digest is named and not read. An unpacked one is a folder of the same files.
 */
export const wacz: Importer = {
  version: 1,
  async open(path, context) {
    const files = await openFiles(path);
    try {
      return await openCollection(files, path, context);
    } catch (error) {
      await files.close();
      throw error;
    }
  },
};

async function openCollection(files: FileHold, path: string, context: ImportContext): Promise<OpenArchive> {
  const listed: (HeldFile | UnreadItem)[] = [];
  for await (const file of files.files()) listed.push(file);
  if (!listed.some(({ name }) => isWarc(name))) {
    throw new ArchiveUnreadable(
      `There is no archive/*.warc.gz in “${path}”. It is no WACZ; say \`import warc\` or \`import html\` if it is one of those`,
    );
  }
  const wrong = new Map((await checkFixity(files)).map((item) => [item.name, item]));
  const entries = listed.map((entry) => wrong.get(entry.name) ?? entry);
  const missing = [...wrong.values()].filter(({ name }) => !listed.some((entry) => entry.name === name));

  const warcs: WarcFile[] = [];
  const pages: HeldFile[] = [];
  for (const entry of entries) {
    if ('unread' in entry) continue;
    if (isWarc(entry.name)) warcs.push({ name: entry.name, open: () => files.source(entry) });
    else if (/^pages\/[^/]+\.jsonl$/u.test(entry.name)) pages.push(entry);
  }
  const titles = await readTitles(files, pages);
  const reading = await readWarcFiles(warcs, context, {
    format: 'wacz',
    titleOf: (address) => titles.get(address) ?? null,
  });

  return {
    count: reading.records + entries.length - warcs.length + missing.length,
    formerAddresses: reading.formerAddresses,
    async *items() {
      for (const entry of entries) {
        if ('unread' in entry) yield entry;
        else if (isWarc(entry.name)) yield* reading.items(warcs.findIndex(({ name }) => name === entry.name));
        else
          yield {
            name: entry.name,
            bytes: new Uint8Array(0),
            url: null,
            contentType: `${partPrefix}${partOf(entry.name)}`,
          };
      }
      yield* missing;
    },
    parse(item) {
      const { contentType } = item;
      return contentType?.startsWith(partPrefix)
        ? { kind: 'passed-over', why: contentType.slice(partPrefix.length) }
        : reading.parse(item);
    },
    picture: (address) => reading.picture(address),
    close: () => files.close(),
  };
}

const partPrefix = 'x-part/';

function isWarc(name: string): boolean {
  return name.startsWith('archive/') && isWarcName(name);
}

function partOf(name: string): string {
  if (/^datapackage(?:-digest)?\.json$/u.test(name)) return 'description of the archive';
  if (name.startsWith('pages/')) return 'list of the pages of the archive';
  return name.startsWith('indexes/') ? 'index of the archive' : 'other file';
}
