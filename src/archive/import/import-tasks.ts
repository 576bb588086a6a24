import { sha256 } from '#platform/hash.ts';
import type { ArchiveItem, ImportContext, ImportFormat, OpenArchive, ParsedItem, UnreadItem } from './importer.ts';
import { loadImporter } from './importers.ts';

/** What the reading thread is asked, and what it answers; it holds one open archive. All of it can be cloned. */
export interface OpenRequest {
  format: ImportFormat;
  path: string;
  context: ImportContext;
  /** Items that an earlier thread read and that are not wanted again. */
  skip: number;
}

export interface OpenAnswer {
  count: number | null;
  formerAddresses: string[];
}

/** Items of a chunk: `sha256` is of all that decides what the item says, the importer's version included. */
export type OfferedItem = { name: string; sha256: string } | UnreadItem;

export interface ReadAnswer {
  items: OfferedItem[];
  ended: boolean;
  /** Why reading ended before the archive did. */
  broken: string | null;
}

const chunkBytes = 8_000_000;

/** The tasks of the reading thread. */
export function createImportTasks() {
  let archive: OpenArchive | null = null;
  let version = 0;
  let reading: AsyncIterator<ArchiveItem | UnreadItem> | null = null;
  let chunk: (ArchiveItem | UnreadItem)[] = [];

  return {
    async 'import-open'({ format, path, context, skip }: OpenRequest): Promise<OpenAnswer> {
      const importer = await loadImporter(format);
      version = importer.version;
      archive = await importer.open(path, context);
      reading = archive.items()[Symbol.asyncIterator]();
      for (let passed = 0; passed < skip; passed += 1) if ((await reading.next()).done) break;
      return { count: archive.count, formerAddresses: archive.formerAddresses };
    },

    async 'import-read'(most: number): Promise<ReadAnswer> {
      chunk = [];
      let bytes = 0;
      try {
        while (chunk.length < most && bytes < chunkBytes) {
          const next = await open(reading).next();
          if (next.done) return { items: offers(), ended: true, broken: null };
          chunk.push(next.value);
          if ('bytes' in next.value) bytes += next.value.bytes.length;
        }
      } catch (error) {
        return { items: offers(), ended: true, broken: (error as Error).message };
      }
      return { items: offers(), ended: false, broken: null };
    },

    /** What the items at these places of the chunk say. An item that cannot be parsed harms only itself. */
    async 'import-parse'(places: number[]): Promise<ParsedItem[]> {
      const parsed: ParsedItem[] = [];
      for (const place of places) {
        const item = chunk[place];
        if (!item || 'unread' in item) throw new RangeError(`there is no item ${place} in the chunk`);
        try {
          parsed.push(await open(archive).parse(item));
        } catch (error) {
          parsed.push({ kind: 'set-aside', reason: `it cannot be read: ${(error as Error).message}` });
        }
      }
      return parsed;
    },

    'import-picture': (address: string): Promise<Uint8Array | null> => open(archive).picture(address),
  };

  function offers(): OfferedItem[] {
    return chunk.map((item) =>
      'unread' in item ? item : { name: item.name, sha256: sha256(`${version} ${sha256(item.bytes)}`) },
    );
  }
}

function open<T>(part: T | null): T {
  if (part === null) throw new Error('no archive is open');
  return part;
}
