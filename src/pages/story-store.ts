import type { Reader } from '#platform/database/database.ts';

/** Read alone: `pieces` owns these tables. Only live pieces are in the last two. */
type StoryTables = {
  pieces: {
    id: string;
    publication: string;
    kind: string;
    lang: string;
    path: string;
    dated: string | null;
    state: string;
  };
  piece_developments: { publication: string; development: string; piece_id: string };
  piece_sources: { publication: string; kind: string; source: string; piece_id: string };
};

/** A live summary of another day. */
export interface ToldDay {
  id: string;
  path: string;
  dated: string;
}

/** The live summaries of a language nearest before (or after) a day that tell a development or cite a piece of evidence. */
export async function findToldDays(
  db: Reader,
  publication: string,
  of: { developments: string[]; evidence: string[]; lang: string; day: string; side: 'before' | 'after'; most: number },
): Promise<ToldDay[]> {
  if (of.developments.length === 0 && of.evidence.length === 0) return [];
  const tables = db.withTables<StoryTables>();
  const telling = tables
    .selectFrom('piece_developments')
    .select('piece_id')
    .where('publication', '=', publication)
    .where('development', 'in', of.developments.length > 0 ? of.developments : ['']);
  const citing = tables
    .selectFrom('piece_sources')
    .select('piece_id')
    .where('publication', '=', publication)
    .where('kind', '=', 'evidence')
    .where('source', 'in', of.evidence.length > 0 ? of.evidence : ['']);
  const rows = await tables
    .selectFrom('pieces')
    .select(['id', 'path', 'dated'])
    .where('id', 'in', telling.union(citing))
    .where('kind', '=', 'summary')
    .where('lang', '=', of.lang)
    .where('state', '=', 'live')
    .where('dated', of.side === 'before' ? '<' : '>', of.day)
    .orderBy('dated', of.side === 'before' ? 'desc' : 'asc')
    .limit(of.most)
    .execute();
  return rows.map(({ id, path, dated }) => ({ id, path, dated: dated ?? '' }));
}
