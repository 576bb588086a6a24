import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { openTestNewsroom } from '../../tests/support/test-newsroom.ts';
import { findReadCounts } from '#pages/pages.ts';
import { createReadCounter } from './count-reads.ts';
import { storePage } from './stored-page.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0';

test('what people read is counted by page and day; machines, feeds and what is not there are not', async () => {
  const newsroom = await openTestNewsroom();
  try {
    const counter = createReadCounter(newsroom);
    const page = (status: number, contentType: string) =>
      storePage({ status, contentType, body: 'x', noindex: false, reads: new Set() });
    const html = await page(200, 'text/html; charset=utf-8');
    const asked = (headers: Record<string, string>, method = 'GET') =>
      ({ method, headers }) as unknown as IncomingMessage;
    counter.count('/gorvan', html, asked({ 'user-agent': browser }));
    counter.count('/gorvan', html, asked({ 'user-agent': browser }));
    counter.count('/gorvan', html, asked({ 'user-agent': 'Examplebot/1.0' }));
    counter.count('/gorvan', html, asked({}));
    counter.count('/gorvan', html, asked({ 'user-agent': browser }, 'HEAD'));
    counter.count('/gorvan', html, asked({ 'user-agent': browser, 'sec-purpose': 'prefetch' }));
    counter.count('/gorvan/no', await page(404, 'text/html'), asked({ 'user-agent': browser }));
    counter.count('/gorvan/rss.xml', await page(200, 'application/rss+xml'), asked({ 'user-agent': browser }));
    await counter.flush();
    await counter.flush();
    expect(await findReadCounts(newsroom.database.read, 'gorvan')).toEqual([
      { path: '/gorvan', day: '2026-11-20', reads: 2 },
    ]);
  } finally {
    await newsroom.close();
  }
});
