import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { publicationHomePage } from './publication-home-page.tsx';
import { networkHomePage } from './network-home-page.tsx';
import { sampleCards, samplePublication, sampleSite, sampleSummary } from './sample-views.ts';

const documentOf = (html: string): Document => parseHTML(html).document as unknown as Document;
const home = { latest: sampleSummary(), recent: sampleCards(9).slice(1), month: null, shelves: [] };
const letter = {
  ...{ title: 'A letter to our readers', salutation: 'Dear readers,', paragraphs: ['We pause.'] },
  ...{ signed: 'The editors', date: '2026-10-01' },
};
const sibling = { slug: 'kharuba', name: 'Kharuba Daybook', tagline: 'Water', status: 'active' as const };

test('the week at a glance says of each of the six days before what it had, or that it had no summary', () => {
  const page = documentOf(publicationHomePage(sampleSite, samplePublication(), home));
  const days = [...page.querySelectorAll('[aria-labelledby=week] > ol > li')];
  expect(days).toHaveLength(6);
  expect(days.map((day) => day.querySelector('h3 a')?.getAttribute('href')?.slice(-10) ?? null)).toEqual([
    ...['2026/11/02', null, null],
    ...['2026/10/30', '2026/10/29', '2026/10/28'],
  ]);
  expect(days[1]?.textContent).toMatch(/Sunday, 1\sNovember 2026: No summary/u);
});

test('a publication that has stopped has no week, and does not promise a summary that will not come', () => {
  const stopped = samplePublication({ status: 'paused', letter });
  const page = documentOf(publicationHomePage(sampleSite, stopped, home));
  expect(page.querySelector('#week')).toBeNull();
  expect(page.querySelector('#recent')).not.toBeNull();
  const empty = documentOf(publicationHomePage(sampleSite, stopped, { ...home, latest: null, recent: [] }));
  expect(empty.querySelector('.empty')).toBeNull();
});

test('the network says of one that has stopped where its letter is, and where the story goes on', () => {
  const stopped = samplePublication({ status: 'paused', letter, siblings: [sibling] });
  const view = { publications: [{ ...stopped, latest: null }] };
  const entry = documentOf(networkHomePage(sampleSite, view)).querySelector('section');
  const links = [...(entry?.querySelectorAll('.after-letter a') ?? [])].map((link) => link.getAttribute('href'));
  expect(links).toEqual([stopped.basePath, '/kharuba']);
  const active = { publications: [{ ...samplePublication({ siblings: [sibling] }), latest: null }] };
  expect(documentOf(networkHomePage(sampleSite, active)).querySelector('.after-letter')).toBeNull();
});
