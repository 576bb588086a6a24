import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { ArchiveUnreadable, type UnreadItem } from './importer.ts';
import { openFileBytes, rereadableBytes } from './zip-folder-bytes.ts';
import { byName, type FileHold, type HeldFile, sizeInWords, tooLarge } from './zip-folder-file.ts';

interface ZipEntry extends HeldFile {
  entry: Entry;
}

const mostEntries = 100_000;
/** What one compressed entry may unpack to; and how many times its packed size, from a size on that matters. */
const mostUnpacked = 256_000_000;
const mostRatio = 1_000;
const ratioMatters = 1_000_000;
const localHeaderBytes = 30;
/** The end record with the longest comment. */
const longestEnd = 22 + 65_535;
const noSize = 0xffffffff;
/** Of an entry in the list, without its name, fields and comment (4.3.12). */
const listedBytes = 46;

/** A zip (PKWARE APPNOTE 6.3). The list of its entries is kept in memory, at most 100,000; unpacked is what is asked for. */
export async function openZip(path: string): Promise<FileHold<ZipEntry>> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    throw new ArchiveUnreadable(
      `“${path}” is neither a folder nor a whole zip (${(error as Error).message}). Fetch it again, or unpack it and name the folder`,
      { cause: error },
    );
  }
  const { entries, unread } = await listEntries(zip, await statedListBytes(path));
  const byPath = new Map(entries.map((entry) => [entry.name, entry]));
  const listed = [...byPath.values(), ...unread].sort(byName);

  const openStream = (file: ZipEntry) => zip.openReadStreamPromise(file.entry);
  return {
    async *files() {
      yield* listed;
    },
    find: (name) => Promise.resolve(byPath.get(name) ?? null),
    async read(file, mostBytes) {
      if (file.size > mostBytes) return tooLarge(file.size, mostBytes);
      try {
        const chunks: Uint8Array[] = [];
        let sum = 0;
        // yauzl ends the stream with an error as soon as there is more than the entry states.
        for await (const chunk of (await openStream(file)) as AsyncIterable<Uint8Array>) {
          chunks.push(chunk);
          sum = crc32(chunk, sum);
        }
        if (sum !== file.entry.crc32) return 'it is damaged: its check sum is another; fetch the archive again';
        return Buffer.concat(chunks);
      } catch (error) {
        return `it is damaged (${(error as Error).message}); fetch the archive again`;
      }
    },
    async source(file) {
      if (file.entry.compressionMethod !== 0) return rereadableBytes(file.size, () => openStream(file));
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(file.entry, { minimal: true });
      return openFileBytes(path, fileDataStart, file.size);
    },
    close() {
      zip.close();
      return Promise.resolve();
    },
  };
}

async function listEntries(
  zip: ZipFile,
  statedBytes: number | null,
): Promise<{ entries: ZipEntry[]; unread: UnreadItem[] }> {
  const entries: ZipEntry[] = [];
  const unread: UnreadItem[] = [];
  const seen = new Set<string>();
  let [number, bytes] = [0, 0];
  try {
    for await (const entry of zip.eachEntry()) {
      number += 1;
      bytes += listedBytes + entry.fileNameRaw.length + entry.extraFieldRaw.length + entry.fileCommentRaw.length;
      if (number > mostEntries) {
        const why = `the zip has more than ${mostEntries} entries, the first of which are read; pack it in several`;
        unread.push({ name: `what follows entry ${mostEntries}`, unread: why });
        break;
      }
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      if (name.endsWith('/') && entry.uncompressedSize === 0) continue;
      const why = seen.has(name)
        ? 'the zip has another entry of this name, which is the one read'
        : refusal(name, entry);
      if (why !== null) unread.push({ name: seen.has(name) ? `${name} (entry ${number})` : name, unread: why });
      else entries.push({ name, size: entry.uncompressedSize, entry });
      seen.add(name);
    }
    if (number <= mostEntries && statedBytes !== null && bytes < statedBytes) {
      const why = 'the zip states fewer entries than it has; unpack it and import the folder, or pack it again';
      unread.push({ name: `what follows entry ${number}`, unread: why });
    }
  } catch (error) {
    const why = `the zip's list of entries is damaged there (${(error as Error).message}); fetch it again`;
    unread.push({ name: `what follows entry ${number}`, unread: why });
  }
  const overlapping = findOverlaps(entries);
  for (const { name } of overlapping) {
    unread.push({
      name,
      unread: 'it shares its bytes with another entry, as zip bombs do; unpack the archive yourself',
    });
  }
  return { entries: entries.filter((entry) => !overlapping.has(entry)), unread };
}

/** How long the list of entries is, as the end record states it (4.3.16); null when only a zip64 record does. */
async function statedListBytes(path: string): Promise<number | null> {
  const source = await openFileBytes(path);
  try {
    const tail = Buffer.from(await source.read(Math.max(0, source.size - longestEnd), longestEnd));
    const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    const size = at === -1 || at + 16 > tail.length ? noSize : tail.readUInt32LE(at + 12);
    return size === noSize ? null : size;
  } finally {
    await source.close();
  }
}

/** Why an entry is not read; null when it may be. */
function refusal(name: string, entry: Entry): string | null {
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  if (name === '' || /^[/\\]|^[a-z]:|\0/iu.test(name) || name.split(/[/\\]/u).includes('..')) {
    return 'its path leads out of the archive; nothing is read or written there';
  }
  if (name.includes('\\'))
    return 'its path has a backslash, which means two things; pack the archive with another tool';
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return 'it is a link; put the file itself there, if it belongs to the archive';
  }
  if (entry.isEncrypted()) return 'it is encrypted; unpack the archive with its password and import the folder';
  if (!entry.canDecodeFileData())
    return `it is packed by method ${compressionMethod}, which is not read; pack it again`;
  if (compressionMethod === 0) return null;
  if (uncompressedSize > mostUnpacked) {
    return `it would unpack to ${sizeInWords(uncompressedSize)}, more than ${sizeInWords(mostUnpacked)}; unpack the archive and import the folder`;
  }
  if (uncompressedSize > ratioMatters && uncompressedSize > compressedSize * mostRatio) {
    return `it would unpack to more than ${mostRatio} times its size, as zip bombs do; look at it before you unpack it`;
  }
  return null;
}

/** Entries that begin before the one ahead of them ends: a few bytes then stand for very many. */
function findOverlaps(entries: ZipEntry[]): Set<ZipEntry> {
  const inPlace = entries.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  const overlapping = new Set<ZipEntry>();
  let end = 0;
  for (const file of inPlace) {
    const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength } = file.entry;
    if (start < end) overlapping.add(file);
    end = Math.max(end, start + localHeaderBytes + fileNameLength + compressedSize);
  }
  return overlapping;
}
