import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageDangers } from '#lib/html/page-dangers.ts';
import { createIds } from '#platform/stable-ids.ts';
import { type Block, insertCorrection, insertImportedPiece, type PieceContent, type Sentence } from '#pieces/pieces.ts';
import { plainPublication, type Publication, savePublication } from '#publications/publications.ts';
import { chromiumPath, openBrowser } from '../../tests/support/browser.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/test-newsroom.ts';
import { createSite, type Site } from './site.ts';

const at = '2026-11-20T09:00:00.000Z';
const own = readFileSync(new URL('../../tests/corpus/hostile/vectors.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** A piece that says each text in every place that takes one. */
function hostilePiece(texts: string[], number: number): PieceContent {
  const ids = createIds(`hostile/${number}`);
  const first = texts[0] ?? '';
  const pick = (index: number): string => texts[index % texts.length] ?? '';
  const said = (text: string): Sentence => ({
    id: ids('s'),
    text,
    marks: text === '' ? [] : [{ type: 'link', start: 0, end: text.length, href: text }],
    basis: { kind: 'linked', links: [{ href: text, text }] },
  });
  const picture = (index: number) => ({
    src: pick(index),
    caption: pick(index),
    credit: pick(index),
    alt: pick(index),
  });
  const blocks = texts.flatMap((text, index): Block[] => [
    { type: 'heading', id: ids('h'), level: 2, text },
    { type: 'paragraph', id: ids('p'), sentences: [said(text)] },
    ...(index % 5 === 0
      ? [
          { type: 'figure' as const, id: ids('f'), image: picture(index) },
          { type: 'embed' as const, id: ids('e'), href: text, note: text },
          { type: 'quote' as const, id: ids('q'), sentences: [said(text)], attribution: text },
        ]
      : []),
  ]);
  return {
    version: 1,
    kind: 'article',
    lang: 'en',
    title: first,
    lede: pick(1),
    blocks,
    recommendedReads: texts.map((text) => ({ publisher: text, title: text, url: text })),
    topImage: picture(2),
    topics: ['ferries'],
    tags: [{ slug: 'mole', title: pick(3) }],
    categories: [{ slug: 'reports', title: pick(4) }],
    authors: texts
      .slice(0, 30)
      .map((text, index) => ({ name: text, slug: `person-${index}`, role: 'author' as const, title: text, bio: text })),
    imported: { format: 'wxr', url: pick(5), published: 'day', modified: 'day' },
  };
}

function hostilePublication(texts: string[]): Publication {
  const pick = (index: number): string => texts[index % texts.length] ?? '';
  return {
    ...plainPublication('gorvan'),
    name: pick(0),
    tagline: { en: pick(1) },
    region: { en: pick(2) },
    topics: [{ slug: 'ferries', name: { en: pick(3) }, intro: { en: pick(4) } }],
    about: { en: texts },
    contribute: { en: texts },
    contact: 'desk@courier.example',
    letter: { en: { title: pick(5), salutation: pick(6), paragraphs: texts, signed: pick(7), date: '2018-05-15' } },
    rights: { owner: pick(8), allows: pick(9), url: pick(10) },
  };
}

describe('hostile texts', () => {
  const texts = own;
  const batchSize = 250;
  const batches = Array.from({ length: Math.ceil(texts.length / batchSize) }, (_each, index) =>
    texts.slice(index * batchSize, (index + 1) * batchSize),
  );
  let newsroom: TestNewsroom;
  let server: Server;
  let origin = '';
  const paths: string[] = [];

  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    const publication = hostilePublication(texts.slice(0, 400));
    for (const [index, batch] of batches.entries()) {
      const id = createIds(`gorvan/${index}`)('pc');
      const path = `articles/2016/08/19/hostile-${index}`;
      await newsroom.database.write(async (tx) => {
        if (index === 0) await savePublication(tx, publication, at);
        await insertImportedPiece(
          tx,
          { id, publication: 'gorvan', kind: 'article', lang: 'en', path, dated: '2016-08-19', translationOf: null },
          hostilePiece(batch, index),
          { by: 'import', at },
          { revision: 1, live: true, firstPublishedAt: at, modifiedAt: null },
        );
        for (const note of batch.slice(0, 40))
          await insertCorrection(tx, id, { revision: 1, sentenceId: null, note, lang: 'en', at, by: note });
      });
      paths.push(`/gorvan/${path}`, `/gorvan/${path}/republish`);
    }
    const places = ['', '/articles', '/ferries', '/about', '/contribute', '/corrections', '/sources', '/tag/mole'];
    paths.push('/', ...places.map((place) => `/gorvan${place}`), '/gorvan/contributor/person-3', '/gorvan/suggest');
    for (const text of texts.filter((__, index) => index % Math.ceil(texts.length / 60) === 0))
      paths.push(`/gorvan/search?q=${encodeURIComponent(text.slice(0, 150).toWellFormed())}`);
    const sites: Site[] = [];
    server = createServer((asked, response) => void sites[0]?.handle(asked, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    sites.push(createSite(newsroom, origin));
  }, 60_000);
  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
    await newsroom.close();
  });

  test('leave nothing that runs or loads in any page', { timeout: 120_000 }, async () => {
    for (const path of paths) {
      const response = await fetch(origin + path);
      expect(response.status, path).toBeLessThan(500);
      if (response.headers.get('content-type')?.startsWith('text/html'))
        expect(pageDangers(await response.text(), origin + path), path).toEqual([]);
    }
  });

  test('are read in a page as they were written', { timeout: 60_000 }, async () => {
    for (const [index, batch] of batches.entries()) {
      const response = await fetch(`${origin}/gorvan/articles/2016/08/19/hostile-${index}`);
      const { document } = parseHTML(await response.text());
      const headings = [...document.querySelectorAll('article h2')].map((each) => squeezed(each.textContent ?? ''));
      for (const text of batch) expect(headings, text).toContain(squeezed(text));
    }
  });

  test.skipIf(chromiumPath === null)(
    'open no dialog, run nothing and ask nobody, in Chromium without our policy',
    { timeout: 180_000 },
    async () => {
      const browser: Browser = await openBrowser();
      try {
        const context = await browser.newContext({ bypassCSP: true });
        const happened: string[] = [];
        await context.exposeFunction('canary', () => happened.push('canary'));
        const page = await context.newPage();
        page.on('dialog', (dialog) => {
          happened.push(`dialog ${dialog.message()}`);
          void dialog.dismiss();
        });
        page.on('pageerror', (error) => happened.push(`error ${error.message}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(origin)) happened.push(`request ${request.url()}`);
        });
        // Every fifth search: all of them are one template, and the test before read each.
        for (const path of paths.filter((each, index) => !each.includes('?q=') || index % 5 === 0)) {
          await page.goto(origin + path);
          expect(happened, path).toEqual([]);
        }
        // What this test looks for can happen: otherwise it would prove nothing.
        await page.setContent('<img src="https://far.example/x" onerror="canary();alert(1)">');
        await expect
          .poll(() => happened.map((each) => each.split(' ')[0]).toSorted())
          .toEqual(['canary', 'dialog', 'request']);
      } finally {
        await browser.close();
      }
    },
  );
});

/** A text as a browser shows it: line ends and NUL are HTML's to change, white space is one space. */
const squeezed = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/\s+/gu, ' ').trim();
