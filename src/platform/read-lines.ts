import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** One line of a file, without its end; `text` is null when the line was longer than the limit, and was not kept. */
export interface FileLine {
  number: number;
  text: string | null;
}

/**
 * Reads a UTF-8 text file line by line, `.gz` unpacked on the way; memory does not grow with the file. Rejects with the
 * file's own error when it is absent, unreadable or damaged.
 */
export async function* readLines(file: string, maxLineBytes: number): AsyncGenerator<FileLine> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const bytes = file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize: 1 << 18 })) : source;
  if (bytes !== source) source.on('error', (error) => bytes.destroy(error));
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): FileLine => {
    const text = size > maxLineBytes ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/u, '');
    parts = [];
    size = 0;
    return { number: number++, text };
  };
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield take();

  function keep(part: Buffer): void {
    size += part.length;
    if (size <= maxLineBytes) parts.push(part);
    else parts = [];
  }
}
