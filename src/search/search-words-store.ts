import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '#platform/database/database.ts';
import type { PieceKind } from '#pieces/pieces.ts';
import { isPostgres, shelfRange, whole } from './search-index-store.ts';

/** What must stand in a piece: of each word any stem; of all words (`every`) or of any. */
export interface Asked {
  words: string[][];
  every: boolean;
}

export interface SearchFilters {
  kind?: PieceKind;
  topic?: string;
  /** Days, both ends within. */
  from?: string;
  to?: string;
  outlet?: string;
}

/** A piece that was found: `score` is the engine's own, greater is better, and means nothing beside another query's. */
export interface Found {
  number: number;
  score: number;
}

/** How much a word counts where it stands; the same on both engines: title, headings, lede, authors, body. */
const weights = 'bm25(10, 4, 3, 5, 1)';
/** PostgreSQL's, for D (body), C (lede), B (headings, authors), A (title). */
const vectorWeights = '{0.1, 0.3, 0.45, 1}';

/** The best of what is found on a shelf, the best first. */
export async function findMatches(
  db: Reader,
  shelf: number,
  asked: Asked,
  { filters, limit, newest }: { filters: SearchFilters; limit: number; newest: boolean },
): Promise<Found[]> {
  const { join, where } = conditions(db, shelf, filters, newest);
  const order = sql.raw(newest ? 'p.dated desc nulls last' : isPostgres(db) ? 'score desc' : 'w.rank');
  const query = isPostgres(db)
    ? sql<Found>`select w.number as number, ts_rank_cd(${vectorWeights}::float4[], w.words, q, 1) as score
        from search_words w ${join}, cast(${tsqueryOf(asked)} as tsquery) q
        where w.words @@ q ${where} order by ${order}, w.number limit ${limit}`
    : sql<Found>`select w.rowid as number, -w.rank as score from search_words w ${join}
        where w.search_words match ${ftsOf(asked)} and w.rank match ${weights} ${where} order by ${order} limit ${limit}`;
  return (await query.execute(db)).rows;
}

/** How many are found on a shelf, `most` at the most. */
export async function countMatches(
  db: Reader,
  shelf: number,
  asked: Asked,
  filters: SearchFilters,
  most: number,
): Promise<number> {
  const { join, where } = conditions(db, shelf, filters);
  const query = isPostgres(db)
    ? sql<{ found: number }>`select count(*) as found from (select 1 from search_words w ${join}
        where w.words @@ cast(${tsqueryOf(asked)} as tsquery) ${where} limit ${most}) f`
    : sql<{ found: number }>`select count(*) as found from (select 1 from search_words w ${join}
        where w.search_words match ${ftsOf(asked)} ${where} limit ${most})`;
  return Number((await query.execute(db)).rows[0]?.found ?? 0);
}

function conditions(
  db: Reader,
  shelf: number,
  filters: SearchFilters,
  joined = false,
): { join: RawBuilder<unknown>; where: RawBuilder<unknown> } {
  const { from, to } = shelfRange(shelf);
  const number = sql.raw(isPostgres(db) ? 'w.number' : 'w.rowid');
  const where = [sql`and ${number} >= ${whole(from)} and ${number} <= ${whole(to)}`];
  if (filters.kind !== undefined) where.push(sql`and p.kind = ${filters.kind}`);
  if (filters.from !== undefined) where.push(sql`and p.dated >= ${filters.from}`);
  if (filters.to !== undefined) where.push(sql`and p.dated <= ${filters.to}`);
  for (const facet of ['topic', 'outlet'] as const) {
    const value = filters[facet];
    if (value !== undefined)
      where.push(
        sql`and exists (select 1 from search_facets f where f.facet = ${facet} and f.value = ${value} and f.number = p.number)`,
      );
  }
  const plain = where.length === 1 && !joined;
  return {
    join: plain ? sql`` : sql`join search_pieces p on p.number = ${number}`,
    where: sql.join(where, sql` `),
  };
}

/** Stems are letters and digits alone, so that nothing in them is an operator; they are quoted all the same. */
function ftsOf({ words, every }: Asked): string {
  return words
    .map((stems) => `(${stems.map((stem) => `"${bare(stem)}"`).join(' OR ')})`)
    .join(every ? ' AND ' : ' OR ');
}

function tsqueryOf({ words, every }: Asked): string {
  return words.map((stems) => `(${stems.map((stem) => `'${bare(stem)}'`).join(' | ')})`).join(every ? ' & ' : ' | ');
}

const bare = (stem: string): string => stem.replace(/[^\p{L}\p{N}]/gu, '');

type WordTables = {
  search_pieces: { number: number; piece_id: string; dated: string | null; title_stems: string };
  search_facets: { number: number; facet: string; value: string };
  search_vocabulary: { id: number; shelf: number; form: string; stem: string; written: string };
};

/** What ordering needs to know of pieces that were found. */
export async function findFacts(
  db: Reader,
  numbers: number[],
): Promise<Map<number, { pieceId: string; dated: string | null; titleStems: string[] }>> {
  const facts = new Map<number, { pieceId: string; dated: string | null; titleStems: string[] }>();
  for (let start = 0; start < numbers.length; start += 500) {
    const rows = await db
      .withTables<WordTables>()
      .selectFrom('search_pieces')
      .select(['number', 'piece_id', 'dated', 'title_stems'])
      .where('number', 'in', numbers.slice(start, start + 500))
      .execute();
    for (const { number, piece_id, dated, title_stems } of rows)
      facts.set(number, { pieceId: piece_id, dated, titleStems: title_stems.split(' ') });
  }
  return facts;
}

/** The outlets that the pieces of some shelves cite, those that are cited most first. */
export async function findOutlets(db: Reader, shelves: number[], limit: number): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const shelf of shelves) {
    const { from, to } = shelfRange(shelf);
    const rows = await db
      .withTables<WordTables>()
      .selectFrom('search_facets')
      .select((eb) => ['value', eb.fn.countAll().as('pieces')])
      .where('facet', '=', 'outlet')
      .where('number', '>=', from)
      .where('number', '<=', to)
      .groupBy('value')
      .execute();
    for (const { value, pieces } of rows) counts.set(value, (counts.get(value) ?? 0) + Number(pieces));
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([outlet]) => outlet);
}

/** How much vocabulary a shelf has: it tells whether what was read of it is still all. */
export async function findVocabularyState(db: Reader, shelf: number): Promise<string> {
  const row = await db
    .withTables<WordTables>()
    .selectFrom('search_vocabulary')
    .select((eb) => [eb.fn.countAll().as('words'), eb.fn.max('id').as('last')])
    .where('shelf', '=', shelf)
    .executeTakeFirst();
  return `${Number(row?.words ?? 0)} ${Number(row?.last ?? 0)}`;
}

export async function findVocabulary(
  db: Reader,
  shelf: number,
): Promise<{ form: string; stem: string; written: string }[]> {
  return db
    .withTables<WordTables>()
    .selectFrom('search_vocabulary')
    .select(['form', 'stem', 'written'])
    .where('shelf', '=', shelf)
    .execute();
}
