import { likePattern } from '#platform/database/like-pattern.ts';
import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';

/** A report as a search at the desk finds it, in its latest version. */
export interface FoundReport {
  id: string;
  outlet: string;
  title: string;
  lang: Lang;
  url: string | null;
  reportedAt: string;
  /** The day that it is of, in the publication's zone. */
  day: string;
  /** The words around the first that was looked for. */
  excerpt: string;
}

type Tables = {
  reports: { id: string; latest_version: number; outlet: string; url: string | null };
  report_versions: {
    report_id: string;
    version: number;
    title: string;
    body: string;
    lang: string;
    reported_at: string;
  };
  report_publications: { report_id: string; publication: string; reported_on: string; reported_at: string };
};

const around = 90;

/** Reports of a publication that hold all of these words in headline, text or outlet, the newest first. */
export async function searchReports(
  db: Reader,
  publication: string,
  words: string[],
  limit: number,
): Promise<FoundReport[]> {
  if (words.length === 0) return [];
  let query = db
    .withTables<Tables>()
    .selectFrom('report_publications')
    .innerJoin('reports', 'reports.id', 'report_publications.report_id')
    .innerJoin('report_versions', (join) =>
      join
        .onRef('report_versions.report_id', '=', 'reports.id')
        .onRef('report_versions.version', '=', 'reports.latest_version'),
    )
    .select(['reports.id', 'reports.outlet', 'reports.url', 'report_publications.reported_on'])
    .select(['report_versions.title', 'report_versions.body', 'report_versions.lang', 'report_versions.reported_at'])
    .where('report_publications.publication', '=', publication);
  for (const word of words) {
    const pattern = likePattern(word);
    query = query.where((eb) =>
      eb.or(
        (['report_versions.title', 'report_versions.body', 'reports.outlet'] as const).map((column) =>
          eb(eb.fn<string>('lower', [column]), 'like', pattern),
        ),
      ),
    );
  }
  const rows = await query
    .orderBy('report_publications.reported_at', 'desc')
    .orderBy('reports.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, outlet, title, lang, url, body, reported_at, reported_on }) => ({
    ...{ id, outlet, title, lang, url },
    reportedAt: reported_at,
    day: reported_on,
    excerpt: excerptOf(body, words),
  }));
}

/** Some words of a text about the first place of one of these; its beginning where none of them stands in it. */
function excerptOf(body: string, words: string[]): string {
  const low = body.toLowerCase();
  const places = words.map((word) => low.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const [start, end] = [Math.max(0, at - around), Math.min(body.length, at + around)];
  const cut = body.slice(start, end).replace(/\s+/gu, ' ').toWellFormed();
  // Whole words alone, as far as there are any.
  const whole = `${start > 0 ? cut.replace(/^\S*\s/u, '') : cut}`.replace(end < body.length ? /\s\S*$/u : /$^/u, '');
  return `${start > 0 ? '… ' : ''}${whole.trim()}${end < body.length ? ' …' : ''}`;
}
