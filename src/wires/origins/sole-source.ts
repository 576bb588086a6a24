import { isLeftOut } from '#lib/text/institution-words.ts';
import { institutionOf, onlyKind, sameInstitution } from '#lib/text/institution.ts';
import { bareKind, isOfKind, sameName } from '#lib/text/same-name.ts';
import type { Attribution, Source } from './attribution.ts';

/** What the attributions of a report come to. */
export interface Told {
  /** The one who tells all that anybody tells; null where there are several, or nobody. */
  sole: (Source & { start: number; end: number; isStatement: boolean }) | null;
  /** Somebody tells something without having been named. */
  isNamedBefore: boolean;
  isStatement: boolean;
  several: boolean;
}

const IS_BODY = /(?:[.!?”]|\n)\s*The (?:firm|company|group|charity|organi[sz]ation|party|society|club|bank) /u;

/** Whether one source tells all that is told: carriers aside, every attribution names it or goes on from it. */
export function soleSource(attributions: readonly Attribution[], body: string): Told {
  let sole = null as Told['sole'];
  let several = false;
  let isNamedBefore = false;
  let isStatement = false;
  for (const { source, adds = [], start, end, isStatement: states, isDeed = false } of attributions) {
    isStatement ||= states;
    if (source === null) {
      isNamedBefore = true;
      if (sole)
        sole = { ...sole, also: [...new Set([...sole.also, ...adds])], isStatement: sole.isStatement || states };
      continue;
    }
    if (source.kind === 'carrier') continue;
    if (sole === null) {
      sole = { ...source, start, end, isStatement: states };
      continue;
    }
    if ((source.bare && goesOn(sole, source)) || isSame(sole, source)) sole = merged(sole, source, states);
    else if (sole.bare && goesOn(source, sole) && start < 600)
      sole = merged({ ...source, start: sole.start, end: sole.end, isStatement: sole.isStatement }, sole, states);
    else if (!isDeed) several = true;
  }
  // "Fenland Haulage says … The firm has hired two tugs."
  if (sole?.kind === 'person' && IS_BODY.test(body)) sole = { ...sole, kind: 'official' };
  return { sole: several ? null : sole, isNamedBefore, isStatement, several };
}

/** Whether what says only what somebody is can mean one who was named: "the spokesman", "the company", "the force". */
function goesOn(named: Source & { isStatement?: boolean }, bare: Source): boolean {
  // A title and a name go on from a body; not from another person.
  if (bare.bare === 'office' && (named.kind === 'official' || named.kind === 'monitor'))
    return !bare.name.includes(' ') || named.also.length === 0;
  const kind = onlyKind(bare.name) ?? bareKind(bare.name);
  // "Ashmere General said in a statement … The hospital asked".
  if (named.kind === 'person' && named.isStatement) return true;
  if (named.kind === 'people') return false;
  if (kind === undefined) return true;
  const theirs = [named.name, ...named.also].flatMap((name) => institutionOf(name)?.kind ?? bareKind(name) ?? []);
  return theirs.length === 0
    ? isLeftOut(kind)
    : theirs.includes(kind) || (named.name.includes(' ') && isOfKind(named.name, kind));
}

function merged(sole: NonNullable<Told['sole']>, source: Source, states: boolean): NonNullable<Told['sole']> {
  const more =
    source.bare === 'kind' || (source.bare && !/^[\p{Lu}\p{Lo}]\S* \S/u.test(source.name))
      ? source.also
      : [source.name, ...source.also];
  return {
    ...sole,
    kind: sole.kind === 'person' && source.kind === 'official' ? 'official' : sole.kind,
    also: [...new Set([...sole.also, ...more])].filter((name) => name !== sole.name),
    isStatement: sole.isStatement || states,
  };
}

/** Whether two who speak in one report can be one, by any of their names. */
export function isSame(one: Pick<Source, 'name' | 'also'>, other: Pick<Source, 'name' | 'also'>): boolean {
  const names = ({ name, also }: Pick<Source, 'name' | 'also'>) => [name, ...also];
  return names(one).some((name) =>
    names(other).some(
      (theirs) => sameName(name, theirs) || sameInstitution(name, theirs) || isOnlyKindOf(name, theirs),
    ),
  );
}

/** "The Council" after "the Provisional Council", or before. */
function isOnlyKindOf(name: string, other: string): boolean {
  const [kind, theirs] = [bareKind(name), bareKind(other)];
  return (kind !== undefined && isOfKind(other, kind)) || (theirs !== undefined && isOfKind(name, theirs));
}
