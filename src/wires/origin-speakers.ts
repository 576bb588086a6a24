import { bareKind, isOfKind, sameName } from '#lib/text/same-name.ts';
import { foldWord, isArabic, isStopWord } from '#lib/text/words.ts';
import { type Named, settleName } from './origin-known.ts';
import { CAPITAL, capitalised, COMMON_PRESS_NOUNS, MONITOR_NOUNS, PRESS_NOUNS } from './origin-names.ts';
import { isStatementAt } from './origin-statements.ts';
import type { Mention } from './origin.ts';

const VERB =
  /\b(?:said|says|told|announced|announces|warned|warns|added|adds|claimed|claims|denied|denies|insisted|confirmed|confirms|promised|declared|stated|explained|according to|[Aa]ccording to)\b/gu;
/** What comes before or after the verb of telling, up to where another clause begins. */
const BEFORE = /(?:^|[.!?;:\n“”"—–()])([^.!?;:\n“”"—–()]{0,160})$/u;
const AFTER = /^\s*([^.!?;:\n“”"—–()]{0,100})/u;
const RELATIVE = /^\s*(?:who|which|whose|that|where|when|while|after|before|as|and|but)\b/u;
/** Said of somebody who was named before. */
const NAMED_BEFORE =
  /^(?:and |but |as )?(?:he|she|it|they|one of (?:them|its \w+)|the (?:statement|report|bulletin|notice|text|newspaper|paper|agency|monitor|observatory|group|station|spokes\w+|official|officials|man|woman))$/iu;
/** "According to the statement the shooting began …" */
const OF_A_TEXT =
  /^(?:the|its|their|that|this|a) (?:\w+ )?(?:statement|bulletin|report|notice|communiqué|text|figures|count|tally)\b/iu;
const ADVERBS =
  /\s+(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?|yesterday|today|late|early|also|later|has|have|had|now|repeatedly|again)$/u;

const BODIES =
  'ministry|directorate|authority|council|government|administration|department|army|navy|police|parliament|cabinet|municipality|governorate|command|commission|court|prosecutor|prosecution|bureau|board|coastguard|coast guard|fire brigade|fire service|town hall|city hall|office|union|association|federation|organisation|organization|company|party|charity|hospital';
const PERSONS = 'minister|mayor|governor|prime minister|commander|police chief';
const OFFICIAL = new RegExp(
  String.raw`(?:(?<before>(?:[\p{L}’'-]+ ){0,3}?))(?<noun>${BODIES}|${PERSONS})(?:['’]s? (?:spokes\w+|office|chief|head|director|deputy|press office))?(?<of> (?:of|for) (?:the )?[\p{L}-]+(?: (?:and )?\p{Lu}[\p{L}-]+){0,3})?(?<person>(?: \p{Lu}[\p{L}’'-]+){1,3})?$`,
  'iu',
);
const LEADING =
  /^(?:and|but|while|as|an?|the|its|their|his|her|deputy|acting|senior|another|head of|chief of|director of|(?:[\p{L}]+ )?(?:spokes\w+|officials?|officers?|director|head|chief|member|representative|sources?|statement) (?:of|for|at|in|from|with|by))\s+(?:the |a |an )?/iu;
/** What may stand before the name of a body and is not part of it: "who chairs the". */
const NOT_OF_NAME = /^.*\b(?:an?|the|its|of|for|at|from|in|by|who|and|chairs?|heads?|leads?|runs?)\s+/iu;
const PERSON = new RegExp(String.raw`^(?:${CAPITAL})(?: (?:al-|bin |de |von )?${CAPITAL}){0,3}$`, 'u');
const PUBLISHES = new RegExp(String.raw`(?:wire|press|${PRESS_NOUNS}|${COMMON_PRESS_NOUNS})$`, 'iu');
const MONITOR = new RegExp(capitalised(MONITOR_NOUNS), 'u');

type Speaker = { kind: 'before' | 'carrier' } | { kind: 'other'; name: string } | { kind: 'told'; mention: Mention };

/**
 * The one monitor or official that tells all that a report in English tells: every verb of telling outside quotations has
 * it for its subject, or one that was named before. Null where anybody else speaks.
 */
export function soleSpeaker(body: string, table: readonly Named[]): Mention | null {
  const text = body.replace(/“[^“”\n]{0,2000}”|"[^"\n]{0,2000}"/gu, (quoted) => quoted.replace(/[^“”"]/gu, ' '));
  let sole: Mention | undefined;
  for (const verb of text.matchAll(VERB)) {
    const speaker = speakerAt(text, verb, table);
    if (speaker.kind === 'other') {
      // "Halloway" after "the minister, Karim Halloway".
      const { name } = speaker;
      if (sole && isSame(sole, { ...sole, name, also: [] })) continue;
      return null;
    }
    if (speaker.kind !== 'told') continue;
    const { mention } = speaker;
    if (sole && !isSame(sole, mention)) return null;
    sole = { ...(sole ?? mention), also: [...new Set([...(sole?.also ?? []), ...(mention.also ?? [])])] };
  }
  return sole ?? null;
}

/** Whether two who speak can be one, by any of their names. */
export function isSame(one: Mention, other: Mention): boolean {
  const names = ({ name, also = [] }: Mention) => [name, ...also];
  return names(one).some((name) => names(other).some((theirs) => sameName(name, theirs) || isOnlyKindOf(name, theirs)));
}

/** "The Council" after "the Provisional Council", or before. */
function isOnlyKindOf(name: string, other: string): boolean {
  const [kind, theirs] = [bareKind(name), bareKind(other)];
  return (kind !== undefined && isOfKind(other, kind)) || (theirs !== undefined && isOfKind(name, theirs));
}

function speakerAt(text: string, verb: RegExpExecArray, table: readonly Named[]): Speaker {
  const end = verb.index + verb[0].length;
  const follows = AFTER.exec(text.slice(end, end + 120))?.[1] ?? '';
  if (/according/iu.test(verb[0])) return readSpeaker(follows.split(/,|\bthat\b|\bon \p{Lu}/u), text, end, table);
  const before = BEFORE.exec(text.slice(Math.max(0, verb.index - 200), verb.index))?.[1] ?? '';
  // "Halloway gave no reason, and said …"
  if (/(?:^|[\s,])(?:and|but|or)\s*$/u.test(before)) return { kind: 'before' };
  const all = before.split(',').map((part) => part.replace(ADVERBS, '').replace(ADVERBS, '').trim());
  const at = all.findLastIndex((part) => part !== '' && !RELATIVE.test(part));
  const said = all[at] ?? '';
  // “…,” said the ministry; so says a statement of the ministry.
  if (said === '' || /^(?:so|thus)$/iu.test(said)) {
    if (follows.trim() === '') return { kind: 'before' };
    return readSpeaker(follows.split(/,|\bthat\b|\bin a\b|\bon \p{Lu}/u), text, end, table);
  }
  if (all.at(-1) === '') {
    const inverted = readSpeaker(follows.split(/,|\bthat\b|\bin a\b|\bon \p{Lu}/u), text, end, table);
    if (inverted.kind === 'told') return inverted;
  }
  return readSpeaker([said, all[at + 1] || (all[at - 1] ?? '')], text, verb.index, table);
}

/** Reads a speaker from a phrase and the one beside it, which may say who it is: "the minister, Name, said". */
function readSpeaker(phrases: readonly string[], text: string, at: number, table: readonly Named[]): Speaker {
  const [said = '', beside = ''] = phrases.map((phrase) => phrase.trim());
  if (said === '' || NAMED_BEFORE.test(said) || OF_A_TEXT.test(said)) return { kind: 'before' };
  const start = Math.max(0, text.lastIndexOf(said, at) < 0 ? text.indexOf(said) : text.lastIndexOf(said, at));
  const place = {
    start: Math.min(start, at),
    end: Math.min(text.length, start + said.length),
    role: 'quoted' as const,
  };
  const bare = unled(said);
  const known = settleName(bare, table);
  if (known && (known.kind === 'agency' || known.kind === 'outlet')) return { kind: 'carrier' };
  const isPerson = known ? known.kind === 'person' : PERSON.test(bare);
  if (known && !isPerson) {
    const kind = known.kind === 'monitor' ? 'monitor' : 'official';
    return { kind: 'told', mention: { kind, name: known.name, ...place } };
  }
  const official = (known ? null : readOfficial(bare)) ?? (isPerson ? readOfficial(unled(beside)) : null);
  if (official) {
    const names = [known?.name ?? bare, unled(beside)];
    const also = [...official.also, ...names.filter((each) => PERSON.test(each) && each !== official.name)];
    // "Thornley, who chairs the Council": the person tells more than the bare kind of body.
    const [person] = bareKind(official.name) === undefined ? [] : also;
    const named =
      person === undefined ? { name: official.name, also } : { name: person, also: [official.name, ...also.slice(1)] };
    return { kind: 'told', mention: { kind: 'official', ...named, ...place } };
  }
  if (known) return { kind: 'told', mention: { kind: 'official', name: known.name, ...place } };
  const monitor = MONITOR.exec(said)?.[0] ?? (isPerson ? MONITOR.exec(beside)?.[0] : undefined);
  if (monitor !== undefined)
    return { kind: 'told', mention: { kind: 'monitor', name: monitor.replace(/['’]s?$/u, ''), ...place } };
  if (PUBLISHES.test(bare)) return { kind: 'carrier' };
  if (/^(?:\p{Lu}\.?){2,6}$/u.test(bare)) return { kind: 'told', mention: { kind: 'official', name: bare, ...place } };
  const isName = PERSON.test(bare) && !isArabic(bare) && !isStopWord(foldWord(bare.split(' ')[0] ?? ''));
  if (isName && isStatementAt(text, place.start, at))
    return { kind: 'told', mention: { kind: 'official', name: bare, ...place } };
  return { kind: 'other', name: bare };
}

function unled(phrase: string): string {
  let rest = phrase;
  for (let next = rest.replace(LEADING, ''); next !== rest; next = rest.replace(LEADING, '')) rest = next;
  return rest.trim();
}

function readOfficial(phrase: string): { name: string; also: string[] } | null {
  const match = OFFICIAL.exec(phrase);
  if (!match?.groups) return null;
  const { before = '', noun = '', of = '', person = '' } = match.groups;
  const named = person.trim();
  // "Administration officials" are nobody in particular; with `i`, any word would do for a capital.
  if (named !== '' && !PERSON.test(named)) return null;
  return { name: `${before.replace(NOT_OF_NAME, '')}${noun}${of}`.trim(), also: named === '' ? [] : [named] };
}
