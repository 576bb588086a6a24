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
  expect(extractArticle(page(head), url)).toMatchObject({
    title: 'From LD',
    byline: 'N. Orsini, O. Reed',
    publishedAt: '2026-11-03T03:40:00Z',
    image: 'https://courier.example/p.jpg',
  });
  const og =
    '<meta property="og:title" content="From OG &amp; on"><meta name="author" content="https://courier.example/people/1">';
  expect(extractArticle(page(og), url)).toMatchObject({
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
