import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeReports } from '#developments/developments.ts';
import { createFixedClock, type FixedClock, instantText } from '#platform/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import type { HttpClient } from '#platform/http/http-client.ts';
import { adviceKinds, plainPublication, savePublication } from '#publications/publications.ts';
import { createSignInToken } from '#staff/staff.ts';
import { draftSummary } from '#summaries/summaries.ts';
import { acceptReports, findReport, type Report } from '#wires/wires.ts';
import type { Hono } from 'hono';
import { copySqliteTemplate } from './sqlite-template.ts';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { createDesk } from '../../src/desk/desk.ts';

/** For the desk's tests: a real newsroom in a folder of its own, with a publication, two reports, and somebody signed in. */
export interface TestDesk {
  app: Hono;
  newsroom: Newsroom;
  clock: FixedClock;
  report: Report;
  cookie: string;
  get(path: string): Promise<Response>;
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response>;
  post(path: string, form: Record<string, string>): Promise<Response>;
  draft(): Promise<string>;
  close(): Promise<void>;
}

export const day = '2026-11-20';
const origin = 'https://desk.example';
const here = { origin, 'sec-fetch-site': 'same-origin' };
export const body =
  'The Long Bridge at Ashmere will close for nine days, engineers said on Friday. “It moved 35 millimetres in the night,” said Edda Thornley, who chairs the council. Buses will cross by the ferry at Dunmorrow until then.';

export async function openTestDesk(parts: { http?: HttpClient; env?: Record<string, string> } = {}): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-desk-'));
  copySqliteTemplate(join(folder, 'daybook.sqlite'));
  const clock = createFixedClock(`${day}T12:00:00Z`);
  const { env, ...own } = parts;
  const config = readConfig({ data: folder }, { DAYBOOK_LOG: 'silent', ...env });
  const newsroom = await openNewsroom(config, { clock, ...own });
  // Notes beside a text are another test's matter.
  const publication = { ...plainPublication('belisar'), unasked: [...adviceKinds] };
  await newsroom.database.write((tx) => savePublication(tx, publication, instantText(clock.now())));
  const arriving = (outlet: string, text: string, title: string) => ({
    sourceKey: `file:${outlet}`,
    externalId: outlet,
    url: `https://${outlet.toLowerCase()}.example/bridge`,
    outlet,
    wireId: null,
    title,
    body: text,
    lang: 'en',
    authors: [],
    agency: null,
    method: 'file' as const,
    reportedAt: `${day}T06:00:00.000Z`,
    rawSha256: null,
  });
  const reports = [
    arriving('Courier', body, 'Long Bridge at Ashmere to close for nine days'),
    // A second voice, so that the bridge always ranks first.
    arriving('Herald', body, 'Bridge at Ashmere to close for nine days, engineers say'),
    arriving(
      'Ledger',
      'Flour reached Dar Mizan by barge on Friday, 40 tonnes of it, the port office said in the afternoon.',
      'Flour reaches Dar Mizan by barge',
    ),
  ];
  const accepted = await acceptReports(newsroom, {
    reports,
    setAside: [],
    publications: [publication],
    followUp: 'by-caller',
  });
  await placeReports(newsroom, publication);
  const report = await findReport(newsroom.database.read, accepted.reportIds[0] ?? '');
  if (!report) throw new Error('the report did not arrive');
  const app = createDesk(newsroom, { origin });
  const signedIn = await app.request(`/desk/sign-in?token=${await createSignInToken(newsroom)}`);
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    app,
    newsroom,
    clock,
    report,
    cookie,
    get: async (path) => app.request(path, { headers: { cookie } }),
    send: async (method, path, value) =>
      app.request(path, {
        method,
        headers: { cookie, ...here, 'content-type': 'application/json' },
        body: JSON.stringify(value),
      }),
    post: async (path, form) =>
      app.request(path, { method: 'POST', headers: { cookie, ...here }, body: new URLSearchParams(form) }),
    draft: async () => {
      const drafting = await draftSummary(newsroom, publication, { day, by: 'Editor' });
      if (drafting.kind !== 'drafted') throw new Error(drafting.kind);
      return drafting.pieceId;
    },
    close: async () => {
      await newsroom.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
