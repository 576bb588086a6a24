import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeReports } from '#developments/developments.ts';
import { importGazetteer } from '#gazetteer/gazetteer.ts';
import { findPublication } from '#publications/publications.ts';
import { acceptReports } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());
const shown = async () =>
  (await (await desk.get(`/desk/belisar/${day}`)).text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');

test('once a gazetteer was read, the day names places, and a place in both scripts is one', async () => {
  const { newsroom } = desk;
  expect(await shown()).not.toContain('Names ');
  const file = join(newsroom.config.data, 'places.txt');
  const line = (id: number, name: string, also: string) =>
    `${id}\t${name}\t${name}\t${also}\t36\t37\tP\tPPL\tSY\t\t\t\t\t\t1600000\t\t400\tAsia/Damascus\t2026-01-01`;
  writeFileSync(file, [line(1, 'Ashmere', ''), line(2, 'Aleppo', 'حلب')].join('\n'));
  const options = { countries: [], classes: ['P'], setAside: () => undefined };
  await importGazetteer({ ...newsroom, signal: new AbortController().signal }, file, options);
  const publication = await findPublication(newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const report = (id: string, hour: number, lang: string, title: string, body: string) => ({
    ...{
      sourceKey: `file:${id}`,
      externalId: id,
      url: null,
      outlet: lang === 'ar' ? 'صدى مارام' : 'Echo',
      wireId: null,
    },
    ...{ title, body, lang, authors: [], agency: null, method: 'file' as const, rawSha256: null },
    reportedAt: `${day}T0${hour}:30:00.000Z`,
  });
  const reports = [
    report(
      ...(['en', 7, 'en', 'Rockets strike a bakery in Aleppo'] as const),
      'Rockets struck a bakery in Aleppo on Friday morning, doctors said. Nobody knew how many people were in the queue.',
    ),
    report(
      ...(['ar', 8, 'ar', 'صواريخ تصيب مخبزا في حلب'] as const),
      'أصابت صواريخ مخبزا في حلب صباح الجمعة، وقال أطباء إن عدد الواقفين في الطابور غير معروف.',
    ),
  ];
  await acceptReports(newsroom, { reports, setAside: [], publications: [publication], followUp: 'by-caller' });
  await placeReports(newsroom, publication);
  const page = await shown();
  expect(page).toContain('Names Ashmere');
  expect(page).toMatch(/Rockets strike a bakery in Aleppo .*Names Aleppo .*Two reports side by side/u);
});
