import { addPicture, addToLibrary } from '#media/media.ts';
import { renderPath } from '#pages/pages.ts';
import { removePicture } from '#pieces/pieces.ts';
import { instantText } from '#platform/clock.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleArchive } from '../../../tests/support/sample-archive.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await loadSampleArchive(desk.newsroom.database, { contributors: [{ slug: 'bela-tarn', name: { en: 'Bela Tarn' } }] });
});
afterAll(() => desk.close());

const path = '/desk/gorvan/contributors';
const article = '/gorvan/articles/2016/08/19/the-ferry-sails-again';
const arabic = 'أونا-فيرث';
const site = { origin: 'https://desk.example', networkName: 'Network', assets: { css: [] } };

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

const read = async (page: string) => renderPath(desk.newsroom.database.read, site, page);
const readers = async (page: string): Promise<string> => (await read(page)).body;
const moved = async (page: string) => {
  const { status, location } = await read(page);
  return [status, location];
};
const at = (slug: string) => `${path}/${encodeURIComponent(slug)}`;
const base = async (slug: string): Promise<string> =>
  /name="base" value="([0-9a-f]+)"/u.exec(await (await desk.get(at(slug))).text())?.[1] ?? '';
const act = async (slug: string, what: string, typed: Record<string, string>) =>
  desk.post(`${at(slug)}/${what}`, { base: await base(slug), ...typed });

test('everybody in a byline is listed with their names, their pieces and the last of them, and is found', async () => {
  const page = await (await desk.get(path)).text();
  for (const name of ['Oona Firth', 'أونا فيرث', 'Bela Tarn']) expect(page).toContain(name);
  expect(page).toContain('Two live pieces, the last ');
  expect(page).toContain('The Harbour Office Answers');
  const found = await (await desk.get(`${path}?q=TARN`)).text();
  expect([found.includes('Bela Tarn'), found.includes('Oona Firth')]).toEqual([true, false]);
  expect(await (await desk.get('/desk/belisar/contributors')).text()).toContain('Nobody is named yet');
});

test('what is said of somebody stands on their page, in bylines and feeds in each language; the mail address nowhere', async () => {
  expect(await readers('/gorvan/contributor/oona-firth')).toContain('She lives on the eastern mole.');
  const typed = {
    'name.en': 'Oona Marsh',
    'title.en': 'pilot',
    'affiliation.en': 'Harbour School',
    'bio.en': 'She sails.\n\nShe teaches.',
    links: 'Her log https://log.example/oona\nhttps://www.quay.example/',
    email: 'oona@mail.example',
  };
  expect((await act('oona-firth', 'save', typed)).status).toBe(303);
  const page = await readers('/gorvan/contributor/oona-firth');
  for (const words of ['Oona Marsh</h1>', 'pilot', 'Harbour School', 'She teaches.', 'href="https://log.example/oona"'])
    expect(page).toContain(words);
  expect(page).toContain('<bdi>quay.example</bdi>');
  expect(page).not.toContain('eastern mole');
  for (const place of [article, '/gorvan', '/gorvan/contributor/oona-firth/rss.xml', `${article}.txt`])
    expect([place, (await readers(place)).includes('Oona Marsh')]).toEqual([place, true]);
  expect(JSON.stringify([page, await standing(), await readers(article)])).not.toContain('oona@mail.example');
  expect(await (await desk.get(at('oona-firth'))).text()).toContain('oona@mail.example');
});

test('an address of mail or of no https, a missing name and a namesake are refused, each at its field', async () => {
  const refused = async (typed: Record<string, string>) => {
    const response = await act('bela-tarn', 'save', { 'name.en': 'Bela Tarn', ...typed });
    return [response.status, /<p class="wrong"[^>]*>([^<]*)</u.exec(await response.text())?.[1]];
  };
  expect(await refused({ 'bio.en': 'Write to bela@mail.example.' })).toEqual([
    422,
    'Readers would see this e-mail address. It has a field of its own, for the desk alone.',
  ]);
  for (const links of ['Blog http://bela.example', 'javascript:alert(1)', 'Mail mailto:bela@mail.example'])
    expect(await refused({ links })).toEqual([422, 'Line 1 ends in no address that begins with https://.']);
  expect(await refused({ email: 'bela' })).toEqual([422, 'This is no e-mail address.']);
  expect(await refused({ 'name.en': '' })).toEqual([422, 'Somebody needs a name in one language at least.']);
  expect((await refused({ 'name.ar': 'أونا فيرث' }))[1]).toContain('Somebody else here is called so');
  expect((await desk.post(`${at('bela-tarn')}/save`, { base: 'older', 'name.en': 'B' })).status).toBe(409);
});

test('two become one: pieces, page and feeds move, in every language, and what one lacked comes along', async () => {
  const wrong = await act(arabic, 'merge', { into: 'nobody' });
  expect([wrong.status, (await wrong.text()).includes('Nobody else here is called so.')]).toEqual([422, true]);
  const merged = await act(arabic, 'merge', { into: 'oona marsh' });
  expect(merged.headers.get('location')).toBe(`${path}/oona-firth?said=merge`);
  expect((await standing()).merged).toEqual([{ kind: 'contributor', from: arabic, into: 'oona-firth' }]);
  expect(await moved(`/gorvan/ar/contributor/${encodeURIComponent(arabic)}`)).toEqual([
    301,
    '/gorvan/ar/contributor/oona-firth',
  ]);
  expect(await readers('/gorvan/ar/contributor/oona-firth')).toContain('أونا فيرث</h1>');
  expect((await standing()).contributors.find(({ slug }) => slug === 'oona-firth')?.name).toMatchObject({
    en: 'Oona Marsh',
    ar: 'أونا فيرث',
  });
});

test('another address leads from every one before it, after a second change too, and back again', async () => {
  const taken = await act('oona-firth', 'address', { address: 'bela-tarn' });
  expect([taken.status, (await taken.text()).includes('Something else stands at')]).toEqual([422, true]);
  expect((await act('oona-firth', 'address', { address: 'Oona Marsh' })).status).toBe(303);
  expect((await act('oona-marsh', 'address', { address: 'oona' })).status).toBe(303);
  for (const old of ['oona-firth', 'oona-marsh', encodeURIComponent(arabic)])
    for (const file of ['', '/rss.xml'])
      expect(await moved(`/gorvan/contributor/${old}${file}`)).toEqual([301, `/gorvan/contributor/oona${file}`]);
  expect((await desk.get(at('oona-firth'))).headers.get('location')).toBe(`${path}/oona`);
  expect(await readers(article)).toMatch(/href="\/gorvan\/contributor\/oona"[^>]*>(?:<bdi>)?Oona Marsh</u);
  expect(await (await desk.get(at('oona'))).text()).toContain('oona@mail.example');
  expect((await act('oona', 'address', { address: 'oona-firth' })).status).toBe(303);
  expect(await moved('/gorvan/contributor/oona')).toEqual([301, '/gorvan/contributor/oona-firth']);
  expect((await read('/gorvan/contributor/oona-firth')).status).toBe(200);
});

test('a portrait comes out of the library with its credit, needs words, and keeps the picture there while it stands', async () => {
  const { newsroom } = desk;
  const square = sharp({ create: { width: 30, height: 40, channels: 3, background: '#357' } });
  const { sha256: media } = await addPicture(newsroom, await square.png().toBuffer());
  const words = { caption: '', credit: 'Ilka Brandt', alt: 'Oona', owner: '', terms: '' };
  const picture = { media, publication: 'gorvan', words, endsOn: null };
  await newsroom.database.write((tx) =>
    addToLibrary(tx, picture, { at: instantText(newsroom.clock.now()), by: 'Editor' }),
  );
  expect((await act('oona-firth', 'portrait', { media: 'f'.repeat(64), 'alt.en': 'X' })).status).toBe(422);
  const wordless = await act('oona-firth', 'portrait', { media });
  expect([wordless.status, (await wordless.text()).includes('Say what it shows')]).toEqual([422, true]);
  expect((await act('oona-firth', 'portrait', { media, 'alt.en': 'Oona at the wheel' })).status).toBe(303);
  const page = await readers('/gorvan/contributor/oona-firth');
  expect(page).toContain(`/media/${media}.webp`);
  expect(page).toContain('alt="Oona at the wheel"');
  expect(page).toContain('Ilka Brandt');
  expect(await removePicture(newsroom, media, 'st_1')).toMatchObject({ kind: 'used' });
  expect(await (await desk.get(`/desk/media/${media}`)).text()).toContain(`${path}/oona-firth`);
  expect((await act('oona-firth', 'portrait', { media: '' })).status).toBe(303);
  expect(await readers('/gorvan/contributor/oona-firth')).not.toContain('/media/');
});
