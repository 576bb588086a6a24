import { type Corroboration, corroborate } from '#evidence/evidence.ts';
import { originOf, type Report, tellersOf } from '#wires/wires.ts';
import type { NotNews } from './genre/not-news.ts';
import type { NearMiss } from './development-store.ts';
import type { RankPart, RankWeights } from './rank-weights.ts';
import type { Storyline } from './storylines/storyline-store.ts';
import { figuresOf, type StoryState, type ToldFigure, type CountedKind } from './storylines/what-changed.ts';

/** Why a development stands where it does: a part of its rank and the points that it gives. Words for people are made where it is shown. */
export type RankReason = { points: number } & (
  | { part: 'independent'; count: number }
  | { part: 'outlets'; count: number }
  | { part: 'new' }
  | { part: 'change' | 'contradiction' }
  | { part: 'figure'; count: number }
  /** Nothing that its storyline had not told. `toldOn`: the day of the latest summary that told it; `since`: when it was last reported. */
  | { part: 'repeat'; toldOn: string | null; since: string }
  | { part: 'fresh' }
  | { part: 'followed' }
  | { part: 'feature' }
);

/** One report in its development; `copyOf` names the report that it is a near-duplicate of. */
export interface PlacedReport {
  report: Report;
  copyOf: string | null;
  /** What it is where it tells no event by itself; null: news. */
  notNews: NotNews | null;
}

/** The storyline of a development, as a day finds it. */
export interface StoryOfDay extends Storyline {
  /** How many days it was reported on, this one with it. */
  days: number;
  /** Whether there is more in it than this development. */
  continues: boolean;
}

/** A development as it stands on a day: its reports of that day, what came before, and its rank with the reasons. */
export interface DayDevelopment {
  id: string;
  reports: PlacedReport[];
  corroboration: Corroboration;
  story: StoryOfDay | null;
  state: StoryState;
  /** One of its reports is news; the others are comment, features or pages that gather. */
  tellsNews: boolean;
  /** The latest figure of each kind that its reports of the day tell. */
  figures: Map<CountedKind, ToldFigure>;
  /** When its storyline was last reported before; null: never. */
  lastAt: string | null;
  /** It has no report of its own from before this day. */
  begins: boolean;
  /** The development of this day that it was nearly part of. */
  nearMiss: NearMiss | null;
  score: number;
  reasons: RankReason[];
}

/** What ranking a day needs to know. `toldOn`: the day of the latest summary that told its storyline. */
export interface DevelopmentOfDay {
  id: string;
  reports: PlacedReport[];
  story: StoryOfDay | null;
  state: StoryState;
  lastAt: string | null;
  begins: boolean;
  toldOn: string | null;
  nearMiss: NearMiss | null;
  /** Its newest report is of the day itself, not of the day before. */
  fresh: boolean;
}

/** The reports that tell what happened: the news, where there is any. Comment on it and features beside it are no voices. */
export function tellingOf(reports: readonly PlacedReport[]): PlacedReport[] {
  const news = reports.filter(({ notNews }) => notNews === null);
  return news.length > 0 ? news : [...reports];
}

/** The day's developments, the most important first; of equals the newest, then by id, so that the order is always the same. */
export function rankDevelopments(developments: DevelopmentOfDay[], weights: RankWeights): DayDevelopment[] {
  return developments
    .map((development) => rankDevelopment(development, weights))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.reports.length - a.reports.length ||
        newest(b).localeCompare(newest(a)) ||
        a.id.localeCompare(b.id),
    );
}

/** When the last of its reports came. */
function newest({ reports }: DayDevelopment): string {
  return reports.reduce((last, { report }) => (report.reportedAt > last ? report.reportedAt : last), '');
}

function rankDevelopment(development: DevelopmentOfDay, weights: RankWeights): DayDevelopment {
  const { id, reports, story, state, toldOn, lastAt, begins, nearMiss } = development;
  const telling = tellingOf(reports);
  const tellsNews = reports.some(({ notNews }) => notNews === null);
  const corroboration = corroborate(
    telling.map(({ report, copyOf }) => ({
      key: report.id,
      outlet: report.outlet,
      origin: originOf(report.origins),
      tellers: tellersOf(report.origins, report.outlet),
      copyOf,
    })),
  );
  const figures = latestFigures(telling.map(({ report }) => report));
  const reasons: RankReason[] = [];
  // Rounded one by one, so that an editor who adds them up has the rank.
  const points = (part: RankPart, times = 1) => Math.round(weights[part] * times * 10) / 10;
  const [independent, outlets] = [corroboration.independent, corroboration.outlets.length];
  reasons.push({ part: 'independent', count: independent, points: points('independent', Math.log2(1 + independent)) });
  reasons.push({ part: 'outlets', count: outlets, points: points('outlets', Math.log2(1 + outlets)) });
  if (state.kind === 'new') reasons.push({ part: 'new', points: points('new') });
  if (state.contradictions.length > 0) reasons.push({ part: 'contradiction', points: points('contradiction') });
  if (state.changes.length > 0)
    reasons.push({ part: 'change', points: points('change', state.changes.length > 1 ? 1.5 : 1) });
  // What begins on this day is an event of its own, also where nothing in its words was seen to have changed.
  if (state.kind === 'continuing' && !begins)
    reasons.push({
      part: 'repeat',
      toldOn,
      since: lastAt ?? '',
      points: points('repeat', toldOn === null ? 0.5 : 1),
    });
  if (figures.size > 0)
    reasons.push({ part: 'figure', count: figures.size, points: points('figure', Math.min(figures.size, 2)) });
  if (development.fresh) reasons.push({ part: 'fresh', points: points('fresh') });
  if (story?.followed) reasons.push({ part: 'followed', points: points('followed') });
  if (!tellsNews) reasons.push({ part: 'feature', points: points('feature') });
  const score = Math.round(reasons.reduce((sum, reason) => sum + reason.points, 0) * 10) / 10;
  return { id, reports, corroboration, story, state, tellsNews, figures, lastAt, begins, nearMiss, score, reasons };
}

/** The latest figure of each kind that some reports tell. */
function latestFigures(reports: Report[]): Map<CountedKind, ToldFigure> {
  const figures = new Map<CountedKind, ToldFigure>();
  for (const report of [...reports].sort((a, b) => a.reportedAt.localeCompare(b.reportedAt)))
    for (const [kind, figure] of figuresOf(report)) figures.set(kind, figure);
  return figures;
}
