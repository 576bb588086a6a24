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
  note: null,
};

/** Why a report may not be cited now; null when it may. */
export type Hold = { why: 'embargoed'; until: string } | { why: 'withheld' } | { why: 'killed' };

/** What holds a report back at an instant, by its latest version. */
export function holdOn({ status, embargoedUntil }: Handling, now: Temporal.Instant): Hold | null {
  if (status !== 'usable') return { why: status };
  if (embargoedUntil === null || Temporal.Instant.compare(embargoedUntil, now) <= 0) return null;
  return { why: 'embargoed', until: embargoedUntil };
}

/** The same with each of its texts changed. */
export function mapTexts(handling: Handling, change: (text: string) => string): Handling {
  const changed = (text: string | null) => (text === null ? null : change(text));
  const { dateline, usageTerms, note } = handling;
  return { ...handling, dateline: changed(dateline), usageTerms: changed(usageTerms), note: changed(note) };
}
