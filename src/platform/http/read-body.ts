import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** The body, read and unpacked, grew past its limit. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The server packed the body in a way that nobody asked for. */
export class UnknownEncoding extends Error {
  override name = 'UnknownEncoding';
}

export const acceptedEncodings = 'gzip, deflate, br, zstd';

/**
 * Reads and unpacks a body, counting what comes out, so that a packed bomb stops at the limit.
 * @throws BodyTooLarge, UnknownEncoding, or what the stream or zlib threw
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  body.on('error', () => {});
  try {
    for await (const chunk of unpack(body, contentEncoding.trim().toLowerCase())) {
      size += chunk.length;
      if (size > maxBytes) throw new BodyTooLarge(`the body is over ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks);
}

async function* unpack(body: Readable, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === '' || encoding === 'identity') {
    yield* body;
    return;
  }
  const packed: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const first = await packed.next();
  if (first.done) return;
  const unpacker = unpackerOf(encoding, first.value[0] ?? 0);
  const feed = async function* () {
    for (let next: IteratorResult<Buffer> = first; !next.done; next = await packed.next()) yield next.value;
  };
  // A failure reaches the reader through the unpacker, which the pipeline destroys.
  pipeline(feed, unpacker).catch(() => {});
  yield* unpacker;
}

/** Cut-off streams give what they have, as in browsers; a deflate body may lack the header that its first byte shows. */
function unpackerOf(encoding: string, firstByte: number): Transform {
  const flushed = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(flushed);
    case 'deflate':
      return (firstByte & 0x0f) === 8 ? zlib.createInflate(flushed) : zlib.createInflateRaw(flushed);
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return zlib.createZstdDecompress();
    default:
      throw new UnknownEncoding(`content encoding ${encoding}`);
  }
}
