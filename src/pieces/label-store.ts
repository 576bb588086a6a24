import { sql } from 'kysely';
import type { Reader, Writer } from '#platform/database/database.ts';
import type { LabelKind } from '#publications/publications.ts';
import type { Filing } from './filing.ts';

type LabelTables = {
  piece_labels: {
    publication: string;
    kind: Filing['kind'];
    slug: string;
    piece_id: string;
    title: string;
    dated: string | null;
  };
  pieces: { id: string; publication: string; state: string; head_revision: number };
  revisions: { piece_id: string; number: number; content: string };
};

/** A topic, tag or category that live pieces are filed under. */
export interface CountedLabel {
  kind: LabelKind;
  slug: string;
  /** As the piece says it that has the latest day; empty for topics. */
  title: string;
  pieces: number;
}

/** What live pieces are filed under, by title and slug. */
export async function findCountedLabels(db: Reader, publication: string, kinds: LabelKind[]): Promise<CountedLabel[]> {
  const rows = await db
    .withTables<LabelTables>()
    .with('ranked', (query) =>
      query
        .selectFrom('piece_labels')
        .select(['kind', 'slug', 'title'])
        .select([
          sql<number>`count(*) over (partition by kind, slug)`.as('pieces'),
          sql<number>`row_number() over (partition by kind, slug order by dated desc nulls last, piece_id)`.as('place'),
        ])
        .where('publication', '=', publication)
        .where('kind', 'in', kinds),
    )
    .selectFrom('ranked')
    .select(['kind', 'slug', 'title', 'pieces'])
    .where('place', '=', 1)
    .execute();
  return rows
    .map((row) => ({ ...row, kind: row.kind as LabelKind, pieces: Number(row.pieces) }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.slug < b.slug ? -1 : 1));
}

/**
 * Files what is under one label under another, a piece once, and by its title; without one each piece keeps its own. Answers
 * how many pieces moved.
 */
export async function moveLabel(
  tx: Writer,
  publication: string,
  { kind, from, into, title }: { kind: Filing['kind']; from: string; into: string; title?: string },
): Promise<number> {
  const tables = tx.withTables<LabelTables>();
  const both = await tables
    .deleteFrom('piece_labels')
    .where('publication', '=', publication)
    .where('kind', '=', kind)
    .where('slug', '=', from)
    .where('piece_id', 'in', (query) =>
      query
        .selectFrom('piece_labels')
        .select('piece_id')
        .where('publication', '=', publication)
        .where('kind', '=', kind)
        .where('slug', '=', into),
    )
    .executeTakeFirst();
  const moved = await tables
    .updateTable('piece_labels')
    .set({ slug: into, ...(title !== undefined && { title }) })
    .where('publication', '=', publication)
    .where('kind', '=', kind)
    .where('slug', '=', from)
    .executeTakeFirst();
  return Number(both.numDeletedRows) + Number(moved.numUpdatedRows);
}

/** How many pieces name one of some topics in their latest revision, whether or not readers have it. */
export async function countPiecesNaming(db: Reader, publication: string, topics: string[]): Promise<number> {
  const rows = await db
    .withTables<LabelTables>()
    .selectFrom('pieces')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.piece_id', '=', 'pieces.id').onRef('revisions.number', '=', 'pieces.head_revision'),
    )
    .select('revisions.content')
    .where('pieces.publication', '=', publication)
    .where((eb) => eb.or(topics.map((topic) => eb('revisions.content', 'like', `%${JSON.stringify(topic)}%`))))
    .execute();
  return rows.filter(({ content }) => {
    const named = (JSON.parse(content) as { topics: string[] }).topics;
    return topics.some((topic) => named.includes(topic));
  }).length;
}
