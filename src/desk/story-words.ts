import type {
  ActKind,
  Change,
  Contradiction,
  CountedKind,
  DayDevelopment,
  ToldFigure,
} from '#developments/developments.ts';
import { dayOfInstant } from '#locales/dates.ts';
import { dayFrom } from './words.ts';

export const countedWords: Record<CountedKind, string> = {
  killed: 'Killed',
  injured: 'Injured',
  displaced: 'Displaced',
  missing: 'Missing',
  detained: 'Detained',
  suspected: 'Suspected cases',
  confirmed: 'Confirmed cases',
};

const actWords: Record<ActKind, string> = {
  agreement: 'An agreement',
  order: 'An order',
  ruling: 'A ruling',
  arrest: 'An arrest or a charge',
  resignation: 'A resignation',
  appointment: 'An appointment or a dismissal',
  release: 'A release',
  finding: 'A finding of an inquiry',
};

const nameWords = { person: 'Somebody who', place: 'A place that', group: 'A group that' };

/** What a development brings to its storyline, a line each. */
export interface StateView {
  kind: DayDevelopment['state']['kind'];
  /** "New", "Goes on", … */
  word: string;
  lines: string[];
}

export function stateView(development: DayDevelopment, day: string, timeZone: string): StateView {
  const { state, lastAt, begins } = development;
  const on = (instant: string) => dayFrom(dayOfInstant(instant, timeZone), day);
  const lines = [
    ...state.contradictions.map((each) => contradictionWords(each, on)),
    ...state.changes.map((each) => changeWords(each, on)),
  ];
  const word = {
    new: 'New',
    continuing: lastAt === null || begins ? 'Goes on' : `Nothing new since ${on(lastAt)}`,
    changed: 'Changed',
    contradiction: 'Contradicts',
  }[state.kind];
  return { kind: state.kind, word, lines };
}

type On = (instant: string) => string;

function contradictionWords({ of, now, before }: Contradiction, on: On): string {
  return `${countedWords[of]}: ${told(now, on)}, against ${told(before, on)}.`;
}

function changeWords(change: Change, on: On): string {
  switch (change.kind) {
    case 'figure':
      return `${countedWords[change.of]}: ${told(change.now, on)}${figureBefore(change, on)}.`;
    case 'name':
      return `${nameWords[change.of]} was not in it: ${change.name}.`;
    case 'act':
      return `${actWords[change.act]}, by a headline: “${change.words}” (${change.outlet}).`;
  }
}

function figureBefore({ now, before }: Change & { kind: 'figure' }, on: On): string {
  if (before === null) return '; none of the kind before';
  return `${now.value > before.value ? ', up from' : '; before,'} ${told(before, on)}`;
}

function told({ value, outlet, at }: ToldFigure, on: On): string {
  return `${value.toLocaleString('en')} (${outlet}, ${on(at)})`;
}

/** The figure that a development carries, and what it was before: "killed: 34, before 31"; null: none. */
export function figureWords({ figures, state }: Pick<DayDevelopment, 'figures' | 'state'>): string | null {
  const [first] = figures;
  if (first === undefined) return null;
  const [of, { value }] = first;
  const before = [...state.contradictions, ...state.changes.filter((change) => change.kind === 'figure')].find(
    (each) => each.of === of,
  )?.before;
  return `${countedWords[of].toLowerCase()}: ${value}${before ? `, before ${before.value}` : ''}`;
}
