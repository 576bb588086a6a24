import { afterAll, expect, test } from 'vitest';
import type { ParseFeedInput } from '#wires/parse-feed.ts';
import type { ReadFeed } from '#wires/read-feed.ts';
import { createParseSandbox } from './parse-sandbox.ts';

const sandbox = createParseSandbox({ size: 1 });
afterAll(() => sandbox.close());

test('parses a feed in a thread of its own', async () => {
  const bytes = new TextEncoder().encode(
    '<rss><channel><title>T</title><item><guid>1</guid><title>One</title></item></channel></rss>',
  );
  const outcome = await sandbox.run<ParseFeedInput, ReadFeed>('read-feed', {
    bytes,
    contentType: null,
  });
  expect(outcome).toMatchObject({
    kind: 'ok',
    value: { title: 'T', items: [{ externalId: '1', title: 'One' }] },
  });
});

test('says by name and reason that an answer is no feed', async () => {
  const bytes = new TextEncoder().encode('<html><title>Sign in</title></html>');
  const outcome = await sandbox.run('read-feed', {
    bytes,
    contentType: 'text/html',
  });
  expect(outcome).toEqual({
    kind: 'failed',
    errorName: 'FeedUnreadable',
    reason: 'an HTML page titled "Sign in"',
  });
});

test('extracts a page and cleans HTML there, too', async () => {
  const page = new TextEncoder().encode('<title>Caf\u00e9</title><p>x');
  const article = await sandbox.run('extract-article', {
    page,
    contentType: null,
    url: 'https://a.example/',
  });
  expect(article).toMatchObject({ kind: 'ok', value: { title: 'Café' } });
  expect(await sandbox.run('sanitise-html', { html: '<b onclick=x>y</b>' })).toEqual({
    kind: 'ok',
    value: '<p><strong>y</strong></p>',
  });
});

test('ends a selector that would never be done, and goes on with the next page', async () => {
  const quick = createParseSandbox({ size: 1, deadlineMs: 1_500 });
  try {
    const page = `${'<div><p><a href="/1">x</a>'.repeat(120)}${'<p><i>a</i><b>b</b></p>'.repeat(3_000)}`;
    const list = (html: string, item: string) =>
      quick.run('read-page-list', {
        bytes: new TextEncoder().encode(html),
        contentType: 'text/html',
        url: 'https://a.example/',
        selectors: { item, title: '', link: '', date: '' },
      });
    expect(await list(page, ':has(* * * * a)')).toEqual({ kind: 'timed-out', deadlineMs: 1_500 });
    expect(await list('<p><a href="/1">One</a></p>', 'p')).toMatchObject({
      kind: 'ok',
      value: { items: [{ title: 'One' }] },
    });
  } finally {
    await quick.close();
  }
});
