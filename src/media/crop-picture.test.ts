import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cropBox, cropForSharing } from './crop-picture.ts';

describe('a crop for sharing', () => {
  test('is as large as the picture allows, with the point as near to its middle as the edges let it', () => {
    const tall = { width: 1200, height: 1600 };
    expect(cropBox(tall, { x: 50, y: 50 })).toEqual({ left: 0, top: 485, width: 1200, height: 630 });
    expect(cropBox(tall, { x: 10, y: 0 })).toEqual({ left: 0, top: 0, width: 1200, height: 630 });
    expect(cropBox(tall, { x: 10, y: 100 })).toEqual({ left: 0, top: 970, width: 1200, height: 630 });
    const wide = { width: 1600, height: 400 };
    expect(cropBox(wide, { x: 25, y: 90 })).toEqual({ left: 19, top: 0, width: 762, height: 400 });
    expect(cropBox({ width: 1, height: 1 }, { x: 100, y: 100 })).toEqual({ left: 0, top: 0, width: 1, height: 1 });
  });

  test('shows what the point is on, and is never enlarged', async () => {
    const spot = { input: { create: { width: 60, height: 60, channels: 3 as const, background: '#f00' } } };
    const bytes = await sharp({ create: { width: 600, height: 1200, channels: 3, background: '#00f' } })
      .composite([{ ...spot, left: 270, top: 1100 }])
      .png()
      .toBuffer();
    const reddest = async (focus: { x: number; y: number }) => {
      const { data, width, height } = await cropForSharing(bytes, focus);
      expect([width, height]).toEqual([600, 315]);
      const metadata = await sharp(data).metadata();
      expect([metadata.format, metadata.exif, metadata.icc]).toEqual(['webp', undefined, undefined]);
      return (await sharp(data).stats()).channels[0]?.max ?? 0;
    };
    expect(await reddest({ x: 50, y: 94 })).toBeGreaterThan(200);
    expect(await reddest({ x: 50, y: 20 })).toBeLessThan(50);
  });
});
