import { describe, expect, test } from 'vitest';
import { FeedUnreadable } from '../parsed-feed.ts';
import { readPageList } from './page-list.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Port office</title>${head}</head><body>${body}</body></html>`;
const read = (html: string, selectors: Partial<Parameters<typeof readPageList>[0]['selectors']> = {}) =>
  readPageList({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html; charset=utf-8',
    url: 'https://port.example/news/',
    selectors: { item: 'li.news', title: '', link: '', date: '', ...selectors },
  });

describe('a page without a feed', () => {
  test('gives items with title, link and date where the selectors say', () => {
    const list = read(
      page(`<ul><li class="news"><h3>Bridge <em>closed</em></h3><a href="bridge.html">more</a><time datetime="2026-11-20T08:00:00Z">today</time></li>
        <li class="news"><h3>عبارة جديدة</h3><a href="/ferry">المزيد</a><span class="d">19 November 2026</span></li></ul>`),
      { title: 'h3', date: 'time, .d' },
    );
    expect(list).toMatchObject({
      format: 'page',
      title: 'Port office',
      lang: 'en',
      items: [
        {
          externalId: 'https://port.example/news/bridge.html',
          url: 'https://port.example/news/bridge.html',
          title: 'Bridge closed',
          publishedAt: '2026-11-20T08:00:00Z',
          text: '',
        },
        { url: 'https://port.example/ferry', title: 'عبارة جديدة', publishedAt: '2026-11-19T00:00:00Z' },
      ],
      setAside: [],
    });
  });

  test('does without all but the selector of items: the link and its words', () => {
    const list = read(
      page(
        '<a class="n" href="1"><img alt="">One</a><a class="n" href="1">One again</a><a class="n" href="2" aria-label="Two"></a>',
      ),
      { item: 'a.n' },
    );
    expect(list.items.map(({ title, url }) => [title, url])).toEqual([
      ['One', 'https://port.example/news/1'],
      ['Two', 'https://port.example/news/2'],
    ]);
  });

  test('names the items that have no link or no title, and leaves addresses alone that are no web addresses', () => {
    const list = read(
      page(
        '<li class="news">No link</li><li class="news"><a href="javascript:alert(1)">x</a></li><li class="news"><a href="/3"></a></li><li class="news"><a href="/4">Four</a></li>',
      ),
    );
    expect(list.items.map(({ title }) => title)).toEqual(['Four']);
    expect(list.setAside).toEqual([
      { item: 'item 1', reason: 'it has no link' },
      { item: 'item 2', reason: 'it has no link' },
      { item: 'item 3', reason: 'it has no title' },
    ]);
  });

  test('starts relative addresses where the page says', () => {
    const [item] = read(
      page('<li class="news"><a href="a">A</a></li>', '<base href="https://www.port.example/en/">'),
    ).items;
    expect(item?.url).toBe('https://www.port.example/en/a');
  });

  test.each([
    [{ item: 'li[' }, 'the selector of the item, “li[”, cannot be read'],
    [{ title: '>>>' }, 'the selector of the title, “>>>”, cannot be read'],
    [{ item: '.gone' }, 'a page on which “.gone” selects nothing'],
  ])('says of %o that %s', (selectors, reason) => {
    expect(() => read(page('<li class="news"><a href="a">A</a></li>'), selectors)).toThrow(new FeedUnreadable(reason));
  });

  test('is read no further than 100 items, and not held up by nesting', () => {
    const items = Array.from({ length: 500 }, (_, n) => `<li class="news"><a href="${n}">Item ${n}</a></li>`).join('');
    expect(read(page(items)).items).toHaveLength(100);
    expect(() => read(page(`${'<div>'.repeat(50_000)}<li class="news"><a href="1">One</a></li>`))).toThrow(
      FeedUnreadable,
    );
  });
});
