import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deletePicture, findPictures } from '#media/media.ts';
import type { PieceContent } from '#pieces/pieces.ts';
import { describeOnBothEngines } from '../../../tests/support/engines.ts';
import { memoryBlobs, summaryOf, testClock } from '../../../tests/support/fixtures.ts';
import { holdPictures } from './hold-pictures.ts';

const src = 'https://gorvan.example/quay.png';
const pointing = (): PieceContent => ({ ...summaryOf([]), topImage: { src, caption: '', credit: '', alt: '' } });
const png = (background: string) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

describeOnBothEngines('the pictures of an import', (open) => {
  test('are stored once where many pages show the same, and again where it was deleted meanwhile', async () => {
    const database = await open();
    const blobs = memoryBlobs();
    let puts = 0;
    const counting = { ...blobs, put: (bytes: Uint8Array) => ((puts += 1), blobs.put(bytes)) };
    const deps = { database, blobs: counting, clock: testClock(), stored: new Map<string, string>() };
    const hold = async (colour: string) => {
      const content = pointing();
      expect(await holdPictures(deps, content, async () => png(colour))).toEqual({ held: 1, missing: [] });
      return content.topImage ?? {};
    };
    const first = await hold('#357');
    expect([puts, await hold('#357')]).toEqual([1, first]);
    expect(await hold('#753')).not.toEqual(first);
    expect(puts).toBe(2);

    const { media = '' } = first as { media?: string };
    await database.write((tx) => deletePicture(tx, media));
    expect([await hold('#357'), puts]).toEqual([first, 3]);
    expect((await findPictures(database.read, [media])).has(media)).toBe(true);
  });
});
