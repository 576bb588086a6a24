import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FeedUnreadable, parseFeed } from './parse-feed.ts';

const corpus = join(import.meta.dirname, '../../tests/corpus/feeds');
const parseText = (text: string, contentType: string | null = null) =>
  parseFeed({
    bytes: new TextEncoder().encode(text),
    contentType,
    url: 'https://feeds.example/f',
  });
const rss = (items: string) => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

describe('the corpus of feeds', () => {
  const files = readdirSync(corpus).filter((name) => !name.endsWith('.expected.json'));

  test('holds good and broken feeds', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  test.each(files)('%s is read as expected', async (file) => {
    const expected = JSON.parse(readFileSync(join(corpus, file.replace(/\.\w+$/, '.expected.json')), 'utf8'));
    const bytes = new Uint8Array(readFileSync(join(corpus, file)));
    const read = () =>
      parseFeed({
        bytes,
        contentType: null,
        url: `https://feeds.example/${file}`,
      });
    if (expected.unreadable) await expect(read()).rejects.toThrow(new FeedUnreadable(expected.unreadable));
    else expect(await read()).toEqual(expected);
  });
});

describe('what is no feed', () => {
  test.each([
    ['', 'an empty answer'],
    ['   \n', 'an empty document'],
    ['Not found', 'text without markup ("Not found…")'],
    ['<!doctype html><html><head><title>404 &amp; more</title></head></html>', 'an HTML page titled "404 & more"'],
    ['<opml version="2.0"><head/></opml>', 'XML of another kind (<opml>)'],
    ['{"error": "forbidden"}', 'JSON that is no feed (it has no list of items)'],
    ['{"items": [', 'broken JSON'],
    ['%PDF-1.7', 'a PDF file'],
  ])('%s is refused as %s', async (text, reason) => {
    await expect(parseText(text)).rejects.toThrow(new FeedUnreadable(reason));
  });
});

describe('limits', () => {
  test('reads 2,000 items and says that there were more', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => `<item><guid>${n}</guid><title>t</title></item>`).join('');
    const read = await parseText(rss(many));
    expect(read.items).toHaveLength(2_000);
    expect(read.setAside).toEqual([
      {
        item: 'items after 2000',
        reason: 'the feed has 2500 items, only the first 2000 are read',
      },
    ]);
  });

  test('sets an item with an endless text aside and reads the next', async () => {
    const read = await parseText(
      rss(
        `<item><guid>1</guid><description>${'x'.repeat(1_000_001)}</description></item><item><guid>2</guid><title>t</title></item>`,
      ),
    );
    expect(read.items.map(({ externalId }) => externalId)).toEqual(['2']);
    expect(read.setAside).toEqual([{ item: '1', reason: 'its text is over 1000000 characters' }]);
  });

  const floods: [string, string][] = [
    ['nested tags', '<div>'.repeat(100_000)],
    ['open brackets', '<'.repeat(300_000)],
    ['escaped tags', '&lt;a '.repeat(100_000)],
    ['sections', '<![CDATA['.repeat(100_000)],
    ['end tags', '</a>'.repeat(200_000)],
    ['quotes', '<a b="'.repeat(100_000)],
  ];
  test.each(floods)('is not held up by a flood of %s', async (_, flood) => {
    const started = performance.now();
    for (const name of ['title', 'description', 'author', 'pubDate', 'link', 'category', 'guid']) {
      await parseText(rss(`<item><guid>1</guid><title>t</title><${name}>${flood}</${name}></item>`));
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('is not held up by a long line where an author should be', async () => {
    const started = performance.now();
    await parseText(rss(`<item><guid>1</guid><title>t</title><author>${'a.'.repeat(200_000)}</author></item>`));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
