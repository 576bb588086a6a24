import { placeReports } from '#developments/developments.ts';
import { raiseTask } from '#pieces/pieces.ts';
import { findPublication } from '#publications/publications.ts';
import { acceptReports, type Handling, plainHandling } from '#wires/wires.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

/** The agency's report of the bridge, in a version. */
async function send(
  handling: Partial<Handling>,
  words: { sourceKey?: string; title?: string; body?: string } = {},
): Promise<string> {
  const { newsroom } = desk;
  const publication = await findPublication(newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const report = {
    sourceKey: 'wire:halyard:bridge',
    externalId: 'bridge',
    url: null,
    outlet: 'Halyard',
    wireId: null,
    title: 'Accounts of the bridge: 9 million missing',
    body: 'The Long Bridge at Ashmere lost 9 million in the year, the council of Ashmere found on Friday in its accounts.',
    lang: 'en',
    authors: [],
    agency: null,
    method: 'file' as const,
    reportedAt: `${day}T06:30:00.000Z`,
    rawSha256: null,
    ...words,
    handling: { ...plainHandling, ...handling },
  };
  const batch = { reports: [report], setAside: [], publications: [publication], followUp: 'by-caller' as const };
  const { reportIds } = await acceptReports(newsroom, batch);
  await placeReports(newsroom, publication);
  const [id = ''] = reportIds;
  await raiseTask(newsroom, id);
  return id;
}
const text = async (path: string) =>
  (await (await desk.get(path)).text())
    .replace(/[\u2068\u2069]/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
const span = (report: string, version: number) => {
  const quote = 'The Long Bridge at Ashmere lost 9 million in the year';
  return { report, version, start: 0, end: quote.length, quote };
};

test('the day shows an embargo in the publication’s time, and what the sender says to editors', async () => {
  await send({
    embargoedUntil: `${day}T18:00:00.000Z`,
    usageTerms: 'Online only',
    note: 'Names to follow',
    urgency: 2,
  });
  const page = await text(`/desk/belisar/${day}`);
  expect(page).toContain('held back');
  expect(page).toMatch(/Embargoed until .*18:00.*: it cannot be cited before\./u);
  expect(page).toContain('Urgency 2. Its sender notes: Names to follow. Terms of use: Online only.');
});

test('no draft and no citation uses an embargoed report before its time; both do at it', async () => {
  const report = await send({ embargoedUntil: `${day}T18:00:00.000Z` });
  await send(
    { embargoedUntil: `${day}T18:00:00.000Z` },
    {
      sourceKey: 'tunnel',
      title: 'Tunnel under the Sorrel',
      body: 'A tunnel is to be dug under the river Sorrel by spring, the ministry of works will say tonight.',
    },
  );
  const piece = await desk.draft();
  const drafted = await (await desk.get(`/desk/api/pieces/${piece}`)).text();
  expect(drafted).toContain('Long Bridge');
  expect(drafted).not.toContain('9 million');
  const early = await desk.send('POST', `/desk/api/pieces/${piece}/cite`, span(report, 1));
  expect([early.status, await early.text()]).toEqual([400, expect.stringContaining('Embargoed until')]);
  const panel = await (await desk.get(`/desk/api/pieces/${piece}/developments?day=${day}`)).json();
  expect(JSON.stringify(panel)).toContain('Embargoed until');
  const section = async (headline: string) => {
    const [development] = (panel as { id: string; reports: { title: string }[] }[]).filter(({ reports }) =>
      reports.some(({ title }) => title.includes(headline)),
    );
    const response = await desk.send('POST', `/desk/api/pieces/${piece}/section`, {
      development: development?.id,
      day,
    });
    return [response.status, await response.text()] as const;
  };
  const [status, made] = await section('Accounts of the bridge');
  expect([status, made.includes('9 million'), made.includes('nine days')]).toEqual([200, false, true]);
  expect(made).not.toContain('Accounts of the bridge');
  expect(await section('Tunnel')).toEqual([400, expect.stringContaining('their senders hold them back')]);
  desk.clock.set(`${day}T18:00:00Z`);
  expect((await desk.send('POST', `/desk/api/pieces/${piece}/cite`, span(report, 1))).status).toBe(200);
});

test('a kill is work: the plan lists each piece that cites it, and what was done is kept with it', async () => {
  const report = await send({ version: 1 });
  const piece = await desk.draft();
  expect((await (await desk.get(`/desk/api/pieces/${piece}`)).text()).includes('9 million')).toBe(true);
  await send({ version: 2, status: 'killed', note: 'The accounts were forged' }, { title: '', body: '' });
  expect(await text('/desk')).toContain('One piece to be looked at again');
  const plan = await (await desk.get('/desk/belisar/plan')).text();
  expect(plan).toContain('Halyard took back a report');
  expect(plan).toContain('Its sender notes: The accounts were forged');
  const action = /action="(?<path>[^"]*\/task\/[^"]*)"/u.exec(plan)?.groups?.path ?? '';
  expect(action).toContain(piece);
  expect((await desk.post(action, { what: ' ' })).headers.get('location')).toBe('/desk/belisar/plan#tasks');
  expect((await desk.post(action, { what: 'Sentence taken out' })).headers.get('location')).toContain('said=done');
  expect(await text('/desk/belisar/plan?said=done')).toContain('What was done is kept with the task.');
  expect(await text('/desk')).not.toContain('looked at again');
  // It is no part of the day's developments any more, and is told as what it is.
  const page = await text(`/desk/belisar/${day}`);
  expect(page).toMatch(
    /Taken back by their senders.*Accounts of the bridge: 9 million missing.*cannot be cited any more/u,
  );
  const refused = await desk.send('POST', `/desk/api/pieces/${piece}/cite`, span(report, 1));
  expect(await refused.text()).toContain('Taken back by its sender');
  const composer = (await (await desk.get(`/desk/api/pieces/${piece}`)).json()) as {
    marks: { kind: string; words: string }[];
  };
  expect(composer.marks.find(({ kind }) => kind === 'held')?.words).toBe(
    'The report of Halyard that this rests on was taken back by its sender.',
  );
});
