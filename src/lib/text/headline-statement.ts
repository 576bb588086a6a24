import { type WordCase, withinSentence } from './headline-case.ts';
import { asPhrase, hasVerb } from './headline-phrase.ts';

/** What an English headline says, in words that stand within a sentence. */
export interface HeadlineStatement {
  /** "McCain slams Trump" */
  text: string;
  /** "McCain slamming Trump"; null where its verb is not surely known. */
  phrase: string | null;
  /** Whether it says that something happens or is, and is neither a question nor the name of a column. */
  states: boolean;
}

const reporting = /\b(?:reports?|polls?|study|survey|sources?|analysis|opinion|exclusive)$/iu;
const twoSentences = /[?]|(?<!\b(?:Sen|Gov|Rep|Dept|Mr|Mrs|Ms|Dr|St|Gen|vs|\p{Lu}))[.!]\s+\p{Lu}\p{Ll}/u;

/** Reads an English headline; `known` says how its words stand in the reports. */
export function readHeadline(headline: string, known: WordCase): HeadlineStatement {
  const text = withinSentence(spoken(withoutKicker(withoutOutcry(curly(headline)))), known);
  const phrase = twoSentences.test(text) ? null : asPhrase(text);
  return {
    text,
    phrase,
    states: phrase !== null || (!twoSentences.test(text) && !text.includes(': ') && hasVerb(text)),
  };
}

/** Quotation marks of our own kind. */
function curly(headline: string): string {
  return headline.replace(/(?<=^|[\s(])['‘]([^'’‘]+?)['’](?=[\s,.;:)]|$)/gu, '“$1”');
}

/** "Firth takes back her claim: “A joke”": without the outcry, where the rest says something. */
function withoutOutcry(headline: string): string {
  const rest = headline.replace(/:\s*“[^:]*$/u, '');
  return rest !== headline && hasVerb(rest) ? rest : headline;
}

/** "Rare point of unity: …": what stands before a statement and is neither who says it nor what it rests on. */
function withoutKicker(headline: string): string {
  const [, kicker = '', rest = ''] = /^([^:]{2,40}):\s+(.{12,})$/u.exec(headline) ?? [];
  const isOrdinary = kicker.split(' ').filter((word) => /^\p{Ll}{3,}/u.test(word)).length > 1;
  return isOrdinary &&
    !reporting.test(kicker) &&
    hasVerb(rest) &&
    !/^(?:he|she|it|they|his|her|its|their)\b/iu.test(rest)
    ? rest
    : headline;
}

/** "Firth: Port must open" and "Port must open, Firth says" are "Firth says port must open", where what is said is a clause. */
function spoken(headline: string): string {
  const [, what = '', who = '', says = ''] =
    /^([^:,]{4,}(?:,[^:,]+)?), ((?:the )?(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}|\p{Ll}{4,}(?: \p{Ll}{4,})?) (says?)$/u.exec(
      headline,
    ) ?? [];
  if (what !== '') return `${who} ${says} ${what}`;
  const [, speaker = '', rest = ''] = /^((?:\p{Lu}[\p{L}.’'-]*\s?){1,3}):\s+(.{12,})$/u.exec(headline) ?? [];
  if (
    speaker === '' ||
    /^[\p{Lu} ]{6,}$/u.test(speaker) ||
    reporting.test(speaker) ||
    twoSentences.test(rest) ||
    !hasVerb(rest)
  )
    return headline;
  return `${speaker} ${/[^s]s$/u.test(speaker) && !speaker.includes(' ') ? 'say' : 'says'} ${rest}`;
}
