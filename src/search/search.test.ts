import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { recordChanges } from '#platform/changes/change-store.ts';
import type { Database } from '#platform/database/database.ts';
import { appendRevision, insertImportedPiece, type PieceContent, setImportedLive } from '#pieces/pieces.ts';
import { plainPublication, savePublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { loadSampleArchive, pieceId } from '../../tests/support/sample-archive.ts';
import { createIndexer, indexPending, type SearchFilters, searchPieces } from './search.ts';

const at = '2026-11-20T09:00:00.000Z';

async function find(
  database: Database,
  text: string,
  options: { lang?: string; filters?: SearchFilters; synonyms?: string[][] } = {},
) {
  const lang = options.lang ?? 'en';
  return searchPieces(database.read, {
    publication: 'gorvan',
    lang,
    inLanguage: (each) => (lang === 'en' ? each !== 'ar' : each === lang),
    synonyms: options.synonyms ?? [],
    text,
    filters: options.filters ?? {},
    page: 1,
    perPage: 20,
  });
}

const plain = (content: Partial<PieceContent>): PieceContent => ({
  version: 1,
  kind: 'article',
  lang: 'en',
  title: 'A title',
  lede: '',
  blocks: [],
  recommendedReads: [],
  topImage: null,
  topics: [],
  ...content,
});

async function publish(
  database: Database,
  path: string,
  content: Partial<PieceContent>,
  dated: string | null = '2017-01-01',
) {
  const whole = plain(content);
  const piece = {
    id: `piece-${path}`,
    publication: 'gorvan',
    kind: whole.kind,
    lang: whole.lang,
    path,
    dated,
    translationOf: null,
  };
  await database.write((tx) =>
    insertImportedPiece(
      tx,
      piece,
      whole,
      { by: 'test', at },
      { revision: 1, live: true, firstPublishedAt: at, modifiedAt: null },
    ),
  );
  return piece.id;
}

const paragraph = (text: string): PieceContent['blocks'] => [
  { type: 'paragraph', id: 'p', sentences: [{ id: 's', text, basis: { kind: 'uncited' } }] },
];

describeOnBothEngines('search', (open) => {
  const ferry = pieceId('articles/2016/08/19/the-ferry-sails-again');
  const arabicFerry = pieceId('ar/articles/2016/08/19/al-abbara');

  async function archive() {
    const database = await open();
    await loadSampleArchive(database);
    await indexPending(database);
    return database;
  }

  async function empty() {
    const database = await open();
    await database.write((tx) => savePublication(tx, { ...plainPublication('gorvan'), languages: ['en', 'ar'] }, at));
    return database;
  }

  test('finds a piece by its words in any form, the one with them in its title first', async () => {
    const database = await archive();
    for (const text of ['ferry sails', 'FERRIES sailing', 'the ferry, "sails" AND (again)']) {
      const { matched, pieceIds } = await find(database, text);
      expect([text, matched, pieceIds[0]]).toEqual([text, 'all', ferry]);
    }
  });

  test('finds Arabic words with and without their article, conjunction and diacritics, and in Arabic alone', async () => {
    const database = await archive();
    for (const text of ['العبّارة', 'عبارة', 'والعبارات', 'للعبّارة']) {
      const { pieceIds } = await find(database, text, { lang: 'ar' });
      expect([text, pieceIds]).toEqual([text, [arabicFerry]]);
    }
    expect((await find(database, 'العبّارة')).total).toBe(0);
  });

  test('takes a mistyped word for what it is like, and says so', async () => {
    const database = await archive();
    const found = await find(database, 'harbuor office answers');
    expect(found).toMatchObject({ matched: 'similar', suggestion: 'harbour office answers' });
    expect(found.pieceIds[0]).toBe(pieceId('articles/2016/08/25/the-harbour-office-answers'));
    expect(await find(database, 'zzyzzx')).toMatchObject({ matched: 'none', suggestion: null });
  });

  test('finds what has some of the words where nothing has all of them', async () => {
    const database = await archive();
    expect(await find(database, 'goats qqqqqq')).toMatchObject({ matched: 'some', pieceIds: [ferry] });
  });

  test('takes the synonyms of a publication for each other', async () => {
    const database = await archive();
    expect((await find(database, 'steamboat')).matched).toBe('none');
    const { pieceIds } = await find(database, 'steamboat sails', { synonyms: [['steamboat', 'ferry']] });
    expect(pieceIds[0]).toBe(ferry);
  });

  test('filters by kind, topic and days, and says what there would be without them', async () => {
    const database = await archive();
    const all = await find(database, 'ferry');
    const filtered = await find(database, 'ferry', {
      filters: { kind: 'article', topic: 'harbour', from: '2016-08-01', to: '2016-08-31' },
    });
    expect(filtered.pieceIds).toContain(ferry);
    expect(filtered.total).toBeLessThan(all.total);
    const none = await find(database, 'ferry', { filters: { from: '2030-01-01' } });
    expect(none).toMatchObject({ matched: 'none', total: 0, withoutFilters: all.total });
    expect((await find(database, 'ferry', { filters: { outlet: 'Nobody' } })).total).toBe(0);
  });

  test('puts the newer of two like pieces first, and a title before a body', async () => {
    const database = await empty();
    const old = await publish(database, 'a', { title: 'Grain leaves port' }, '2010-01-01');
    const young = await publish(database, 'b', { title: 'Grain leaves port' }, '2017-01-01');
    const body = await publish(
      database,
      'c',
      { title: 'Other news', blocks: paragraph('Grain leaves port. Grain leaves port.') },
      '2018-01-01',
    );
    await indexPending(database);
    expect((await find(database, 'grain port')).pieceIds).toEqual([young, old, body]);
  });

  test('follows what changes: a new revision is found by its own words alone, what is not live is not found', async () => {
    const database = await empty();
    const id = await publish(database, 'a', { title: 'Bream prices' });
    const indexer = createIndexer(database);
    await indexer.catchUp();
    expect((await find(database, 'bream')).total).toBe(1);
    const change = (revision: number, live: boolean) =>
      database.write(async (tx) => {
        if (revision > 1)
          await appendRevision(tx, id, revision - 1, plain({ title: 'Mullet prices' }), { by: 'test', at });
        await setImportedLive(tx, id, { revision, live, firstPublishedAt: at, modifiedAt: null });
        await recordChanges(tx, at, [`piece:${id}`]);
      });
    await change(2, true);
    await indexer.catchUp();
    expect((await find(database, 'bream')).total).toBe(0);
    expect((await find(database, 'mullet')).total).toBe(1);
    await change(2, false);
    await indexer.catchUp();
    expect((await find(database, 'mullet')).total).toBe(0);
  });

  test('indexes each piece once, and goes on where it was stopped', async () => {
    const database = await empty();
    for (let n = 0; n < 25; n += 1) await publish(database, `p${n}`, { title: `Mooring ${n}` });
    expect(await indexPending(database, 10)).toMatchObject({ indexed: 10, more: true });
    expect(await indexPending(database)).toEqual({ indexed: 15, removed: 0, more: false });
    expect(await indexPending(database)).toEqual({ indexed: 0, removed: 0, more: false });
    const { total, pieceIds } = await find(database, 'moorings');
    expect([total, pieceIds.length]).toEqual([25, 20]);
  });

  test('notes a word once for each language, however many pieces say it and in whichever run', async () => {
    const database = await empty();
    const arabic: Partial<PieceContent> = { lang: 'ar', title: 'Mooring العبارة' };
    for (let n = 0; n < 4; n += 1) await publish(database, `p${n}`, { title: 'Mooring' });
    await publish(database, 'a0', arabic);
    await indexPending(database);
    for (let n = 4; n < 8; n += 1) await publish(database, `p${n}`, { title: 'Mooring capstan' });
    await publish(database, 'a1', arabic);
    await indexPending(database);
    const { rows } = await sql<{ form: string; count: number }>`
      select form, count(*) as count from search_vocabulary where form in ('mooring', 'capstan') group by form order by form
    `.execute(database.read);
    expect(rows.map(({ form, count }) => [form, Number(count)])).toEqual([
      ['capstan', 1],
      ['mooring', 2],
    ]);
    expect((await find(database, 'capstn')).total).toBe(4);
  });

  test.each([
    '"',
    "'",
    '* OR NOT AND',
    'NEAR(a b)',
    'title:ferry',
    '{a} : b -c ^d',
    '\0ferry\0',
    '\u202eferry\u202c',
    'a'.repeat(10_000),
    'ferry '.repeat(2_000),
    '\ud800',
    "'; drop table pieces; --",
    "ferry' | 'x' & !'y':*",
    '%',
    '\\',
    '👩‍👩‍👧',
    '',
    '   ',
    '١٢٣',
    '&amp;<b>',
  ])('takes a hostile query for plain words: %j', async (text) => {
    const database = await archive();
    const { total } = await find(database, text);
    expect(total).toBeGreaterThanOrEqual(0);
  });

  test('takes the words of operators for words, and what is between words for nothing', async () => {
    const database = await archive();
    const { pieceIds } = await find(database, 'ferry sails');
    for (const text of ['"ferry" "sails"', 'ferry\0sails', '\u202bferry sails\u202c', 'ferry* -sails*']) {
      const asked = await find(database, text);
      expect([text, asked.pieceIds]).toEqual([text, pieceIds]);
    }
  });
});
