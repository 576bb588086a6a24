import { isKindOfInstitution, isLeftOut, meaningOf } from './institution-words.ts';
import { soundsOf } from './sounds.ts';
import { foldWord, isArabic, words } from './words.ts';

/** One word of a name: as folded, what it means where it is no name, and how it sounds. */
export interface Part {
  folded: string;
  meaning: string | undefined;
  sounds: string;
}

/** Left out of a name wherever other words stay: articles, joining words, and what says only that somebody publishes. */
const FILLING = new Set(
  'the al of for and in on to a an at de du la news press agency daily online ذا ذي للانباء انباء صحافه للصحافه وكاله اخبار اخباريه برس نيوز اونلاين و في عن'.split(
    ' ',
  ),
);
/** What is said in more words than one. */
const PHRASES: readonly [RegExp, string][] = [
  [/ل?وقف (?:إ|ا)طلاق النار/gu, 'الهدنة'],
  [/cease-fire/giu, 'ceasefire'],
  [/fire (?:brigade|service|department|chief|crews?)|firefighters|firemen/giu, 'brigade'],
  [/فوج (?:ال)?إطفاء/gu, 'الإطفاء'],
  [/civil (?:defen[cs]e|protection)|(?:ال)?دفاع المدني/giu, 'civildefence'],
  [/coast guards?|coastguards/giu, 'coastguard'],
  [/(?:town|city) hall/giu, 'municipality'],
];
/** So many consonants alike are no chance. */
const LEAST_SOUNDS = 2;
/** Of so many, one may be another: no two transliterate alike. */
const LOOSE_SOUNDS = 5;

export function partsOf(name: string): readonly Part[] {
  const known = READ.get(name);
  if (known) return known;
  if (READ.size >= MOST_READ) READ.clear();
  const parts = readParts(name);
  READ.set(name, parts);
  return parts;
}
/** The same few names are compared again and again. */
const READ = new Map<string, readonly Part[]>();
const MOST_READ = 5000;

function readParts(name: string): Part[] {
  const plain = PHRASES.reduce((rest, [phrase, word]) => rest.replace(phrase, word), name);
  const all = words(plain.replace(/(\p{L})-(?=\p{L})/gu, '$1 ')).map(({ raw }) => readPart(foldWord(raw)));
  const telling = all.filter(({ folded }) => !FILLING.has(folded));
  return telling.length > 0 ? telling : all;
}

/** A word with what it means; Arabic without the article and, before a word that is known, without the preposition. */
function readPart(folded: string): Part {
  if (!isArabic(folded)) return { folded, meaning: meaningOf(folded), sounds: soundsOf(folded) };
  const forms = [folded, folded.replace(/^ال/u, ''), folded.replace(/^لل/u, ''), folded.replace(/^[لب](?:ال)?/u, '')];
  const known = forms.find((form) => meaningOf(form) !== undefined);
  const bare = known ?? folded.replace(/^ال(?=..)/u, '');
  return { folded: FILLING.has(folded) ? folded : bare, meaning: meaningOf(bare), sounds: soundsOf(bare) };
}

/**
 * Whether two names, of one script or two, can be one body's or one person's name: the same words, an acronym and what it
 * stands for, a shorter form that keeps what kind of body it is, a translation word by word, or a transliteration.
 * For names that stand in reports of one thing: it is too generous to find a name in the whole world.
 */
export function sameName(one: string, other: string): boolean {
  if (one === other) return true;
  if (isAcronymOf(one, other) || isAcronymOf(other, one)) return true;
  const [few, many] = [partsOf(one), partsOf(other)].toSorted((a, b) => a.length - b.length);
  if (!few || !many || few.length === 0) return false;
  return isWithin(few, many) || soundAlike(few, many);
}

function isWithin(few: readonly Part[], many: readonly Part[]): boolean {
  // "Halloway" and "the Ledger": the last word alone, where it says nothing in itself.
  const [only, last] = [few.length === 1 ? few[0] : undefined, many.at(-1)];
  if (only && last && only.meaning === undefined && isLastName(only, last)) return true;
  const left = [...many];
  for (const part of few) {
    const at = left.findIndex((each) => samePart(part, each));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  if (left.length === 0) return true;
  const [part] = few;
  if (few.length === 1 && part && isArabic(part.folded) !== isArabic(left[0]?.folded ?? '') && isFaint(part))
    return false;
  const canGo = ({ meaning }: Part) => meaning !== undefined && isLeftOut(meaning);
  const tells = (part: Part) => !canGo(part) && !(part.meaning !== undefined && isKindOfInstitution(part.meaning));
  if (left.every(canGo)) return few.some(tells);
  // "Saltway" for "Saltway Relief": the name, without what it deals with.
  if (
    few.length === 1 &&
    part?.meaning === undefined &&
    left.length === 1 &&
    left.every((each) => each.meaning !== undefined && !tells(each) === false && many[0] !== each)
  )
    return true;
  // What is left out must not tell one body from another of its kind: the kind is named, and something beside it.
  const kind = kindOf(many);
  return kind !== undefined && few.length >= 2 && few.some(({ meaning }) => meaning === kind);
}

/** In two scripts two consonants alike are too few for one word of several. */
function isLastName(only: Part, last: Part): boolean {
  if (isArabic(only.folded) !== isArabic(last.folded) && isFaint(only)) return false;
  return samePart(only, last);
}

function isFaint({ meaning, sounds }: Part): boolean {
  return meaning === undefined && sounds.length <= LEAST_SOUNDS;
}

function kindOf(parts: readonly Part[]): string | undefined {
  const kinds = parts.flatMap(({ meaning }) => (meaning && isKindOfInstitution(meaning) ? [meaning] : []));
  return isArabic(parts[0]?.folded ?? '') ? kinds[0] : kinds.at(-1);
}

export function samePart(a: Part, b: Part): boolean {
  if (a.folded === b.folded) return true;
  if (a.meaning !== undefined && a.meaning === b.meaning) return true;
  if (isArabic(a.folded) === isArabic(b.folded)) return false;
  return a.sounds === b.sounds ? a.sounds.length >= LEAST_SOUNDS : nearlyAlike(a.sounds, b.sounds);
}

/** The whole names by sound alone: "Tide Wire" and تايدواير. */
function soundAlike(few: readonly Part[], many: readonly Part[]): boolean {
  if (isArabic(few[0]?.folded ?? '') === isArabic(many[0]?.folded ?? '')) return spelledAs(few) === spelledAs(many);
  const [a, b] = [few, many].map((parts) => squeeze(parts.map(({ sounds }) => sounds).join('')));
  if (a === undefined || b === undefined || a.length < LEAST_SOUNDS) return false;
  return a === b || nearlyAlike(a, b);
}

/** Words written together are the same name: "Tide Wire", "Tidewire". */
function spelledAs(parts: readonly Part[]): string {
  return parts.map(({ folded }) => folded).join('');
}

function squeeze(sounds: string): string {
  return sounds.replace(/(.)\1+/gu, '$1');
}

/** Whether long rows of consonants differ in one. */
function nearlyAlike(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < LOOSE_SOUNDS || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const rest = [a.slice(start), b.slice(start)] as const;
  const cut = a.length - b.length;
  return cut === 0
    ? rest[0].slice(1) === rest[1].slice(1)
    : cut > 0
      ? rest[0].slice(1) === rest[1]
      : rest[0] === rest[1].slice(1);
}

/** "OCO" and "O.C.O." of the Orrun Ceasefire Observatory, with or without the small words' letters. */
function isAcronymOf(short: string, long: string): boolean {
  if (isArabic(short)) return isArabicAcronymOf(short, long);
  const letters = short.replace(/^[Tt]he /, '').replaceAll('.', '');
  if (!/^\p{Lu}[\p{Lu}\p{Ll}]{0,2}\p{Lu}{1,5}$/u.test(letters)) return false;
  const spelled = words(long.replace(/^[Tt]he /, '').replaceAll('-', ' ')).map(({ raw }) => raw);
  if (spelled.length < 2) return false;
  const initials = (of: string[]) => of.map(([first = '']) => first.toUpperCase()).join('');
  const wanted = letters.toUpperCase();
  return wanted === initials(spelled) || wanted === initials(spelled.filter((word) => /^\p{Lu}/u.test(word)));
}

/** What kind of body a name is that says nothing else: "the Council", المرصد. */
export function bareKind(name: string): string | undefined {
  const [only, ...rest] = partsOf(name);
  return rest.length === 0 &&
    only?.meaning !== undefined &&
    (isKindOfInstitution(only.meaning) || isLeftOut(only.meaning))
    ? only.meaning
    : undefined;
}

/** Whether a name is of a body of this kind (`bareKind`). */
export function isOfKind(name: string, kind: string): boolean {
  return partsOf(name).some(({ meaning }) => meaning === kind);
}

/** "هـ.ر." of هاليارد: initials with stops, in the order of the name's letters. */
export function isInitialsOf(short: string, long: string): boolean {
  if (!isArabic(short) || !short.includes('.')) return false;
  const [letters, name] = [foldWord(short.replace(/[.\sـ]/gu, '')), foldWord(long.replace(/\s/gu, ''))];
  if (letters.length < 2 || letters.length > 4 || name[0] !== letters[0]) return false;
  let from = 0;
  return Array.from(letters).every((letter) => (from = name.indexOf(letter, from) + 1) > 0);
}

/** شبم of شبكة بليسار للمفقودين: first letters without articles and prepositions; what a verb's object adds at the end aside. */
function isArabicAcronymOf(short: string, long: string): boolean {
  if (short.length > 12 || /\S\s+\S/u.test(short)) return false;
  const letters = foldWord(short.replace(/[.\s«»]/gu, ''));
  if (letters.length < 3 || letters.length > 5) return false;
  const spelled = words(long).map(({ raw }) => foldWord(raw).replace(/^(?:لل|ال)(?=..)/u, ''));
  const initials = spelled.map(([first = '']) => first).join('');
  return spelled.length >= 3 && (initials === letters || initials.slice(0, -1) === letters);
}
