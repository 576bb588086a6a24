/** Scores in per cent, unrounded. */
export interface ClusterScores {
  labelled: number;
  events: number;
  missing: number;
  b3Precision: number;
  b3Recall: number;
  b3F1: number;
  pairPrecision: number;
  pairRecall: number;
  pairF1: number;
}

export interface GoldEvent {
  cluster: string;
  article_ids: readonly string[];
}

/**
 * B-cubed (Bagga & Baldwin 1998) and pair scores over the labelled reports of events with two or more of them, as
 * shared/score/bcubed.py defines them. `developmentOf` maps report to development; a labelled report that it lacks
 * counts as a development of its own.
 */
export function scoreClustering(
  developmentOf: ReadonlyMap<string, string>,
  events: readonly GoldEvent[],
): ClusterScores {
  const goldOf = new Map<string, string>();
  for (const event of events) {
    if (event.article_ids.length < 2) continue;
    for (const id of event.article_ids) if (!goldOf.has(id)) goldOf.set(id, event.cluster);
  }
  let missing = 0;
  const gold = new Map<string, number>();
  const found = new Map<string, number>();
  const both = new Map<string, { count: number; gold: string; found: string }>();
  for (const [id, cluster] of goldOf) {
    let development = developmentOf.get(id);
    if (development === undefined) {
      missing++;
      development = `missing:${id}`;
    }
    gold.set(cluster, (gold.get(cluster) ?? 0) + 1);
    found.set(development, (found.get(development) ?? 0) + 1);
    const key = JSON.stringify([cluster, development]);
    const cell = both.get(key);
    if (cell === undefined) both.set(key, { count: 1, gold: cluster, found: development });
    else cell.count++;
  }
  let precision = 0;
  let recall = 0;
  let shared = 0;
  for (const cell of both.values()) {
    // Each of the cell's reports shares its gold event and its development with all of the cell.
    precision += (cell.count * cell.count) / (found.get(cell.found) ?? 1);
    recall += (cell.count * cell.count) / (gold.get(cell.gold) ?? 1);
    shared += pairs(cell.count);
  }
  const labelled = goldOf.size;
  const b3Precision = labelled === 0 ? 0 : (100 * precision) / labelled;
  const b3Recall = labelled === 0 ? 0 : (100 * recall) / labelled;
  const pairPrecision = (100 * shared) / Math.max(1, sumOfPairs(found));
  const pairRecall = (100 * shared) / Math.max(1, sumOfPairs(gold));
  return {
    labelled,
    events: gold.size,
    missing,
    b3Precision,
    b3Recall,
    b3F1: harmonicMean(b3Precision, b3Recall),
    pairPrecision,
    pairRecall,
    pairF1: harmonicMean(pairPrecision, pairRecall),
  };
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function sumOfPairs(sizes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += pairs(size);
  return sum;
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
