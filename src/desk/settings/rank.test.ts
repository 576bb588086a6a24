import { findPublication } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const path = '/desk/belisar/settings/ranking';
const page = async (address: string): Promise<string> => (await desk.get(address)).text();
const baseOf = (html: string): string => /name="base" value="(\w+)"/u.exec(html)?.[1] ?? '';
const typedOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/name="(\w+)" value="([^"]*)" inputmode/gu)].map(([, name, value]) => [name, value]),
  );
const saved = async () => (await findPublication(desk.newsroom.database.read, 'belisar'))?.rankWeights;

test('the points of a part are looked at, saved, and brought back to the default', async () => {
  const standing = await page(path);
  const typed = typedOf(standing);
  expect(typed).toMatchObject({ independent: '2', repeat: '-2', feature: '-4' });
  expect(standing).toMatch(/in this order.*Bridge at Ashmere.*Flour reaches/su);

  // Outlets take points now: what two carry falls behind what one tells.
  const tried = { ...typed, outlets: '-5', base: baseOf(standing) };
  const looked = await page(`${path}?${new URLSearchParams({ ...tried, try: 'yes' }).toString()}`);
  expect(looked).toMatch(/Nothing is saved yet.*Flour reaches Dar Mizan by barge.*up from 2.*down from 1/su);
  expect(await saved()).toEqual({});

  expect((await desk.post(path, tried)).headers.get('location')).toBe(`${path}?said=saved`);
  expect(await saved()).toEqual({ outlets: -5 });
  expect(await page('/desk/belisar/2026-11-20')).toMatch(/Flour reaches.*Bridge at Ashmere/su);
  expect(await page('/desk/belisar/settings')).toContain('Changed: Outlets.');
  expect((await desk.post(path, { ...tried, outlets: '1' })).status).toBe(409);

  expect((await desk.post(`${path}/default`, {})).status).toBe(303);
  expect(await saved()).toEqual({});
});

test('what is no number, or too much of one, is told beside its field', async () => {
  const standing = await page(path);
  const wrong = await desk.post(path, { ...typedOf(standing), new: '<b>', change: '99', base: baseOf(standing) });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html.match(/Give a number from −10 to 10\./gu)).toHaveLength(2);
  expect(html).toContain('value="&lt;b&gt;"');
  expect(await saved()).toEqual({});
});
