import { open, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { ArchiveUnreadable, type UnreadItem } from './importer.ts';
import { decodePercent } from './plain-piece-path.ts';
import { type ByteSource, bytesFrom, openFileBytes } from './zip-folder-bytes.ts';
import { openFiles } from './zip-folder.ts';

/** A file of text in an export. */
export interface TextFile {
  /** Its path in the folder or zip, or the name of the file itself. */
  name: string;
  /** In bytes. */
  size: number;
  /** The first characters, blanks before them left out, to tell formats apart. */
  head: string;
  /** Streams; bytes that are no text of the file's encoding become U+FFFD. */
  text(): AsyncIterable<string>;
  /** All bytes, or a text that says why not when there are more than `mostBytes`. */
  read(mostBytes: number): Promise<Uint8Array | string>;
}

/** An export: a file, or a folder or zip with its parts and perhaps its pictures. */
export interface TextFiles {
  /** Those with a wanted ending, in the order of their names. */
  files: TextFile[];
  /** What the folder or zip has and does not give. */
  unread: UnreadItem[];
  /** The picture that stood at an address, where its path (`content/images/…`, `wp-content/uploads/…`) is in the export. */
  picture(address: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

interface Held {
  name: string;
  size: number;
  source(): Promise<ByteSource>;
  read(mostBytes: number): Promise<Uint8Array | string>;
}

const headBytes = 8_192;
const largestPicture = 64_000_000;
/** Characters that are given at once: what takes records apart copies what is left of one each time. */
const textLength = 1_000_000;

/** Opens the export at a path. @throws ArchiveUnreadable when nothing is there, or a zip is none */
export async function openTextFiles(path: string, endings: RegExp): Promise<TextFiles> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ArchiveUnreadable(`“${path}” is not there. Look for a typing error in the path`);
  if (found.isFile() && !(await startsAsZip(path))) return oneFile(path, found.size);
  const hold = await openFiles(path);
  const files: TextFile[] = [];
  const unread: UnreadItem[] = [];
  for await (const file of hold.files()) {
    if ('unread' in file) unread.push(file);
    else if (endings.test(file.name) && !/(?:^|\/)(?:__MACOSX\/|\._)/u.test(file.name)) {
      const held = { ...file, source: () => hold.source(file), read: (most: number) => hold.read(file, most) };
      files.push(await textFile(held));
    }
  }
  const folders = [...new Set(['', ...files.map(({ name }) => posix.dirname(name)).map(asPrefix)])];
  return {
    files,
    unread,
    async picture(address) {
      for (const name of placesOf(address, folders)) {
        const file = files.some((part) => part.name === name) ? null : await hold.find(name);
        const bytes = file ? await hold.read(file, largestPicture) : null;
        if (bytes instanceof Uint8Array) return bytes;
      }
      return null;
    },
    close: () => hold.close(),
  };
}

async function oneFile(path: string, size: number): Promise<TextFiles> {
  const source = () => openFileBytes(path);
  const read = async (most: number) => {
    if (size > most) return `it has ${size} bytes, more than the ${most} that are read of one file`;
    const bytes = await source();
    const whole = [];
    for await (const chunk of bytesFrom(bytes, 0)) whole.push(chunk);
    await bytes.close();
    return Buffer.concat(whole);
  };
  const file = await textFile({ name: posix.basename(path), size, source, read });
  return { files: [file], unread: [], picture: () => Promise.resolve(null), close: () => Promise.resolve() };
}

async function textFile(held: Held): Promise<TextFile> {
  const source = await held.source();
  const start = await source.read(0, headBytes).finally(() => source.close());
  const encoding = encodingOf(start);
  const head = new TextDecoder(encoding).decode(start).trimStart();
  return { name: held.name, size: held.size, head, read: held.read, text: () => readText(held, encoding) };
}

async function* readText(held: Held, encoding: string): AsyncGenerator<string> {
  const source = await held.source();
  const decoder = new TextDecoder(encoding);
  let text = '';
  try {
    for await (const chunk of bytesFrom(source, 0)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length < textLength) continue;
      yield text;
      text = '';
    }
    yield text + decoder.decode();
  } finally {
    await source.close();
  }
}

async function startsAsZip(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close());
  return buffer.toString('latin1') === 'PK\x03\x04';
}

/** By byte-order mark, else by the XML declaration, else UTF-8. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const latin = Buffer.from(head).toString('latin1');
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(latin)?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'utf-8';
    throw error;
  }
}

/** The first thing that a folder or zip does not give, for a message that there is nothing else in it; '' when it gives all. */
export function firstUnread({ unread: [first] }: TextFiles): string {
  return first ? ` (${first.name}: ${first.unread})` : '';
}

/** Where a picture may lie: its path, from each folder that has a part of the export, and from its uploads. */
function placesOf(address: string, folders: string[]): string[] {
  if (!URL.canParse(address)) return [];
  const written = decodePercent(new URL(address).pathname).replace(/^\/+/u, '');
  // A narrower copy (`crane-300x200.jpg`) may be left out of what holds the whole picture.
  const paths = [written, written.replace(/-\d{1,5}x\d{1,5}(?=\.\w{3,5}$)/u, '')];
  const tails = paths.flatMap((path) => [
    path,
    ...['content/', 'wp-content/', 'uploads/'].flatMap((mark) => tailFrom(path, mark)),
  ]);
  return folders
    .flatMap((folder) => [...new Set(tails)].map((tail) => folder + tail))
    .filter((name) => !/(?:^|\/)\.\.?(?:\/|$)|\\/u.test(name));
}

function tailFrom(path: string, mark: string): string[] {
  const at = `/${path}`.indexOf(`/${mark}`);
  return at <= 0 ? [] : [path.slice(at)];
}

function asPrefix(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}
