import { isKindOfInstitution, isLeftOut } from './institution-words.ts';
import { isArabic } from './words.ts';
import { partsOf, samePart, type Part } from './same-name.ts';

/** What a name of a body says: what kind of body it is, what it deals with, and whose or where it is. */
export interface Institution {
  kind: string;
  subjects: readonly string[];
  proper: readonly Part[];
}

/** Says nothing that tells one body from another of its kind where only one is meant. */
const COMMON = new Set(
  'head master captain spokesman spokeswoman spokesperson spokesmen city town local national regional central state general public main chief deputy acting director official officials statement force service services staff press commander secretary manager owner management district متحدث ناطق باسم مدينه محلي محليه عام عامه رسمي رسميه مركزي مركزيه قوات جهاز'.split(
    ' ',
  ),
);
/** Told from each other by where they are. */
const PLACED = new Set(
  'police hospital court school municipality governorate council brigade prison observatory network administration company party'.split(
    ' ',
  ),
);
/** Both are لجنة. */
const COMMISSIONS = new Set(['commission', 'committee']);
/** Of these, there are one of a town and one of more than a town. */
const GOVERNS = new Set('council government administration parliament court'.split(' '));
/** Kinds that many bodies are of; what such a one deals with tells more than the kind. */
const LOOSE = new Set(
  'ministry directorate authority department office board agency administration commission company service institution'.split(
    ' ',
  ),
);

/** What a name says of a body; null where it names no kind of body. */
export function institutionOf(name: string): Institution | null {
  const parts = partsOf(name);
  const isArabicName = isArabic(name);
  const headEnds = isArabicName ? parts.length : headLength(name);
  const kinds = parts.flatMap(({ meaning, folded }, at) =>
    meaning !== undefined && isKindOfInstitution(meaning) && !COMMON.has(meaning) ? [{ meaning, folded, at }] : [],
  );
  const inHead = kinds.filter(({ at }) => at < headEnds);
  const kind = isArabicName ? kinds[0] : (inHead.at(-1) ?? kinds[0]);
  if (!kind) {
    // "Harbour master", شركة كهرباء: what it deals with says what it is.
    const [subject] = parts.flatMap(({ meaning }) =>
      meaning !== undefined && !COMMON.has(meaning) && !isLeftOut(meaning) ? [meaning] : [],
    );
    const isBody = parts.some(
      ({ meaning, folded }) =>
        COMMON.has(folded) || (meaning !== undefined && (isLeftOut(meaning) || isKindOfInstitution(meaning))),
    );
    if (subject === undefined || (!isBody && parts.length > 1 && !isArabicName)) return null;
    const proper = parts.filter(({ meaning, folded }) => meaning === undefined && !COMMON.has(folded));
    if (parts.some(({ meaning }) => meaning === 'company')) return { kind: 'company', subjects: [subject], proper };
    return {
      kind: subject,
      subjects: [],
      proper,
    };
  }
  const tells = ({ meaning, folded }: Part) =>
    meaning !== kind.meaning &&
    ((!COMMON.has(folded) && !COMMON.has(meaning ?? '')) ||
      (GOVERNS.has(kind.meaning) && /^(?:town|city)$/u.test(folded)));
  const rest = parts.filter((part, at) => at !== kind.at && tells(part));
  return {
    kind: kind.meaning,
    subjects: rest.flatMap(({ meaning }) => (meaning === undefined ? [] : [meaning])),
    proper: rest.filter(({ meaning }) => meaning === undefined),
  };
}

/** How many words of an English name stand before "of", "for", "in" or "at". */
function headLength(name: string): number {
  const [head = ''] = name.split(/ (?:of|for|at|in|from) /u);
  return partsOf(head).length;
}

/**
 * Whether two names can be one body's among the reports of one thing: of one kind, and neither says anything that the other
 * says otherwise. "The city police" and "Ras an-Nakhlat police"; not "the Health Ministry" and "the Interior Ministry".
 */
export function sameInstitution(one: string, other: string): boolean {
  const [a, b] = [institutionOf(one), institutionOf(other)];
  if (!a || !b) return false;
  const subjects = agree(a.subjects, b.subjects, (x, y) => x === y);
  const named = agree(a.proper, b.proper, samePart);
  // Of a union or an office whose name is translated, and not told by its place, words that nobody knows tell nothing.
  const isTranslated = isArabic(one) !== isArabic(other) && !PLACED.has(a.kind);
  const proper = named === 'no' && isTranslated ? 'yes' : named;
  if (subjects === 'no' || proper === 'no') return false;
  const isOneKind = a.kind === b.kind || (isTranslated && COMMISSIONS.has(a.kind) && COMMISSIONS.has(b.kind));
  if (isOneKind) return subjects === 'yes' || proper === 'yes' || (isBare(a) && isBare(b));
  // "Harbour master" and "Harbour Authority".
  if (LOOSE.has(b.kind) && b.subjects.includes(a.kind)) return true;
  if (LOOSE.has(a.kind) && a.subjects.includes(b.kind)) return true;
  return a.kind !== 'ministry' && b.kind !== 'ministry' && LOOSE.has(a.kind) && LOOSE.has(b.kind) && subjects === 'yes';
}

/** Whether all that two say of one thing is alike, differs, or one says nothing. */
function agree<T>(few: readonly T[], many: readonly T[], same: (a: T, b: T) => boolean): 'yes' | 'no' | 'open' {
  if (few.length === 0 || many.length === 0) return 'open';
  return few.some((a) => many.some((b) => same(a, b))) ? 'yes' : 'no';
}

/** The kind of body that a name tells and nothing beside: "the city police", "a police spokesman", المرصد. */
export function onlyKind(name: string): string | undefined {
  const found = institutionOf(name);
  return found && isBare(found) ? found.kind : undefined;
}

function isBare({ subjects, proper }: Institution): boolean {
  return subjects.length === 0 && proper.length === 0;
}
