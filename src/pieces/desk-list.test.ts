import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { searchReports } from '#wires/wires.ts';
import { addPublication, addReport, summaryOf, testClock } from '../../tests/support/fixtures.ts';
import type { PieceContent } from './document.ts';
import {
  findPiece,
  findSeries,
  findUnpublishedWith,
  listPieces,
  piecePath,
  pieceSlug,
  publishPiece,
  saveAndMovePiece,
  startPiece,
} from './pieces.ts';

const said = { id: 's1', text: 'The quay is old.', basis: { kind: 'vouched', by: 'Edda', at: '' } } as const;
const vouchedContent = () => summaryOf([], { blocks: [{ type: 'paragraph', id: 'p1', sentences: [said] }] });

test('the address of a new piece is of its kind, its day and its words, with the language before it', () => {
  const en = { lang: 'en', first: 'en' };
  expect(piecePath('article', { slug: 'the-bridge', day: '2026-11-03', ...en })).toBe('articles/2026/11/03/the-bridge');
  expect(piecePath('project', { slug: 'ferries', day: null, ...en })).toBe('projects/ferries');
  expect(piecePath('page', { slug: 'masthead', day: null, lang: 'ar', first: 'en' })).toBe('ar/masthead');
  expect(piecePath('summary', { slug: '', day: '2026-11-03', ...en })).toBe('executive-summaries/2026/11/03');
  // As a browser asks for it.
  expect(piecePath('talk', { slug: pieceSlug('العبّارة'), day: null, ...en })).toBe(`talks/${encodeURI('العبّارة')}`);
  expect(pieceSlug('Who’s on the “Long Bridge”? 12 answers')).toBe('whos-on-the-long-bridge-12-answers');
  expect(pieceSlug('?!')).toBe('');
});

describeOnBothEngines('the desk’s list of pieces', (open) => {
  const by = { name: 'Edda', id: 'st_edda' };

  async function begin() {
    const database = await open();
    const publication = await addPublication(database);
    const clock = testClock();
    const deps = { database, clock };
    const add = async (path: string, content: Partial<PieceContent>, dated: string | null = null) => {
      clock.advance({ minutes: 1 });
      const piece = { publication: 'gorvan', path, dated, translationOf: null };
      return (await startPiece(deps, piece, { ...vouchedContent(), ...content }, by.name, by.id)).id;
    };
    return { database, publication, clock, deps, add };
  }
  const titles = async (database: Database, listing: Partial<Parameters<typeof listPieces>[2]> = {}) =>
    (await listPieces(database.read, 'gorvan', { limit: 10, offset: 0, ...listing })).pieces.map(({ title }) => title);

  test('has every piece in every state, the one that was saved last first, and can be narrowed', async () => {
    const { database, deps, add } = await begin();
    await add('articles/2026/11/20/a', { kind: 'article', title: 'A' }, '2026-11-20');
    const b = await add('ar/articles/2026/11/20/b', { kind: 'article', lang: 'ar', title: 'B' }, '2026-11-20');
    await add('background/c', { kind: 'background', title: 'C' });
    expect((await publishPiece(deps, b, { revision: 1, by: 'Edda' })).kind).toBe('published');
    expect(await titles(database)).toEqual(['C', 'B', 'A']);
    expect(await titles(database, { kind: 'article' })).toEqual(['B', 'A']);
    expect(await titles(database, { lang: 'ar' })).toEqual(['B']);
    expect(await titles(database, { state: 'live' })).toEqual(['B']);
    expect(await titles(database, { limit: 1, offset: 1 })).toEqual(['B']);
    expect((await listPieces(database.read, 'gorvan', { limit: 1, offset: 0 })).count).toBe(3);
    expect((await listPieces(database.read, 'elsewhere', { limit: 1, offset: 0 })).count).toBe(0);
  });

  test('finds what readers do not have by words of any script in any case, and never by the names of its parts', async () => {
    const { database, deps, add } = await begin();
    await add('background/a', { kind: 'background', title: 'Ébène at the Quay', lede: '100% "safe"' });
    const live = await add('background/b', { kind: 'background', title: 'The quay' });
    await publishPiece(deps, live, { revision: 1, by: 'Edda' });
    await add('ar/background/c', { kind: 'background', lang: 'ar', title: 'رصيف العبّارة' });
    const found = async (...words: string[]) =>
      (await findUnpublishedWith(database.read, 'gorvan', words, 10)).map(({ title }) => title);
    expect(await found('ÉBÈNE', 'quay')).toEqual(['Ébène at the Quay']);
    expect(await found('100%', '"safe"')).toEqual(['Ébène at the Quay']);
    expect(await found('العبّارة')).toEqual(['رصيف العبّارة']);
    expect(await found('sentences')).toEqual([]);
    expect(await found('1_0%')).toEqual([]);
  });

  test('a second piece is not begun where one stands, and a piece is moved only while no reader had it', async () => {
    const { database, deps, add } = await begin();
    const a = await add('background/a', { kind: 'background', title: 'A' });
    expect(await add('background/a', { kind: 'background', title: 'Other' })).toBe(a);
    const b = await add('background/b', { kind: 'background', title: 'B' });
    const move = async (id: string, base: number, path: string) => {
      const piece = await findPiece(database.read, id);
      if (!piece) throw new Error('no piece');
      const content = { ...vouchedContent(), kind: 'background' as const, title: 'Moved' };
      return (await saveAndMovePiece(deps, piece, base, content, { path, dated: null }, by)).kind;
    };
    expect(await move(b, 1, 'background/a')).toBe('taken');
    expect(await move(b, 7, 'background/c')).toBe('conflict');
    expect(await move(b, 1, 'background/c')).toBe('saved');
    expect(await findPiece(database.read, b)).toMatchObject({ path: 'background/c', headRevision: 2 });
    await publishPiece(deps, b, { revision: 2, by: 'Edda' });
    expect(await move(b, 2, 'background/d')).toBe('published');
    expect(await findPiece(database.read, b)).toMatchObject({ path: 'background/c', headRevision: 2 });
  });

  test('knows the series of a language by the last part of their addresses', async () => {
    const { database, add } = await begin();
    await add('series/ferries', { kind: 'series', title: 'Ferries' });
    await add('ar/projects/wells', { kind: 'project', lang: 'ar', title: 'آبار' });
    expect(await findSeries(database.read, 'gorvan', 'en')).toEqual([{ slug: 'ferries', title: 'Ferries' }]);
    expect(await findSeries(database.read, 'gorvan', 'ar')).toEqual([{ slug: 'wells', title: 'آبار' }]);
  });

  test('reports are found by words of headline, text and outlet, the newest first, with the words around', async () => {
    const { database, publication } = await begin();
    await addReport(database, publication, { externalId: 'a', reportedAt: '2026-11-19T06:00:00.000Z' });
    await addReport(database, publication, {
      externalId: 'b',
      outlet: 'Radio Élan',
      title: 'Pilot leaves',
      body: `${'Nothing new at the mole. '.repeat(20)}The harbour lost its only pilot. ${'All was calm. '.repeat(20)}`,
    });
    const found = await searchReports(database.read, 'gorvan', ['HARBOUR'], 10);
    expect(found.map(({ outlet }) => outlet)).toEqual(['Radio Élan', 'Gorvan Courier']);
    expect(found[0]?.excerpt).toMatch(/^… .*The harbour lost its only pilot.* …$/u);
    expect(await searchReports(database.read, 'gorvan', ['harbour', 'élan'], 10)).toHaveLength(1);
    expect(await searchReports(database.read, 'gorvan', ['harbour', 'ferry', 'pilot'], 10)).toHaveLength(0);
    expect(await searchReports(database.read, 'elsewhere', ['harbour'], 10)).toHaveLength(0);
  });
});
