import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { insertStaff, signInMember } from '#staff/staff.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDesk } from './desk.ts';
import { sessionCookieName } from './session-cookie.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const origin = 'https://desk.example';
const here = { origin, 'sec-fetch-site': 'same-origin' };

/** One of each sort: pages, data, files, what is not there, what is refused. */
async function everySort(): Promise<[string, Response][]> {
  const icon = /rel="icon" href="([^"]+)"/u.exec(await (await desk.get('/desk')).text())?.[1] ?? '';
  const sheet = /rel="stylesheet" href="([^"]+)"/u.exec(await (await desk.get('/desk')).text())?.[1] ?? '';
  const answers: [string, Response][] = [];
  for (const path of ['/desk', '/desk/account', '/desk/audit.jsonl', '/desk/wires.opml', icon, sheet])
    answers.push([path, await desk.get(path)]);
  for (const path of ['/desk/none/of/these', '/desk/api/pieces/none', '/desk/assets/none.css', '/desk/sign-in'])
    answers.push([path, await desk.app.request(path)]);
  answers.push(['from elsewhere', await desk.app.request('/desk/sign-out', { method: 'POST' })]);
  answers.push(['too large', await desk.post('/desk/sign-in/code', { key: 'x'.repeat(2_100_000) })]);
  answers.push(['signed out', await desk.post('/desk/sign-out', {})]);
  return answers;
}

test('every answer says what it is, and that it is not to be guessed, framed, kept, or asked for without TLS', async () => {
  for (const [what, { headers, status }] of await everySort()) {
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'"])
      expect([what, policy]).toEqual([what, expect.stringContaining(part)]);
    expect([what, policy]).toEqual([what, expect.stringContaining("frame-ancestors 'none'")]);
    expect([what, policy]).toEqual([what, expect.not.stringMatching(/unsafe|https?:|\*/u)]);
    expect({ what, ...Object.fromEntries(headers) }).toMatchObject({
      what,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    expect([what, headers.get('access-control-allow-origin')]).toEqual([what, null]);
    // Our own files alone are kept: their names hold their hash.
    const keeps = what.startsWith('/desk/assets/') && status === 200 ? /immutable/u : /^no-store$/u;
    expect([what, headers.get('cache-control')]).toEqual([what, expect.stringMatching(keeps)]);
    const type = headers.get('content-type') ?? '';
    expect([what, type]).toEqual([what, expect.stringMatching(/; ?charset=utf-8$|^application\/json$/iu)]);
  }
  expect((await everySort()).map(([, { status }]) => status)).toContain(413);
});

test('an origin without TLS asks for no TLS', async () => {
  const plain = createDesk(desk.newsroom, { origin: 'http://127.0.0.1:4400' });
  expect((await plain.request('/desk')).headers.get('strict-transport-security')).toBeNull();
});

test('signing out has the browser let go of the pages that it keeps, and of nothing else', async () => {
  expect((await desk.get('/desk')).headers.get('clear-site-data')).toBeNull();
  expect((await desk.post('/desk/sign-out', {})).headers.get('clear-site-data')).toBe('"cache"');
});

test('a fault of ours says so in general words, on a page and as data, and not what it was', async () => {
  for (const table of ['publications', 'pieces'])
    await desk.newsroom.database.write((tx) =>
      sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_gone`)}`.execute(tx),
    );
  for (const path of ['/desk', '/desk/belisar', '/desk/api/pieces/none']) {
    const response = await desk.get(path);
    const said = await response.text();
    expect([path, response.status]).toEqual([path, 500]);
    expect(said).toMatch(/the fault is ours/iu);
    expect(said).not.toMatch(/no such table|pieces_|select |\.ts:|SQLITE/iu);
  }
});

test('no method but those of a route does anything, TRACE among them', async () => {
  const server = createServer((asked, response) => void getRequestListener(desk.app.fetch)(asked, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const ask = (method: string) =>
    new Promise<[number | undefined, string]>((answered, failed) => {
      const headers = { cookie: desk.cookie, ...here, 'x-sentinel': 'Sentinel' };
      const asked = request({ port, path: '/desk/account', method, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => answered([response.statusCode, body]));
      });
      asked.on('error', failed).end();
    });
  for (const method of ['OPTIONS', 'DELETE', 'PATCH', 'PUT', 'TRACE']) {
    const [status, body] = await ask(method);
    expect([method, status]).toEqual([method, method === 'TRACE' ? expect.any(Number) : 404]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('Sentinel');
  }
  await new Promise((closed) => server.close(closed));
});

test('what is refused is logged, with who and what for, and nothing that was sent', async () => {
  const lines: string[] = [];
  const keep = (message: string, fields = {}) => void lines.push(message + JSON.stringify(fields));
  const log = { debug: keep, info: keep, warn: keep, error: keep };
  const app = createDesk({ ...desk.newsroom, log }, { origin });
  const post = (path: string, body: string, headers: Record<string, string> = here) =>
    app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  await app.request('/desk/sign-in?token=Sentinel');
  await post('/desk/sign-in/code', 'key=Sentinel&code=123456');
  await post('/desk/api/sign-in', '{"id":"Sentinel","response":{}}');
  await post('/desk/api/join', '{"token":"Sentinel"}');
  await post('/desk/sign-out', 'Sentinel', { 'sec-fetch-site': 'cross-site' });
  const somebody = { name: 'Nadia', email: 'n@desk.example', runsNewsroom: false };
  await desk.newsroom.database.write((tx) =>
    insertStaff(tx, { ...somebody, id: 'st_small', roles: { belisar: 'contributor' } }, `${day}T09:00:00.000Z`),
  );
  const cookie = `${sessionCookieName(origin)}=${await signInMember(desk.newsroom, 'st_small')}`;
  await app.request('/desk/wires', { headers: { cookie } });
  await app.request('/desk/gorvan', { headers: { cookie } });
  expect(lines).toEqual([
    'sign-in refused{"way":"link"}',
    'sign-in refused{"way":"code"}',
    'sign-in refused{"way":"passkey"}',
    'sign-in refused{"way":"invitation"}',
    'refused at the desk{"why":"sent from another site"}',
    'refused at the desk{"why":"may-not","action":"see wires","by":"st_small"}',
    'refused at the desk{"why":"hidden","action":"read the newsroom","by":"st_small"}',
  ]);
});

test('every page of the desk has the way to sign out in its bar', async () => {
  const piece = await desk.draft();
  for (const path of [
    '/desk',
    '/desk/account',
    '/desk/audit',
    '/desk/staff',
    '/desk/wires',
    '/desk/media',
    `/desk/belisar/${day}`,
    '/desk/belisar/plan',
    '/desk/belisar/pieces',
    '/desk/belisar/inbox',
    '/desk/belisar/settings',
    '/desk/belisar/settings/topics',
    '/desk/belisar/report/new',
    `/desk/piece/${piece}`,
    `/desk/piece/${piece}/details`,
    `/desk/piece/${piece}/history`,
    '/desk/nothing/of/this',
  ])
    expect([path, await (await desk.get(path)).text()]).toEqual([
      path,
      expect.stringMatching(/<form [^>]*action="\/desk\/sign-out"[\s\S]*<button>Sign out<\/button>/u),
    ]);
});

test('the key is typed unseen, and a password manager or the clipboard may fill it in', async () => {
  const page = await (await desk.app.request('/desk/sign-in')).text();
  expect(page).toMatch(/<input [^>]*name="key"[^>]* type="password"[^>]* autocomplete="current-password"/u);
  expect(page).toMatch(/<input [^>]*name="code"[^>]* autocomplete="one-time-code"/u);
  expect(page).not.toMatch(/onpaste|autocomplete="(?:off|new-password)"/u);
});

test('what names the prototype of objects changes none of them', async () => {
  const piece = await desk.draft();
  const poison = '{"__proto__":{"sentinel":true},"constructor":{"prototype":{"sentinel":true}}';
  const send = (method: string, path: string, body: string, type: string) =>
    desk.app.request(path, { method, body, headers: { cookie: desk.cookie, ...here, 'content-type': type } });
  for (const rest of ['/check', '/cite', '/section', '/comments', '/presence', '/override'])
    await send('POST', `/desk/api/pieces/${piece}${rest}`, `${poison}}`, 'application/json');
  const opened = (await (await desk.get(`/desk/api/pieces/${piece}`)).json()) as { content: object };
  const content = JSON.stringify(opened.content).replace('{', `${poison},`);
  await send('PUT', `/desk/api/pieces/${piece}`, `{"base":1,"content":${content}}`, 'application/json');
  for (const setting of ['name', 'about', 'rules', 'synonyms'])
    await send(
      'POST',
      `/desk/belisar/settings/${setting}`,
      'name.__proto__=sentinel&__proto__[sentinel]=true&constructor.prototype.sentinel=true',
      'application/x-www-form-urlencoded',
    );
  expect(({} as { sentinel?: unknown }).sentinel).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((await desk.get(`/desk/piece/${piece}`)).status).toBe(200);
});
