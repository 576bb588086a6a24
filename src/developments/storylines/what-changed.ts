import { findKnown } from '#lib/text/spellings.ts';
import type { StoryName } from '#publications/publications.ts';
import type { Report } from '#wires/wires.ts';
import { type FigureKind, findCasualtyFigures } from '../casualty-figures.ts';
import { findTotals, type TotalKind } from '../reported-totals.ts';
import { findActs, type ActKind } from './official-acts.ts';

/** A figure as one report tells it. */
export interface ToldFigure {
  value: number;
  /** Said as a total of what is counted, and not of one incident. */
  total: boolean;
  /** When the report came. */
  at: string;
  outlet: string;
  report: string;
}

export type CountedKind = FigureKind | TotalKind;

/** What a day brings to a storyline that was not in it. */
export type Change =
  /** `before` null: nothing of the kind was told before. A lower one is of another incident, as far as its words say. */
  | { kind: 'figure'; of: CountedKind; now: ToldFigure; before: ToldFigure | null }
  | { kind: 'name'; of: 'person' | 'place' | 'group'; name: string }
  | { kind: 'act'; act: ActKind; words: string; outlet: string };

/** Two figures of one kind that cannot both stand, or of which the later is the lower. */
export interface Contradiction {
  of: CountedKind;
  now: ToldFigure;
  before: ToldFigure;
}

/** How a development of a day stands to what its storyline told before. */
export interface StoryState {
  kind: 'new' | 'continuing' | 'changed' | 'contradiction';
  changes: Change[];
  contradictions: Contradiction[];
}

const [openingCharacters, leadCharacters] = [600, 250];
const mostNames = 3;

/** These fall as people are found, and come home: a lower one contradicts nothing. */
const falling = new Set<CountedKind>(['missing', 'displaced']);

/**
 * Compares a development's reports of a day with the earlier ones of its storyline, both oldest first. A lower figure contradicts an
 * earlier one only where both speak of one thing: one of them is a total, or the earlier report is of the same development (`own`).
 */
export function findWhatChanged(
  today: readonly Report[],
  earlier: readonly Report[],
  own: ReadonlySet<string>,
  names: readonly StoryName[],
): StoryState {
  if (earlier.length === 0) return { kind: 'new', changes: [], contradictions: [] };
  const { changes, contradictions } = compareFigures(today, earlier, own);
  changes.push(...findNewNames(today, earlier, names), ...findNewActs(today, earlier));
  const kind = contradictions.length > 0 ? 'contradiction' : changes.length > 0 ? 'changed' : 'continuing';
  return { kind, changes, contradictions };
}

/** A report is compared with by every later development of its day; its text is read once. */
const figuresRead = new WeakMap<Report, Map<CountedKind, ToldFigure>>();

/** The figures of a report's opening, one a kind: its total where it says one, else the first count. */
export function figuresOf(report: Report): Map<CountedKind, ToldFigure> {
  const known = figuresRead.get(report);
  if (known) return known;
  const opening = `${report.title}\n${report.body.slice(0, openingCharacters)}`;
  const told = { at: report.reportedAt, outlet: report.outlet, report: report.id };
  const figures = new Map<CountedKind, ToldFigure>();
  for (const { kind, value } of findTotals(opening)) figures.set(kind, { value, total: true, ...told });
  for (const { kind, value } of findCasualtyFigures(opening))
    if (!figures.has(kind)) figures.set(kind, { value, total: false, ...told });
  figuresRead.set(report, figures);
  return figures;
}

function compareFigures(
  today: readonly Report[],
  earlier: readonly Report[],
  own: ReadonlySet<string>,
): { changes: Change[]; contradictions: Contradiction[] } {
  const before = new Map<CountedKind, ToldFigure>();
  for (const report of earlier) for (const [of, figure] of figuresOf(report)) before.set(of, figure);
  const latest = new Map(before);
  const said = new Map<CountedKind, Change | null>();
  const contradicted = new Map<CountedKind, Contradiction>();
  for (const report of today)
    for (const [of, now] of figuresOf(report)) {
      const last = latest.get(of);
      latest.set(of, now);
      const isLower = last !== undefined && now.value < last.value && !falling.has(of);
      if (isLower && (now.total || last.total || own.has(last.report))) contradicted.set(of, { of, now, before: last });
      const old = before.get(of) ?? null;
      const isNews =
        old === null || (now.value !== old.value && (now.value > old.value || own.size === 0 || falling.has(of)));
      said.set(of, isNews ? { kind: 'figure', of, now, before: old } : null);
    }
  const contradictions = [...contradicted.values()];
  const changes = [...said].flatMap(([of, change]) => (change && !contradicted.has(of) ? [change] : []));
  return { changes, contradictions };
}

function findNewNames(today: readonly Report[], earlier: readonly Report[], names: readonly StoryName[]): Change[] {
  const known = names.map((name) => ({ name, spellings: [...Object.values(name.name), ...(name.also ?? [])] }));
  const [told, touched] = [new Set<(typeof known)[number]>(), new Set<(typeof known)[number]>()];
  for (const { title, body } of today) {
    // Told of: a headline names it, or two reports do in their first lines. One that is touched on says little.
    for (const found of findKnown(title, known)) told.add(found.known);
    for (const name of new Set(findKnown(body.slice(0, leadCharacters), known).map((found) => found.known)))
      (touched.has(name) ? told : touched).add(name);
  }
  // Only these are looked for in what came before, which is much longer.
  const before = new Set(
    told.size === 0
      ? []
      : earlier.flatMap(({ title, body }) =>
          findKnown(`${title}\n${body}`, [...told]).map((found) => found.known.name),
        ),
  );
  return [...told]
    .flatMap(({ name }): Change[] =>
      !before.has(name) && (name.kind === 'person' || name.kind === 'place' || name.kind === 'group')
        ? [{ kind: 'name', of: name.kind, name: name.name.en ?? Object.values(name.name)[0] ?? '' }]
        : [],
    )
    .slice(0, mostNames);
}

function findNewActs(today: readonly Report[], earlier: readonly Report[]): Change[] {
  const before = new Set(earlier.flatMap((report) => findActs(report).map(({ act }) => act)));
  const found: Change[] = [];
  for (const report of today)
    for (const { act, words } of findActs(report)) {
      if (before.has(act)) continue;
      before.add(act);
      found.push({ kind: 'act', act, words, outlet: report.outlet });
    }
  return found;
}
