import { readdirSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { plainPublication, type Publication, savePublication } from '#publications/publications.ts';
import { countSubmissions } from '#submissions/submissions.ts';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { createSite } from './site.ts';

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
const formType = 'application/x-www-form-urlencoded';

async function serve(changes: Partial<Publication> = {}) {
  const newsroom = await openTestNewsroom();
  const publication = { ...plainPublication('gorvan'), languages: ['en', 'ar'], ...changes };
  await newsroom.database.write((tx) => savePublication(tx, publication, '2026-11-20T09:00:00.000Z'));
  const lines: string[] = [];
  const keep = (message: string, fields = {}) => void lines.push(message + JSON.stringify(fields));
  const log = { debug: keep, info: keep, warn: keep, error: keep };
  const site = createSite({ ...newsroom, log }, 'https://daybook.example');
  const server = createServer((asked, response) => void site.handle(asked, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await newsroom.close();
  });
  const ask = (method: string, path: string, body = '', headers: Record<string, string> = {}) =>
    new Promise<Answer>((answered, failed) => {
      const asked = request(
        { port, method, path, headers: { host: 'daybook.example', ...headers }, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () =>
            answered({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      asked.on('error', failed).end(body);
    });
  const tokenIn = (page: Answer) => /name="form" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
  const token = async (path = '/gorvan/suggest') => tokenIn(await ask('GET', path));
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask('POST', path, new URLSearchParams(fields).toString(), { 'content-type': formType, ...headers });
  const kept = async () => (await countSubmissions(newsroom.database.read, 'gorvan')).new;
  return { newsroom, site, port, ask, post, token, tokenIn, kept, lines };
}

test('a form is made for one reader: no-store, in no cache, not compressed, with a token of its own', async () => {
  const { ask, site, tokenIn } = await serve();
  const pages = [
    await ask('GET', '/gorvan/suggest', '', { 'accept-encoding': 'gzip, br' }),
    await ask('GET', '/gorvan/suggest?utm=1'),
  ];
  for (const { status, headers } of pages) {
    expect([status, headers['cache-control'], headers['content-encoding'], headers['set-cookie']]).toEqual([
      200,
      'no-store',
      undefined,
      undefined,
    ]);
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers.etag).toBeUndefined();
  }
  expect(new Set(pages.map(tokenIn)).size).toBe(2);
  expect(site.cache.lookUp('/gorvan/suggest')).toBeUndefined();
  const head = await ask('HEAD', '/gorvan/suggest');
  expect([head.status, head.body, head.headers['cache-control']]).toEqual([200, '', 'no-store']);
});

test('a story is taken, its receipt shown, and a reload of the page shows the same again', async () => {
  const { post, token, kept } = await serve();
  const fields = { form: await token(), text: 'The ferry sails without a pilot.', email: '' };
  const sent = await post('/gorvan/suggest', fields);
  expect([sent.status, sent.headers['cache-control']]).toEqual([200, 'no-store']);
  const code = (page: Answer) =>
    /aria-label="Your receipt code">(.*?)<\/p>/u.exec(page.body)?.[1]?.replace(/<[^>]*>/gu, '') ?? '';
  expect(code(sent)).toMatch(/^(?:[0-9A-Z]{4}-?){4}$/u);
  expect(code(await post('/gorvan/suggest', fields))).toBe(code(sent));
  expect(await kept()).toBe(1);
  const receipt = await post('/gorvan/receipt', { code: code(sent) });
  expect(receipt.body).toContain('There is no reply yet');
  expect((await post('/gorvan/receipt', { code: 'nope' })).body).toContain('We know no such code here');
  expect((await post('/gorvan/receipt', { code: '"><img src=x onerror=alert(1)>' })).body).not.toContain('<img');
});

test('whatever is refused comes back as it was typed, with the reason and a fresh token', async () => {
  const { newsroom, post, token, tokenIn, kept } = await serve();
  const text = 'First line\n  <b>"second" & last</b> 👩‍👧';
  const shown = 'First line\n  &lt;b&gt;&quot;second&quot; &amp; last&lt;/b&gt; 👩‍👧';
  const good = await token();
  const refusals: [Record<string, string>, number, string][] = [
    [{ form: 'forged', text }, 422, 'had been open for too long'],
    [{ form: await token('/gorvan/share'), text }, 422, 'had been open for too long'],
    [{ form: good, text, fax: 'cheap pills' }, 422, 'A field that people do not see'],
    [{ form: good, text, email: 'nobody' }, 422, 'This is no e-mail address'],
  ];
  for (const [fields, status, reason] of refusals) {
    const page = await post('/gorvan/suggest', fields);
    expect([page.status, page.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(page.body).toContain(reason);
    expect(page.body).toContain(shown);
    expect(page.body).not.toContain('cheap pills');
    expect((await post('/gorvan/suggest', { form: tokenIn(page), text: `${text} ${reason}` })).status).toBe(200);
  }
  newsroom.clock.advance({ hours: 48 });
  expect((await post('/gorvan/suggest', { form: good, text })).body).toContain('had been open for too long');
  expect(await kept()).toBe(refusals.length);
});

test('a pitch keeps every field through a refusal, in Arabic too', async () => {
  const { post, token } = await serve();
  const fields = {
    text: 'عن البئر',
    languages: 'العربية',
    links: 'https://quay.example/a\nhttps://quay.example/b',
    byline: 'yes',
    email: 'oona@quay.example',
  };
  const page = await post('/gorvan/ar/share', { form: await token('/gorvan/ar/share'), ...fields });
  expect(page.status).toBe(422);
  expect(page.body).toContain('dir="rtl"');
  for (const words of [
    'عن البئر',
    'العربية',
    'https://quay.example/a\nhttps://quay.example/b',
    'oona@quay.example',
    'اكتبوا الاسم الذي يُنشر',
  ])
    expect(page.body).toContain(words);
  expect(page.body).toMatch(/id="byline"[^>]*checked/u);
});

test('what is too large, no form, from another site, or by another method is not taken', async () => {
  const { ask, post, token, kept } = await serve();
  const form = await token();
  const large = await post('/gorvan/suggest', { form, text: 'a'.repeat(400_000) });
  expect([large.status, large.headers.connection]).toEqual([413, 'close']);
  expect(large.body).toContain('too large to be taken');
  const json = await ask('POST', '/gorvan/suggest', JSON.stringify({ form, text: 'x' }), {
    'content-type': 'application/json',
  });
  expect(json.status).toBe(415);
  expect((await post('/gorvan/suggest', { form, text: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(415);
  const put = await ask('PUT', '/gorvan/suggest');
  expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  for (const path of ['/gorvan', '/gorvan/contribute', '/gorvan/suggest/', '/suggest', '/nobody/suggest'])
    expect((await post(path, { form, text: 'x' })).status).toBe(405);
  expect((await ask('GET', '/gorvan/suggest/')).headers.location).toBe('/gorvan/suggest');
  expect((await ask('GET', '/nobody/suggest')).status).toBe(404);
  expect(await kept()).toBe(0);
});

test('a form that stops half-way leaves nothing, and others are served meanwhile', async () => {
  const { port, ask, kept } = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /gorvan/suggest HTTP/1.1\r\nhost: daybook.example\r\ncontent-type: ${formType}\r\ncontent-length: 1000\r\n\r\ntext=half`,
  );
  expect((await ask('GET', '/gorvan/suggest')).status).toBe(200);
  socket.destroy();
  expect((await ask('GET', '/gorvan')).status).toBe(200);
  expect(await kept()).toBe(0);
});

test('a paused publication closes the forms and shows its letter, or keeps them by choice; receipts are read in both', async () => {
  const letter = {
    en: {
      title: 'A letter',
      salutation: 'Dear readers',
      paragraphs: ['We pause.'],
      signed: 'The desk',
      date: '2026-11-01',
    },
  };
  const closed = await serve({ status: 'paused', letter });
  for (const path of ['/gorvan/suggest', '/gorvan/share']) {
    const page = await closed.ask('GET', path);
    expect(page.body).toContain('The forms are closed');
    expect(page.body).toContain('We pause.');
    expect(page.body).not.toContain('<textarea');
  }
  expect((await closed.post('/gorvan/suggest', { text: 'x' })).status).toBe(403);
  expect((await closed.ask('GET', '/gorvan/contribute')).body).toContain('The forms are closed');
  expect((await closed.ask('GET', '/gorvan')).body).toContain(
    '<a href="/gorvan/contribute">Suggest your story or issue</a>',
  );
  expect((await closed.ask('GET', '/gorvan/receipt')).body).toContain('<input id="code"');
  const kept = await serve({ status: 'paused', letter, submissions: 'open' });
  expect((await kept.post('/gorvan/suggest', { form: await kept.token(), text: 'Still here' })).status).toBe(200);
  expect((await kept.ask('GET', '/gorvan')).body).toContain(
    '<a href="/gorvan/suggest">Suggest your story or issue</a>',
  );
});

test('a failure of our own keeps the words on the page and out of the log', async () => {
  const { newsroom, post, token, lines } = await serve();
  const form = await token();
  const write = newsroom.database.write;
  newsroom.database.write = () => Promise.reject(new Error('disk full near "sentinel words"'));
  const page = await post('/gorvan/suggest', { form, text: 'sentinel words' });
  newsroom.database.write = write;
  expect([page.status, page.body.includes('sentinel words')]).toEqual([503, true]);
  expect(page.body).toContain('the fault is ours');
  expect(lines.join('\n')).toContain('form failed');
  expect(lines.join('\n')).not.toContain('sentinel');
  expect((await post('/gorvan/suggest', { form, text: 'sentinel words' })).status).toBe(200);
});

test('the site seals without the private key, and makes no other in its place', async () => {
  const first = await serve();
  await first.post('/gorvan/suggest', { form: await first.token(), text: 'One' });
  const folder = join(first.newsroom.folder, 'keys');
  rmSync(join(folder, 'submissions.private.pem'));
  const again = createSite(first.newsroom, 'https://daybook.example');
  const server = createServer((asked, response) => void again.handle(asked, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ends.unshift(() => new Promise((closed) => server.close(() => closed())));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const form = await first.token();
  const sent = await fetch(`${origin}/gorvan/suggest`, {
    method: 'POST',
    body: new URLSearchParams({ form, text: 'Two' }),
    headers: { connection: 'close' },
  });
  expect(sent.status).toBe(200);
  expect(await first.kept()).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['forms.key', 'submissions.public']);
});
