import { renderPath } from '#pages/pages.ts';
import {
  adviceKinds,
  findNetwork,
  findPublication,
  plainPublication,
  savePublication,
} from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  const other = { ...plainPublication('ashmere'), name: 'Ashmere Daybook' };
  await desk.newsroom.database.write((tx) => savePublication(tx, other, '2026-11-20T13:00:00.000Z'));
});
afterAll(() => desk.close());

const site = { origin: 'https://desk.example', networkName: 'Network', assets: { css: [] } };
const front = async () => (await renderPath(desk.newsroom.database.read, site, '/')).body;
const typed = {
  name: 'Strait Network',
  lang: 'ar',
  description: 'مضيق واحد كل يوم',
  about: 'مؤسسة في أشمير.\n\nسجل المؤسسات.',
  contact: 'desk@strait.example',
  'order.belisar': '2',
  'order.ashmere': '1',
  timeZone: 'Asia/Beirut',
  sectionCount: '4',
  eyes: 'yes',
  'ask.contradicts': 'yes',
  checklist: 'Names\nFigures',
};

async function save(given: Record<string, string>): Promise<{ status: number; text: string }> {
  const base = /name="base" value="([0-9a-f]+)"/u.exec(await (await desk.get('/desk/network')).text())?.[1] ?? '';
  const response = await desk.post('/desk/network', { base, ...given });
  return { status: response.status, text: await response.text() };
}

test('the network says what it is on its front page, in its language and order; its mail address is hidden from harvesters', async () => {
  expect((await front()).indexOf('belisar')).toBeLessThan((await front()).indexOf('ashmere'));
  expect((await save(typed)).status).toBe(303);
  const page = await front();
  expect(page).toContain('<html lang="ar" dir="rtl"');
  for (const words of ['مضيق واحد كل يوم', 'مؤسسة في أشمير.', 'سجل المؤسسات.']) expect(page).toContain(words);
  expect(page.indexOf('ashmere')).toBeLessThan(page.indexOf('belisar'));
  expect(page).not.toContain('desk@strait.example');
  expect((await findNetwork(desk.newsroom.database.read)).name).toBe('Strait Network');
});

test('a new publication begins with the rules of the network', async () => {
  expect(await (await desk.get('/desk/publications/new')).text()).toContain('value="Asia/Beirut"');
  const made = { name: 'Dunmorrow Daybook', language: 'en', timeZone: 'UTC' };
  expect((await desk.post('/desk/publications', made)).status).toBe(303);
  expect(await findPublication(desk.newsroom.database.read, 'dunmorrow-daybook')).toMatchObject({
    ...{ timeZone: 'UTC', sectionCount: 4, secondPairOfEyes: true, checklist: ['Names', 'Figures'] },
    unasked: adviceKinds.filter((kind) => kind !== 'contradicts'),
    rights: null,
  });
});

test('what cannot be is refused at its field, and what somebody else saved meanwhile is not written over', async () => {
  for (const [name, value, words] of [
    ['contact', 'desk', 'This is no e-mail address.'],
    ['timeZone', 'Mars', 'must be an IANA name'],
    ['sectionCount', '0', 'Give a number from 1 to 12.'],
    ['lang', 'xx', 'Choose one.'],
  ] as const) {
    const refused = await save({ ...typed, [name]: value });
    expect([name, refused.status, refused.text]).toEqual([name, 422, expect.stringContaining(words)]);
  }
  expect((await desk.post('/desk/network', { ...typed, base: 'older' })).status).toBe(409);
});
