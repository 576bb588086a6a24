import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLibraryPicture, findLibraryPictures, findPictures } from '#media/media.ts';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const words = { alt: 'A ferry at its quay', credit: 'Ilka Brandt', owner: 'Courier', caption: 'The ferry' };
const held = async () =>
  findLibraryPictures(desk.newsroom.database.read, { publications: ['belisar'], words: '', limit: 99, offset: 0 });

async function upload(bytes: Uint8Array, fields: Record<string, string> = words): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ publication: 'belisar', ...fields })) body.set(name, value);
  body.set('file', new File([Buffer.from(bytes)], 'a.jpg'));
  const headers = { cookie: desk.cookie, origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' };
  return desk.app.request('/desk/media', { method: 'POST', headers, body });
}

const photo = (background: string) =>
  sharp({ create: { width: 1000, height: 500, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Secret Photographer' } })
    .jpeg()
    .toBuffer();

async function added(background: string): Promise<string> {
  const response = await upload(await photo(background));
  expect(response.status).toBe(303);
  return /media\/(?<media>[0-9a-f]{64})/u.exec(response.headers.get('location') ?? '')?.groups?.media ?? '';
}

test('what was uploaded carries no metadata, and is shown with its words', async () => {
  const media = await added('#357');
  const file = (await findPictures(desk.newsroom.database.read, [media])).get(media);
  for (const name of [media, ...(file?.variants ?? []).map(({ sha256 }) => sha256)])
    expect((await sharp((await desk.newsroom.blobs.get(name)) ?? undefined).metadata()).exif).toBeUndefined();
  const page = await (await desk.get(`/desk/media/${media}`)).text();
  for (const text of [words.alt, words.credit, words.owner, 'No piece shows it.', 'Delete this picture'])
    expect(page).toContain(text);
  const again = await upload(await photo('#357'), { ...words, caption: 'Another' });
  expect(again.headers.get('location')).toBe(`/desk/media/${media}?said=there`);
  expect((await findLibraryPicture(desk.newsroom.database.read, media))?.caption).toBe('The ferry');
});

test.each([
  ['without a description', { ...words, alt: '  ' }, 'Every picture needs that'],
  ['without whose it is', { ...words, owner: '' }, 'Say whose picture it is'],
  ['for a publication that is not one’s own', { ...words, publication: 'ashmere' }, 'Choose the file again'],
  ['with a day that is none', { ...words, endsOn: '2026-02-31' }, 'Give a day, or nothing'],
])('nothing is kept %s, and what was typed stands there still', async (_, fields, reason) => {
  const before = (await held()).count;
  const response = await upload(await photo('#753'), fields);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain(reason);
  expect(page).toContain('Ilka Brandt');
  expect((await held()).count).toBe(before);
});

test('a HEIC photograph is refused with a way on', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)]);
  const response = await upload(heic);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('Save it as JPEG');
});

test('where a crop looks is set by two numbers or by a press on the picture, and taken back', async () => {
  const media = await added('#591');
  const read = async () => {
    const picture = await findLibraryPicture(desk.newsroom.database.read, media);
    return [picture?.focus.x, picture?.focus.y, picture?.share && [picture.share.width, picture.share.height]];
  };
  const send = (form: Record<string, string>) => desk.post(`/desk/media/${media}/focus`, form);
  expect(await read()).toEqual([50, 50, null]);
  await send({ x: '10', y: '80' });
  expect(await read()).toEqual([10, 80, [952, 500]]);
  // 280 pixels wide, 140 high.
  await send({ x: '10', y: '80', 'at.x': '140', 'at.y': '35' });
  expect(await read()).toEqual([50, 25, [952, 500]]);
  // Pressed by keyboard.
  await send({ x: '11', y: '81', 'at.x': '0', 'at.y': '0' });
  expect(await read()).toEqual([11, 81, [952, 500]]);
  const wrong = await send({ x: '101', y: '1' });
  expect(wrong.headers.get('location')).toContain('said=wrong');
  expect(await read()).toEqual([11, 81, [952, 500]]);
  const cut = (await findLibraryPicture(desk.newsroom.database.read, media))?.share?.sha256 ?? '';
  await send({ whole: 'yes', x: '11', y: '81' });
  expect(await read()).toEqual([50, 50, null]);
  expect(await desk.newsroom.blobs.get(cut)).toBeNull();
});

test('a picture that a piece shows is not deleted', async () => {
  const media = await added('#195');
  const id = await desk.draft();
  const state = (await (await desk.get(`/desk/api/pieces/${id}`)).json()) as {
    piece: { revision: number };
    content: Record<string, unknown>;
  };
  const save = async (topImage: unknown, base: number) =>
    desk.send('PUT', `/desk/api/pieces/${id}`, { base, content: { ...state.content, topImage } });
  const { caption, credit, alt } = words;
  expect((await save({ media, width: 1000, height: 500, caption, credit, alt }, state.piece.revision)).status).toBe(
    200,
  );
  const page = await (await desk.get(`/desk/media/${media}`)).text();
  expect(page).toContain(`/desk/piece/${id}`);
  expect(page).not.toContain('Delete this picture');
  const refused = await desk.post(`/desk/media/${media}/delete`, {});
  expect(refused.headers.get('location')).toBe(`/desk/media/${media}?said=used`);
  expect(await desk.newsroom.blobs.get(media)).not.toBeNull();
  await save(null, state.piece.revision + 1);
  const deleted = await desk.post(`/desk/media/${media}/delete`, {});
  expect(deleted.headers.get('location')).toBe('/desk/media?said=deleted');
  expect(await desk.newsroom.blobs.get(media)).toBeNull();
  expect((await desk.get(`/desk/media/${media}`)).status).toBe(404);
});

test('the composer is offered its publication’s pictures, and told which may not be shown any more', async () => {
  const media = await added('#888');
  const ask = async (query: string) =>
    (await (await desk.get(`/desk/api/pictures?publication=belisar&${query}`)).json()) as {
      pictures: { media: string; caption: string; ended: string | null }[];
    };
  const find = async () => (await ask('q=FERRY')).pictures.find((each) => each.media === media);
  expect(await find()).toMatchObject({ caption: 'The ferry', ended: null });
  await desk.post(`/desk/media/${media}`, { ...words, endsOn: '2026-11-19' });
  expect((await find())?.ended).toMatch(/Rights ended on Thursday, 19\sNovember 2026/u);
  expect((await ask('q=nothing')).pictures).toEqual([]);
});
