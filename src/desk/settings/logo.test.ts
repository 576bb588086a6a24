import { findPictures } from '#media/media.ts';
import { renderPath } from '#pages/pages.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleArchive } from '../../../tests/support/sample-archive.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await loadSampleArchive(desk.newsroom.database);
});
afterAll(() => desk.close());

const path = '/desk/gorvan/settings/logo';
const summary = '/gorvan/executive-summaries/2016/04/11';
const site = { origin: 'https://desk.example', networkName: 'Network', assets: { css: [] } };

/** A bar of one colour in the middle of a transparent ground. */
async function drawn(colour: string, size = { width: 600, height: 120 }): Promise<File> {
  const bar = { create: { width: size.width - 20, height: 20, channels: 4 as const, background: colour } };
  const ground = { create: { ...size, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } };
  const png = sharp(ground)
    .composite([{ input: bar, left: 10, top: 10 }])
    .withMetadata({ exif: { IFD0: { Artist: 'Oona Firth' } } });
  return new File([new Uint8Array(await png.png().toBuffer())], 'logo.png', { type: 'image/png' });
}

async function standing(): Promise<Publication> {
  const publication = await findPublication(desk.newsroom.database.read, 'gorvan');
  if (!publication) throw new Error('no publication');
  return publication;
}

async function send(fields: Record<string, string | File>): Promise<{ status: number; wrong: string[] }> {
  const base = /name="base" value="([0-9a-f]+)"/u.exec(await (await desk.get(path)).text())?.[1] ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries({ base, ...fields })) form.append(name, value);
  const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
  const response = await desk.app.request(path, { method: 'POST', headers, body: form });
  const wrong = [...(await response.text()).matchAll(/<p class="wrong"[^>]*>([^<]*)</gu)].map(
    (match) => match[1] ?? '',
  );
  return { status: response.status, wrong };
}

const page = async (of: string) => {
  const picture = (name: string) => desk.newsroom.blobs.get(name);
  return renderPath(desk.newsroom.database.read, site, of, { picture });
};

test('an SVG, what is no picture, what is too small or too faint is refused, with the figure', async () => {
  const svg = new File(['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.svg');
  expect(await send({ light: svg })).toEqual({ status: 422, wrong: [expect.stringContaining('can hold scripts')] });
  const text = new File(['no picture'], 'logo.png');
  expect((await send({ light: text })).wrong[0]).toContain('cannot be read as a picture');
  const small = await drawn('#102030', { width: 120, height: 40 });
  expect((await send({ light: small })).wrong[0]).toContain('120 × 40 pixels');
  expect((await send({ light: await drawn('#eeeeaa') })).wrong[0]).toMatch(/1\.1\d:1 to the paper .* needs 3:1/u);
  const night = { light: await drawn('#102030'), dark: await drawn('#202020') };
  expect((await send(night)).wrong[0]).toMatch(/1\.\d\d:1 to the night .* needs 3:1/u);
  expect((await send({})).wrong).toEqual(['Choose the file of the logo.']);
  expect((await standing()).logo).toBeNull();
});

test('a logo stands in every masthead in place of the name, on the card, without metadata; by night on paper or as another', async () => {
  const plain = (await page(`${summary}/card.png`)).bytes;
  expect((await send({ light: await drawn('#102030') })).status).toBe(303);
  const { logo } = await standing();
  expect(logo).toMatchObject({ onPaper: true });
  for (const place of ['/gorvan', summary, '/gorvan/about'])
    expect((await page(place)).body).toMatch(
      /<img class="logo on-paper" src="\/media\/[0-9a-f]{64}\.webp"[^>]* alt="Gorvan Courier"/u,
    );
  const bytes = await desk.newsroom.blobs.get(logo?.media ?? '');
  expect((await sharp(bytes ?? undefined).metadata()).exif).toBeUndefined();
  expect((await page(`${summary}/card.png`)).bytes).not.toEqual(plain);
  expect((await send({ dark: await drawn('#e0e0f0'), 'alt.ar': 'بريد جورفان' })).status).toBe(303);
  expect((await standing()).logo).toEqual({ media: logo?.media, dark: expect.any(String), alt: { ar: 'بريد جورفان' } });
  const arabic = (await page('/gorvan/ar')).body;
  expect(arabic).toContain('alt="بريد جورفان"');
  expect(arabic).toMatch(/<source media="\(prefers-color-scheme:dark\)" srcset="\/media\//u);
});

test('taken away, its files go, and the name stands in type', async () => {
  const { media = '', dark = '' } = (await standing()).logo ?? {};
  expect((await send({ act: 'remove' })).status).toBe(303);
  expect((await page('/gorvan')).body).not.toContain('class="logo');
  expect((await findPictures(desk.newsroom.database.read, [media, dark])).size).toBe(0);
  expect(await desk.newsroom.blobs.get(media)).toBeNull();
});
