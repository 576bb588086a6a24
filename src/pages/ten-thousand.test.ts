import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import type { PieceContent } from '#pieces/pieces.ts';
import { indexPending } from '#search/search.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication } from '../../tests/support/fixtures.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

/** Of each day a summary and an article; each is filed, corrected and linked from nowhere else. */
const days = Array.from({ length: 5000 }, (_, n) =>
  Temporal.PlainDate.from('2016-12-31').subtract({ days: n }).toString(),
);
const found = 1040;

interface Entry {
  id: string;
  kind: 'summary' | 'article';
  path: string;
  day: string;
}

const articles = days.map((day, n): Entry => {
  return { id: `a${n}`, kind: 'article', path: `articles/${day.replaceAll('-', '/')}/log`, day };
});
const summaries = days.map((day, n): Entry => {
  return { id: `s${n}`, kind: 'summary', path: `executive-summaries/${day.replaceAll('-', '/')}`, day };
});
const both = days.flatMap((_, n) => [articles[n], summaries[n]].filter((entry) => entry !== undefined));

type Row = Record<string, string | number | null>;

/** Straight into the tables, as rows of what publishing leaves there. */
async function insert(database: Database, table: string, rows: Row[]): Promise<void> {
  await database.write(async (tx) => {
    for (let start = 0; start < rows.length; start += 1000)
      await tx
        .withTables<Record<string, Row>>()
        .insertInto(table)
        .values(rows.slice(start, start + 1000))
        .execute();
  });
}

async function fill(database: Database): Promise<void> {
  await addPublication(database, { languages: ['en'], topics: [{ slug: 'ferries', name: { en: 'Ferries' } }] });
  const at = (day: string) => `${day}T09:00:00.000Z`;
  await insert(
    database,
    'pieces',
    both.map(({ id, kind, path, day }) => ({
      ...{ id, kind, path, publication: 'gorvan', lang: 'en', dated: day, state: 'live' },
      ...{ head_revision: 1, live_revision: 1, created_at: at(day), first_published_at: at(day) },
    })),
  );
  await insert(
    database,
    'revisions',
    both.map(({ id, kind, day }) => {
      const text = JSON.stringify({
        ...{ version: 1, kind, lang: 'en', title: `Ferry of ${day}`, lede: '', blocks: [], recommendedReads: [] },
        ...{ topImage: null, topics: ['ferries'] },
      } satisfies PieceContent);
      return { piece_id: id, number: 1, content: text, content_sha256: sha256(text), saved_by: 'x', saved_at: at(day) };
    }),
  );
  const labels = ['topic/ferries', 'tag/log', 'category/reports', 'contributor/oona-firth'];
  await insert(
    database,
    'piece_labels',
    labels.flatMap((label) => {
      const [kind = '', slug = ''] = label.split('/');
      return both.map(({ id, day }) => ({
        ...{ publication: 'gorvan', kind, slug, piece_id: id, title: slug, lang: 'en', dated: day },
      }));
    }),
  );
  await insert(
    database,
    'piece_sources',
    both.map(({ id }) => ({ publication: 'gorvan', kind: 'host', source: `${id}.example`, piece_id: id, times: 1 })),
  );
  await insert(
    database,
    'corrections',
    both.map(({ id, day }) => ({
      ...{ id: `c-${id}`, piece_id: id, revision: 1, note: `It was ${day}.`, lang: 'en', at: at(day), by_whom: 'x' },
    })),
  );
  await indexPending(
    database,
    found,
    both.slice(0, found).map(({ id }) => id),
  );
}

const hrefs = (entries: Entry[]) => entries.map(({ path }) => `/gorvan/${path}`);
const cardLinks = '.cards .card h3 a';

interface List {
  path: string;
  entries: string[];
  years: boolean;
  select?: string;
}

const lists: List[] = [
  { path: '/gorvan/executive-summaries', entries: hrefs(summaries), years: true },
  { path: '/gorvan/articles', entries: hrefs(articles), years: true },
  { path: '/gorvan/ferries', entries: hrefs(both), years: true },
  { path: '/gorvan/tag/log', entries: hrefs(both), years: true },
  { path: '/gorvan/category/reports', entries: hrefs(both), years: true },
  { path: '/gorvan/contributor/oona-firth', entries: hrefs(both), years: true },
  { path: '/gorvan/corrections', entries: hrefs(both), years: false, select: '.correction h2 a' },
];

describeOnBothEngines('lists of ten thousand', (open) => {
  /** In one test: to make them is what takes time. */
  test('each page holds what it should, leads on, back, to the ends and to each year, and none comes after the last', async () => {
    const database = await open();
    await fill(database);
    const reader = { database };
    for (const list of lists) {
      await expectList(reader, list);
      if (list.years) await expectYears(reader, list);
    }
    await expectSources(reader);
    await expectSearch(reader);
    for (const { path, entries, years } of lists) if (years) await expectFeed(reader, path, entries);
    await expectFeed(reader, '/gorvan', hrefs(both));
  }, 60_000);
});

interface Reading {
  database: Database;
}

async function pageAt({ database }: Reading, path: string, page: number) {
  const address = numbered(path, page);
  const { status, body } = await renderPath(database.read, sampleSite, address);
  const document = parseHTML(body).document as unknown as Document;
  const hrefOf = (selector: string) => document.querySelector(selector)?.getAttribute('href') ?? null;
  const all = (selector: string) => [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
  return { address, status, document, hrefOf, all };
}

const numbered = (path: string, page: number) =>
  page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`;

/** A page in its place: the ways on and back, its address of record, and ways to the first and the last. */
async function expectPage(reading: Reading, path: string, page: number, pages: number) {
  const shown = await pageAt(reading, path, page);
  const at = (number: number) => numbered(path, number);
  // What was found is in no index.
  const isSearch = path.includes('?q=');
  const links = shown.all('.pager a:not([rel])');
  expect({
    ...{ address: shown.address, status: shown.status, canonical: shown.hrefOf('link[rel=canonical]') },
    ...{ previous: shown.hrefOf('.pager [rel=prev]'), next: shown.hrefOf('.pager [rel=next]') },
    ...{ before: shown.hrefOf('link[rel=prev]'), after: shown.hrefOf('link[rel=next]') },
    ...{ first: links[0], last: links.at(-1), here: shown.hrefOf('.pager [aria-current]') },
  }).toEqual({
    ...{ address: at(page), status: 200, canonical: isSearch ? null : `https://daybook.example${at(page)}` },
    ...{ previous: page > 1 ? at(page - 1) : null, next: page < pages ? at(page + 1) : null },
    ...{ before: page > 1 ? at(page - 1) : null, after: page < pages ? at(page + 1) : null },
    ...{ first: at(1), last: at(pages), here: at(page) },
  });
  expect(links.length).toBeLessThanOrEqual(7);
  return shown;
}

async function expectNoPage(reading: Reading, path: string, page: number): Promise<void> {
  const { address, status } = await pageAt(reading, path, page);
  expect([address, status]).toEqual([address, 404]);
}

async function expectList(reading: Reading, { path, entries, select = cardLinks }: List): Promise<void> {
  const pages = entries.length / 20;
  for (const page of [1, pages / 2, pages]) {
    const shown = await expectPage(reading, path, page, pages);
    expect(shown.all(select)).toEqual(entries.slice((page - 1) * 20, page * 20));
  }
  await expectNoPage(reading, path, pages + 1);
}

async function expectYears(reading: Reading, { path, entries }: List): Promise<void> {
  const middle = await pageAt(reading, path, entries.length / 40);
  const years = middle.all('.years a');
  expect(years).toHaveLength(14);
  const here = middle.document.querySelector('.years [aria-current]')?.textContent;
  expect(middle.hrefOf(cardLinks)).toContain(`/${here}/`);
  for (const index of [0, 6, 13]) {
    const first = entries.find((entry) => entry.includes(`/${2016 - index}/`));
    const page = /page=(\d+)$/u.exec(years[index] ?? '')?.[1] ?? '1';
    expect((await pageAt(reading, path, Number(page))).all(cardLinks)).toContain(first);
  }
}

/** A hundred a page, one that links to each piece's own. */
async function expectSources(reading: Reading): Promise<void> {
  for (const [path, pages, onLast] of [
    ['/gorvan/sources', 100, 100],
    ['/gorvan/sources/2015', 8, 30],
  ] as const) {
    for (const page of [1, pages / 2, pages]) {
      const shown = await expectPage(reading, path, page, pages);
      expect(shown.document.querySelectorAll('.sources li b bdi')).toHaveLength(page === pages ? onLast : 100);
    }
    await expectNoPage(reading, path, pages + 1);
  }
}

async function expectSearch(reading: Reading): Promise<void> {
  const seen = new Set<string | null>();
  for (const page of [1, 25, 50]) {
    const hits = (await expectPage(reading, '/gorvan/search?q=ferry', page, 50)).all('.results .card h2 a');
    expect(hits).toHaveLength(20);
    for (const hit of hits) seen.add(hit);
  }
  expect(seen.size).toBe(60);
  const newest = await pageAt(reading, '/gorvan/search?q=ferry&order=newest', 1);
  const ofDays = newest.all('.results .card h2 a').map((href) => /\d{4}\/\d\d\/\d\d/u.exec(href ?? '')?.[0]);
  expect(ofDays).toEqual(both.slice(0, 20).map(({ day }) => day.replaceAll('-', '/')));
  await expectNoPage(reading, '/gorvan/search?q=ferry', 51);
}

async function expectFeed({ database }: Reading, folder: string, entries: string[]): Promise<void> {
  const { body } = await renderPath(database.read, sampleSite, `${folder}/feed.json`);
  const { items } = JSON.parse(body) as { items: { url: string }[] };
  expect(items.map(({ url }) => url)).toEqual(entries.slice(0, 20).map((path) => `https://daybook.example${path}`));
}
