import { freeTerms, mapTermsTexts, strictest, type Terms, type WireTerms } from './terms.ts';

/** Whether a report may be used. `withheld`: not until its sender says otherwise. `killed`: it is taken back for good. */
export type ReportStatus = 'usable' | 'withheld' | 'killed';

/** How the sender of a report wants one version of it handled. */
export interface Handling {
  status: ReportStatus;
  /** Nothing of it may be used before this instant. */
  embargoedUntil: string | null;
  /** The sender's own count: a higher one replaces a lower one. */
  version: number | null;
  /** It says that what an earlier version said was wrong. */
  correction: boolean;
  /** 1 is the most urgent, 8 the least; 9 is the sender's own. */
  urgency: number | null;
  /** Where and when it was written, as it says: "PORT SELWYN, Nov 3". */
  dateline: string | null;
  usageTerms: string | null;
  /** The part of them that a program can hold to; null where none is said. */
  terms: Terms | null;
  /** What the sender tells editors, and not readers. */
  note: string | null;
}

/** What a report is of which nothing is said. */
export const plainHandling: Handling = {
  status: 'usable',
  embargoedUntil: null,
  version: null,
  correction: false,
  urgency: null,
  dateline: null,
  usageTerms: null,
  terms: null,
  note: null,
};

/** Why a report may not be cited now; null when it may. `internal`, `ended`: its terms of use say so. */
export type Hold =
  | { why: 'embargoed'; until: string }
  | { why: 'withheld' }
  | { why: 'killed' }
  | { why: 'internal' }
  | { why: 'ended'; at: string };

/** What holds a report back at an instant, by its latest version. */
export function holdOn({ status, embargoedUntil, terms }: Handling, now: Temporal.Instant): Hold | null {
  const isAhead = (instant: string) => Temporal.Instant.compare(instant, now) > 0;
  if (status !== 'usable') return { why: status };
  if (terms?.internal) return { why: 'internal' };
  const [first] = [embargoedUntil, terms?.from ?? null]
    .flatMap((each) => (each !== null && isAhead(each) ? [each] : []))
    .sort((a, b) => Temporal.Instant.compare(b, a));
  if (first !== undefined) return { why: 'embargoed', until: first };
  const until = terms?.until ?? null;
  return until === null || isAhead(until) ? null : { why: 'ended', at: until };
}

/** The sender's own words of a report together with what an editor says of its wire: of both the stricter. */
export function withWireTerms(handling: Handling, wire: WireTerms | null): Handling {
  if (wire === null) return handling;
  const { text, ...rules } = wire;
  const said = [handling.usageTerms, text].filter((each) => each !== null && each !== '');
  return {
    ...handling,
    usageTerms: said.length > 0 ? said.join(' · ') : null,
    terms: strictest(handling.terms ?? freeTerms, rules),
  };
}

/** The same with each of its texts changed. */
export function mapTexts(handling: Handling, change: (text: string) => string): Handling {
  const changed = (text: string | null) => (text === null ? null : change(text));
  const { dateline, usageTerms, note, terms } = handling;
  return {
    ...handling,
    dateline: changed(dateline),
    usageTerms: changed(usageTerms),
    note: changed(note),
    terms: terms && mapTermsTexts(terms, change),
  };
}
