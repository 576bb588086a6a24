import { sql } from 'kysely';
import type { Reader } from '#platform/database/database.ts';

type ContributorTables = {
  piece_labels: {
    publication: string;
    kind: string;
    slug: string;
    piece_id: string;
    title: string;
    lang: string;
    dated: string | null;
  };
};

/** Somebody who stands in the byline of live pieces, in whatever role. */
export interface CountedContributor {
  slug: string;
  /** What the latest of their pieces in each language calls them. */
  names: Record<string, string>;
  pieces: number;
  /** The latest of them. */
  last: { pieceId: string; dated: string | null };
}

/** Everybody in the bylines of a publication's live pieces. */
export async function findCountedContributors(db: Reader, publication: string): Promise<CountedContributor[]> {
  const rows = await db
    .withTables<ContributorTables>()
    .with('ranked', (query) =>
      query
        .selectFrom('piece_labels')
        .select(['slug', 'title', 'lang', 'piece_id', 'dated'])
        .select([
          sql<number>`count(*) over (partition by slug)`.as('pieces'),
          sql<number>`row_number() over (partition by slug order by dated desc nulls last, piece_id)`.as('place'),
          sql<number>`row_number() over (partition by slug, lang order by dated desc nulls last, piece_id)`.as(
            'place_in',
          ),
        ])
        .where('publication', '=', publication)
        .where('kind', '=', 'contributor'),
    )
    .selectFrom('ranked')
    .selectAll()
    .where('place_in', '=', 1)
    .orderBy('place')
    .execute();
  return [...Map.groupBy(rows, ({ slug }) => slug)].flatMap(([slug, own]) => {
    const [last] = own;
    if (!last) return [];
    const names = Object.fromEntries(own.map(({ lang, title }) => [lang, title]));
    return [{ slug, names, pieces: Number(last.pieces), last: { pieceId: last.piece_id, dated: last.dated } }];
  });
}

/** The live pieces in whose byline somebody stands, the latest day first. */
export async function findPiecesBy(db: Reader, publication: string, slug: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<ContributorTables>()
    .selectFrom('piece_labels')
    .select('piece_id')
    .where('publication', '=', publication)
    .where('kind', '=', 'contributor')
    .where('slug', '=', slug)
    .orderBy('dated', (day) => day.desc().nullsLast())
    .orderBy('piece_id')
    .limit(limit)
    .execute();
  return rows.map(({ piece_id }) => piece_id);
}
