import { decodeText } from '#lib/text/decode-text.ts';
import {
  type ArchiveItem,
  ArchiveUnreadable,
  type ImportContext,
  type Importer,
  type OpenArchive,
  type ParsedItem,
  type UnreadItem,
} from '../importer.ts';
import { addressInComment } from '../read-page-address.ts';
import { countSites } from '../read-page-site.ts';
import { createSurvey } from '../read-page-survey.ts';
import { mostPageBytes, readPage } from '../read-page.ts';
import type { FileHold, HeldFile } from '../zip-folder-file.ts';
import { openFiles } from '../zip-folder.ts';
import { fileKindOf, isMirrorIndex, looksLikePage } from './file-kind.ts';
import { isMediumPost, readMediumPost } from './medium-post.ts';
import { filePlaces, hostFolder, statedAddress } from './page-files.ts';
import { readSubstackPost, readSubstackTable, type SubstackRow } from './substack-post.ts';

/**
 * A site as files: a folder, an HTTrack or wget mirror, an export of Medium or Substack, or a zip of one. Every file is an
 * item. Only pages are read; pictures are handed out when a page asks for them.
 */
export const html: Importer = {
  version: 1,
  async open(path, context) {
    const files = await openFiles(path);
    try {
      return await openSite(files, path, context);
    } catch (error) {
      await files.close();
      throw error;
    }
  },
};

const mostPictureBytes = 32_000_000;
const mostTableBytes = 32_000_000;
/** More rows of a table of posts than this are not compared with the files. */
const mostPosts = 100_000;
const mostHosts = 1_000;
const sniffedBytes = 1_024;
const pageType = 'text/html';

async function openSite(files: FileHold, path: string, context: ImportContext): Promise<OpenArchive> {
  const survey = createSurvey();
  const sites = countSites();
  const hosts = new Set<string>();
  let [count, pages, medium] = [0, 0, false];
  let table: Map<string, SubstackRow> | null = null;
  const posts = new Set<string>();
  for await (const file of files.files()) {
    count += 1;
    const id = postId(file.name);
    if (id !== null && posts.size < mostPosts) posts.add(id);
    if ('unread' in file) continue;
    if (/(?:^|\/)posts\.csv$/u.test(file.name)) table ??= await readTable(files, file);
    if (!(await isPage(files, file))) continue;
    pages += 1;
    const host = hostFolder(file.name);
    if (host !== null && hosts.size < mostHosts) hosts.add(host);
    const bytes = await files.read(file, mostPageBytes);
    if (typeof bytes === 'string') continue;
    const { text } = decodeText(bytes, null);
    survey.add(text);
    medium ||= id !== null && isMediumPost(text);
    const address = statedAddress(text) ?? (host === null ? null : `https://${host}/`);
    if (address !== null) sites.add(address);
  }
  if (pages === 0) {
    throw new ArchiveUnreadable(`There is no page in “${path}”. Name the folder or zip that holds the .html files`);
  }
  const bases = sites.bases(context);
  const places = filePlaces(hosts, bases[0] ?? '');
  const missing = missingPosts(table, posts);
  const options = { format: 'html' as const, bases, survey };

  return {
    count: count + missing.length,
    formerAddresses: bases,
    async *items() {
      for await (const file of files.files()) yield 'unread' in file ? file : await readFile(files, file, table);
      yield* missing;
    },
    parse(item) {
      if (item.contentType !== pageType) return { kind: 'passed-over', why: item.contentType ?? 'other file' };
      const file = places.addressOf(item.name);
      const own = item.url ?? places.statedByFolder(item.name);
      const row = table?.get(postId(item.name) ?? '');
      if (row) return readSubstackPost(row, withoutRow(item.bytes), context, { ...options, file });
      if (medium) {
        if (postId(item.name) === null) return { kind: 'passed-over', why: "the account's own data" };
        if (isMediumPost(decodeText(item.bytes, null).text)) return readMediumPost(item, context, { ...options, file });
      }
      return parsePage({ ...item, url: own }, context, { ...options, file });
    },
    async picture(address) {
      for (const name of places.namesOf(address)) {
        const file = await files.find(name);
        const bytes = file ? await files.read(file, mostPictureBytes) : '';
        if (typeof bytes !== 'string') return bytes;
      }
      return null;
    },
    close: () => files.close(),
  };

  function parsePage(item: ArchiveItem, within: ImportContext, given: Parameters<typeof readPage>[2]): ParsedItem {
    const { text } = decodeText(item.bytes.subarray(0, 65_536), null);
    if (isMirrorIndex(text)) return { kind: 'passed-over', why: "HTTrack's own file" };
    return readPage({ ...item, url: addressInComment(text) ?? item.url }, within, given);
  }
}

async function isPage(files: FileHold, file: HeldFile): Promise<boolean> {
  const kind = fileKindOf(file.name);
  if (kind !== 'unknown') return kind === 'page';
  try {
    const source = await files.source(file);
    const first = await source.read(0, sniffedBytes);
    await source.close();
    return looksLikePage(first);
  } catch {
    // What cannot be opened is no page; it is an item all the same.
    return false;
  }
}

async function readFile(
  files: FileHold,
  file: HeldFile,
  table: Map<string, SubstackRow> | null,
): Promise<ArchiveItem | UnreadItem> {
  const { name } = file;
  if (!(await isPage(files, file))) {
    const kind = fileKindOf(name);
    return { name, bytes: new Uint8Array(0), url: null, contentType: kind === 'unknown' ? 'other file' : kind };
  }
  const bytes = await files.read(file, mostPageBytes);
  if (typeof bytes === 'string') return { name, unread: bytes };
  const row = table?.get(postId(name) ?? '');
  return { name, bytes: row ? withRow(row, bytes) : bytes, url: null, contentType: pageType };
}

/** A post says what it says together with its row: both decide whether it is read again. */
function withRow(row: SubstackRow, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(row)}\n`), bytes]);
}

function withoutRow(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.indexOf(10) + 1);
}

async function readTable(files: FileHold, file: HeldFile): Promise<Map<string, SubstackRow> | null> {
  const bytes = await files.read(file, mostTableBytes);
  return typeof bytes === 'string' ? null : readSubstackTable(decodeText(bytes, null).text);
}

function postId(name: string): string | null {
  return /(?:^|\/)posts\/([^/]+)\.html$/u.exec(name)?.[1] ?? null;
}

/** Published posts that the table of an export lists and that it does not hold. */
function missingPosts(table: Map<string, SubstackRow> | null, posts: Set<string>): UnreadItem[] {
  if (!table) return [];
  return [...table]
    .filter(([id, row]) => !posts.has(id) && /^true$/iu.test(row.is_published ?? ''))
    .map(([id]) => ({
      name: `posts.csv: ${id}`,
      unread: 'the export lists this post and does not hold its text; export it again',
    }));
}
