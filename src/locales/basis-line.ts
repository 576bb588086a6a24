/** The line under a heading, built alike in every language: who carries whom, since when, on which day of its story. */
import { daysBetween } from './days.ts';
import type { BasisFacts } from './locale.ts';
import type { Phrase } from './phrase.ts';
import type { Region } from './region.ts';

export interface BasisWords {
  /** "Three outlets" */
  outlets(count: number): string;
  /** "Three outlets, independent of each other" */
  apart(opening: string, count: number): string;
  /** ", carrying ", before the name; of an agency one carries, of others one cites. */
  carryingOne(kind: string): string;
  /** ", all carrying " */
  carryingAll(count: number, kind: string): string;
  /** ", two of them carrying ", and before the ones after it " and two citing " */
  carryingSome(count: number, kind: string, first: boolean): string;
  /** "two independent voices" */
  voices(count: number): string;
  today: string;
  yesterday: string;
  /** What stands before and after the day; `weekday` is asked for only where `weekdays` is true. */
  reported(when: 'today' | 'yesterday' | 'weekday' | 'date'): [string, string];
  /** Whether a weekday can stand in the line as the platform writes it. */
  weekdays: boolean;
  /** " Day 12 of this story." */
  dayOfStory(day: number): string;
}

export function basisLine(basis: BasisFacts, on: string, region: Region, said: BasisWords): Phrase {
  if (basis.outlets.length === 0) return [];
  const phrase = outletsLine(basis, said);
  if (basis.firstReportedOn) phrase.push(...firstReported(basis.firstReportedOn, on, region, said));
  if (basis.dayNumber && basis.dayNumber > 1) phrase.push(said.dayOfStory(basis.dayNumber));
  return phrase;
}

function outletsLine({ outlets, origins, independent }: BasisFacts, said: BasisWords): Phrase {
  const count = outlets.length;
  const opening = said.outlets(count);
  const apart = [`${said.apart(opening, count)}.`];
  const [first] = origins;
  if (!first) return count > 1 && independent >= count ? apart : [`${opening}.`];
  if (count === 1) {
    return first.name === outlets[0]
      ? [`${opening}.`]
      : [`${opening}${said.carryingOne(first.kind)}`, { name: first.name }, '.'];
  }
  if (origins.length === 1 && first.outlets >= count) {
    return [`${opening}${said.carryingAll(count, first.kind)}`, { name: first.name }, '.'];
  }
  if (independent >= count) return apart;
  const shared = origins.filter((origin) => origin.outlets > 1);
  const told = (shared.length > 0 ? shared : origins).flatMap((origin, index): Phrase => [
    said.carryingSome(origin.outlets, origin.kind, index === 0),
    { name: origin.name },
  ]);
  return [opening, ...told, `: ${said.voices(independent)}.`];
}

function firstReported(first: string, on: string, region: Region, said: BasisWords): Phrase {
  const ago = daysBetween(first, on);
  const when = ago <= 0 ? 'today' : ago === 1 ? 'yesterday' : ago < 7 && said.weekdays ? 'weekday' : 'date';
  const date = first.slice(0, 4) === on.slice(0, 4) ? region.dayAndMonth(first) : region.longDay(first);
  const words = { today: said.today, yesterday: said.yesterday, weekday: region.weekday(first), date }[when];
  const [before, after] = said.reported(when);
  return [before, { day: first, words }, after];
}
