import { findTotals, type TotalKind } from '#developments/developments.ts';
import { type Evidence, findEvidence } from '#evidence/evidence.ts';
import { dayIn } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import { type Section, sentencesOf } from '#pieces/pieces.ts';
import type { HistoryView, OriginKind, ReportedView } from './text-view.ts';

/** A total that a sentence states and a span that it cites holds. */
interface Stated {
  kind: TotalKind;
  value: number;
  evidence: string;
}

/** A section that tells the story, and where it stands; null for the one that the history is shown under. */
export interface TellingSection {
  section: Section;
  path: string | null;
}

interface Report extends ReportedView {
  kind: TotalKind;
  at: string;
}

const mostShown = 6;

/**
 * How the totals went that a section's own sentences state, from it and the sections before it that tell the same story
 * (nearest first). Only what a published sentence states and its cited span states too. A history that falls, but for
 * the missing, is none: other things may have been counted, and nobody here knows.
 */
export async function readHistories(
  db: Reader,
  own: Section,
  before: TellingSection[],
  timeZone: string,
): Promise<HistoryView[]> {
  const kinds = new Set(totalsIn(own).map(({ kind }) => kind));
  if (kinds.size === 0 || before.length === 0) return [];
  const told = [{ section: own, path: null }, ...before].flatMap(({ section, path }) =>
    totalsIn(section)
      .filter(({ kind }) => kinds.has(kind))
      .map((stated) => ({ ...stated, path })),
  );
  const evidence = await findEvidence(
    db,
    told.map((stated) => stated.evidence),
  );
  const reports = told
    .flatMap(({ kind, value, path, evidence: id }): Report[] => {
      const source = evidence.get(id);
      return source ? [{ kind, value, path, at: source.reportedAt, ...voiceOf(source, timeZone), differs: false }] : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
  return [...kinds].flatMap((kind) =>
    historyOf(
      kind,
      reports.filter((report) => report.kind === kind),
    ),
  );
}

function totalsIn({ blocks }: Section): Stated[] {
  return sentencesOf(blocks).flatMap(({ text, basis }) => {
    if (basis.kind !== 'cited') return [];
    const held = basis.citations.map(({ evidence, quote }) => ({ evidence, totals: findTotals(quote) }));
    return findTotals(text).flatMap(({ kind, value }) => {
      const by = held.find(({ totals }) => totals.some((total) => total.kind === kind && total.value === value));
      return by ? [{ kind, value, evidence: by.evidence }] : [];
    });
  });
}

function voiceOf({ outlet, origin, reportedAt }: Evidence, timeZone: string) {
  const other = origin && origin.name !== outlet ? origin : null;
  return {
    on: dayIn(timeZone, reportedAt),
    outlet,
    origin: other?.name ?? null,
    originKind: other ? (other.kind as OriginKind) : null,
  };
}

/** Each value once, at its first report; where two voices differ on one day, both are shown. */
function historyOf(kind: TotalKind, reports: Report[]): HistoryView[] {
  const shown: Report[] = [];
  for (const report of reports) {
    const last = shown.at(-1);
    const sameDay = shown.filter(({ on }) => on === report.on);
    if (last?.value === report.value || sameDay.some(({ value }) => value === report.value)) continue;
    const rivals = sameDay.filter((other) => voice(other) !== voice(report));
    for (const rival of rivals) rival.differs = true;
    const differs = rivals.length > 0;
    if (last && !differs && kind !== 'missing' && report.value < last.value) return [];
    shown.push({ ...report, differs });
  }
  if (shown.length < 2) return [];
  const some = shown.length > mostShown ? [...shown.slice(0, 1), ...shown.slice(1 - mostShown)] : shown;
  return [{ kind, reported: some.map(({ kind: _, at: __, ...reported }) => reported) }];
}

const voice = ({ origin, outlet }: Report): string => origin ?? outlet;
