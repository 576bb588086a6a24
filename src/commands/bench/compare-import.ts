/** A record of `expected.jsonl` (../shared/data/README.md, "newsdeeply gold"), as far as it is compared. */
export interface ExpectedSummary {
  url_path: string;
  date: string;
  title: string;
  lede: string;
  read_minutes: number | null;
  sections: { heading: string; paragraphs: number; links: string[] }[];
  recommended_reads: { publisher: string; title: string; href: string }[];
  top_image_caption: string | null;
  top_image_caption_without_credit?: string | null;
  top_image_credit: string | null;
  irregular: string | null;
}

/** A line of a dump, as far as it is compared. */
export interface DumpedSummary {
  path?: string;
  date?: string | null;
  title?: string;
  lede?: string;
  readMinutes?: number | null;
  sections?: {
    heading?: string;
    paragraphs?: { citations?: { url?: string | null; originalHref?: string }[] }[];
  }[];
  recommendedReads?: { publisher?: string; title?: string; url?: string; originalHref?: string }[];
  topImage?: { caption?: string; credit?: string } | null;
}

export interface FieldScore {
  field: string;
  right: number;
  all: number;
  misses: { path: string; wanted: unknown; found: unknown }[];
}

/**
 * Compares a dump with the expected records, field by field: the definitions, and the figures, of
 * ../shared/score/compare_import.py. Irregular records are left out.
 */
export function compareImport(dumped: Iterable<DumpedSummary>, expected: Iterable<ExpectedSummary>): FieldScore[] {
  const byPath = new Map([...dumped].map((summary) => [keyOf(summary.path ?? ''), summary]));
  const scores = new Map<string, FieldScore>();
  const check = (field: string, path: string, wanted: unknown, found: unknown): void => {
    const score = scores.get(field) ?? { field, right: 0, all: 0, misses: [] };
    scores.set(field, score);
    score.all += 1;
    if (JSON.stringify(wanted) === JSON.stringify(found)) score.right += 1;
    else score.misses.push({ path, wanted, found });
  };
  for (const wanted of expected) {
    if (wanted.irregular) continue;
    const key = keyOf(wanted.url_path);
    const found = byPath.get(key);
    check('present', key, true, found !== undefined);
    if (!found) continue;
    const sections = (found.sections ?? []).filter(({ heading }) => plain(heading) !== '');
    const reads = found.recommendedReads ?? [];
    check('date', key, wanted.date, (found.date ?? '').slice(0, 10));
    check('title', key, loose(wanted.title), loose(found.title));
    check('lede', key, loose(wanted.lede), loose(found.lede));
    check('read_minutes', key, wanted.read_minutes, found.readMinutes ?? null);
    check(
      'headings',
      key,
      wanted.sections.map(({ heading }) => loose(heading)),
      sections.map(({ heading }) => loose(heading)),
    );
    check(
      'paragraphs',
      key,
      wanted.sections.map(({ paragraphs }) => paragraphs),
      sections.map(({ paragraphs = [] }) => paragraphs.length),
    );
    check(
      'links',
      key,
      wanted.sections.map(({ links }) => distinct(links)),
      sections.map(({ paragraphs = [] }) => distinct(paragraphs.flatMap(linksOf))),
    );
    check(
      'reads_href',
      key,
      wanted.recommended_reads.map(({ href }) => href),
      reads.map(({ originalHref, url }) => originalHref ?? url ?? null),
    );
    check(
      'reads_title',
      key,
      wanted.recommended_reads.map(({ title }) => loose(title)),
      reads.map(({ title }) => loose(title)),
    );
    check(
      'reads_publisher',
      key,
      wanted.recommended_reads.map(({ publisher }) => loose(publisher)),
      reads.map(({ publisher }) => loose(publisher)),
    );
    const caption =
      wanted.top_image_caption_without_credit === undefined
        ? wanted.top_image_caption
        : wanted.top_image_caption_without_credit;
    check('caption', key, loose(caption), loose(found.topImage?.caption));
    check('credit', key, loose(wanted.top_image_credit), loose(found.topImage?.credit));
  }
  return [...scores.values()];
}

function linksOf({
  citations = [],
}: {
  citations?: { url?: string | null; originalHref?: string }[];
}): (string | null)[] {
  return citations.map(({ originalHref, url }) => originalHref ?? url ?? null);
}

function distinct(links: (string | null)[]): (string | null)[] {
  return [...new Set(links)].sort();
}

/** The last five parts of a path. */
function keyOf(path: string): string {
  return path
    .replace(/\.html$/u, '')
    .replace(/^\/+|\/+$/gu, '')
    .split('/')
    .slice(-5)
    .join('/');
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/\u200b/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Letters and digits alone, in small letters. */
function loose(text: string | null | undefined): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '');
}
