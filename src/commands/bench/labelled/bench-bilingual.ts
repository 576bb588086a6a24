import { createClusterer } from '#developments/developments.ts';
import type { BenchRow } from '../bench-row.ts';
import { bootstrapInterval } from './intervals.ts';
import { type EventReport, type Part, readBilingual } from './labelled-sets.ts';

/** Pairs of reports of two events (or of one): all of them, and those that the clusterer put together. */
interface Cell {
  first: number;
  second: number;
  pairs: number;
  together: number;
}

/**
 * Clusters the sixty English and Arabic reports in one pass, in the order of their dates as `cluster` does, and scores the
 * pairs of the part's reports: of all, and of those of two languages. The intervals are taken over events.
 */
export function benchBilingual(part: Part, note: (line: string) => void): BenchRow[] {
  const { reports, events } = readBilingual(part);
  const developmentOf = cluster(reports);
  const scored = reports.filter(({ event }) => events.includes(event));
  const developments = Map.groupBy(scored, ({ id }) => developmentOf.get(id) ?? id);
  for (const [name, members] of developments) note(`${name}: ${members.map(({ id }) => id).join(' ')}`);
  return [
    { name: `reports (${part})`, value: scored.length, unit: 'reports' },
    { name: 'events', value: events.length, unit: 'events' },
    { name: 'developments found', value: developments.size, unit: 'developments' },
    ...scoreRows('all pairs', scored, events, developmentOf, () => true),
    ...scoreRows('English–Arabic pairs', scored, events, developmentOf, (a, b) => a.lang !== b.lang),
  ];
}

function cluster(reports: EventReport[]): Map<string, string> {
  const clusterer = createClusterer();
  return new Map(
    reports.map((report) => [report.id, clusterer.add({ ...report, at: Date.parse(report.date) }).development]),
  );
}

function scoreRows(
  name: string,
  reports: EventReport[],
  events: string[],
  developmentOf: Map<string, string>,
  counts: (a: EventReport, b: EventReport) => boolean,
): BenchRow[] {
  const cells = new Map<string, Cell>();
  for (const [place, a] of reports.entries()) {
    for (const b of reports.slice(place + 1)) {
      if (!counts(a, b)) continue;
      const [first = 0, second = 0] = [events.indexOf(a.event), events.indexOf(b.event)].toSorted((x, y) => x - y);
      const cell = cells.get(`${first} ${second}`) ?? { first, second, pairs: 0, together: 0 };
      cell.pairs += 1;
      if (developmentOf.get(a.id) === developmentOf.get(b.id)) cell.together += 1;
      cells.set(`${first} ${second}`, cell);
    }
  }
  const once = events.map(() => 1);
  return (['precision', 'recall', 'F1'] as const).map((measure) => {
    const figure = (drawn: number[]) => pairScores(cells.values(), drawn)[measure];
    const [low, high] = bootstrapInterval(events.length, figure);
    return {
      name: `${name}, ${measure}`,
      value: round(figure(once)),
      unit: `% (95%: ${round(low)} to ${round(high)})`,
    };
  });
}

/** In per cent; an event that is drawn twice counts its pairs twice, and makes no pair with itself. */
function pairScores(cells: Iterable<Cell>, drawn: number[]): { precision: number; recall: number; F1: number } {
  let right = 0;
  let wrong = 0;
  let wanted = 0;
  for (const { first, second, pairs, together } of cells) {
    if (first === second) {
      right += (drawn[first] ?? 0) * together;
      wanted += (drawn[first] ?? 0) * pairs;
    } else wrong += (drawn[first] ?? 0) * (drawn[second] ?? 0) * together;
  }
  const precision = right + wrong === 0 ? 0 : (100 * right) / (right + wrong);
  const recall = wanted === 0 ? 0 : (100 * right) / wanted;
  return { precision, recall, F1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
