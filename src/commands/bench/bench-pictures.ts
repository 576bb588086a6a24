import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { addPicture, PictureRefused } from '#media/media.ts';
import { readConfig } from '#platform/config/config.ts';
import { openNewsroom } from '../../newsroom.ts';
import type { BenchRow } from './bench-row.ts';

const pictures = 100;
const secret = 'Secret-9f2c';
/** The chunks of a WebP file that hold what is seen (https://developers.google.com/speed/webp/docs/riff_container). */
const seen = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** In the flags of VP8X: an ICC profile, EXIF, XMP. */
const metadataFlags = 0x20 | 0x08 | 0x04;

/**
 * A hundred invented pictures in five formats, each with EXIF (author, camera, place), XMP, IPTC or comments where its
 * format has them, taken in as the desk takes them: every copy that is kept is read chunk by chunk. Then pictures that
 * unpack to more than may be held: how long until each is refused.
 */
export async function benchPictures(): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    let copies = 0;
    let metadataBytes = 0;
    let traces = 0;
    let told = 0;
    for (let index = 0; index < pictures; index += 1) {
      const bytes = await tellingPicture(index);
      if (bytes.includes(secret)) told += 1;
      const added = await addPicture(newsroom, bytes);
      for (const name of [added.sha256, ...added.variants.map(({ sha256 }) => sha256)]) {
        const kept = Buffer.from((await newsroom.blobs.get(name)) ?? []);
        copies += 1;
        metadataBytes += bytesBesidesPicture(kept);
        if ([secret, 'Exif', 'http://ns.adobe.com', 'Photoshop', 'GPS'].some((each) => kept.includes(each)))
          traces += 1;
      }
    }
    const refusals: number[] = [];
    for (const bomb of bombs()) {
      const started = performance.now();
      const outcome = await addPicture(newsroom, bomb).then(
        () => 'taken' as const,
        (error: unknown) => error,
      );
      if (!(outcome instanceof PictureRefused)) throw new Error('a picture of too many pixels was not refused');
      refusals.push(performance.now() - started);
    }
    return [
      { name: 'pictures with metadata', value: told, unit: '', bar: `= ${pictures}` },
      { name: 'copies kept of them', value: copies, unit: '' },
      {
        name: 'bytes of EXIF, XMP, IPTC, ICC and other chunks in the copies',
        value: metadataBytes,
        unit: 'bytes',
        bar: '= 0',
      },
      { name: 'copies with a trace of what was in them', value: traces, unit: '', bar: '= 0' },
      { name: 'pictures that unpack to too much', value: refusals.length, unit: '' },
      { name: 'slowest refusal of one', value: Math.max(...refusals), unit: 'ms', bar: '< 100' },
    ];
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** What is no part of the picture in a WebP file: whole chunks, with their heads, and flags that promise some. */
function bytesBesidesPicture(webp: Buffer): number {
  if (webp.toString('latin1', 0, 4) !== 'RIFF' || webp.toString('latin1', 8, 12) !== 'WEBP') return webp.length;
  let beside = Math.max(0, webp.length - 8 - webp.readUInt32LE(4));
  for (let at = 12; at + 8 <= webp.length;) {
    const name = webp.toString('latin1', at, at + 4);
    const size = webp.readUInt32LE(at + 4);
    if (!seen.has(name)) beside += size + 8;
    else if (name === 'VP8X' && ((webp[at + 8] ?? 0) & metadataFlags) !== 0) beside += 1;
    at += 8 + size + (size % 2);
  }
  return beside;
}

function tellingPicture(index: number): Promise<Buffer> {
  const size = { width: 300 + 17 * index, height: 200 + 11 * index };
  const background = { r: index * 2, g: 120, b: 255 - index, alpha: 1 };
  const telling = sharp({ create: { ...size, channels: index % 2 === 0 ? 3 : 4, background } })
    .withExif({
      IFD0: { Artist: secret, Make: secret, ImageDescription: secret, Copyright: secret },
      IFD2: { UserComment: secret, BodySerialNumber: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '37/1 9/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>${secret}</place></x:xmpmeta>`)
    .withMetadata({ orientation: 1 + (index % 8) });
  switch (index % 5) {
    case 0:
      return telling.jpeg().toBuffer().then(withIptc);
    case 1:
      return telling.png().toBuffer().then(withPngText);
    case 2:
      return telling.webp().toBuffer();
    case 3:
      return telling.tiff().toBuffer();
    default:
      return telling.jpeg({ progressive: true }).toBuffer().then(withJpegComment);
  }
}

/** An APP13 segment after the start of a JPEG: Photoshop's block 0x0404, with the by-line of IPTC (IIM 2:80). */
function withIptc(jpeg: Buffer): Buffer {
  const byline = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, secret.length]), Buffer.from(secret)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(byline.length);
  const block = Buffer.concat([
    Buffer.from('8BIM'),
    Buffer.from([4, 4, 0, 0]),
    size,
    byline,
    Buffer.alloc(byline.length % 2),
  ]);
  return withSegment(jpeg, 0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), block]));
}

const withJpegComment = (jpeg: Buffer): Buffer => withSegment(jpeg, 0xfe, Buffer.from(secret));

function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** A tEXt chunk before the last one. */
function withPngText(png: Buffer): Buffer {
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), pngChunk('tEXt', Buffer.from(`Author\0${secret}`)), png.subarray(end)]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** Small files that say they are large: PNG of 30,000 × 30,000 and of 20,000 × 20,000 with its lines, GIF of 65,535 × 65,535. */
function bombs(): Buffer[] {
  const png = (side: number, lines: Buffer) => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(side, 0);
    head.writeUInt32BE(side, 4);
    head.set([1, 0, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const chunks = [pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(lines)), pngChunk('IEND', Buffer.alloc(0))];
    return Buffer.concat([signature, ...chunks]);
  };
  const gif = Buffer.from('474946383961ffffffff800000000000ffffff2c00000000ffffffff0002024401003b', 'hex');
  return [png(30_000, Buffer.alloc(10)), png(20_000, Buffer.alloc(20_000 * (20_000 / 8 + 1))), gif];
}
