import { placeReports } from '#developments/developments.ts';
import { findPublication } from '#publications/publications.ts';
import { acceptReports, findWire, saveWire } from '#wires/wires.ts';
import { findLatestDeeds } from '#platform/audit/audit-store.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
let report = '';
const words = 'The tunnel under the Sorrel is to cost 9 million, the ministry of works said on Friday.';
beforeEach(async () => {
  desk = await openTestDesk();
  const { database } = desk.newsroom;
  const publication = await findPublication(database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const settings = { state: 'active', intervalMinutes: 15, idleAlarmHours: 48, publications: ['belisar'] } as const;
  const wire = {
    id: 'w1',
    outlet: 'Halyard',
    url: 'https://halyard.example/rss',
    lang: null,
    visibility: 'public',
  } as const;
  await database.write((tx) =>
    saveWire(tx, { ...wire, ...settings, publications: ['belisar'] }, `${day}T00:00:00.000Z`),
  );
  const arriving = {
    ...{
      sourceKey: 'wire:w1:1',
      externalId: '1',
      url: null,
      outlet: 'Halyard',
      wireId: 'w1',
      title: 'Tunnel to cost 9 million',
    },
    ...{ body: words, lang: 'en', authors: [], agency: null, method: 'feed' as const, rawSha256: null },
    reportedAt: `${day}T07:00:00.000Z`,
  };
  const batch = { reports: [arriving], setAside: [], publications: [publication], followUp: 'by-caller' as const };
  report = (await acceptReports(desk.newsroom, batch)).reportIds[0] ?? '';
  await placeReports(desk.newsroom, publication);
});
afterEach(() => desk.close());

const set = (form: Record<string, string>) => desk.post('/desk/wires/w1/terms', form);
const plain = async (path: string) =>
  (await (await desk.get(path)).text())
    .replace(/[\u2068\u2069]/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');

test('what an editor says of a wire’s terms is shown with the wire and each of its reports, and kept', async () => {
  const form = {
    mostWords: '50',
    lastDay: '2026-11-30',
    credit: 'Reporting by Halyard',
    notIn: 'Gorvan, Belisar',
    text: 'By letter',
  };
  expect((await set(form)).headers.get('location')).toBe('/desk/wires?said=terms#w1');
  const { terms } = (await findWire(desk.newsroom.database.read, 'w1')) ?? {};
  expect(terms).toMatchObject({
    mostWords: 50,
    until: '2026-12-01T00:00:00.000Z',
    notIn: ['Gorvan', 'Belisar'],
    text: 'By letter',
  });
  const rules = 'At most 50 words of a report may stand in a piece.';
  expect(await plain('/desk/wires')).toContain(rules);
  expect(await plain(`/desk/belisar/${day}`)).toContain(`Terms of use: By letter. ${rules}`);
  const page = await (await desk.get('/desk/wires/w1/terms')).text();
  for (const value of ['value="50"', 'value="2026-11-30"', 'value="Reporting by Halyard"', 'value="Gorvan, Belisar"'])
    expect(page).toContain(value);
  const deeds = await findLatestDeeds(desk.newsroom.database.read, 9, null);
  expect(deeds.find(({ action }) => action === 'terms set')?.object).toBe('wire:w1');
  await set({});
  expect((await findWire(desk.newsroom.database.read, 'w1'))?.terms).toBeNull();
});

test('what is wrong with a field is said beside it, and nothing is saved', async () => {
  const response = await set({ mostWords: 'few', lastDay: '2026-02-31' });
  expect([response.status, await response.text()]).toEqual([
    422,
    expect.stringMatching(/whole number.*This is no day/su),
  ]);
  expect((await findWire(desk.newsroom.database.read, 'w1'))?.terms).toBeNull();
});

test('a report that is for the desk alone is in no draft, and cannot be cited', async () => {
  await set({ internal: 'yes' });
  const piece = await desk.draft();
  expect(await (await desk.get(`/desk/api/pieces/${piece}`)).text()).not.toContain('9 million');
  const quote = 'The tunnel under the Sorrel is to cost 9 million';
  const span = { report, version: 1, start: 0, end: quote.length, quote };
  const refused = await desk.send('POST', `/desk/api/pieces/${piece}/cite`, span);
  expect([refused.status, await refused.text()]).toEqual([
    400,
    expect.stringContaining('For the desk alone by its terms of use'),
  ]);
  await set({});
  expect((await desk.send('POST', `/desk/api/pieces/${piece}/cite`, span)).status).toBe(200);
});
