import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSignInToken } from '#staff/staff.ts';
import { day, openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

test('shows nothing without a session: a page that says how to sign in, JSON for the composer', async () => {
  for (const path of [
    '/desk',
    '/desk/belisar',
    `/desk/belisar/${day}`,
    '/desk/wires',
    '/desk/piece/pc_x',
    '/desk/belisar/report/new',
  ]) {
    const response = await desk.app.request(path);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('bin/daybook sign-in');
  }
  const api = await desk.app.request('/desk/api/pieces/pc_x');
  expect([api.status, await api.json()]).toMatchObject([401, { kind: 'signed-out' }]);
});

test('a link signs in once, and a look at its head does not use it up', async () => {
  const path = `/desk/sign-in?token=${await createSignInToken(desk.newsroom)}`;
  await desk.app.request(path, { method: 'HEAD' });
  const first = await desk.app.request(path);
  expect([first.status, first.headers.get('location')]).toEqual([303, '/desk']);
  const cookie = first.headers.get('set-cookie') ?? '';
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', '__Host-', 'Secure', 'Max-Age=1209600'])
    expect(cookie).toContain(part);
  const second = await desk.app.request(path);
  expect(second.status).toBe(401);
  expect(await second.text()).toContain('works once');
});

test('signing out ends the session', async () => {
  await desk.post('/desk/sign-out', {});
  expect((await desk.get('/desk')).status).toBe(401);
});

test('does nothing that another site asks for', async () => {
  const form = { method: 'POST', body: new URLSearchParams({ sections: '1' }) };
  const path = `/desk/belisar/${day}/draft`;
  for (const headers of [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ]) {
    const response = await desk.app.request(path, {
      ...form,
      headers: { cookie: desk.cookie, ...headers } as Record<string, string>,
    });
    expect(response.status).toBe(403);
  }
  expect(await (await desk.get(`/desk/belisar/${day}`)).text()).toContain('not begun');
});

test('every answer forbids scripts from elsewhere, framing and keeping', async () => {
  const { headers } = await desk.get('/desk');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).toMatch(
    /; require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard$/u,
  );
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('an editor makes one development of two, and splits a report off, without a script', async () => {
  const page = async () => (await desk.get(`/desk/belisar/${day}`)).text();
  const ids = [...(await page()).matchAll(/name="chosen" value="([^"]+)"/gu)].map(([, id]) => id ?? '');
  expect(ids).toHaveLength(2);
  const chosen = new URLSearchParams(ids.map((id) => ['chosen', id]));
  const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
  const post = (act: string, body: URLSearchParams) =>
    desk.app.request(`/desk/belisar/${day}/${act}`, { method: 'POST', headers, body });
  const few = await post('join', new URLSearchParams({ chosen: ids[0] ?? '' }));
  expect(few.headers.get('location')).toContain('said=too-few');
  expect((await post('join', chosen)).headers.get('location')).toContain('said=joined');
  const joined = await page();
  expect(joined.match(/data-development/gu)).toHaveLength(1);
  const report = /form="split" name="report" value="([^"]+)"/u.exec(joined)?.[1] ?? '';
  const split = await post('split', new URLSearchParams({ report }));
  expect(split.headers.get('location')).toContain('said=split');
  expect((await page()).match(/data-development/gu)).toHaveLength(2);
});

test('an editor is asked whether two developments are one, and says so with one press', async () => {
  const page = async () => (await desk.get(`/desk/belisar/${day}`)).text();
  const [first = '', second = ''] = [...(await page()).matchAll(/name="chosen" value="([^"]+)"/gu)].map(
    ([, id]) => id ?? '',
  );
  const ask = () =>
    desk.newsroom.database.write((tx) =>
      tx
        .withTables<{ developments: { id: string; nearest: string; nearness: number } }>()
        .updateTable('developments')
        .set({ nearest: first, nearness: 0.4 })
        .where('id', '=', second)
        .execute(),
    );
  const settings = async () => (await desk.get('/desk/belisar/settings/ranking')).text();
  await desk.post('/desk/belisar/settings/ranking/forget', {});
  const pair = JSON.stringify([first, second]);
  await ask();
  expect(await page()).toMatch(/Perhaps one with.*\(40 %\)/su);
  expect((await desk.post(`/desk/belisar/${day}/apart`, { pair })).headers.get('location')).toContain('said=apart');
  expect(await page()).not.toContain('Perhaps one with');
  expect((await desk.post(`/desk/belisar/${day}/apart`, { pair })).headers.get('location')).toContain('said=gone');
  expect(await settings()).toMatch(/settled one doubtful pair: 0 joined, 1 kept apart/u);
  await ask();
  expect((await desk.post(`/desk/belisar/${day}/join`, { pair })).headers.get('location')).toContain('said=joined');
  expect((await page()).match(/data-development/gu)).toHaveLength(1);
  expect(await settings()).toMatch(/settled one doubtful pair: 1 joined, 0 kept apart/u);
  await desk.post('/desk/belisar/settings/ranking/forget', {});
  expect(await settings()).toContain('So Daybook ships');
  const report = /form="split" name="report" value="([^"]+)"/u.exec(await page())?.[1] ?? '';
  await desk.post(`/desk/belisar/${day}/split`, { report });
});

test('the day shows its developments, and a draft can be made of those chosen without a script', async () => {
  const page = await (await desk.get(`/desk/belisar/${day}`)).text();
  expect(page).toContain('Long Bridge at Ashmere to close for nine days');
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|style="| on\w+="/u);
  const chosen = /value="([^"]*)" aria-label="Tell “Flour/u.exec(page)?.[1] ?? '';
  const drafted = await desk.post(`/desk/belisar/${day}/draft`, { chosen, sections: '3' });
  expect(drafted.status).toBe(303);
  const piece = await (await desk.get(drafted.headers.get('location') ?? '')).text();
  expect(piece).toContain('Flour reaches Dar Mizan');
  expect(piece).not.toContain('<h2>Long Bridge');
  expect(await (await desk.get(`/desk/belisar/${day}`)).text()).toContain('Open the summary');
});

test('comment stands apart from the developments, says how it is known, and is told when it is ticked', async () => {
  const path = '/desk/belisar/report/new';
  const body = 'Nobody on the quay was asked. The boats that never sail are paid for by those who wait for them there.';
  const comment = {
    outlet: 'The Quay',
    title: 'Opinion: who pays for idle boats',
    url: '',
    reported: `${day}T09:30`,
    body,
  };
  expect((await desk.post(path, comment)).status).toBe(303);
  const page = await (await desk.get(`/desk/belisar/${day}`)).text();
  const [developments = '', apart = ''] = page.split('Comment, features and live pages');
  expect(developments).not.toContain('idle boats');
  expect(apart).toContain('Opinion: who pays for idle boats');
  expect(apart).toContain('comment, by its headline');
  const chosen = /value="([^"]*)" aria-label="Tell “Opinion: who pays/u.exec(apart)?.[1] ?? '';
  const drafted = await desk.post(`/desk/belisar/${day}/draft`, { chosen });
  const piece = await (await desk.get(drafted.headers.get('location') ?? '')).text();
  expect(piece).toContain('The boats that never sail');
});

test('an empty day teaches how reports come in', async () => {
  const page = await (await desk.get('/desk/belisar/2026-01-01')).text();
  expect(page).toContain('No report has come in for this day');
  expect(page).toContain('href="/desk/wires"');
  expect((await desk.get('/desk/belisar/2026-02-30')).status).toBe(404);
});

test('a text by hand becomes a report of its day, and bad input is explained at its field', async () => {
  const path = '/desk/belisar/report/new';
  const text = {
    outlet: 'Radio',
    title: 'The well at Sorrel is dry',
    url: '',
    reported: `${day}T09:00`,
    body: 'The well at Sorrel has been dry since Tuesday.\r\nNobody knows why.',
  };
  const wrong = await desk.post(path, {
    ...text,
    outlet: '',
    url: 'javascript:alert(1)',
    reported: '2030-01-01T00:00',
  });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  for (const words of ['A citation always names its outlet', 'This is no web address', 'not in the future'])
    expect(page).toContain(words);
  const taken = await desk.post(path, text);
  expect(taken.headers.get('location')).toMatch(new RegExp(`^/desk/belisar/${day}\\?added=rep_`, 'u'));
  const shown = await (await desk.get(taken.headers.get('location') ?? '')).text();
  expect(shown).toContain('The report is in');
  expect(shown).toContain('The well at Sorrel is dry');
});

test('a link that cannot be had says what to do', async () => {
  const response = await desk.post('/desk/belisar/report/new', { link: 'http://127.0.0.1:9/secret', day });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('could not be fetched or read');
});

test('a wire is added once, paused and resumed', async () => {
  const wire = {
    outlet: 'Courier',
    url: 'https://courier.example/rss',
    lang: '',
    visibility: 'private',
    publications: 'belisar',
  };
  expect((await desk.post('/desk/wires', { ...wire, url: 'file:///etc/passwd' })).status).toBe(422);
  expect((await desk.post('/desk/wires', wire)).status).toBe(303);
  expect(await (await desk.post('/desk/wires', wire)).text()).toContain('has this address already');
  const page = await (await desk.get('/desk/wires')).text();
  expect(page).toContain('New: it has not been fetched yet.');
  const id = /action="\/desk\/wires\/([^/]+)\/pause"/u.exec(page)?.[1];
  await desk.post(`/desk/wires/${id}/pause`, {});
  expect(await (await desk.get('/desk/wires')).text()).toContain('Paused: it is not fetched.');
});
