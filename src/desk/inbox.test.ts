import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPublication } from '#publications/publications.ts';
import { createReception, openSubmissionKeys, type SubmissionKind } from '#submissions/submissions.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../tests/support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

async function send(kind: SubmissionKind, fields: Record<string, string>): Promise<string> {
  const { newsroom } = desk;
  const publication = await findPublication(newsroom.database.read, 'belisar');
  if (!publication) throw new Error('no publication');
  const reception = createReception({ ...newsroom, keys: openSubmissionKeys(join(newsroom.config.data, 'keys')) });
  const form = new URLSearchParams({ form: await reception.token(publication, kind), ...fields });
  const taken = await reception.take({ publication, lang: 'en', kind }, form);
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  return taken.code;
}
const inbox = async (query = '') => (await desk.get(`/desk/belisar/inbox${query}`)).text();
const firstItem = async () => /href="(\/desk\/belisar\/inbox\/sub_[0-9a-z]+)"/u.exec(await inbox())?.[1] ?? '';

test('the inbox opens nothing by itself, and nothing at all without a session', async () => {
  await send('tip', { text: 'Sentinel harbour' });
  const item = await firstItem();
  for (const path of ['/desk/belisar/inbox', item]) {
    const page = await desk.app.request(path);
    expect(page.status).toBe(401);
    expect(await page.text()).not.toContain('Sentinel');
  }
  expect(await inbox()).not.toContain('Sentinel');
  expect(await inbox()).toContain('<time datetime="2026-11-20">Friday');
  expect(await (await desk.get('/desk')).text()).toContain('one new submission');
  expect((await desk.get('/desk/nobody/inbox')).status).toBe(404);
  expect((await desk.get('/desk/belisar/inbox/sub_none')).status).toBe(404);
});

test('an editor opens one, replies, closes it, opens it again and deletes it', async () => {
  await send('pitch', {
    text: 'I want to write of the well.',
    byline: 'yes',
    name: 'O. Firth',
    links: 'javascript:alert(1)',
  });
  const item = await firstItem();
  const page = await (await desk.get(item)).text();
  for (const words of ['I want to write of the well.', 'Yes, as: O. Firth', 'javascript:alert(1)'])
    expect(page).toContain(words);
  expect(page).not.toContain('href="javascript');
  expect(await inbox()).toContain('>read</span>');
  expect((await desk.post(`${item}/reply`, { reply: '  ' })).status).toBe(422);
  const long = await desk.post(`${item}/reply`, { reply: 'a'.repeat(10_001) });
  expect([long.status, (await long.text()).includes('a'.repeat(10_001))]).toEqual([422, true]);
  const replied = await desk.post(`${item}/reply`, { reply: 'Send us more.' });
  expect([replied.status, replied.headers.get('location')]).toEqual([303, `${item}?said=replied`]);
  expect(await (await desk.get(item)).text()).toContain('Send us more.');
  expect((await desk.post(`${item}/close`, {})).headers.get('location')).toBe('/desk/belisar/inbox?said=closed');
  expect(await inbox()).toContain('Nothing is waiting here');
  expect(await inbox('?closed')).toContain(item);
  await desk.post(`${item}/open`, {});
  expect(await inbox()).toContain('>answered</span>');
  await desk.post(`${item}/delete`, {});
  expect((await desk.get(item)).status).toBe(404);
});

test('another site can neither reply nor delete', async () => {
  await send('tip', { text: 'Words' });
  const item = await firstItem();
  for (const act of ['reply', 'close', 'delete']) {
    const response = await desk.app.request(`${item}/${act}`, {
      method: 'POST',
      headers: { cookie: desk.cookie, 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ reply: 'x' }),
    });
    expect(response.status).toBe(403);
  }
  expect((await desk.get(item)).status).toBe(200);
});

test('hostile mark-up in any field is shown as the text that it is', async () => {
  const shared = join(import.meta.dirname, '../../../shared/data/hostile/xss.txt');
  const own = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</textarea><svg onload=alert(1)>',
    '</blockquote><iframe src=//x.example>',
  ];
  const lines = [...own, ...(existsSync(shared) ? readFileSync(shared, 'utf8').split('\n').filter(Boolean) : [])];
  const text = lines.join('\n').slice(0, 20_000);
  const short = (at: number) => own[at % own.length] ?? '';
  await send('pitch', {
    text,
    languages: short(1),
    links: lines.slice(0, 30).join('\n').slice(0, 3900),
    byline: 'yes',
    name: short(2),
  });
  const item = await firstItem();
  await desk.post(`${item}/reply`, { reply: text.slice(0, 9000) });
  const page = await (await desk.get(item)).text();
  // What the page's own mark-up is made of, and no more: whatever was sent stands escaped.
  const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)/giu)].map(([, name]) => name?.toLowerCase()));
  for (const foreign of ['script', 'img', 'svg', 'iframe', 'object', 'embed', 'style', 'math', 'video', 'base'])
    expect([foreign, tags.has(foreign)]).toEqual([foreign, false]);
  expect(page).not.toMatch(/<[a-z][^<>]*\son[a-z]+\s*=/iu);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
