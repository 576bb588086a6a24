import { expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';

const paragraphs = [
  'The harbour authority said on Tuesday that ferries would sail again once the storm had passed the outer islands.',
  'Three boats were damaged in the night, and a crane fell across the northern pier, the harbour master told reporters.',
  'Repairs will take about a week, he said, and the cost will be shared between the city and the insurers of the port.',
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const url = 'https://courier.example/2026/11/03/ferries';

const page = (
  head: string,
  inside = body,
) => `<!doctype html><html lang="en-GB"><head><title>Ferries – Courier</title>${head}</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  <article><h1>Ferries to sail again</h1>${inside}</article>
  <aside><p>Sign up for our newsletter and never miss a story from the coast again.</p></aside>
  <footer><p>© Courier. All rights reserved.</p></footer></body></html>`;

test('finds the report and leaves the page around it', () => {
  const article = extractArticle(page(''), url);
  expect(article.text).toBe(paragraphs.join('\n\n'));
  expect(article).toMatchObject({
    title: 'Ferries to sail again',
    lang: 'en-GB',
    publishedAt: '2026-11-03T00:00:00Z',
    publishedOn: '2026-11-03',
    datePrecision: 'day',
    authors: [],
    byline: null,
  });
  expect(article.html).toContain(`<p>${paragraphs[0]}</p>`);
});

test('believes JSON-LD before OpenGraph before the page', () => {
  const ld = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'From LD',
        datePublished: '2026-11-03T06:40:00+03:00',
        author: [{ name: 'N. Orsini' }, 'O. Reed'],
        image: { url: '/p.jpg' },
      },
    ],
  };
  const head = `<script type="application/ld+json">${JSON.stringify(ld)}</script><meta property="og:title" content="From OG"><meta property="article:published_time" content="2020-01-01">`;
  const headless = (inHead: string) => page(inHead).replace(/<h1>.*?<\/h1>/, '');
  expect(extractArticle(headless(head), url)).toMatchObject({
    title: 'From LD',
    authors: ['N. Orsini', 'O. Reed'],
    byline: 'N. Orsini, O. Reed',
    publishedAt: '2026-11-03T03:40:00Z',
    publishedOn: '2026-11-03',
    datePrecision: 'minute',
    image: 'https://courier.example/p.jpg',
  });
  const og =
    '<meta property="og:title" content="From OG &amp; on"><meta name="author" content="https://courier.example/people/1">';
  expect(extractArticle(headless(og), url)).toMatchObject({
    title: 'From OG & on',
    byline: null,
  });
});

test('falls back to the text that the page carries for machines', () => {
  const ld = { '@type': 'NewsArticle', articleBody: paragraphs.join('\n') };
  const article = extractArticle(
    `<script type="application/ld+json">${JSON.stringify(ld)}</script><div id="app"></div>`,
    url,
  );
  expect(article.text).toBe(paragraphs.join('\n\n'));
});

test('gives an empty text, not an error, for a page without a report', () => {
  for (const html of ['', 'x', '<html>', '<script>', '<body onload=x>', '\0']) {
    expect(extractArticle(html, 'https://courier.example/')).toMatchObject({
      publishedAt: null,
      byline: null,
    });
  }
});

test('leaves out a menu that stands above the heading inside the report', () => {
  const menu = '<div><ul><li>Sign in</li></ul><p>https://courier.example/2026/11/03/ferries</p></div>';
  const inside = `<div>${menu}<h1>Ferries to sail again</h1>${body}${body.replaceAll('boats', 'barges')}</div>`;
  const html = `<html><head><title>Ferries to sail again</title><meta property="og:title" content="Storm over, boats leave at last"></head><body>${inside}</body></html>`;
  const article = extractArticle(html, url);
  expect(article.title).toBe('Ferries to sail again');
  expect(article.text.startsWith(paragraphs[0] ?? '')).toBe(true);
});

test('takes the whole of what the page marks as its body where a part alone looks like a report', () => {
  const rest = paragraphs.map((text) => `<p>${text.replaceAll('the', 'this very')}</p>`).join('');
  const inside = `<div itemprop="articleBody">${body}<div class="social-share">${rest.repeat(2)}</div></div>`;
  expect(extractArticle(page('', inside), url).text).toContain('this very storm');
  const loose = `<div>${body}<div class="social-share">${rest.repeat(2)}</div></div>`;
  expect(extractArticle(page('', loose), url).text).not.toContain('this very storm');
});

test('takes the address that the page names where none is given, and guesses none', () => {
  const head = '<link rel="canonical" href="https://courier.example/ferries">';
  expect(extractArticle(page(head), null).url).toBe('https://courier.example/ferries');
  const inside = body.replace('ferries', '<a href="/f">ferries</a>');
  const nowhere = extractArticle(page('', inside), null);
  expect(nowhere.url).toBeNull();
  expect(nowhere.text).toBe(paragraphs.join('\n\n'));
  expect(nowhere.html).not.toContain('href');
});

test('tells the language from the text where the page declares none', () => {
  const html = page('').replace(' lang="en-GB"', '');
  expect(extractArticle(html, url).lang).toBe('en');
});

test('completes links and drops what could run', () => {
  const inside = body
    .replace('ferries', '<a href="/f" onclick="x()">ferries</a>')
    .replace('</p>', '<script>x()</script></p>');
  const { html } = extractArticle(page('', inside), url);
  expect(html).toContain('<a href="https://courier.example/f">ferries</a>');
  expect(html).not.toMatch(/script|onclick/);
});

test('does not overflow on 100,000 nested tags', () => {
  const started = performance.now();
  const article = extractArticle(page('', `${'<div>'.repeat(100_000)}${body}`), url);
  expect(article.text).toContain(paragraphs[1]);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test.each([
  ['an author', '<span class="author">'.repeat(100_000)],
  ['a drawing', '<svg>'.repeat(100_000)],
  ['the metadata', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
  ['a list of metadata', '<meta name="author" content="Oona Firth">'.repeat(10_000)],
  ['white space', `<script type="application/ld+json">,${' '.repeat(100_000)}x</script>`],
])('is not held up by %s without end', (_what, hostile) => {
  const started = performance.now();
  expect(extractArticle(page('', `${body}${hostile}`), url).title).toBe('Ferries to sail again');
  expect(performance.now() - started).toBeLessThan(15_000);
});
