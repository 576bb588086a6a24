import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { bytesFrom, type ByteSource } from '../zip-folder-bytes.ts';
import { ByteReader } from './byte-reader.ts';

/** One member of a gzip file (RFC 1952): what it unpacks to and, once all of that was read, where the next begins. */
export interface GzipMember {
  chunks: AsyncIterable<Uint8Array>;
  next: () => Promise<number>;
}

/** Ends the unpacking of a member that grows out of nearly nothing. */
const bombBytes = 64_000_000;
const bombRatio = 1_000;
const trailerBytes = 8;
/** Bits of the header's flags. */
const flags = { crc: 2, extra: 4, name: 8, comment: 16 };
const longestName = 65_536;

/** Opens the member at a place; null when none begins there. Reading throws at damage, at the file's end and at a bomb. */
export async function openMember(source: ByteSource, at: number): Promise<GzipMember | null> {
  const header = new ByteReader(bytesFrom(source, at));
  const [id1, id2, method, flag = 0] = await header.take(10);
  if (id1 !== 0x1f || id2 !== 0x8b || method !== 8) return null;
  if (flag & flags.extra) {
    const [low = 0, high = 0] = await header.take(2);
    await header.skip(low + 256 * high);
  }
  if (flag & flags.name) await skipText(header);
  if (flag & flags.comment) await skipText(header);
  if (flag & flags.crc) await header.skip(2);
  const start = at + header.position;
  await header.end();

  const inflate = createInflateRaw();
  let [sum, length] = [0, 0];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const packed = Readable.from(bytesFrom(source, start));
    packed.on('error', (error) => inflate.destroy(error));
    packed.pipe(inflate);
    try {
      for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
        sum = crc32(chunk, sum);
        length += chunk.length;
        if (length > bombBytes && length > bombRatio * inflate.bytesWritten) {
          throw new Error(`it unpacks to more than ${bombRatio} times its size, as gzip bombs do`);
        }
        yield chunk;
      }
    } finally {
      packed.destroy();
      inflate.destroy();
    }
  }

  return {
    chunks: chunks(),
    async next() {
      const end = start + inflate.bytesWritten;
      const trailer = new ByteReader(bytesFrom(source, end));
      const bytes = await trailer.take(trailerBytes);
      await trailer.end();
      if (bytes.length < trailerBytes) throw new Error('unexpected end of file');
      const view = new DataView(bytes.buffer, bytes.byteOffset, trailerBytes);
      if (view.getUint32(0, true) !== sum || view.getUint32(4, true) !== length % 2 ** 32) {
        throw new Error('the check sum is another');
      }
      return end + trailerBytes;
    },
  };
}

/** The next place where a member may begin; null when there is none. */
export async function findMember(source: ByteSource, from: number): Promise<number | null> {
  let before: Uint8Array = new Uint8Array(0);
  let place = from;
  for await (const chunk of bytesFrom(source, from)) {
    const bytes = Buffer.concat([before, chunk]);
    const found = bytes.indexOf(Buffer.of(0x1f, 0x8b, 8));
    if (found !== -1) return place - before.length + found;
    place += chunk.length;
    before = bytes.subarray(-2);
  }
  return null;
}

async function skipText(reader: ByteReader): Promise<void> {
  for (let skipped = 0; skipped < longestName; skipped += 1) {
    const [byte] = await reader.take(1);
    if (byte === undefined || byte === 0) return;
  }
}
