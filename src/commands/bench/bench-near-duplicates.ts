import { type ClusterInput, createClusterer } from '#developments/clusterer.ts';
import { hashText } from '#lib/similarity/hash.ts';
import { containment, sketchShingles } from '#lib/similarity/shingles.ts';
import { foldWord, words } from '#lib/text/words.ts';
import { readLines } from '#platform/read-lines.ts';
import { parseReport } from '../cluster-file.ts';
import type { GoldEvent } from './b-cubed.ts';
import type { BenchRow } from './bench-row.ts';
import { createChance } from './invented-pieces.ts';
import { wilsonInterval } from './labelled/intervals.ts';

const MOST_LINE_BYTES = 8 * 1024 * 1024;
const HOUR_MS = 3_600_000;
/** Two reports of the data that share so much of the shorter one's runs of eight words are copies already: they are not asked about. */
const REAL_COPY = 0.2;
const RUN = 8;

type Chance = () => number;

/** What becomes of a report on its way into another outlet. */
const changes: readonly {
  name: string;
  change(report: ClusterInput, other: ClusterInput, chance: Chance): Partial<ClusterInput>;
}[] = [
  { name: 'cut tail', change: ({ body }, _, chance) => ({ body: cutTail(body, chance) }) },
  { name: 'new dateline', change: ({ body }) => ({ body: `LOW ORSE, Nov. 3 (Tidewire) — ${body}` }) },
  {
    name: 'outlet suffix',
    change: ({ title, body }) => ({ title: `${title} | The Marram Echo`, body: `${body}\n\nThe Marram Echo` }),
  },
  { name: 'edits of 10 to 30 %', change: ({ body }, other, chance) => ({ body: edit(body, other.body, chance) }) },
  {
    name: 'all of these',
    change: ({ title, body }, other, chance) => ({
      title: `${title} | The Marram Echo`,
      body: `LOW ORSE, Nov. 3 (Tidewire) — ${edit(cutTail(body, chance), other.body, chance)}`,
    }),
  },
];

/** The last 10 to 50 % of the sentences go. */
function cutTail(body: string, chance: Chance): string {
  const sentences = body.split(/(?<=[.!?”"])\s+/u);
  return sentences.slice(0, Math.max(1, Math.round(sentences.length * (0.5 + 0.4 * chance())))).join(' ');
}

/** One word in ten to three in ten is left out, said in a word of another report, or followed by one. */
function edit(body: string, other: string, chance: Chance): string {
  const share = 0.1 + 0.2 * chance();
  const strange = words(other).map(({ raw }) => raw);
  const pick = () => strange[Math.floor(chance() * strange.length)] ?? '';
  return body
    .split(' ')
    .map((word) => {
      if (chance() >= share) return word;
      const kind = chance();
      return kind < 0.34 ? '' : kind < 0.67 ? pick() : `${word} ${pick()}`;
    })
    .join(' ');
}

/**
 * Copies made of reports of labelled events, an hour later in another outlet, against the different reports of the same
 * events: all go through the clusterer once, in the order of their dates. The same copies each time.
 */
export async function benchNearDuplicates(
  files: { streamFile: string; eventsFile: string },
  note: (line: string) => void,
): Promise<BenchRow[]> {
  const labelled = await readLabelled(files.eventsFile);
  const originals: ClusterInput[] = [];
  for await (const { text } of readLines(files.streamFile, MOST_LINE_BYTES)) {
    const report = text === null ? 'too long' : parseReport(text);
    if (typeof report !== 'string' && labelled.has(report.id)) originals.push(report);
  }
  const chance = createChance(20261127);
  const copies = new Map<string, { of: string; change: string }>();
  const made = originals.map((report, at): ClusterInput => {
    const kind = changes[at % changes.length];
    const other = originals[(at + 7) % originals.length] ?? report;
    const id = `${report.id}~copy`;
    copies.set(id, { of: report.id, change: kind?.name ?? '' });
    return {
      ...report,
      ...kind?.change(report, other, chance),
      id,
      outlet: 'The Marram Echo',
      at: report.at + HOUR_MS,
    };
  });
  const clusterer = createClusterer();
  const copyOf = new Map(
    [...originals, ...made].toSorted((a, b) => a.at - b.at).map((report) => [report.id, clusterer.add(report).copyOf]),
  );
  const rootOf = (id: string): string => copyOf.get(id) ?? id;
  const byId = new Map(originals.map((report) => [report.id, report]));
  const right = Array.from(copies).filter(([id, { of }]) => rootOf(id) === of || rootOf(id) === rootOf(of));
  const taken = originals.filter(({ id }) => copyOf.get(id) !== null);
  const isReal = ({ id }: ClusterInput) => {
    const [mine, theirs] = [byId.get(id), byId.get(sourceOf(rootOf(id)))];
    return mine !== undefined && theirs !== undefined && sharedRuns(mine, theirs) >= REAL_COPY;
  };
  const [real, wrong] = [taken.filter(isReal), taken.filter((report) => !isReal(report))];
  const astray = Array.from(copies).filter(([id]) => copyOf.get(id) !== null && !right.some(([each]) => each === id));
  for (const { id, title } of wrong) note(`${id} “${title}” is taken for a copy of ${rootOf(id)}`);
  const asked = right.length + astray.length + wrong.length;
  return [
    {
      name: 'copies; different reports',
      value: copies.size,
      unit: `copies; ${originals.length - real.length} reports`,
    },
    shareRow('precision', right.length, asked, '>= 99'),
    shareRow('recall', right.length, copies.size, '>= 95'),
    ...changes.map(({ name }) => {
      const of = Array.from(copies.values()).filter(({ change }) => change === name).length;
      return shareRow(`recall, ${name}`, right.filter(([, { change }]) => change === name).length, of);
    }),
    { name: 'real copies among the reports, not asked about', value: real.length, unit: 'reports' },
  ];
}

function sourceOf(id: string): string {
  return id.replace(/~copy$/u, '');
}

function sharedRuns(one: ClusterInput, other: ClusterInput): number {
  const [a, b] = [one, other].map(({ body }) =>
    sketchShingles(
      words(body).map(({ raw }) => hashText(foldWord(raw))),
      RUN,
      1,
    ),
  );
  return a && b ? containment(a, b) : 0;
}

function shareRow(name: string, right: number, all: number, bar?: string): BenchRow {
  const percent = (share: number) => Math.round(share * 1000) / 10;
  const [low, high] = wilsonInterval(right, all).map(percent);
  return {
    name,
    value: percent(all === 0 ? 0 : right / all),
    unit: `% (${right} of ${all}; 95%: ${low} to ${high})`,
    ...(bar === undefined ? {} : { bar }),
  };
}

/** Ids of all reports that belong to an event. */
async function readLabelled(file: string): Promise<Set<string>> {
  const labelled = new Set<string>();
  for await (const { text } of readLines(file, MOST_LINE_BYTES)) {
    if (text === null || text === '') continue;
    for (const id of (JSON.parse(text) as GoldEvent).article_ids) labelled.add(id);
  }
  return labelled;
}
