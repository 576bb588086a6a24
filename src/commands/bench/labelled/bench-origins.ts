import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClusterer } from '#developments/developments.ts';
import { type Corroboration, corroborate } from '#evidence/evidence.ts';
import { projectRoot } from '#platform/root.ts';
import type { Publication } from '#publications/publications.ts';
import { knownNames } from '#wires/known-names.ts';
import { recogniseOrigins } from '#wires/origins/origins.ts';
import { originOf, tellersOf } from '#wires/wires.ts';
import { originsAmong, type SampleOutlet } from '../../sample-origins.ts';
import type { BenchRow } from '../bench-row.ts';
import { wilsonInterval } from './intervals.ts';
import { type OriginDevelopment, type Part, readOrigins } from './labelled-sets.ts';

/**
 * Counts the independent origins of the labelled developments as the desk does: origins are recognised with the sample
 * publication's known names, copies are found among all reports in one pass, and voices are corroborated by development.
 */
export function benchOrigins(part: Part, note: (line: string) => void): BenchRow[] {
  const { developments, scored } = readOrigins(part);
  const copyOf = findCopies(developments);
  const known = readKnown(developments.flatMap(({ reports }) => reports.map(({ outlet }) => outlet)));
  const rows: BenchRow[] = [];
  let right = 0;
  for (const { development, origins, why, reports } of developments) {
    if (!scored.has(development)) continue;
    const voices = reports.map((report) => {
      const found = recogniseOrigins({ ...report, known });
      const { id: key, outlet } = report;
      return {
        key,
        outlet,
        origin: originOf(found),
        tellers: tellersOf(found, outlet),
        copyOf: copyOf.get(key) ?? null,
      };
    });
    const counted = corroborate(voices);
    if (counted.independent === origins) {
      right += 1;
      continue;
    }
    rows.push({
      name: `${development}, counted where ${origins} is true`,
      value: counted.independent,
      unit: 'origins',
    });
    note(`${development}: ${counted.independent} counted, ${origins} true (${why}): ${inWords(counted)}`);
    for (const { key, outlet, origin, copyOf: original } of voices)
      note(
        `  ${key} ${outlet}: ${origin ? `${origin.kind} ${origin.name}` : 'itself'}${original ? ` = ${original}` : ''}`,
      );
  }
  const [low, high] = wilsonInterval(right, scored.size).map((share) => Math.round(1000 * share) / 10);
  return [
    { name: `developments (${part})`, value: scored.size, unit: 'developments' },
    {
      name: 'number of origins exact',
      value: Math.round((1000 * right) / scored.size) / 10,
      unit: `% (${right} of ${scored.size}; 95%: ${low} to ${high})`,
      bar: '>= 85',
    },
    ...rows,
  ];
}

function findCopies(developments: OriginDevelopment[]): Map<string, string> {
  const clusterer = createClusterer();
  return new Map(
    developments
      .flatMap(({ reports }) => reports)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .flatMap((report): [string, string][] => {
        const { copyOf } = clusterer.add({ ...report, at: Date.parse(report.date) });
        return copyOf === null ? [] : [[report.id, copyOf]];
      }),
  );
}

/** What the sample's first publication knows: its agencies, its monitor, its list of names, and the outlets it takes in. */
function readKnown(outlets: string[]) {
  const network = JSON.parse(readFileSync(join(projectRoot, 'tests/world/network.json'), 'utf8')) as {
    outlets: SampleOutlet[];
    publications: Publication[];
  };
  const [publication] = network.publications;
  const knownOrigins = originsAmong(network.outlets);
  return knownNames(publication ? [{ ...publication, knownOrigins }] : [], outlets);
}

function inWords({ origins, outlets, independent }: Corroboration): string {
  const named = origins.map(({ kind, name, outlets: carrying }) => `${kind} ${name} in ${carrying}`);
  return [...named, `${independent - origins.length} for themselves`, `${outlets.length} outlets`].join(', ');
}
