import type { Reader } from '#platform/database/database.ts';

type TellingTables = {
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
  /** Read alone: which evidence is of which report, and which report of which development, others own. */
  evidence: { id: string; report_id: string | null };
  development_reports: { publication: string; report_id: string; development_id: string };
};

/** A live piece that tells a development, or cites a report of it. */
export interface TellingPiece {
  id: string;
  kind: string;
  lang: string;
  path: string;
  dated: string | null;
}

const most = 60;

/** The live pieces that tell some developments or cite reports of them, the latest first. */
export async function findPiecesOfDevelopments(
  db: Reader,
  publication: string,
  developments: string[],
): Promise<TellingPiece[]> {
  const tables = db.withTables<TellingTables>();
  const found = new Map<string, TellingPiece>();
  for (let start = 0; start < developments.length; start += 500) {
    const some = developments.slice(start, start + 500);
    const telling = tables
      .selectFrom('piece_developments')
      .select('piece_id')
      .where('publication', '=', publication)
      .where('development', 'in', some);
    const citing = tables
      .selectFrom('development_reports')
      .innerJoin('evidence', 'evidence.report_id', 'development_reports.report_id')
      .innerJoin('piece_sources', 'piece_sources.source', 'evidence.id')
      .select('piece_sources.piece_id')
      .where('development_reports.publication', '=', publication)
      .where('piece_sources.publication', '=', publication)
      .where('piece_sources.kind', '=', 'evidence')
      .where('development_reports.development_id', 'in', some);
    const rows = await tables
      .selectFrom('pieces')
      .select(['id', 'kind', 'lang', 'path', 'dated'])
      .where('id', 'in', telling.union(citing))
      .where('state', '=', 'live')
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()]
    .sort((a, b) => (b.dated ?? '').localeCompare(a.dated ?? '') || a.path.localeCompare(b.path))
    .slice(0, most);
}
