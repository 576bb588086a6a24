import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PanelDevelopment, ReportAddedAnswer, ReportReadAnswer } from './composer-state.ts';
import { body, day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
let piece: string;
beforeEach(async () => {
  desk = await openTestDesk();
  piece = await desk.draft();
});
afterEach(() => desk.close());

const api = (path: string) => `/desk/api/pieces/${piece}${path}`;

test('a report that is added in the composer stands among the day’s developments', async () => {
  const report = {
    outlet: 'Lantern',
    title: 'Bridge at Ashmere closes, council says',
    url: '',
    reported: `${day}T10:00`,
    body: `${body} A word more.`,
  };
  const wrong = (await (
    await desk.send('POST', api('/report'), { ...report, outlet: '' })
  ).json()) as ReportAddedAnswer;
  expect(wrong).toMatchObject({
    kind: 'wrong',
    wrong: { outlet: expect.stringContaining('Who published it?') as string },
  });
  const added = (await (await desk.send('POST', api('/report'), report)).json()) as ReportAddedAnswer;
  expect(added).toMatchObject({ kind: 'added', day });
  const panel = (await (await desk.get(api(`/developments?day=${day}`))).json()) as PanelDevelopment[];
  expect(panel.flatMap(({ outlets }) => outlets.map(({ name }) => name))).toContain('Lantern');
  expect(panel[0]?.why.length).toBeGreaterThan(0);
});

test('a file is read in a thread of its own, and what cannot be read is said', async () => {
  const send = async (name: string, text: string) => {
    const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
    const path = `/desk/api/report-file?publication=belisar&name=${name}`;
    return (await (await desk.app.request(path, { method: 'POST', headers, body: text })).json()) as ReportReadAnswer;
  };
  const read = await send('note.txt', 'The council met.\n\nIt said nothing of the bridge.');
  expect(read).toMatchObject({ kind: 'read', report: { title: 'The council met.' } });
  expect(await send('note.pdf', '%PDF-1.4 broken')).toMatchObject({ kind: 'refused' });
});

test('what is no address is no link', async () => {
  expect((await desk.send('POST', api('/report-link'), { link: 'file:///etc/passwd' })).status).toBe(400);
});
