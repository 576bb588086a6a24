import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClusterer } from '#developments/developments.ts';
import { createLinker } from '#developments/storylines/linker.ts';
import { readSubject } from '#developments/storylines/subject.ts';
import { projectRoot } from '#platform/root.ts';
import type { BenchRow } from '../bench-row.ts';
import { bootstrapInterval } from './intervals.ts';
import { type LabelledReport, type Part, readStorylines } from './labelled-sets.ts';

interface Linked {
  publication: string;
  /** The storyline that most of its labelled reports are of; null: none is labelled. */
  label: string | null;
  storyline: string;
  scored: boolean;
  /** Whether the development that it was linked to has its label; null: it was not linked, or one has no label. */
  right: boolean | null;
}

type SampleReport = LabelledReport & { publication: string };

/** Developments that begin on this day or later are the later part. */
const laterFrom = '2026-11-12';

/**
 * Links the sample's developments as they come, and holds pairs of them against the labels: two of one storyline that were
 * put into one are right. A pair is of the part that its later development is of.
 */
export function benchStorylines(part: Part): BenchRow[] {
  const labels = readStorylines();
  const developments = link(readSample(), labels, part);
  const pairs = (drawn: number[]) => countPairs(developments, drawn);
  const all = pairs(developments.map(() => 1));
  const [low, high] = bootstrapInterval(developments.length, (drawn) => f1(pairs(drawn)), 500).map(round);
  const linked = developments.filter(({ scored, right }) => scored && right !== null);
  return [
    {
      name: `labelled developments (${part})`,
      value: developments.filter(({ scored, label }) => scored && label !== null).length,
      unit: 'developments',
    },
    { name: 'pairs of one storyline, precision', value: round(all.right / (all.right + all.wrong)), unit: '%' },
    { name: 'pairs of one storyline, recall', value: round(all.right / (all.right + all.missed)), unit: '%' },
    { name: 'pairs of one storyline, F1', value: round(f1(all)), unit: `% (95%: ${low} to ${high})` },
    {
      name: 'links to an earlier development of the same storyline',
      value: round(linked.filter(({ right }) => right).length / linked.length),
      unit: `% (of ${linked.length})`,
    },
  ];
}

function link(reports: SampleReport[], labels: Map<string, string>, part: Part): Linked[] {
  const desks = new Map<
    string,
    { clusterer: ReturnType<typeof createClusterer>; linker: ReturnType<typeof createLinker> }
  >();
  const begun = new Map<string, { first: SampleReport; labels: string[] }>();
  for (const report of reports) {
    const desk = desks.get(report.publication) ?? { clusterer: createClusterer(), linker: createLinker() };
    desks.set(report.publication, desk);
    const { development } = desk.clusterer.add({ ...report, at: Date.parse(report.date) });
    const id = `${report.publication}:${development}`;
    const known = begun.get(id) ?? { first: report, labels: [] };
    begun.set(id, known);
    const label = labels.get(report.id);
    if (label !== undefined) known.labels.push(label);
  }
  const linked = new Map<string, Linked>();
  for (const [id, { first, labels: own }] of begun) {
    const linker = desks.get(first.publication)?.linker ?? createLinker();
    const input = { id, at: Date.parse(first.date), subject: readSubject(first) };
    const found = linker.find(input);
    const storyline = found?.storyline ?? id;
    linker.remember(input, storyline);
    const label = mostOf(own);
    const to = found && (linked.get(found.to)?.label ?? null);
    const isLater = first.date >= laterFrom;
    linked.set(id, {
      ...{ publication: first.publication, label, storyline },
      scored: part === 'all' || isLater === (part === 'later'),
      right: label === null || to === null ? null : to === label,
    });
  }
  return [...linked.values()];
}

interface Pairs {
  right: number;
  wrong: number;
  missed: number;
}

/** @param drawn how often each development was drawn: a pair counts as often as both were */
function countPairs(developments: Linked[], drawn: number[]): Pairs {
  const pairs = { right: 0, wrong: 0, missed: 0 };
  for (const [later, a] of developments.entries()) {
    if (!a.scored || a.label === null) continue;
    for (const [earlier, b] of developments.slice(0, later).entries()) {
      if (b.label === null || a.publication !== b.publication) continue;
      const times = (drawn[later] ?? 0) * (drawn[earlier] ?? 0);
      const [isOne, isPut] = [a.label === b.label, a.storyline === b.storyline];
      if (isOne && isPut) pairs.right += times;
      else if (isPut) pairs.wrong += times;
      else if (isOne) pairs.missed += times;
    }
  }
  return pairs;
}

function f1({ right, wrong, missed }: Pairs): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

function mostOf(labels: string[]): string | null {
  const counts = [...Map.groupBy(labels, (label) => label)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? null;
}

function readSample(): SampleReport[] {
  const folder = join(projectRoot, 'tests/world/reports');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as SampleReport);
}

function round(share: number): number {
  return Math.round(1000 * share) / 10;
}
