import type { Attribution, Source } from './attribution.ts';
import type { Token } from './english-clauses.ts';
import { asideAfter, phrase, segment } from './english-phrases.ts';
import { leadingSource, readEnglishSource } from './english-sources.ts';
import type { Named } from './known-origins.ts';

export function isSurname({ kind, name }: Source): boolean {
  return kind === 'person' && !name.includes(' ');
}

/** Who somebody is that is told of by surname: "Its leader, Dora Quick, … Quick warned". */
export function introduced(
  body: string,
  rows: readonly Token[][],
  until: number,
  surname: string,
  table: readonly Named[],
): Source | null {
  const at = rows.findIndex((row) =>
    row.some(({ text }, n) => text === surname && /^\p{Lu}\p{Ll}/u.test(row[n - 1]?.text ?? '')),
  );
  const row = rows[at];
  const start = row?.[0]?.start ?? until;
  if (!row || start >= until) return null;
  const place = row.findIndex(({ text }, n) => n > 0 && text === surname);
  const from = segment(row, place).from;
  const name = body.slice(row[from]?.start ?? start, row[place]?.end ?? start);
  const beside = row[from - 1]?.low === ',' ? segment(row, from - 2) : null;
  const aside = row[place + 1]?.low === ',' ? asideAfter(body, row, place) : [];
  const who = beside && beside.from <= beside.to ? phrase(body, row, beside.from, beside.to).text : name;
  const read = readEnglishSource(who, who === name ? aside : [name], table);
  if (read === 'nobody') return null;
  if (read.source)
    return read.source.kind === 'official' ? { ...read.source, also: [...read.source.also, surname] } : null;
  const first: Attribution = { start, end: start, source: null, adds: [...read.adds, surname], isStatement: false };
  return antecedent(body, rows.slice(0, at), { ...first, start: until }, table);
}

/** Who "he", "the statement" or "its director" is of, where nobody spoke before: whom this sentence or an earlier one is about. */
export function antecedent(
  body: string,
  rows: readonly Token[][],
  first: Attribution,
  table: readonly Named[],
): Source | null {
  const { start, adds = [] } = first;
  const before = rows.filter((row) => (row[0]?.start ?? 0) <= start);
  const own = before.at(-1);
  for (const row of own ? [own, ...before] : []) {
    const source = leadingSource(
      body.slice(
        row[0]?.start ?? 0,
        Math.max(row[0]?.start ?? 0, Math.min(row.at(-1)?.end ?? 0, (row[0]?.start ?? 0) + 200)),
      ),
      table,
    );
    if (source && source.bare !== 'office' && (row[0]?.start ?? 0) < start)
      return { ...source, also: [...source.also, ...adds] };
  }
  const [name, ...also] = adds;
  return name === undefined ? null : { kind: 'official', name, also };
}
