import sharp from 'sharp';
import { expect, test } from 'vitest';
import { plainPublication, savePublication } from '#publications/publications.ts';
import { beginWithdrawal } from '#withdrawals/withdrawals.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { memoryBlobs, testClock } from '../../tests/support/fixtures.ts';
import { addPicture } from './add-picture.ts';
import {
  addToLibrary,
  bringToLibrary,
  findLibraryPicture,
  findLibraryPictures,
  saveLibraryPicture,
} from './library-store.ts';
import { deletePicture, findPictures } from './media-store.ts';

const at = '2026-11-20T09:00:00.000Z';
const words = { caption: 'The ferry', credit: 'Ilka Brandt', alt: 'A ferry at a quay', owner: 'Courier', terms: '' };
const free = { endsOn: null, ended: false };

describeOnBothEngines('the library', (open) => {
  async function begin() {
    const database = await open();
    const deps = { database, blobs: memoryBlobs(), clock: testClock() };
    for (const slug of ['belisar', 'ashmere'])
      await database.write((tx) => savePublication(tx, plainPublication(slug), at));
    const picture = async (red: number) => {
      const create = { width: 600, height: 400, channels: 3 as const, background: { r: red * 60, g: 0, b: 0 } };
      return (await addPicture(deps, await sharp({ create }).png().toBuffer())).sha256;
    };
    const add = async (media: string, change: Partial<typeof words> = {}, publication = 'belisar', on = at) =>
      database.write((tx) =>
        addToLibrary(tx, { media, publication, words: { ...words, ...change }, endsOn: null }, { at: on, by: 'Edda' }),
      );
    const list = (listing: Partial<Parameters<typeof findLibraryPictures>[1]> = {}) =>
      findLibraryPictures(database.read, { publications: ['belisar'], words: '', limit: 10, offset: 0, ...listing });
    return { ...deps, picture, add, list };
  }

  test('lists what is of the publications asked for, the newest first, a page at a time', async () => {
    const { picture, add, list } = await begin();
    const [one, two, three] = [await picture(1), await picture(2), await picture(3)];
    await add(one, {}, 'belisar', '2026-11-18T09:00:00.000Z');
    await add(two, {}, 'belisar', '2026-11-19T09:00:00.000Z');
    await add(three, {}, 'ashmere');
    expect((await list()).pictures.map(({ media }) => media)).toEqual([two, one]);
    const second = await list({ limit: 1, offset: 1 });
    expect([second.count, second.pictures.map(({ media }) => media)]).toEqual([2, [one]]);
    expect((await list({ publications: [] })).count).toBe(0);
    expect((await list({ publications: ['belisar', 'ashmere'] })).count).toBe(3);
  });

  test('finds pictures by words of caption, credit and description, whatever their case, accents and order', async () => {
    const { picture, add, list } = await begin();
    await add(await picture(1), { caption: 'ÉCOLE à Dunmorrow', credit: 'Ilka Brandt', alt: 'عبّارة عند الرصيف' });
    await add(await picture(2), { caption: 'Flour, 100% of it', credit: 'Ledger' });
    const found = async (asked: string) => (await list({ words: asked })).count;
    expect(await found('dunmorrow ecole')).toBe(1);
    expect(await found('brandt')).toBe(1);
    expect(await found('عبارة')).toBe(1);
    expect(await found('ecole flour')).toBe(0);
    // Signs of a pattern are no pattern.
    expect(await found('%')).toBe(2);
    expect(await found('f_our')).toBe(0);
  });

  test('keeps a picture once, with what was written down first', async () => {
    const { database, picture, add } = await begin();
    const media = await picture(1);
    expect([await add(media), await add(media, { caption: 'Another' }, 'ashmere')]).toEqual([true, false]);
    expect(await findLibraryPicture(database.read, media)).toMatchObject({
      caption: 'The ferry',
      publication: 'belisar',
    });
  });

  test('takes the words of a piece until somebody looks after the picture', async () => {
    const { database, picture } = await begin();
    const media = await picture(1);
    const bring = (caption: string) =>
      database.write((tx) => bringToLibrary(tx, 'belisar', [{ media, caption, credit: '', alt: '' }]));
    await bring('');
    await bring('From a piece');
    expect(await findLibraryPicture(database.read, media)).toMatchObject({
      caption: 'From a piece',
      lookedAfter: false,
    });
    await database.write((tx) => saveLibraryPicture(tx, media, words, { endsOn: '2026-12-31', ended: false }));
    await bring('Another piece');
    expect(await findLibraryPicture(database.read, media)).toMatchObject({
      caption: 'The ferry',
      rights: { owner: 'Courier', terms: '', endsOn: '2026-12-31', ended: false },
      lookedAfter: true,
    });
    await database.write((tx) =>
      bringToLibrary(tx, 'belisar', [{ media: 'f'.repeat(64), caption: '', credit: '', alt: '' }]),
    );
    expect(await findLibraryPicture(database.read, 'f'.repeat(64))).toBeNull();
  });

  test('lets whoever adds a picture look after it that a piece of theirs brought, and nobody else', async () => {
    const { database, picture, add } = await begin();
    const media = await picture(1);
    const bring = (publication: string, caption: string) =>
      database.write((tx) => bringToLibrary(tx, publication, [{ media, caption, credit: '', alt: '' }]));
    await bring('belisar', 'From a piece');
    await bring('ashmere', 'From elsewhere');
    expect(await add(media, {}, 'ashmere')).toBe(false);
    expect(await findLibraryPicture(database.read, media)).toMatchObject({ caption: 'From a piece' });
    expect(await add(media)).toBe(true);
    expect(await findLibraryPicture(database.read, media)).toMatchObject({ caption: 'The ferry', lookedAfter: true });
  });

  test('keeps no name that was withdrawn', async () => {
    const { database, picture, add, list } = await begin();
    const by = { names: ['Ilka Brandt'], by: 'terminal' };
    await database.write((tx) => beginWithdrawal(tx, by, at));
    const media = await picture(1);
    await add(media, { caption: 'Ilka Brandt at work', owner: 'Ilka Brandt', terms: 'Ask Ilka Brandt' });
    expect(JSON.stringify(await findLibraryPicture(database.read, media))).not.toContain('Brandt');
    expect((await list({ words: 'brandt' })).count).toBe(0);
    await database.write((tx) => saveLibraryPicture(tx, media, words, free));
    expect(JSON.stringify(await findLibraryPicture(database.read, media))).not.toContain('Brandt');
  });

  test('lets a picture go, with the files that no other picture has', async () => {
    const { database, picture, add } = await begin();
    const media = await picture(1);
    const narrow = (await findPictures(database.read, [media])).get(media)?.variants[0]?.sha256;
    await add(media);
    expect(await database.write((tx) => deletePicture(tx, media))).toEqual([media, narrow]);
    expect(await findLibraryPicture(database.read, media)).toBeNull();
    expect((await findPictures(database.read, [media])).size).toBe(0);
  });
});
