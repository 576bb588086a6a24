import { isStopWord, foldWord } from '#lib/text/words.ts';
import { CAPITAL } from './origin-names.ts';

const BODIES =
  'ministry|directorate|authority|council|government|administration|department|army|navy|police|parliament|cabinet|municipality|governorate|command|commission|court|prosecutor|prosecution|bureau|board|coastguard|coast guard|fire brigade|fire service|town hall|city hall|office|union|association|federation|organisation|organization|company|party|charity|hospital|committee';
const PERSONS =
  'minister|mayor|governor|prime minister|commander|police chief|harbour ?master|harbor ?master|port captain|commissioner|magistrate|inspector|superintendent|sheriff|ambassador|envoy|chairman|chairwoman|registrar|governess|postmaster|stationmaster';
const OFFICIAL = new RegExp(
  String.raw`(?:(?<before>(?:[\p{L}’'-]+ ){0,3}?))(?<noun>${BODIES}|${PERSONS})(?:(?:['’]s?)? (?:spokes\w+|office|chief|head|director|deputy|press office))?(?<of> (?:of|for|at|in) (?:the )?[\p{L}-]+(?: (?:and )?\p{Lu}[\p{L}-]+){0,3})?(?<person>(?: \p{Lu}[\p{L}’'-]+){1,3})?$`,
  'iu',
);
const LEADING =
  /^(?:\p{Lu}[\p{L}-]+[’']s(?= \p{Lu})|and|but|while|as|so|Captain|Colonel|General|Major|Sergeant|Lieutenant|Admiral|Commodore|Commander|Professor|Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Father|Bishop|Sheikh|an?|the|its|their|his|her|deputy|acting|senior|another|head of|chief of|director of|(?:[\p{L}]+ )?(?:spokes\w+|officials?|officers?|director|head|chief|member|representative|sources?|statement) (?:of|for|at|in|from|with|by))\s+(?:the |a |an )?/iu;
/** What may stand before the name of a body and is not part of it: "who chairs the". */
const NOT_OF_NAME = /^.*\b(?:an?|the|its|of|for|at|from|in|by|who|and|chairs?|heads?|leads?|runs?)\s+/iu;
const PERSON = new RegExp(String.raw`^(?:${CAPITAL})(?: (?:al-|bin |de |von )?${CAPITAL}){0,3}$`, 'u');
/** Two capitalised words or more. */
const PERSONS_IN = new RegExp(String.raw`${CAPITAL}(?: (?:al-|bin |de |von )?${CAPITAL}){1,3}`, 'gu');

export function isPersonName(phrase: string): boolean {
  return PERSON.test(phrase);
}

/** Names of persons in a phrase, as far as capitals tell: a whole phrase that is a name, or what stands beside the body. */
export function personsIn(phrase: string): string[] {
  const body = OFFICIAL.exec(phrase);
  if (!body && PERSON.test(phrase)) return [phrase];
  const rest = body ? `${phrase.slice(0, body.index)} ${body.groups?.['person'] ?? ''}` : phrase;
  return Array.from(`${rest} ${withoutBody(phrase)}`.matchAll(PERSONS_IN), ([name]) => unled(name)).filter(
    (name) => name.includes(' ') && !isStopWord(foldWord(name.split(' ')[0] ?? '')),
  );
}

/** "Dorn Heskey" of "Dorn Heskey of the Port Selwyn police". */
function withoutBody(phrase: string): string {
  return /^(?<name>.{3,60}?) (?:of|for|from|at|in) the /u.exec(phrase)?.groups?.['name'] ?? '';
}

export function cutRelative(phrase: string): string {
  return phrase
    .replace(/(?<=\p{L}) (?:that|which|who|whose) (?!speaks? for|heads?|leads?|chairs?|runs?).*$/u, '')
    .trim();
}

/** A phrase without articles, ranks and what says only that somebody speaks for what follows. */
export function unled(phrase: string): string {
  let rest = phrase;
  for (let next = rest.replace(LEADING, ''); next !== rest; next = rest.replace(LEADING, '')) rest = next;
  return rest.trim();
}

/** The body or office that a phrase ends with or names: "Ashmere General hospital", "harbour master". */
export function readOfficial(phrase: string): string | null {
  const match = OFFICIAL.exec(phrase);
  if (!match?.groups) return null;
  const { before = '', noun = '', of = '', person = '' } = match.groups;
  // "Administration officials" are nobody in particular; with `i`, any word would do for a capital.
  if (person !== '' && !PERSON.test(person.trim())) return null;
  return `${before.replace(NOT_OF_NAME, '')}${noun}${of}`.trim();
}
