import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of a file, counted from 1; `text` is null when it is longer than was allowed, and was not kept. */
export interface FileLine {
  number: number;
  text: string | null;
}

/**
 * The lines of a UTF-8 file, of a packed one when its name ends in `.gz`, holding no more than one line of at most
 * `mostBytes` in memory. Empty lines are counted and left out. Throws what reading or unpacking
 * throws, after the lines before it.
 */
export async function* readLines(file: string, mostBytes: number, signal?: AbortSignal): AsyncGenerator<FileLine> {
  const out = new PassThrough();
  const options = signal === undefined ? {} : { signal };
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const done = file.endsWith('.gz')
    ? pipeline(source, createGunzip({ chunkSize: 1 << 18 }), out, options)
    : pipeline(source, out, options);
  // The error reaches the reader through `out`; this only keeps it from being reported twice.
  done.catch(() => undefined);
  yield* linesOf(out, mostBytes);
}

/** The same of bytes that come from elsewhere. */
export async function* linesOf(bytesRead: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<FileLine> {
  let number = 1;
  let parts: Buffer[] = [];
  let bytes = 0;
  const finish = (): FileLine => {
    const [first = Buffer.alloc(0)] = parts;
    const whole = parts.length > 1 ? Buffer.concat(parts) : first;
    const text = bytes > mostBytes ? null : whole.toString('utf8');
    parts = [];
    bytes = 0;
    return { number: number++, text };
  };
  for await (const chunk of bytesRead) {
    let from = 0;
    for (let end = chunk.indexOf(10); ; end = chunk.indexOf(10, from)) {
      const part = chunk.subarray(from, end === -1 ? chunk.length : end);
      bytes += part.length;
      if (bytes <= mostBytes) parts.push(part);
      else parts = [];
      if (end === -1) break;
      from = end + 1;
      const full = finish();
      if (full.text?.trim() !== '') yield full;
    }
  }
  if (bytes > 0) {
    const last = finish();
    if (last.text?.trim() !== '') yield last;
  }
}
