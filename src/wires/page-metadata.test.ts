import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readPageMetadata } from './page-metadata.ts';

const text = '<p>The harbour authority said on Tuesday that ferries would sail again once the storm had passed.</p>';

function read(head: string, inside: string, { url = 'https://courier.example/ferries', lang = 'en-GB' } = {}) {
  const html = `<html lang="${lang}"><head><title>Ferries sail again</title>${head}</head><body><div class="page">${inside}${text}</div></body></html>`;
  return readPageMetadata(parseHTML(html).document, url, html);
}
const h1 = '<h1>Ferries sail again</h1>';
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test('follows references in a JSON-LD graph to the author and the picture', () => {
  const graph = {
    '@graph': [
      { '@type': 'WebSite', name: 'The Quay Courier' },
      {
        '@type': ['NewsArticle'],
        headline: 'Ferries sail again',
        author: { '@id': '#firth' },
        image: { '@id': '#p' },
        datePublished: '2026-03-03T09:20:00Z',
      },
      { '@type': 'Person', '@id': '#firth', name: 'Oona Firth' },
      { '@type': 'ImageObject', '@id': '#p', url: '/pier.jpg' },
    ],
  };
  expect(read(ld(graph), h1)).toMatchObject({
    authors: ['Oona Firth'],
    image: 'https://courier.example/pier.jpg',
    date: { instant: '2026-03-03T09:20:00Z', precision: 'minute' },
  });
});

test('reads JSON-LD in a comment, with a comma too many, and passes over a broken one', () => {
  const broken = '<script type="application/ld+json">{"@type": </script>';
  const wrapped =
    '<script type="application/ld+json"><!--\n{"@type":"BlogPosting","author":[{"name":"Oona Firth"},"Tam Orsini",],}\n--></script>';
  expect(read(broken + wrapped, h1).authors).toEqual(['Oona Firth', 'Tam Orsini']);
});

test('takes an organisation or the site for the author only where no person is named', () => {
  const site = ld({ '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'The Quay Courier' } });
  const name = '<meta property="og:site_name" content="The Quay Courier">';
  expect(read(site + name, `${h1}<p class="byline">By Oona Firth</p>`).authors).toEqual(['Oona Firth']);
  expect(read(site + name, h1).authors).toEqual(['The Quay Courier']);
});

test.each([
  [
    'meta elements, each a name',
    '<meta name="citation_author" content="Oona Firth"><meta name="citation_author" content="Tam Orsini">',
    '',
    ['Oona Firth', 'Tam Orsini'],
  ],
  [
    'a labelled value',
    '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Oona Firth">',
    '',
    ['Oona Firth'],
  ],
  ['rel=author', '', '<p>Posted in News by <a rel="author" href="/o">Oona Firth</a></p>', ['Oona Firth']],
  [
    'several marked names',
    '',
    '<div class="authors"><span class="author-name">Oona Firth</span><span class="author-name">Tam Orsini</span></div>',
    ['Oona Firth', 'Tam Orsini'],
  ],
  ['a line below the heading', '', '<p>Von Oona Firth</p>', ['Oona Firth']],
  ['a label on a line of its own', '', '<p>By</p><p>Oona Firth</p>', ['Oona Firth']],
  ['a name beside the date', '', '<p>3.3.2026 – Oona Firth</p>', ['Oona Firth']],
])('finds authors in %s', (_where, head, inside, authors) => {
  expect(read(head, h1 + inside).authors).toEqual(authors);
});

test('does not take a name in the text, in a comment or in a profile’s address for the author', () => {
  const far = `${text.repeat(12)}<p>By Tam Orsini</p><div class="comments"><a rel="author">Ned Reed</a></div>`;
  expect(read('<meta name="author" content="https://courier.example/people/1">', h1 + far).authors).toEqual([]);
});

test.each([
  ['OpenGraph', '<meta property="article:published_time" content="2026-03-03T09:20:00+01:00">', '', '2026-03-03'],
  ['Dublin Core', '<meta name="DC.date.issued" content="2026-03-03">', '', '2026-03-03'],
  ['microdata', '', '<span itemprop="datePublished" content="2026-03-03"></span>', '2026-03-03'],
  ['a <time>', '', '<time datetime="2026-03-03T09:20">this morning</time>', '2026-03-03'],
  ['an <abbr>', '', '<abbr class="published" title="2026-03-03T09:20:00Z">today</abbr>', '2026-03-03'],
  ['a line in words', '', '<p>Quillport, 3 March 2026</p>', '2026-03-03'],
  ['a marked line far from the heading', '', `${text.repeat(20)}<p class="pubdate">3.3.2026</p>`, '2026-03-03'],
  ['a script', '<script>var page = {"publishedAt":"2026-03-03T09:20:00Z"}</script>', '', '2026-03-03'],
])('finds the date in %s', (_where, head, inside, day) => {
  expect(read(head, h1 + inside).date?.day).toBe(day);
});

test('finds the date in the address before what stands on the page', () => {
  expect(read('', `${h1}<p>5 March 2026</p>`, { url: 'https://courier.example/2026/03/03/ferries' }).date?.day).toBe(
    '2026-03-03',
  );
  expect(read('', h1, { url: 'https://courier.example/news/29-10-2026' }).date?.day).toBe('2026-10-29');
});

test('prefers the day of publishing to that of a change, and the earlier of two', () => {
  const lines = '<p class="meta">Updated 9 March 2026</p><p class="meta">Published 3 March 2026</p>';
  expect(read('', h1 + lines).date?.day).toBe('2026-03-03');
  const head = '<meta property="article:published_time" content="2026-05-01">';
  expect(read(head, `${h1}<time datetime="2026-03-03">3 March</time>`).date?.day).toBe('2026-03-03');
});

test('does not take a date in the text, in a comment or in a menu for that of the report', () => {
  const inText =
    '<p>The pier was built on 3 March 1926 by the town, as a sign above the old gate says in letters of brass that were put up later, and nobody has changed a thing since.</p>';
  const around = '<nav><p>Today: 1 January 2026</p></nav>';
  expect(read('', `${around}${text.repeat(10)}${h1}${inText}`).date).toBeNull();
  expect(read('', `${h1}${text.repeat(20)}<div class="comments"><p class="date">1 May 2026</p></div>`).date).toBeNull();
});

test('reads 3/11/2026 with the month first on an American page only', () => {
  const line = `${h1}<p class="date">3/11/2026</p>`;
  expect(read('', line, { lang: 'en-US' }).date?.day).toBe('2026-03-11');
  expect(read('', line, { lang: 'en-GB' }).date?.day).toBe('2026-11-03');
  expect(read('', line, { lang: 'es' }).date?.day).toBe('2026-11-03');
});

test('leaves out of the heading what stands above the title', () => {
  const over = '<h1><span class="kicker">Harbour</span> <span class="headline">Ferries sail again</span></h1>';
  expect(read('', over).title).toBe('Ferries sail again');
});
