import sharp from 'sharp';
import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { memoryBlobs, testClock } from '../../tests/support/fixtures.ts';
import { addPicture, PictureRefused } from './add-picture.ts';
import { findPictures } from './media-store.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 120, b: 40 } } });

/** A picture that says where, by whom and with what it was taken. */
const tellingJpeg = (width = 1200, height = 800, orientation = 1) =>
  picture(width, height)
    .withExif({
      IFD0: { Artist: 'Secret Photographer', Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '37/1 9/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Secret Place</secret></x:xmpmeta>')
    .withMetadata({ orientation })
    .withIccProfile('srgb')
    .jpeg()
    .toBuffer();

describeOnBothEngines('pictures', (open) => {
  const begin = async () => ({ database: await open(), blobs: memoryBlobs(), clock: testClock() });

  test('lose the place, the camera and every other bit of metadata', async () => {
    const deps = await begin();
    const bytes = await tellingJpeg();
    const before = await sharp(bytes).metadata();
    expect([before.exif, before.xmp, before.icc].map((each) => each !== undefined)).toEqual([true, true, true]);
    expect(bytes.includes('Secret')).toBe(true);
    const added = await addPicture(deps, bytes);
    const names = [added.sha256, ...added.variants.map((variant) => variant.sha256)];
    expect(names).toHaveLength(3);
    expect([...deps.blobs.held.keys()].sort()).toEqual(names.sort());
    for (const name of names) {
      const kept = Buffer.from((await deps.blobs.get(name)) ?? []);
      const metadata = await sharp(kept).metadata();
      expect(metadata).toMatchObject({ format: 'webp' });
      for (const field of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments', 'tifftagPhotoshop'] as const)
        expect(metadata[field]).toBeUndefined();
      for (const trace of ['Secret', 'Camera', 'Exif', 'EXIF', 'XMP ', 'ICCP'])
        expect(kept.includes(trace)).toBe(false);
    }
  });

  test('are kept in widths that they have, and found by name', async () => {
    const deps = await begin();
    const wide = await addPicture(deps, await picture(2000, 1000).png().toBuffer());
    expect(wide).toMatchObject({ type: 'image/webp', width: 1600, height: 800 });
    expect(wide.variants.map((variant) => variant.width)).toEqual([960, 480]);
    const small = await addPicture(deps, await picture(300, 200).webp().toBuffer());
    expect(small).toMatchObject({ width: 300, height: 200, variants: [] });
    const again = await addPicture(deps, await picture(300, 200).webp().toBuffer());
    expect(again).toEqual(small);
    const found = await findPictures(deps.database.read, [wide.sha256, small.sha256, small.sha256, 'none']);
    expect([...found.values()].sort((a, b) => a.width - b.width)).toEqual([small, wide]);
    expect((await findPictures(deps.database.read, [])).size).toBe(0);
  });

  test('are turned upright, in the widths that they then have', async () => {
    const added = await addPicture(await begin(), await tellingJpeg(1000, 400, 6));
    expect(added).toMatchObject({ width: 400, height: 1000, variants: [] });
  });

  test('with see-through parts and several frames become one picture', async () => {
    const gif = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .gif()
      .toBuffer();
    expect(await addPicture(await begin(), gif)).toMatchObject({ width: 50, height: 50 });
  });

  test.each([
    ['a text', Buffer.from('Not a picture.')],
    ['nothing', Buffer.alloc(0)],
    ['a drawing that could run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ['a page', Buffer.from('<!doctype html><title>x</title>')],
  ])('are refused when they are %s', async (_, bytes) => {
    const deps = await begin();
    const adding = addPicture(deps, bytes);
    await expect(adding).rejects.toThrow(PictureRefused);
    await expect(adding).rejects.toThrow(/JPEG, PNG or WebP/);
    expect(deps.blobs.held.size).toBe(0);
  });

  test('are refused with a way on when they are an iPhone’s HEIC', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(400),
    ]);
    await expect(addPicture(await begin(), heic)).rejects.toThrow(/HEIC photograph.*Save it as JPEG/u);
  });

  test('are refused when they are cut short', async () => {
    const bytes = await tellingJpeg();
    await expect(addPicture(await begin(), bytes.subarray(0, bytes.length / 2))).rejects.toThrow(PictureRefused);
  });
});

test('a picture of 60 megapixels is refused', async () => {
  const bytes = await picture(10_000, 6000).png({ compressionLevel: 1 }).toBuffer();
  const never = { database: undefined as never, blobs: memoryBlobs(), clock: testClock() };
  await expect(addPicture(never, bytes)).rejects.toThrow(/50 megapixels at most/);
});
