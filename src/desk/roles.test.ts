import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { placeReports } from '#developments/developments.ts';
import { captureEvidence } from '#evidence/evidence.ts';
import { addPicture, addToLibrary } from '#media/media.ts';
import { instantText } from '#platform/clock.ts';
import { projectRoot } from '#platform/root.ts';
import { findPublication, plainPublication, savePublication } from '#publications/publications.ts';
import {
  findInvitations,
  insertStaff,
  invite,
  permissions,
  signInMember,
  type StaffMember,
  type StaffRole,
  staffRoles,
} from '#staff/staff.ts';
import { draftSummary } from '#summaries/summaries.ts';
import { createReception, openSubmissionKeys } from '#submissions/submissions.ts';
import { acceptReports, findReport, findReportByExternalId, saveWire } from '#wires/wires.ts';
import { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskEnv } from './desk-context.ts';
import { describeRoles } from './describe-roles.ts';
import { declaredRoutes } from './may.ts';
import { sessionCookieName } from './session-cookie.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

/** What each publication of this test holds, for the addresses to name. */
interface Held {
  publication: string;
  piece: string;
  report: string;
  wire: string;
  submission: string;
  storyline: string;
  /** Of the library. */
  picture: string;
  /** Somebody with a role there, and an invitation to it. */
  member: string;
  invitation: string;
}

/** How a route is asked, and the least that it takes: written here apart from the table in the code, so that the two can differ. */
interface Row {
  least: 'anybody' | 'staff' | 'newsroom' | StaffRole;
  /** The publication does not matter: a role in any will do. */
  anywhere?: true;
  path: (held: Held) => string;
  send?: (held: Held) => Record<string, unknown> | URLSearchParams;
}

const api = (rest: string) => (held: Held) => `/desk/api/pieces/${held.piece}${rest}`;
const inbox = (rest: string) => (held: Held) => `/desk/${held.publication}/inbox/${held.submission}${rest}`;
const form = (fields: Record<string, string>) => () => new URLSearchParams(fields);
const span = ({ report }: Held) => ({ report, version: 1, start: 0, end: 3, quote: 'The' });

/** One row for each route of the desk; a route without one fails. */
const rows: Record<string, Row> = {
  'GET /desk/sign-in': { least: 'anybody', path: () => '/desk/sign-in?token=none' },
  'GET /desk/assets/:name': { least: 'anybody', path: () => '/desk/assets/none.css' },
  'POST /desk/sign-out': { least: 'anybody', path: () => '/desk/sign-out', send: form({}) },
  'POST /desk/api/sign-in/options': { least: 'anybody', path: () => '/desk/api/sign-in/options', send: () => ({}) },
  'POST /desk/api/sign-in': { least: 'anybody', path: () => '/desk/api/sign-in', send: () => ({ id: 'x' }) },
  'GET /desk/join': { least: 'anybody', path: () => '/desk/join?token=none' },
  'POST /desk/api/join-options': {
    least: 'anybody',
    path: () => '/desk/api/join-options',
    send: () => ({ token: 'x' }),
  },
  'POST /desk/api/join': { least: 'anybody', path: () => '/desk/api/join', send: () => ({ token: 'x', name: 'X' }) },
  'GET /desk/staff': { least: 'publisher', anywhere: true, path: () => '/desk/staff' },
  'POST /desk/staff/invite/:publication': {
    least: 'publisher',
    path: (held) => `/desk/staff/invite/${held.publication}`,
    send: form({ role: 'contributor' }),
  },
  'POST /desk/staff/take-back/:publication/:id': {
    least: 'publisher',
    path: (held) => `/desk/staff/take-back/${held.publication}/${held.invitation}`,
    send: form({}),
  },
  'POST /desk/staff/role/:publication/:id': {
    least: 'administrator',
    path: (held) => `/desk/staff/role/${held.publication}/${held.member}`,
    send: form({ role: 'editor' }),
  },
  'POST /desk/staff/suspend/:id': {
    least: 'administrator',
    path: (held) => `/desk/staff/suspend/${held.member}`,
    send: form({}),
  },
  'POST /desk/staff/resume/:id': {
    least: 'administrator',
    path: (held) => `/desk/staff/resume/${held.member}`,
    send: form({}),
  },
  'POST /desk/sign-in/code': {
    least: 'anybody',
    path: () => '/desk/sign-in/code',
    send: form({ key: 'X', code: '000000' }),
  },
  'POST /desk/account/app': { least: 'staff', path: () => '/desk/account/app', send: form({}) },
  'POST /desk/account/app/confirm': {
    least: 'staff',
    path: () => '/desk/account/app/confirm',
    send: form({ code: '1' }),
  },
  'POST /desk/account/app/remove': { least: 'staff', path: () => '/desk/account/app/remove', send: form({}) },
  'GET /desk/audit': { least: 'newsroom', anywhere: true, path: () => '/desk/audit' },
  'GET /desk/audit.jsonl': { least: 'newsroom', anywhere: true, path: () => '/desk/audit.jsonl' },
  'GET /desk/account': { least: 'staff', path: () => '/desk/account' },
  'POST /desk/api/account/passkey-options': {
    least: 'staff',
    path: () => '/desk/api/account/passkey-options',
    send: () => ({}),
  },
  'POST /desk/api/account/passkey': { least: 'staff', path: () => '/desk/api/account/passkey', send: () => ({}) },
  'POST /desk/account/passkey/:id/name': {
    least: 'staff',
    path: () => '/desk/account/passkey/x/name',
    send: form({ name: 'Key' }),
  },
  'POST /desk/account/passkey/:id/remove': {
    least: 'staff',
    path: () => '/desk/account/passkey/x/remove',
    send: form({}),
  },
  'POST /desk/account/details': {
    least: 'staff',
    path: () => '/desk/account/details',
    send: form({ name: 'Edda', email: 'edda@desk.example' }),
  },
  'POST /desk/account/leave': { least: 'staff', path: () => '/desk/account/leave', send: form({}) },
  'POST /desk/account/sessions/others': { least: 'staff', path: () => '/desk/account/sessions/others', send: form({}) },
  'POST /desk/account/session/:id/end': { least: 'staff', path: () => '/desk/account/session/x/end', send: form({}) },
  'GET /desk': { least: 'staff', path: () => '/desk' },
  'GET /desk/wires': { least: 'editor', anywhere: true, path: () => '/desk/wires' },
  'POST /desk/wires': { least: 'editor', anywhere: true, path: () => '/desk/wires', send: form({ outlet: 'Radio' }) },
  'GET /desk/wires.opml': { least: 'editor', anywhere: true, path: () => '/desk/wires.opml' },
  'POST /desk/wires/opml': { least: 'editor', anywhere: true, path: () => '/desk/wires/opml', send: form({}) },
  'GET /desk/wires/:id/terms': { least: 'editor', path: (held) => `/desk/wires/${held.wire}/terms` },
  'POST /desk/wires/:id/terms': {
    least: 'editor',
    path: (held) => `/desk/wires/${held.wire}/terms`,
    send: form({ internal: 'yes' }),
  },
  'POST /desk/wires/:id/password': {
    least: 'editor',
    path: (held) => `/desk/wires/${held.wire}/password`,
    send: form({ password: 'x' }),
  },
  'POST /desk/wires/:id/:act': { least: 'editor', path: (held) => `/desk/wires/${held.wire}/pause`, send: form({}) },
  'GET /desk/piece/:id': { least: 'contributor', path: (held) => `/desk/piece/${held.piece}` },
  'GET /desk/piece/:id/preview': { least: 'contributor', path: (held) => `/desk/piece/${held.piece}/preview` },
  'GET /desk/piece/:id/history': { least: 'contributor', path: (held) => `/desk/piece/${held.piece}/history` },
  'POST /desk/piece/:id/restore': {
    least: 'contributor',
    path: (held) => `/desk/piece/${held.piece}/restore`,
    send: form({ revision: '1', base: '1' }),
  },
  'GET /desk/piece/:id/details': { least: 'contributor', path: (held) => `/desk/piece/${held.piece}/details` },
  'POST /desk/piece/:id/details': {
    least: 'contributor',
    path: (held) => `/desk/piece/${held.piece}/details`,
    send: form({ base: '1', tags: 'ferries' }),
  },
  'POST /desk/piece/:id/translate': {
    least: 'contributor',
    path: (held) => `/desk/piece/${held.piece}/translate`,
    send: form({ lang: 'ar' }),
  },
  'POST /desk/piece/:id/task/:task': {
    least: 'contributor',
    path: (held) => `/desk/piece/${held.piece}/task/task_none`,
    send: form({ what: 'Taken out.' }),
  },
  'POST /desk/piece/:id/withdraw': {
    least: 'publisher',
    path: (held) => `/desk/piece/${held.piece}/withdraw`,
    send: form({ note: 'It was forged.' }),
  },
  'GET /desk/api/pieces/:id/work': { least: 'contributor', path: api('/work') },
  'PUT /desk/api/pieces/:id/work': {
    least: 'contributor',
    path: api('/work'),
    send: () => ({ state: 'review', assignee: null, due: null, changes: 0 }),
  },
  'POST /desk/api/pieces/:id/checked': {
    least: 'contributor',
    path: api('/checked'),
    send: () => ({ item: 'Names', checked: true }),
  },
  'POST /desk/api/pieces/:id/approve': { least: 'editor', path: api('/approve'), send: () => ({ revision: 1 }) },
  'POST /desk/api/pieces/:id/schedule': {
    least: 'publisher',
    path: api('/schedule'),
    send: () => ({ revision: 1, at: `${day}T23:00` }),
  },
  'POST /desk/api/pieces/:id/unschedule': { least: 'publisher', path: api('/unschedule'), send: () => ({}) },
  'POST /desk/api/pieces/:id/comments': {
    least: 'contributor',
    path: api('/comments'),
    send: () => ({ place: null, replyTo: null, quote: '', words: 'Who counted?' }),
  },
  'POST /desk/api/pieces/:id/comments/resolve': {
    least: 'contributor',
    path: api('/comments/resolve'),
    send: () => ({ comment: 'cmt_none' }),
  },
  'GET /desk/site/:name': { least: 'staff', path: () => '/desk/site/none.css' },
  'GET /desk/api/pieces/:id': { least: 'contributor', path: api('') },
  'GET /desk/api/pieces/:id/sources': { least: 'contributor', path: api('/sources') },
  'POST /desk/api/pieces/:id/sources': {
    least: 'contributor',
    path: api('/sources'),
    send: () => ({ sentence: 's1', words: 'Sentinel' }),
  },
  'POST /desk/api/pieces/:id/sources/open': {
    least: 'publisher',
    path: api('/sources/open'),
    send: () => ({ source: 'src_none' }),
  },
  'POST /desk/api/pieces/:id/sources/delete': {
    least: 'publisher',
    path: api('/sources/delete'),
    send: () => ({ source: 'src_none' }),
  },
  'GET /desk/api/pieces/:id/advice': { least: 'contributor', path: api('/advice') },
  'PUT /desk/api/pieces/:id': { least: 'contributor', path: api(''), send: () => ({ base: 99, content: {} }) },
  'POST /desk/api/pieces/:id/check': {
    least: 'contributor',
    path: api('/check'),
    send: () => ({ base: 1, sentence: 's1' }),
  },
  'POST /desk/api/pieces/:id/cite': { least: 'contributor', path: api('/cite'), send: span },
  'POST /desk/api/pieces/:id/sentence': { least: 'contributor', path: api('/sentence'), send: span },
  'POST /desk/api/pieces/:id/section': {
    least: 'contributor',
    path: api('/section'),
    send: () => ({ development: 'd1', day }),
  },
  'POST /desk/api/pieces/:id/lede': { least: 'contributor', path: api('/lede'), send: () => ({ headings: ['One'] }) },
  'POST /desk/api/pieces/:id/override': {
    least: 'editor',
    path: api('/override'),
    send: () => ({ at: 's1', mark: 'name:X', reason: 'It is so' }),
  },
  'POST /desk/api/pieces/:id/publish': { least: 'publisher', path: api('/publish'), send: () => ({ revision: 1 }) },
  'POST /desk/api/pieces/:id/presence': { least: 'contributor', path: api('/presence'), send: () => ({ tab: 't1' }) },
  'POST /desk/api/pieces/:id/report-link': {
    least: 'contributor',
    path: api('/report-link'),
    send: () => ({ link: 'file:///etc/passwd' }),
  },
  'POST /desk/api/pieces/:id/report': { least: 'contributor', path: api('/report'), send: () => ({ outlet: '' }) },
  'POST /desk/api/report-file': {
    least: 'contributor',
    path: (held) => `/desk/api/report-file?publication=${held.publication}&name=a.txt`,
    send: () => ({}),
  },
  'GET /desk/api/pieces/:id/developments': { least: 'contributor', path: api('/developments') },
  'GET /desk/api/reports/:id/:version': { least: 'contributor', path: (held) => `/desk/api/reports/${held.report}/1` },
  'POST /desk/pictures': { least: 'contributor', anywhere: true, path: () => '/desk/pictures', send: () => ({}) },
  'GET /desk/api/pictures': {
    least: 'contributor',
    path: (held) => `/desk/api/pictures?publication=${held.publication}`,
  },
  'GET /desk/media': { least: 'contributor', anywhere: true, path: () => '/desk/media' },
  'GET /desk/media/new': { least: 'contributor', anywhere: true, path: () => '/desk/media/new' },
  'POST /desk/media': { least: 'contributor', anywhere: true, path: () => '/desk/media', send: form({ alt: 'X' }) },
  'GET /desk/media/:media': { least: 'contributor', path: (held) => `/desk/media/${held.picture}` },
  'POST /desk/media/:media': {
    least: 'editor',
    path: (held) => `/desk/media/${held.picture}`,
    send: form({ alt: 'A ferry', credit: 'Courier', owner: 'Courier' }),
  },
  'POST /desk/media/:media/focus': {
    least: 'editor',
    path: (held) => `/desk/media/${held.picture}/focus`,
    send: form({ x: '20', y: '30' }),
  },
  'POST /desk/media/:media/delete': {
    least: 'editor',
    path: (held) => `/desk/media/${held.picture}/delete`,
    send: form({}),
  },
  'GET /desk/:publication/report/new': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/report/new`,
  },
  'POST /desk/:publication/report/new': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/report/new`,
    send: form({ outlet: 'Radio', title: 'A', body: 'A well is dry.', reported: `${day}T09:00`, url: '' }),
  },
  'GET /desk/:publication/inbox': { least: 'editor', path: (held) => `/desk/${held.publication}/inbox` },
  'GET /desk/:publication/inbox/:id': { least: 'editor', path: inbox('') },
  'POST /desk/:publication/inbox/:id/reply': { least: 'editor', path: inbox('/reply'), send: form({ reply: 'Yes' }) },
  'POST /desk/:publication/inbox/:id/:act': { least: 'editor', path: inbox('/close'), send: form({}) },
  'GET /desk/:publication': { least: 'contributor', path: (held) => `/desk/${held.publication}` },
  'GET /desk/:publication/storylines': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/storylines`,
  },
  'GET /desk/:publication/storylines/:storyline': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/storylines/${held.storyline}`,
  },
  'POST /desk/:publication/storylines/:storyline/:act': {
    least: 'editor',
    path: (held) => `/desk/${held.publication}/storylines/${held.storyline}/name`,
    send: form({ name: 'The well' }),
  },
  'GET /desk/:publication/plan': { least: 'contributor', path: (held) => `/desk/${held.publication}/plan` },
  'GET /desk/:publication/contributors': { least: 'editor', path: (held) => `/desk/${held.publication}/contributors` },
  'GET /desk/:publication/contributors/:contributor': {
    least: 'editor',
    path: (held) => `/desk/${held.publication}/contributors/nobody`,
  },
  'POST /desk/:publication/contributors/:contributor/:act': {
    least: 'editor',
    path: (held) => `/desk/${held.publication}/contributors/nobody/save`,
    send: form({}),
  },
  'GET /desk/network': { least: 'newsroom', anywhere: true, path: () => '/desk/network' },
  'POST /desk/network': { least: 'newsroom', anywhere: true, path: () => '/desk/network', send: form({ name: 'N' }) },
  'GET /desk/publications/new': { least: 'newsroom', anywhere: true, path: () => '/desk/publications/new' },
  'POST /desk/publications': {
    least: 'newsroom',
    anywhere: true,
    path: () => '/desk/publications',
    send: form({ name: 'Gorvan Courier', language: 'en', timeZone: 'UTC' }),
  },
  'GET /desk/:publication/settings': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings`,
  },
  'GET /desk/:publication/settings/logo': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/logo`,
  },
  'POST /desk/:publication/settings/logo': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/logo`,
    send: form({ act: 'remove' }),
  },
  'GET /desk/:publication/settings/ranking': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/ranking`,
  },
  'POST /desk/:publication/settings/ranking': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/ranking`,
    send: form({ new: '2' }),
  },
  'POST /desk/:publication/settings/ranking/forget': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/ranking/forget`,
    send: form({}),
  },
  'POST /desk/:publication/settings/ranking/default': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/ranking/default`,
    send: form({}),
  },
  'GET /desk/:publication/settings/topics': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/topics`,
  },
  'POST /desk/:publication/settings/topics': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/topics`,
    send: form({ 'name.en': 'Harbour' }),
  },
  'POST /desk/:publication/settings/topics/:topic/:act': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/topics/harbour/delete`,
    send: form({}),
  },
  'GET /desk/:publication/settings/names': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/names`,
  },
  'POST /desk/:publication/settings/names': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/names`,
    send: form({ kind: 'term', 'name.en': 'The mole' }),
  },
  'POST /desk/:publication/settings/names/:entry/:act': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/names/none/delete`,
    send: form({}),
  },
  'GET /desk/:publication/settings/labels': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/labels`,
  },
  'POST /desk/:publication/settings/labels/:kind/:label/:act': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/labels/tag/none/merge`,
    send: form({ into: 'other' }),
  },
  'GET /desk/:publication/settings/:setting': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/status`,
  },
  'POST /desk/:publication/settings/:setting': {
    least: 'administrator',
    path: (held) => `/desk/${held.publication}/settings/status`,
    send: form({ status: 'paused' }),
  },
  'GET /desk/:publication/pieces': { least: 'contributor', path: (held) => `/desk/${held.publication}/pieces` },
  'GET /desk/:publication/find': { least: 'contributor', path: (held) => `/desk/${held.publication}/find?q=Sentinel` },
  'GET /desk/:publication/pieces/new': { least: 'contributor', path: (held) => `/desk/${held.publication}/pieces/new` },
  'POST /desk/:publication/pieces': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/pieces`,
    send: form({ kind: 'background', lang: 'en', title: 'The quay' }),
  },
  'GET /desk/:publication/:day': { least: 'contributor', path: (held) => `/desk/${held.publication}/${day}` },
  'POST /desk/:publication/:day/join': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/${day}/join`,
    send: form({ chosen: 'none' }),
  },
  'POST /desk/:publication/:day/apart': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/${day}/apart`,
    send: form({ pair: '["none","nothing"]' }),
  },
  'POST /desk/:publication/:day/split': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/${day}/split`,
    send: form({ report: 'none' }),
  },
  'POST /desk/:publication/:day/draft': {
    least: 'contributor',
    path: (held) => `/desk/${held.publication}/${day}/draft`,
    send: form({ sections: '1' }),
  },
};

let desk: TestDesk;
let own: Held;
let other: Held;
/** Beside the desk's own: SQLite tells it of every commit of another connection (`pragma data_version`). */
let watcher: DatabaseSync;
const commits = (): number => Number(watcher.prepare('pragma data_version').get()?.data_version);
beforeAll(async () => {
  desk = await openTestDesk();
  watcher = new DatabaseSync(join(desk.newsroom.config.data, 'daybook.sqlite'), { readOnly: true });
  [own, other] = [await fill(desk, 'belisar'), await fill(desk, 'ashmere')];
});
afterAll(async () => {
  watcher.close();
  await desk.close();
});

test('what is committed is noticed', async () => {
  const before = commits();
  await enter(desk, {});
  expect(commits()).not.toBe(before);
});

const asDeclared = (desk: TestDesk) => declaredRoutes(desk.app as unknown as Parameters<typeof declaredRoutes>[0]);

test('a route that does not say which action it is keeps the desk from starting', () => {
  const app = new Hono<DeskEnv>();
  app.get('/desk/new-thing', (c) => c.text('done'));
  expect(() => declaredRoutes(app)).toThrow('GET /desk/new-thing does not say which action it is');
});

test('every route of the router has a row here, and no row is of a route that is gone', () => {
  const routes = asDeclared(desk).map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(rows).sort()).toEqual(routes.sort());
});

test('every action of the table is asked by a route or in one, and the contract says the table', () => {
  const used = new Set(asDeclared(desk).map(({ action }) => action as string));
  // Asked while a piece is saved.
  used.add('vouch');
  expect([...used].sort()).toEqual(Object.keys(permissions).sort());
  const contract = readFileSync(join(projectRoot, 'docs/contracts/roles.md'), 'utf8');
  expect(contract).toContain(describeRoles());
});

describe('who may do what', () => {
  for (const [route, row] of Object.entries(rows)) {
    test(`${route}: from ${row.least} upwards, and in nobody else's publication`, () => askAll(route, row));
  }
});

describe('what a request names in its body', () => {
  const send = (cookie: string, method: string, path: string, body: object) =>
    desk.app.request(path, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });

  test('is refused where it is of another publication: a report to cite, a citation, a wire’s publication', async () => {
    const cookie = await enter(desk, { belisar: 'administrator' });
    const before = await everything(desk);
    const cited = await send(cookie, 'POST', `/desk/api/pieces/${own.piece}/cite`, span(other));
    expect([cited.status, await cited.text()]).toEqual([400, expect.stringContaining('that report is not here')]);
    const { head, content } = await openPiece(cookie);
    const { evidence, quote } = await evidenceOf(other);
    const citation = { id: 'c1', evidence, quote, start: 0, end: quote.length, madeFor: 'Sentinel.' };
    content.blocks = [
      {
        type: 'paragraph',
        id: 'p1',
        sentences: [{ id: 's1', text: 'Sentinel.', basis: { kind: 'cited', citations: [citation] } }],
      },
    ];
    const saved = await send(cookie, 'PUT', `/desk/api/pieces/${own.piece}`, { base: head, content });
    expect([saved.status, await saved.text()]).toEqual([400, expect.stringContaining('of another publication')]);
    const wire = new URLSearchParams({ outlet: 'Radio', url: 'https://radio.example/rss', publications: 'ashmere' });
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await desk.app.request('/desk/wires', { method: 'POST', headers, body: wire })).status).toBe(422);
    expect(await everything(desk)).toEqual(before);
  });

  test('is refused where a contributor vouches, or changes the words that an editor vouched for', async () => {
    const vouch = async (cookie: string, text: string) => {
      const { head, content } = await openPiece(cookie);
      content.blocks = [
        { type: 'paragraph', id: 'p1', sentences: [{ id: 's1', text, basis: { kind: 'vouched', by: 'X', at: 'X' } }] },
      ];
      return send(cookie, 'PUT', `/desk/api/pieces/${own.piece}`, { base: head, content });
    };
    const contributor = await enter(desk, { belisar: 'contributor' });
    expect((await vouch(contributor, 'The fen is wet.')).status).toBe(400);
    expect((await vouch(await enter(desk, { belisar: 'editor' }), 'The fen is wet.')).status).toBe(200);
    expect((await vouch(contributor, 'The fen is wet.')).status).toBe(200);
    const changed = await vouch(contributor, 'The fen is dry.');
    expect([changed.status, await changed.text()]).toEqual([400, expect.stringContaining('an editor stands for')]);
  });

  async function openPiece(cookie: string) {
    const response = await desk.app.request(`/desk/api/pieces/${own.piece}`, { headers: { cookie } });
    const state = (await response.json()) as { piece: { revision: number }; content: { blocks: unknown[] } };
    return { head: state.piece.revision, content: state.content };
  }

  async function evidenceOf(held: Held): Promise<{ evidence: string; quote: string }> {
    const report = await findReport(desk.newsroom.database.read, held.report);
    if (!report) throw new Error('no report');
    const { evidenceId } = await captureEvidence(desk.newsroom, report);
    return { evidence: evidenceId, quote: report.body.slice(0, 8) };
  }
});

test('lists show what is of somebody’s own publications: publications, wires, pictures', async () => {
  const headers = { cookie: await enter(desk, { belisar: 'editor' }) };
  const home = await (await desk.app.request('/desk', { headers })).text();
  expect(home).toContain('/desk/belisar/inbox');
  expect(home).not.toContain('ashmere');
  const wires = await (await desk.app.request('/desk/wires', { headers })).text();
  expect(wires).toContain(own.wire);
  expect(wires).not.toContain('ashmere');
  const ours = await addPictureOf(desk.newsroom, 'belisar');
  const theirs = await addPictureOf(desk.newsroom, 'ashmere');
  const media = await (await desk.app.request('/desk/media', { headers })).text();
  expect(media).toContain(ours);
  expect(media).not.toContain(theirs);
  const contributor = { cookie: await enter(desk, { belisar: 'contributor' }) };
  const page = await (await desk.app.request(`/desk/belisar/${day}`, { headers: contributor })).text();
  for (const link of ['/desk/belisar/inbox', '/desk/wires']) expect(page).not.toContain(`href="${link}"`);
});

async function askAll(route: string, row: Row): Promise<void> {
  const method = route.split(' ')[0] ?? 'GET';
  const rank =
    row.least === 'anybody' || row.least === 'staff'
      ? -1
      : row.least === 'newsroom'
        ? staffRoles.length
        : staffRoles.indexOf(row.least);
  const ask = async (cookie: string | null, held: Held) => {
    const sent = row.send?.(held);
    const json = sent !== undefined && !(sent instanceof URLSearchParams);
    return desk.app.request(row.path(held), {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(json ? { 'content-type': 'application/json' } : {}),
        origin: 'https://desk.example',
        'sec-fetch-site': 'same-origin',
      },
      ...(sent === undefined ? {} : { body: json ? JSON.stringify(sent) : sent }),
    });
  };
  const refused = async (who: string, cookie: string | null, held: Held, status: number) => {
    const before = commits();
    const response = await ask(cookie, held);
    expect([route, who, response.status]).toEqual([route, who, status]);
    expect([route, who, commits() - before]).toEqual([route, who, 0]);
    return response.text();
  };
  const allowed = async (who: string, cookie: string | null, held: Held) => {
    const { status } = await ask(cookie, held);
    // What is asked for here is not there, or not sensible: that is another answer than a refusal.
    expect([route, who, [403, 500].includes(status) ? status : 'answered']).toEqual([route, who, 'answered']);
    if (row.least !== 'anybody') expect([route, who, status]).not.toEqual([route, who, 401]);
  };

  if (row.least !== 'anybody') await refused('nobody', null, own, 401);
  const nowhere = await enter(desk, {});
  if (row.least !== 'anybody' && row.least !== 'staff')
    await refused('staff without a role', nowhere, own, row.anywhere ? 403 : 404);
  for (const [index, role] of staffRoles.entries()) {
    const here = await enter(desk, { belisar: role });
    const free = row.least === 'anybody' || row.least === 'staff' || row.anywhere;
    if (!free) expect(await refused(`${role} of another`, here, other, 404)).not.toContain('Sentinel');
    if (index < rank) await refused(role, here, own, 403);
  }
  for (const role of staffRoles.slice(Math.max(0, rank)))
    await allowed(role, await enter(desk, { belisar: role }), own);
  await allowed('administrator of the newsroom', await enter(desk, {}, true), other);
}

let count = 0;

/** Somebody with these roles, signed in: their cookie. */
async function enter(desk: TestDesk, roles: StaffMember['roles'], runsNewsroom = false): Promise<string> {
  count += 1;
  const { newsroom } = desk;
  const member = { id: `st_${count}`, name: `Member ${count}`, email: `${count}@desk.example`, runsNewsroom };
  await newsroom.database.write((tx) => insertStaff(tx, { ...member, roles }, instantText(newsroom.clock.now())));
  return `${sessionCookieName('https://desk.example')}=${await signInMember(newsroom, member.id)}`;
}

/** A publication with one of everything that an address can name. */
async function fill({ newsroom }: TestDesk, slug: string): Promise<Held> {
  const { database, clock } = newsroom;
  const at = instantText(clock.now());
  count += 1;
  if (!(await findPublication(database.read, slug)))
    await database.write((tx) => savePublication(tx, plainPublication(slug), at));
  const publication = await findPublication(database.read, slug);
  if (!publication) throw new Error('no publication');
  const externalId = `${slug}-${count}`;
  const arriving = {
    sourceKey: `file:${externalId}`,
    externalId,
    url: null,
    outlet: 'Sentinel Courier',
    wireId: null,
    title: 'Sentinel: the well is dry',
    body: 'The well at Sentinel has been dry since Tuesday.',
    lang: 'en',
    authors: [],
    agency: null,
    method: 'file' as const,
    reportedAt: `${day}T06:00:00.000Z`,
    rawSha256: null,
  };
  const batch = { reports: [arriving], setAside: [], publications: [publication], followUp: 'by-caller' as const };
  await acceptReports(newsroom, batch);
  const report = await findReportByExternalId(database.read, slug, externalId);
  if (!report) throw new Error('no report');
  await placeReports(newsroom, publication);
  await captureEvidence(newsroom, report);
  const drafting = await draftSummary(newsroom, publication, { day, by: 'Sentinel' });
  if (drafting.kind === 'no-reports') throw new Error('no draft');
  const wire = `w_${externalId}`;
  await database.write((tx) =>
    saveWire(
      tx,
      {
        id: wire,
        outlet: 'Sentinel Courier',
        url: `https://${externalId}.example/rss`,
        lang: null,
        visibility: 'private',
        publications: [slug],
        state: 'active',
        intervalMinutes: 15,
        idleAlarmHours: 48,
      },
      at,
    ),
  );
  const picture = await addPictureOf(newsroom, slug);
  const keys = openSubmissionKeys(join(newsroom.config.data, 'keys'));
  const reception = createReception({ ...newsroom, keys });
  const token = await reception.token(publication, 'tip');
  await reception.take(
    { publication, lang: 'en', kind: 'tip' },
    new URLSearchParams({ form: token, text: 'Sentinel' }),
  );
  const [newest] = await database.read
    .withTables<{ submissions: { id: string; publication: string } }>()
    .selectFrom('submissions')
    .select('id')
    .where('publication', '=', slug)
    .execute();
  const [story] = await database.read
    .withTables<{ storylines: { id: string; publication: string } }>()
    .selectFrom('storylines')
    .select('id')
    .where('publication', '=', slug)
    .execute();
  const member = { id: `st_in_${count}`, name: 'Sentinel', email: `in${count}@desk.example`, runsNewsroom: false };
  await database.write((tx) => insertStaff(tx, { ...member, roles: { [slug]: 'contributor' } }, at));
  const inviter = { ...member, runsNewsroom: true, roles: {} };
  await invite({ database, clock }, inviter, { publication: slug, role: 'contributor' });
  const invitation = (await findInvitations(database.read, slug, at))[0]?.id ?? '';
  return {
    publication: slug,
    piece: drafting.pieceId,
    report: report.id,
    wire,
    picture,
    submission: newest?.id ?? '',
    storyline: story?.id ?? '',
    member: member.id,
    invitation,
  };
}

/** A picture of a publication's, unlike any other. */
async function addPictureOf(newsroom: TestDesk['newsroom'], slug: string): Promise<string> {
  count += 1;
  const background = { r: (count * 40) % 256, g: (count * 90) % 256, b: 0 };
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer();
  const { sha256: media } = await addPicture(newsroom, bytes);
  const words = { caption: 'Sentinel', credit: 'Sentinel', alt: 'Sentinel', owner: '', terms: '' };
  const picture = { media, publication: slug, words, endsOn: null };
  const at = instantText(newsroom.clock.now());
  await newsroom.database.write((tx) => addToLibrary(tx, picture, { at, by: 'Sentinel' }));
  return media;
}

/** Every row of every table, to see that a refusal changed nothing. */
async function everything({ newsroom }: TestDesk): Promise<string> {
  const { read } = newsroom.database;
  const tables = (await read.introspection.getTables()).map(({ name }) => name);
  const rows: unknown[] = [];
  for (const table of tables.sort())
    rows.push([table, await read.withTables<Record<string, object>>().selectFrom(table).selectAll().execute()]);
  return JSON.stringify(rows);
}
