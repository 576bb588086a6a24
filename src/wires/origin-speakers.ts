import { bareKind, isOfKind, sameName } from '#lib/text/same-name.ts';
import { foldWord, isStopWord } from '#lib/text/words.ts';
import { type Named, settleName } from './origin-known.ts';
import { capitalised, COMMON_PRESS_NOUNS, MONITOR_NOUNS, PRESS_NOUNS } from './origin-names.ts';
import { cutRelative, isPersonName, personsIn, readOfficial, unled } from './origin-offices.ts';
import { isStatementAt } from './origin-statements.ts';
import type { Mention } from './origin.ts';

const VERB =
  /\b(?:said|says|told|announced|announces|warned|warns|added|adds|claimed|claims|denied|denies|insisted|confirmed|confirms|promised|declared|stated|explained|wrote|writes|according to|[Aa]ccording to)\b/gu;
/** What comes before or after the verb of telling, up to where another clause begins. */
const BEFORE = /(?:^|[.!?;:\n“”"—–()])([^.!?;:\n“”"—–()]{0,160})$/u;
const AFTER = /^\s*([^.!?;:\n“”"—–()]{0,100})/u;
const RELATIVE = /^\s*(?:who|which|whose|that|where|when|while|after|before|as|and|but)\b/u;
/** Said of somebody who was named before. */
const NAMED_BEFORE =
  /^(?:and |but |as )?(?:he|she|it|they|the (?:statement|report|bulletin|notice|text|newspaper|paper|agency|monitor|observatory|group|station|spokes\w+|official|officials|man|woman))$/iu;
/** "According to the statement the shooting began …" */
const OF_A_TEXT =
  /^(?:the|its|their|that|this|a) (?:\w+ )?(?:statement|bulletin|report|notice|communiqué|text|figures|count|tally)\b/iu;
const ADVERBS =
  /\s+(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?|yesterday|today|late|early|also|later|has|have|had|now|repeatedly|again)$/u;

const PUBLISHES = new RegExp(String.raw`(?:wire|press|${PRESS_NOUNS}|${COMMON_PRESS_NOUNS})$`, 'iu');
/** "The miners’ committee", "its owner". */
const SOMEBODY = /^(?:the|an?|its|their|his|her|\p{Lu}\S*) /iu;
const MOST_WORDS = 8;
const MONITOR = new RegExp(capitalised(MONITOR_NOUNS), 'u');

type Speaker =
  | { kind: 'before' | 'carrier' }
  | { kind: 'other'; name: string }
  | { kind: 'told'; mention: Mention; isBare: boolean };

/**
 * The one monitor or official that tells all that a report in English tells: every verb of telling outside quotations has
 * it for its subject, or one that was named before. Null where anybody else speaks.
 */
export function soleSpeaker(body: string, table: readonly Named[]): Mention | null {
  const text = body.replace(/“[^“”\n]{0,2000}”|"[^"\n]{0,2000}"/gu, (quoted) => quoted.replace(/[^“”"]/gu, ' '));
  let sole: Mention | undefined;
  let isNamedBefore = false;
  for (const verb of text.matchAll(VERB)) {
    const speaker = speakerAt(text, verb, table);
    // "The company said" after whoever it is.
    if (sole && speaker.kind === 'told' && speaker.isBare) continue;
    if (speaker.kind === 'other') {
      // "Halloway" after "the minister, Karim Halloway".
      const { name } = speaker;
      if (sole && isSame(sole, { ...sole, name, also: [] })) continue;
      return null;
    }
    isNamedBefore ||= speaker.kind === 'before';
    if (speaker.kind !== 'told') continue;
    const { mention } = speaker;
    if (sole && !isSame(sole, mention)) return null;
    sole = { ...(sole ?? mention), also: [...new Set([...(sole?.also ?? []), ...(mention.also ?? [])])] };
  }
  if (sole || !isNamedBefore) return sole ?? null;
  // Nobody but "he" or "she" speaks, in a statement.
  return isStatementAt(text, 0, Math.min(text.length, OPENING)) ? (firstSubject(text, table) ?? null) : null;
}
const OPENING = 400;

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
  // "They were told to stay."
  if (/\b(?:was|were|been|be|being|is|are) $/u.test(text.slice(Math.max(0, verb.index - 8), verb.index)))
    return { kind: 'before' };
  const before = BEFORE.exec(text.slice(Math.max(0, verb.index - 200), verb.index))?.[1] ?? '';
  // "Halloway gave no reason, and said …"
  if (/(?:^|[\s,])(?:and|but|or)\s*$/u.test(before)) return { kind: 'before' };
  const all = before.split(',').map((part) => part.replace(ADVERBS, '').replace(ADVERBS, '').trim());
  if (OF_A_TEXT.test(all[0] ?? '')) return { kind: 'before' };
  const at = all.findLastIndex((part) => part !== '' && !RELATIVE.test(part));
  const said = all[at] ?? '';
  // “…,” said the ministry; so says a statement of the ministry.
  if (said === '' || /^(?:so|thus)$/iu.test(said)) {
    if (follows.trim() === '') return { kind: 'before' };
    return readSpeaker(follows.split(/,|\bthat\b|\bin a\b|\bon \p{Lu}/u), text, end, table);
  }
  if (
    all.at(-1) === '' &&
    /^sa(?:id|ys)$/u.test(verb[0]) &&
    !/^\s*(?:in|on|at|that|it|he|she|they|an?)\b/u.test(follows)
  ) {
    const inverted = readSpeaker(follows.split(/,|\bthat\b|\bin a\b|\bon \p{Lu}/u), text, end, table);
    if (inverted.kind === 'told') return inverted;
  }
  return readSpeaker([said, all[at + 1] || (all[at - 1] ?? '')], text, verb.index, table);
}

/** Reads a speaker from a phrase and the one beside it, which may say who it is: "the minister, Name, said". */
function readSpeaker(
  phrases: readonly string[],
  text: string,
  at: number,
  table: readonly Named[],
  isStatement = false,
): Speaker {
  const [whole = '', beside = ''] = phrases.map((phrase) => phrase.trim());
  const said = cutRelative(whole);
  if (said === '' || NAMED_BEFORE.test(said) || OF_A_TEXT.test(said)) return { kind: 'before' };
  const start = Math.max(0, text.lastIndexOf(said, at) < 0 ? text.indexOf(said) : text.lastIndexOf(said, at));
  const place = {
    start: Math.min(start, at),
    end: Math.min(text.length, start + said.length),
    role: 'quoted' as const,
  };
  const told = (kind: 'monitor' | 'official', name: string, also: readonly string[] = []): Speaker => ({
    kind: 'told',
    mention: { kind, name, also: [...new Set(also)].filter((each) => each !== name), ...place },
    isBare: /^the /iu.test(said) && also.length === 0 && bareKind(name) !== undefined,
  });
  const bare = unled(said);
  const known = settleName(bare, table);
  if (known?.kind === 'agency' || known?.kind === 'outlet') return { kind: 'carrier' };
  if (known && known.kind !== 'person') return told(known.kind, known.name);
  const watch = MONITOR.exec(said)?.[0];
  if (!known && watch !== undefined) return told('monitor', watch.replace(/['’]s?$/u, ''));
  const persons = known ? [known.name] : personsIn(bare);
  const isPerson = known !== undefined || isPersonName(bare);
  const official =
    (known ? null : (readOfficial(whole) ?? readOfficial(bare))) ?? (isPerson ? readOfficial(beside) : null);
  if (official !== null) {
    const also = [...persons, ...personsIn(unled(beside))].filter(
      (each) => each.includes(' ') && !sameName(each, official),
    );
    // "Thornley, who chairs the Council": the person tells more than the bare kind of body.
    const [person] = bareKind(official) === undefined ? [] : also;
    return person === undefined ? told('official', official, also) : told('official', person, [official, ...also]);
  }
  if (known) return told('official', known.name);
  const monitor = isPerson ? MONITOR.exec(beside)?.[0] : undefined;
  if (monitor !== undefined) return told('monitor', monitor.replace(/['’]s?$/u, ''));
  if (PUBLISHES.test(bare)) return { kind: 'carrier' };
  if (/^(?:\p{Lu}\.?){2,6}$/u.test(bare)) return told('official', bare);
  const isName = isPerson && !isStopWord(foldWord(bare.split(' ')[0] ?? ''));
  // Whoever it is, a statement is one: "the miners’ committee said in a statement".
  if (isPerson && /\bspokes\w+$/u.test(beside)) return told('official', bare);
  const isOne = isName || (SOMEBODY.test(said) && said.split(' ').length <= MOST_WORDS);
  if ((isStatement && isName && bare.includes(' ')) || (isOne && isStatementAt(text, place.start, at))) {
    const [person] = [...persons, ...personsIn(unled(beside))].filter((name) => name.includes(' '));
    return isName
      ? told(
          'official',
          bare,
          [unled(cutRelative(beside))].filter((each) => each.includes(' ')),
        )
      : told('official', person ?? bare, [bare]);
  }
  return { kind: 'other', name: bare };
}

/** Who a report is of that says only that "he wrote" or "she announced": the subject of its first sentence. */
function firstSubject(text: string, table: readonly Named[]): Mention | undefined {
  const opening = /^[^.!?\n]{0,200}/u.exec(text)?.[0] ?? '';
  const [first = '', second = ''] = opening.split(
    /,|(?<=\p{L}) (?:is|was|has|have|had|will|told|said|announced|wrote|resigned)\b/u,
  );
  const speaker = readSpeaker(
    [/^(?:[Tt]he|[Aa]n?) /u.test(first) && second !== '' ? second : first, first],
    text,
    first.length,
    table,
    true,
  );
  return speaker.kind === 'told' && speaker.mention.start < opening.length ? speaker.mention : undefined;
}
