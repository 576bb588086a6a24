import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes that can be read from any place. */
export interface ByteSource {
  size: number;
  /** Up to `length` bytes from `at`; fewer, or none, only at the end or because the source likes smaller pieces. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const windowBytes = 256 * 1024;

/** A part of an open file, by default all of it; a window of it is kept, because readers go forward in small steps. */
export async function openFileBytes(
  path: string | Buffer,
  start = 0,
  length: number | null = null,
): Promise<ByteSource> {
  const handle: FileHandle = await open(path, 'r');
  const size = length ?? (await handle.stat()).size - start;
  let from = 0;
  let window = new Uint8Array(0);
  return {
    size,
    async read(at, most) {
      if (at < from || at >= from + window.length) {
        const buffer = new Uint8Array(Math.max(0, Math.min(windowBytes, size - at)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, start + at);
        [from, window] = [at, buffer.subarray(0, bytesRead)];
      }
      return window.subarray(at - from, at - from + most);
    },
    close: () => handle.close(),
  };
}

/** What can only be read forward: to go back, it is opened and read again. */
export function rereadableBytes(size: number, openStream: () => Promise<Readable>): ByteSource {
  let stream: Readable | null = null;
  let chunks: AsyncIterator<Uint8Array> | null = null;
  let from = 0;
  let window: Uint8Array = new Uint8Array(0);
  return {
    size,
    async read(at, most) {
      if (chunks === null || at < from) {
        stream?.destroy();
        stream = await openStream();
        chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
        [from, window] = [0, new Uint8Array(0)];
      }
      while (at >= from + window.length) {
        const next = await chunks.next();
        if (next.done) return new Uint8Array(0);
        [from, window] = [from + window.length, next.value];
      }
      return window.subarray(at - from, at - from + most);
    },
    close: () => {
      stream?.destroy();
      return Promise.resolve();
    },
  };
}

/** The bytes of a source one after the other, from a place on. */
export async function* bytesFrom(source: ByteSource, at: number): AsyncGenerator<Uint8Array> {
  for (let place = at; place < source.size;) {
    const chunk = await source.read(place, 64 * 1024);
    if (chunk.length === 0) return;
    place += chunk.length;
    yield chunk;
  }
}
