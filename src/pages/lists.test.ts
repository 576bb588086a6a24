import { expect, test } from 'vitest';
import { aboutPage } from './about-page.tsx';
import { contributePage } from './contribute-page.tsx';
import { errorPage } from './error-page.tsx';
import { networkHomePage } from './network-home-page.tsx';
import { notFoundPage } from './not-found-page.tsx';
import { shownPages } from './pager.tsx';
import { publicationHomePage } from './publication-home-page.tsx';
import { sampleCards, sampleMonth, samplePublication, sampleSite, sampleSummary } from './sample-views.ts';
import { listPage } from './list-page.tsx';
import { topicPage } from './topic-page.tsx';

const publication = samplePublication();
const month = sampleMonth();
const letter = {
  title: 'A letter',
  salutation: 'Dear readers,',
  paragraphs: ['We are pausing.'],
  signed: 'The editors',
  date: '2025-05-19',
};

test('the front page leads with the latest summary whole, and does not list it again', () => {
  const latest = sampleSummary();
  const html = publicationHomePage(sampleSite, publication, { latest, recent: sampleCards(3), month, shelves: [] });
  expect(html).toContain('The Long Bridge is shut.');
  expect(html.match(/Executive Summary for November 3rd</g)).toHaveLength(1);
  expect(html).toMatch(/<h1 class="name">/);
});

test('a front page before the first summary says so', () => {
  const html = publicationHomePage(sampleSite, publication, { latest: null, recent: [], month: null, shelves: [] });
  expect(html).toContain('Nothing has been published here yet.');
});

test('a paused publication opens with its letter and the way to the living sibling; an active one shows none', () => {
  const view = { latest: sampleSummary(), recent: [], month, shelves: [] };
  const paused = publicationHomePage(sampleSite, samplePublication({ status: 'paused', letter }), view);
  expect(paused.indexOf('Dear readers,')).toBeLessThan(paused.indexOf('The Long Bridge is shut.'));
  expect(paused).toContain('href="/aldermoss"');
  expect(publicationHomePage(sampleSite, samplePublication({ letter }), view)).not.toContain('Dear readers,');
});

test('a list is cut where the month changes and paged by number', () => {
  const cards = sampleCards(25);
  const html = listPage(sampleSite, publication, { kind: 'summary', cards, page: 2, pages: 12, month });
  expect(html).toContain('<h2>October 2026</h2>');
  expect(html).toContain('href="/belisar/executive-summaries?page=3"');
  expect(html).toContain('href="/belisar/executive-summaries" rel="prev"');
  expect(html).toContain('<link rel="canonical" href="https://daybook.example/belisar/executive-summaries?page=2"/>');
});

test.each([
  [1, 1, [1]],
  [1, 12, [1, 2, null, 12]],
  [5, 12, [1, null, 4, 5, 6, null, 12]],
  [3, 5, [1, 2, 3, 4, 5]],
  [300, 300, [1, null, 299, 300]],
])('page %i of %i shows %j', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown);
});

test('a topic without pieces says so and still has its feeds', () => {
  const topic = { slug: 'health', name: 'Health and water' };
  const html = topicPage(sampleSite, publication, { topic, cards: [], page: 1, pages: 1 });
  expect(html).toContain('Nothing has been filed under this topic yet.');
  expect(html).toContain('href="/belisar/health/rss.xml"');
});

test('a topic says what it covers on its first page, in its own language where it has none in this one', () => {
  const topic = { slug: 'health', name: 'Health' };
  const intro = { text: 'المستشفيات والمياه.', lang: 'ar' };
  const list = { topic, intro, cards: sampleCards(1), pages: 2 };
  const first = topicPage(sampleSite, publication, { ...list, page: 1 });
  expect(first).toContain('<p lang="ar" dir="rtl">المستشفيات والمياه.</p>');
  expect(topicPage(sampleSite, publication, { ...list, page: 2 })).not.toContain('<p lang="ar"');
});

test('the network names each publication and says which are paused', () => {
  const publications = [
    { ...publication, latest: sampleCards(1)[0] ?? null },
    {
      ...samplePublication({ slug: 'kharuba', name: 'Kharuba', status: 'paused', basePath: '/kharuba' }),
      latest: null,
    },
  ];
  const html = networkHomePage(sampleSite, { publications });
  expect(html).toContain('href="/belisar"');
  expect(html).toContain('Paused');
});

test('an address can be read by people and is not in the source as name@host', () => {
  for (const html of [aboutPage(sampleSite, publication), contributePage(sampleSite, publication)]) {
    expect(html).not.toContain('desk@');
    expect(html).toContain('&#100;&#101;&#115;&#107;<wbr>&#64;<wbr>');
  }
});

test('the way to write in says that ordinary e-mail can be read on its way', () => {
  expect(contributePage(sampleSite, publication)).toContain('Ordinary e-mail can be read on its way.');
});

test('pages of nothing are not indexed, with a publication or without', () => {
  for (const page of [notFoundPage, errorPage]) {
    for (const of of [publication, null]) {
      const html = page(sampleSite, of);
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html).not.toContain('rel="canonical"');
    }
  }
});
