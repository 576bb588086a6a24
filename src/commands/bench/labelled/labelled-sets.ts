import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';

/** Which part of a labelled set is scored: thresholds and rules are chosen on the earlier, the later is what is told. */
export type Part = 'earlier' | 'later' | 'all';

export const parts: readonly Part[] = ['earlier', 'later', 'all'];

export interface LabelledReport {
  id: string;
  outlet: string;
  lang: 'en' | 'ar';
  date: string;
  title: string;
  body: string;
}

/** A report of the bilingual set, with the event that it tells of. */
export interface EventReport extends LabelledReport {
  event: string;
}

/** A development with its true number of independent origins, and why it is that. */
export interface OriginDevelopment {
  development: string;
  origins: number;
  why: string;
  reports: LabelledReport[];
}

const folder = join(projectRoot, 'tests/labelled');
const earlierEvents = 7;
const earlierDevelopments = 152;

/** All sixty reports in the order of their dates, and the events of a part. */
export function readBilingual(part: Part): { reports: EventReport[]; events: string[] } {
  const reports = readLines('bilingual.jsonl') as EventReport[];
  const events = [...new Set(reports.map(({ event }) => event))];
  return { reports, events: cut(events, part, earlierEvents) };
}

/** All developments, set by set, and the names of those of a part. */
export function readOrigins(part: Part): { developments: OriginDevelopment[]; scored: Set<string> } {
  const developments = readLines('origins.jsonl') as OriginDevelopment[];
  return {
    developments,
    scored: new Set(cut(developments, part, earlierDevelopments).map(({ development }) => development)),
  };
}

/** The storyline of each labelled report of the sample (tests/world), by the report's id. */
export function readStorylines(): Map<string, string> {
  const storylines = readLines('storylines.jsonl') as { storyline: string; reports: string[] }[];
  return new Map(
    storylines.flatMap(({ storyline, reports }) => reports.map((id): [string, string] => [id, storyline])),
  );
}

function cut<T>(all: T[], part: Part, earlier: number): T[] {
  return part === 'all' ? all : part === 'earlier' ? all.slice(0, earlier) : all.slice(earlier);
}

function readLines(file: string): unknown[] {
  return readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
