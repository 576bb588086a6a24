import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Reader, Writer } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { type PieceKind, topicsNow } from '#pieces/pieces.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import type { IndexedText } from './indexed-text.ts';

/** `revision` is the one whose words are in the index; -1: they may have changed since. */
interface IndexedRow {
  number: number;
  piece_id: string;
  revision: number;
  kind: PieceKind;
  dated: string | null;
  title_stems: string;
}

type IndexTables = {
  search_shelves: { number: number; publication: string; lang: string };
  search_pieces: IndexedRow;
  search_facets: { number: number; facet: 'topic' | 'outlet'; value: string };
  search_vocabulary: { id: number; shelf: number; form: string; stem: string; written: string };
  search_state: { name: string; value: number };
  /** Read alone: `pieces` and `platform/changes` own these. */
  pieces: {
    id: string;
    publication: string;
    lang: string;
    kind: PieceKind;
    dated: string | null;
    state: string;
    live_revision: number | null;
  };
  revisions: { piece_id: string; number: number; content: string; content_sha256: string };
  changes: { id: number; change_key: string };
};

/** A live revision as it was read, to be told again whether it is still the one. */
export interface RevisionToIndex {
  pieceId: string;
  publication: string;
  lang: Lang;
  kind: PieceKind;
  dated: string | null;
  revision: number;
  content: string;
  sha256: string;
}

/** How many pieces a shelf can hold: a piece's number is its shelf's number times this, and its own place. */
const shelfSpan = 2 ** 32;
const manyAtOnce = 200;
/** Any number that nothing else here locks by. */
const writersOfTheIndex = 7_340_034;

export const shelfRange = (shelf: number): { from: number; to: number } => ({
  from: shelf * shelfSpan,
  to: (shelf + 1) * shelfSpan - 1,
});

/** A number as a whole one: FTS5 takes no other for a rowid, and node:sqlite binds every number as a real one. */
export const whole = (number: number): RawBuilder<number> => sql`cast(${number} as bigint)`;

export const isPostgres = (db: Reader): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** The shelves of a publication, by language. */
export async function findShelves(db: Reader, publication: string): Promise<{ number: number; lang: Lang }[]> {
  return db
    .withTables<IndexTables>()
    .selectFrom('search_shelves')
    .select(['number', 'lang'])
    .where('publication', '=', publication)
    .orderBy('number')
    .execute();
}

/** One writer of the index at a time: what is checked in a transaction then still holds at its end. */
async function lockIndex(tx: Writer): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(${writersOfTheIndex})`.execute(tx);
}

/** Notes which pieces were changed since this was last asked: their words are read again. False: nothing was. */
export async function markChanged(tx: Writer): Promise<boolean> {
  await lockIndex(tx);
  const tables = tx.withTables<IndexTables>();
  const state = await tables
    .selectFrom('search_state')
    .select('value')
    .where('name', '=', 'followed')
    .executeTakeFirst();
  const followed = state ? Number(state.value) : 0;
  const last = await tables
    .selectFrom('changes')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirst();
  const now = Number(last?.last ?? 0);
  if (now <= followed) return false;
  await tables
    .updateTable('search_pieces')
    .set({ revision: -1 })
    .where('piece_id', 'in', (eb) =>
      eb
        .selectFrom('changes')
        .select(sql<string>`substr(change_key, 7)`.as('piece'))
        .where('id', '>', followed)
        .where('change_key', 'like', 'piece:%'),
    )
    .execute();
  await tables
    .insertInto('search_state')
    .values({ name: 'followed', value: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: now }))
    .execute();
  return true;
}

/** Live pieces whose live revision is not what the index has; of some pieces, or of all. */
export async function findPending(db: Reader, limit: number, among?: string[]): Promise<string[]> {
  const rows = await db
    .withTables<IndexTables>()
    .selectFrom('pieces')
    .leftJoin('search_pieces', 'search_pieces.piece_id', 'pieces.id')
    .select('pieces.id')
    .where('pieces.state', '=', 'live')
    .where('pieces.live_revision', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('search_pieces.revision', 'is', null),
        eb('search_pieces.revision', '<>', eb.ref('pieces.live_revision')),
      ]),
    )
    .$if(among !== undefined, (query) => query.where('pieces.id', 'in', among ?? []))
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What is in the index and not live any more. */
export async function findGone(db: Reader, limit: number, among?: string[]): Promise<string[]> {
  const rows = await db
    .withTables<IndexTables>()
    .selectFrom('search_pieces')
    .innerJoin('pieces', 'pieces.id', 'search_pieces.piece_id')
    .select('pieces.id')
    .where('pieces.state', '<>', 'live')
    .$if(among !== undefined, (query) => query.where('pieces.id', 'in', among ?? []))
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function findRevisionsToIndex(db: Reader, pieceIds: string[]): Promise<RevisionToIndex[]> {
  const rows = await liveRevisions(db, pieceIds).select('revisions.content').execute();
  return rows.map((row) => ({
    pieceId: row.id,
    publication: row.publication,
    lang: row.lang,
    kind: row.kind,
    dated: row.dated,
    revision: row.number,
    content: row.content,
    sha256: row.content_sha256,
  }));
}

function liveRevisions(db: Reader, pieceIds: string[]) {
  return db
    .withTables<IndexTables>()
    .selectFrom('pieces')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.live_revision'),
    )
    .select([
      'pieces.id',
      'pieces.publication',
      'pieces.lang',
      'pieces.kind',
      'pieces.dated',
      'revisions.number',
      'revisions.content_sha256',
    ])
    .where('pieces.state', '=', 'live')
    .where('pieces.id', 'in', pieceIds);
}

/** Puts live revisions into the index, but those that are not as they were read: they are pending still. */
export async function indexRevisions(
  tx: Writer,
  read: { revision: RevisionToIndex; text: IndexedText }[],
): Promise<number> {
  await lockIndex(tx);
  const ids = read.map(({ revision }) => revision.pieceId);
  const standing = new Map((await liveRevisions(tx, ids).execute()).map((row) => [row.id, row.content_sha256]));
  const same = read.filter(({ revision }) => standing.get(revision.pieceId) === revision.sha256);
  const vocabulary = new Map<number, IndexedText['words']>();
  const now = new Map<string, Publication>();
  for (const slug of new Set(same.map(({ revision }) => revision.publication))) {
    const publication = await findPublication(tx, slug);
    if (publication) now.set(slug, publication);
  }
  for (const { revision, text } of same) {
    const shelf = await takeShelf(tx, revision.publication, revision.lang);
    const number = await takeNumber(tx, shelf, revision, text);
    await putWords(tx, number, text);
    await putFacets(tx, number, {
      ...text,
      topics: topicsNow(now.get(revision.publication) ?? { merged: [] }, text.topics),
    });
    // Pieces share most of their words: each is looked for once for all of them.
    vocabulary.set(shelf, new Map([...text.words, ...(vocabulary.get(shelf) ?? [])]));
  }
  for (const [shelf, words] of vocabulary) await putVocabulary(tx, shelf, words);
  return same.length;
}

async function takeShelf(tx: Writer, publication: string, lang: Lang): Promise<number> {
  const find = () =>
    tx
      .withTables<IndexTables>()
      .selectFrom('search_shelves')
      .select('number')
      .where('publication', '=', publication)
      .where('lang', '=', lang);
  const known = await find().executeTakeFirst();
  if (known) return known.number;
  await tx
    .withTables<{ search_shelves: { publication: string; lang: string } }>()
    .insertInto('search_shelves')
    .values({ publication, lang })
    .execute();
  return (await find().executeTakeFirstOrThrow()).number;
}

async function takeNumber(
  tx: Writer,
  shelf: number,
  { pieceId, revision, kind, dated }: RevisionToIndex,
  text: IndexedText,
): Promise<number> {
  const tables = tx.withTables<IndexTables>();
  const row = { revision, kind, dated, title_stems: text.titleStems.join(' ') };
  const known = await tables
    .selectFrom('search_pieces')
    .select('number')
    .where('piece_id', '=', pieceId)
    .executeTakeFirst();
  const { from, to } = shelfRange(shelf);
  if (known && known.number >= from && known.number <= to) {
    await tables.updateTable('search_pieces').set(row).where('number', '=', known.number).execute();
    return known.number;
  }
  if (known) await removePieces(tx, [pieceId]);
  const last = await tables
    .selectFrom('search_pieces')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('number', '>=', from)
    .where('number', '<=', to)
    .executeTakeFirst();
  const number = Math.max(Number(last?.last ?? 0), from) + 1;
  await tables
    .insertInto('search_pieces')
    .values({ number, piece_id: pieceId, ...row })
    .execute();
  return number;
}

async function putWords(tx: Writer, number: number, { fields }: IndexedText): Promise<void> {
  await sql`delete from search_words where ${numberColumn(tx)} = ${whole(number)}`.execute(tx);
  const { title, headings, lede, authors, body } = fields;
  if (!isPostgres(tx)) {
    const words = [title, headings, lede, authors, body].map((stems) => stems.join(' '));
    await sql`insert into search_words (rowid, title, headings, lede, authors, body) values (${whole(number)}, ${sql.join(words)})`.execute(
      tx,
    );
    return;
  }
  const vector = tsvectorOf([
    ['A', title],
    ['B', headings],
    ['B', authors],
    ['C', lede],
    ['D', body],
  ]);
  await sql`insert into search_words (number, words) values (${number}, ${vector}::text::tsvector)`.execute(tx);
}

const numberColumn = (db: Reader) => sql.raw(isPostgres(db) ? 'number' : 'rowid');

/** The text of a tsvector. Stems are letters and digits alone; what PostgreSQL does not keep of a word is left out. */
function tsvectorOf(fields: [weight: string, stems: string[]][]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [weight, stems] of fields)
    for (const stem of stems) {
      place += 1;
      const before = places.get(stem) ?? [];
      if (before.length < 250) before.push(`${Math.min(place, 16_383)}${weight}`);
      places.set(stem, before);
    }
  return [...places].map(([stem, at]) => `'${stem}':${at.join(',')}`).join(' ');
}

async function putFacets(tx: Writer, number: number, { topics, outlets }: IndexedText): Promise<void> {
  const facets = tx.withTables<IndexTables>();
  await facets.deleteFrom('search_facets').where('number', '=', number).execute();
  const rows = [
    ...topics.map((value) => ({ number, facet: 'topic' as const, value })),
    ...outlets.map((value) => ({ number, facet: 'outlet' as const, value })),
  ].slice(0, manyAtOnce);
  if (rows.length > 0) await facets.insertInto('search_facets').values(rows).execute();
}

/** Words are only ever added: one that stands nowhere any more is offered to nobody, as it is seen to find nothing. */
async function putVocabulary(tx: Writer, shelf: number, words: IndexedText['words']): Promise<void> {
  const tables = tx.withTables<{ search_vocabulary: Omit<IndexTables['search_vocabulary'], 'id'> }>();
  const known = await findKnownForms(tx, shelf, [...words.keys()]);
  const rows = [...words].flatMap(([form, { stem, written }]) =>
    known.has(form) ? [] : [{ shelf, form, stem, written }],
  );
  for (let start = 0; start < rows.length; start += manyAtOnce)
    await tables
      .insertInto('search_vocabulary')
      .values(rows.slice(start, start + manyAtOnce))
      .execute();
}

/**
 * One parameter for all of them: a thousand take an engine longer to read than to look up.
 * `cross join`: SQLite then goes through what is given, and not through the vocabulary.
 */
async function findKnownForms(db: Reader, shelf: number, forms: string[]): Promise<Set<string>> {
  const given = isPostgres(db)
    ? sql`unnest(${forms}::text[]) as given (value)`
    : sql`json_each(${JSON.stringify(forms)}) as given`;
  const { rows } = await sql<{ form: string }>`select known.form from ${given}
    cross join search_vocabulary as known where known.shelf = ${shelf} and known.form = given.value`.execute(db);
  return new Set(rows.map(({ form }) => form));
}

/** Lets what is found under one topic be found under another. */
export async function moveTopicFound(tx: Writer, publication: string, from: string, into: string): Promise<void> {
  await lockIndex(tx);
  const tables = tx.withTables<IndexTables>();
  for (const { number } of await findShelves(tx, publication)) {
    const range = shelfRange(number);
    const under = (topic: string) =>
      tables
        .selectFrom('search_facets')
        .select('number')
        .where('facet', '=', 'topic')
        .where('value', '=', topic)
        .where('number', '>=', range.from)
        .where('number', '<=', range.to);
    await tables
      .deleteFrom('search_facets')
      .where('facet', '=', 'topic')
      .where('value', '=', from)
      .where('number', 'in', under(into))
      .execute();
    await tables
      .updateTable('search_facets')
      .set({ value: into })
      .where('facet', '=', 'topic')
      .where('value', '=', from)
      .where('number', 'in', under(from))
      .execute();
  }
}

/** Takes pieces out of the index. */
export async function removePieces(tx: Writer, pieceIds: string[]): Promise<void> {
  await lockIndex(tx);
  const tables = tx.withTables<IndexTables>();
  const rows = await tables.selectFrom('search_pieces').select('number').where('piece_id', 'in', pieceIds).execute();
  for (const { number } of rows) {
    await sql`delete from search_words where ${numberColumn(tx)} = ${whole(number)}`.execute(tx);
    await tables.deleteFrom('search_facets').where('number', '=', number).execute();
    await tables.deleteFrom('search_pieces').where('number', '=', number).execute();
  }
}

/** Takes words out of what is offered to readers, and outlets of some names out of what can be filtered by. */
export async function removeWords(tx: Writer, forms: string[], outlets: string[]): Promise<void> {
  await lockIndex(tx);
  const tables = tx.withTables<IndexTables>();
  if (forms.length > 0) await tables.deleteFrom('search_vocabulary').where('form', 'in', forms).execute();
  if (outlets.length > 0) await tables.deleteFrom('search_facets').where('value', 'in', outlets).execute();
}

export async function findFacetValues(db: Reader): Promise<string[]> {
  const rows = await db.withTables<IndexTables>().selectFrom('search_facets').select('value').distinct().execute();
  return rows.map(({ value }) => value);
}

/** FTS5 keeps what was deleted until parts of the index are put together: this puts all of them together. */
export async function purgeDeletedWords(tx: Writer): Promise<void> {
  if (!isPostgres(tx)) await sql`insert into search_words (search_words) values ('optimize')`.execute(tx);
}
