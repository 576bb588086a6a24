import { type Corroboration, corroborate } from '#evidence/evidence.ts';
import { originOf, type Report } from '#wires/wires.ts';
import { type Figure, findCasualtyFigures } from './casualty-figures.ts';

/** Why a development stands where it does. Words for people are made where it is shown. */
export type RankReason =
  | { kind: 'voices'; independent: number; outlets: number }
  | { kind: 'carrying'; name: string; outlets: number }
  | { kind: 'new' }
  | { kind: 'continuing'; since: string }
  | { kind: 'already-told'; on: string }
  | { kind: 'figure'; figure: Figure }
  | { kind: 'figure-changed'; figure: Figure; before: number }
  | { kind: 'feature' };

/** One report in its development; `copyOf` names the report that it is a near-duplicate of. */
export interface PlacedReport {
  report: Report;
  copyOf: string | null;
}

/** A development as it stands on a day: its reports of that day, what came before, and its rank with the reasons. */
export interface DayDevelopment {
  id: string;
  reports: PlacedReport[];
  corroboration: Corroboration;
  score: number;
  reasons: RankReason[];
}

/** What ranking a day needs to know. `earlier`: the development's reports before the day's; `toldOn`: the day of a summary that told it. */
export interface DevelopmentOfDay {
  id: string;
  reports: PlacedReport[];
  earlier: Report[];
  toldOn: string | null;
}

/** How much each reason weighs; adjustable, and shown with its words. */
export const rankWeights = {
  independentVoice: 2,
  outlet: 0.75,
  newDevelopment: 1,
  changedFigure: 1.5,
  figure: 0.4,
  alreadyTold: -1.5,
  feature: -4,
};

const featureTitle =
  /^(?:analysis|opinion|interview|feature|explainer|q&a|comment|commentary|review|podcast|editorial|profile|essay|photos?|video|تحليل|رأي|مقابلة|حوار|تقرير خاص)\s*[:|–-]/iu;

/** Whether a report is a feature, an analysis or an opinion rather than the day's news, by its headline. */
export function isFeature(report: Pick<Report, 'title'>): boolean {
  return featureTitle.test(report.title.trim());
}

/** The day's developments, the most important first; ties by id, so that the order is always the same. */
export function rankDevelopments(developments: DevelopmentOfDay[]): DayDevelopment[] {
  return developments
    .map(rankDevelopment)
    .sort((a, b) => b.score - a.score || b.reports.length - a.reports.length || a.id.localeCompare(b.id));
}

function rankDevelopment({ id, reports, earlier, toldOn }: DevelopmentOfDay): DayDevelopment {
  const corroboration = corroborate(
    reports.map(({ report, copyOf }) => ({
      key: report.id,
      outlet: report.outlet,
      origin: originOf(report.origins),
      copyOf,
    })),
  );
  const { outlets, origins, independent } = corroboration;
  const reasons: RankReason[] = [{ kind: 'voices', independent, outlets: outlets.length }];
  let score =
    rankWeights.independentVoice * Math.log2(1 + independent) + rankWeights.outlet * Math.log2(1 + outlets.length);
  const carried = origins[0];
  if (carried && carried.outlets > 1) reasons.push({ kind: 'carrying', name: carried.name, outlets: carried.outlets });

  const figures = figuresOf(reports.map(({ report }) => report));
  const before = figuresOf(earlier);
  const changed = [...figures].find(([kind, value]) => before.has(kind) && before.get(kind) !== value);
  if (changed) {
    const [kind, value] = changed;
    reasons.push({ kind: 'figure-changed', figure: { kind, value }, before: before.get(kind) ?? 0 });
    score += rankWeights.changedFigure;
  } else {
    const [first] = figures;
    if (first) reasons.push({ kind: 'figure', figure: { kind: first[0], value: first[1] } });
    score += rankWeights.figure * Math.min(figures.size, 2);
  }

  const [oldest] = earlier;
  if (toldOn && !changed) {
    reasons.push({ kind: 'already-told', on: toldOn });
    score += rankWeights.alreadyTold;
  } else if (oldest) reasons.push({ kind: 'continuing', since: oldest.reportedAt });
  else {
    reasons.push({ kind: 'new' });
    score += rankWeights.newDevelopment;
  }
  if (reports.every(({ report }) => isFeature(report))) {
    reasons.push({ kind: 'feature' });
    score += rankWeights.feature;
  }
  return { id, reports, corroboration, score, reasons };
}

/** The last value of each kind of figure in the openings of some reports, in the order they came. */
function figuresOf(reports: Report[]): Map<Figure['kind'], number> {
  const figures = new Map<Figure['kind'], number>();
  for (const report of [...reports].sort((a, b) => a.reportedAt.localeCompare(b.reportedAt))) {
    const opening = `${report.title}\n${report.body.slice(0, 600)}`;
    const seen = new Set<Figure['kind']>();
    for (const figure of findCasualtyFigures(opening)) {
      if (seen.has(figure.kind)) continue;
      seen.add(figure.kind);
      figures.set(figure.kind, figure.value);
    }
  }
  return figures;
}
