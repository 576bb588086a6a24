import type { UnreadItem } from './importer.ts';
import type { ByteSource } from './zip-folder-bytes.ts';

/** A file of a folder or of a zip. `name` is its path in there with `/` between; bytes that are no UTF-8 stand in it as `\xE9`. */
export interface HeldFile {
  name: string;
  /** As the container states it, in bytes. */
  size: number;
}

/**
 * A folder or a zip, seen alike. Nothing is ever written, and nothing outside is read: a file that climbs out, a link that
 * leaves the folder, an entry that is encrypted, overlaps another or unpacks to more than it may is an UnreadItem.
 */
export interface FileHold<File extends HeldFile = HeldFile> {
  /** Every file once, in the order of names by code units. */
  files(): AsyncIterable<File | UnreadItem>;
  /** The file of a name; null when there is none that may be read. */
  find(name: string): Promise<File | null>;
  /** All bytes of a file; a text that says why not when it is larger than `mostBytes` or damaged. */
  read(file: File, mostBytes: number): Promise<Uint8Array | string>;
  /** A file to be read from any place; throws when it cannot be opened. */
  source(file: File): Promise<ByteSource>;
  close(): Promise<void>;
}

/** A size as people read it. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${bytes} bytes`;
}

/** The order of names on every machine. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Why a file is not read as one. */
export function tooLarge(size: number, mostBytes: number): string {
  return `it has ${sizeInWords(size)}, more than the ${sizeInWords(mostBytes)} that are read of one file; take out what is no page`;
}
