import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { addPublication, summaryOf, testClock } from '../../tests/support/fixtures.ts';
import type { PieceContent } from './document.ts';
import {
  countPieces,
  findLiveRevisions,
  findNeighbour,
  findPiece,
  findPieceByPath,
  findPieces,
  findRevision,
  findTranslations,
  setLive,
} from './piece-store.ts';
import { summaryPath } from './piece.ts';
import { findOverrides } from './publishing-store.ts';
import { createPiece, overrideMark, savePiece } from './save-piece.ts';

const saying = (lede: string): PieceContent => summaryOf([], { lede });

describeOnBothEngines('pieces', (open) => {
  const clock = testClock();
  const create = (
    database: Database,
    day: string | null,
    changes: { lang?: string; translationOf?: string; path?: string } = {},
  ) => {
    const { lang = 'en', translationOf = null } = changes;
    const path = changes.path ?? summaryPath(day ?? '', lang, 'en');
    return createPiece(
      { database, clock },
      { publication: 'gorvan', path, dated: day, translationOf },
      { ...saying(''), lang },
      'Ana',
    );
  };
  const goLive = async (database: Database, id: string) => {
    const piece = await findPiece(database.read, id);
    await database.write((tx) =>
      setLive(tx, id, { revision: 1, replaces: piece?.liveRevision ?? null, at: '2026-11-20T09:00:00.000Z' }),
    );
  };

  test('come back as they were written, with every revision', async () => {
    const database = await open();
    await addPublication(database);
    const content = summaryOf([{ id: 's1', text: 'قُتل 12 — “👋”.', basis: { kind: 'vouched', by: 'Ana', at: 'now' } }]);
    const place = {
      publication: 'gorvan',
      path: 'executive-summaries/2026/11/20',
      dated: '2026-11-20',
      translationOf: null,
    };
    const id = await createPiece({ database, clock }, place, content, 'Ana');
    expect(await findPiece(database.read, id)).toMatchObject({
      ...place,
      state: 'unpublished',
      headRevision: 1,
      liveRevision: null,
    });
    expect(await savePiece({ database, clock }, id, 1, saying('second'), 'Ben')).toEqual({
      kind: 'saved',
      revision: 2,
    });
    expect(await findRevision(database.read, id, 1)).toMatchObject({ content, savedBy: 'Ana' });
    expect(await findRevision(database.read, id, 2)).toMatchObject({ content: { lede: 'second' }, savedBy: 'Ben' });
    expect(await findRevision(database.read, id, 3)).toBeNull();
    expect((await findPieceByPath(database.read, 'gorvan', place.path))?.id).toBe(id);
    expect(await findPieceByPath(database.read, 'amrin', place.path)).toBeNull();
  });

  test('let one of 20 saves at the same moment on one base win, and lose nobody’s revision', async () => {
    const database = await open();
    await addPublication(database);
    const id = await create(database, '2026-11-20');
    const names = Array.from({ length: 20 }, (_, n) => `editor ${n}`);
    const save = (name: string, base: number) => savePiece({ database, clock }, id, base, saying(name), name);
    const first = await Promise.all(names.map((name) => save(name, 1)));
    expect(first.filter((outcome) => outcome.kind === 'saved')).toEqual([{ kind: 'saved', revision: 2 }]);
    expect(first.filter((outcome) => outcome.kind === 'conflict')).toHaveLength(19);
    for (const outcome of first) if (outcome.kind === 'conflict') expect(outcome.head).toBe(2);
    // Those refused save over the new head, one after another, until all are in.
    for (const [n, name] of names.entries()) {
      if (first[n]?.kind === 'saved') continue;
      const piece = await findPiece(database.read, id);
      await save(name, piece?.headRevision ?? 0);
    }
    const savers = await Promise.all(
      names.map(async (_, n) => (await findRevision(database.read, id, n + 2))?.content.lede),
    );
    expect(savers.sort()).toEqual(names.sort());
  });

  test('refuse a save over a revision that is not there yet', async () => {
    const database = await open();
    await addPublication(database);
    const id = await create(database, '2026-11-20');
    expect(await savePiece({ database, clock }, id, 7, saying('x'), 'Ana')).toEqual({ kind: 'conflict', head: 1 });
    await expect(savePiece({ database, clock }, 'pc_none', 1, saying('x'), 'Ana')).rejects.toThrow();
  });

  test('are one at a path', async () => {
    const database = await open();
    await addPublication(database);
    await create(database, '2026-11-20');
    await expect(create(database, '2026-11-20')).rejects.toThrow();
    expect(await countPieces(database.read, 'gorvan', { kind: 'summary' })).toBe(1);
  });

  test('are listed by kind, language, state and days, the latest first, undated ones last, a page at a time', async () => {
    const database = await open();
    await addPublication(database);
    for (const day of ['2026-11-18', '2026-11-20', '2026-11-19']) await goLive(database, await create(database, day));
    await create(database, '2026-11-21');
    await create(database, '2026-11-20', { lang: 'ar' });
    await create(database, null, { path: 'undated' });
    const days = async (listing: object) =>
      (await findPieces(database.read, 'gorvan', { kind: 'summary', ...listing })).map((piece) => piece.dated);
    expect(await days({ lang: 'en' })).toEqual(['2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', null]);
    expect(await days({ lang: 'en', state: 'live' })).toEqual(['2026-11-20', '2026-11-19', '2026-11-18']);
    expect(await days({ state: 'live', limit: 1, offset: 1 })).toEqual(['2026-11-19']);
    expect(await days({ lang: 'en', from: '2026-11-19', to: '2026-11-20' })).toEqual(['2026-11-20', '2026-11-19']);
    expect(await days({ lang: 'ar' })).toEqual(['2026-11-20']);
    expect(await countPieces(database.read, 'gorvan', { kind: 'summary', lang: 'en', state: 'live' })).toBe(3);
    expect(await countPieces(database.read, 'gorvan', { kind: 'summary', from: '2026-11-19', to: '2026-11-20' })).toBe(
      3,
    );
    expect(await countPieces(database.read, 'gorvan', { kind: 'article' })).toBe(0);
  });

  test('have as neighbours the nearest live ones of their language', async () => {
    const database = await open();
    await addPublication(database);
    for (const day of ['2026-11-10', '2026-11-15', '2026-11-20']) await goLive(database, await create(database, day));
    await create(database, '2026-11-16');
    await goLive(database, await create(database, '2026-11-14', { lang: 'ar' }));
    const neighbour = async (day: string, side: 'before' | 'after') =>
      (await findNeighbour(database.read, 'gorvan', { kind: 'summary', lang: 'en', day, side }))?.dated ?? null;
    expect(await neighbour('2026-11-15', 'before')).toBe('2026-11-10');
    expect(await neighbour('2026-11-15', 'after')).toBe('2026-11-20');
    expect(await neighbour('2026-11-10', 'before')).toBeNull();
    expect(await neighbour('2026-11-20', 'after')).toBeNull();
    expect(await neighbour('2026-11-12', 'after')).toBe('2026-11-15');
  });

  test('know their translations from either side', async () => {
    const database = await open();
    await addPublication(database);
    const original = await create(database, '2026-11-20');
    const translation = await create(database, '2026-11-20', { lang: 'ar', translationOf: original });
    for (const id of [original, translation]) {
      const piece = await findPiece(database.read, id);
      const found = piece ? await findTranslations(database.read, piece) : [];
      expect(found.map((each) => each.id)).toEqual([translation, original]);
    }
  });

  test('answer the live revision, not the head', async () => {
    const database = await open();
    await addPublication(database);
    const id = await create(database, '2026-11-20');
    const other = await create(database, '2026-11-19');
    await goLive(database, id);
    await savePiece({ database, clock }, id, 1, saying('a draft over it'), 'Ana');
    const live = await findLiveRevisions(database.read, [id, other]);
    expect([...live]).toMatchObject([[id, { number: 1, content: { lede: '' } }]]);
  });

  test('keep an override with its reason, and none without', async () => {
    const database = await open();
    await addPublication(database);
    const id = await create(database, '2026-11-20');
    const override = { sentenceId: 's1', sentenceText: 'x', mark: 'uncited', reason: 'seen by us', by: 'Ana' };
    await overrideMark({ database, clock }, id, override);
    await expect(overrideMark({ database, clock }, id, { ...override, reason: ' \n' })).rejects.toThrow(TypeError);
    expect(await findOverrides(database.read, id)).toEqual([{ ...override, at: '2026-11-20T09:00:00.000Z' }]);
  });
});
