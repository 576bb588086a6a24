import { verbOfThirdPerson } from '#lib/text/english-verbs.ts';
import { findNames } from '#lib/text/names.ts';
import { findNumbers } from '#lib/text/numbers.ts';
import { findQuotations, withoutQuotations } from '#lib/text/quotations.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { terms, words } from '#lib/text/words.ts';
import type { Report } from '#wires/wires.ts';

/** A sentence as it stands in a report, with its exact span (UTF-16). */
export interface ChosenSentence {
  report: Report;
  text: string;
  start: number;
  end: number;
}

/** A sentence that could stand in a draft. */
export interface Candidate extends ChosenSentence {
  /** Which sentence of its report it is, from 0. */
  position: number;
  terms: Set<string>;
  /** Figures that are said of something, not the year or a small count. */
  figures: Set<number>;
  /** Where it speaks of somebody or something named before: the sentence that names them; null where it stands alone. */
  leansOn: number | null;
  score: number;
  /** A stable tie-breaker. */
  order: string;
}

const fewestWords = 7;
const mostWords = 48;
/** Sentences further down are rarely what happened. */
const deepestSentence = 14;

/** What stands in a page beside the report: its buttons, its credits, notes of those who made it. */
const furniture =
  /^(?:story continued|advertisement|read more|sign up|click|photo|image|caption|related|follow|subscribe|copyright|©|reporting by|editing by|correction|updated|this story|watch|listen|editor.?s note|(?:the following|this) (?:is a rush )?(?:transcript|column|article|post|piece)|copy may not|support for|here.?s (?:a|the|what|how|why)|\(?ap\)?$)|\b(?:all rights reserved|originally appeared|contributed to this report)\b/iu;
/** "Oona Firth is a senior writer at the Courier": who wrote it, not what happened. */
const biography =
  /^[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){1,3},? (?:is|was) (?:the |an? )?(?:\p{L}+[ -]){0,4}(?:writer|editor|columnist|reporter|fellow|author|correspondent|contributor|co-?host|blogger|commentator|analyst|lecturer|scholar|contributing \p{L}+) (?:at|for|of|with|and|to|in)\b|^(?:\p{L}+ ){2,4}(?:هو |هي )?(?:كاتبة?|صحفية?|صحافية?|باحثة?|محررة?) (?:في|من|و)/u;

/** Somebody speaks in their own voice, outside quotation marks: a column, or a speech whose marks were lost. */
const ownVoice = /(?<!\p{L})(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|us)(?![\p{L}.])/u;
/** "AMY GOODMAN: …": a line of a transcript. */
const transcript = /^\p{Lu}[\p{Lu} .'’-]{4,40}: /u;
/** What is left of "“…,” Firth said at the harbour." without the words that she said. */
const speakerOnly =
  /^(?:\p{Lu}[\p{L}.’'-]*,? ){1,4}(?:said|says|added|told reporters) (?:during|at|in|on|to|when|after|before|of)\b/u;

/** A sentence begins as sentences do; what does not was cut out of one. */
const begins = /^[\p{Ps}\p{Pi}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** A line of a list of days: "Aug. 20 — …". */
const listed = /^(?:\p{Lu}\p{Ll}{2,8}\.? \p{Nd}{1,2}|\p{Nd}{1,2} \p{Lu}\p{Ll}{2,8})\s*[—–:-]/u;
/** What a page's programs left in its text. */
const markup = /=\s?["'“‘]|https?:\/\/|^CLOSE\s/u;
/** Nothing but a quotation: nobody is said to speak. */
const onlyQuoted = /^(?:"[^"]*"|“[^”]*”|«[^»]*»)[.!?؟]?$/u;

/** "PORT SELWYN, Nov 3 (Halyard) — ", "(CNN) ": where a report was written, and for whom; not part of what it says. */
const dateline =
  /^(?:[\p{L}\p{M}.'’ -]{2,40}(?:,[^()\n]{1,40})?\([^()\n]{2,50}\)\s*[—–:-]+\s*|(?:\p{Lu}[\p{Lu}.'’ -]{3,30}(?:,[^()\n]{1,40})?)?\([^()\n]{2,50}\)\s*(?:[—–:-]+\s*)?)/u;
/** "ROME — ", also below what a page has before its report. */
const shortDateline = /^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, [\p{L}. ]{2,20})?\s*[—–]+\s*/u;

/** Opens with a word that needs what stood before it. */
const leaning =
  /^(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|so|or|nor|however|also|still|yet|meanwhile|instead|another|others?|then|there|similarly|likewise|in (?:that|this|these|those|addition|turn|response)|the (?:trio|pair|two|three|latter|former|next day|move|site|decision|incident)|as a result|by contrast|for (?:example|instance|one|starters)|in (?:fact|short|other words)|indeed|of course|to be sure|put simply|to the contrary|by way of|(?:dozens|hundreds|thousands|many|several|some) (?:more|others))\b|^(?:in|on|at|for|after|before|as|with) [^,]{2,40}, (?:it|he|she|they|this|that)\b|^(?:و(?:قد|كان|لم|لا|هو|هي|هم)|لكن|كما|غير أن|في المقابل|وذلك|هذا|هذه|ذلك|تلك)(?!\p{L})|\b(?:these|those|such) \p{Ll}+s\b|, however,|\b(?:did|does|was|were), (?:however|though)\b/iu;
const leaningOnPerson = /^(?:he|she|they|his|her|their)\b/iu;
/** Somebody speaks who is only "he" or "she" here. */
const pronoun = /(?<!\p{L})(?:he|she|his|her|him)(?!\p{L})/iu;
const arabicSpeaker =
  /^و?(?:أضاف|تابع|قال|أكد|أوضح|أشار|استطرد|ختم)(?:ت|وا)?\s*(?::|«|"|“|أن|إن|أنه|أنها|إنه|إنها|إلى)/u;

/** Forms of verbs that nearly every English sentence has one of; a caption has none. */
const verb =
  /(?<!\p{L})(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|won['’]t|isn['’]t|\p{L}+['’](?:s|re|ve|ll|d)|\p{L}{2,}ed|sa(?:ys|id)|told|made|took|went|gave|found|came|got|left|held|won|lost|met|saw|began|sent|set|put|hit|cut|fell|rose|led|ran|fought|sank|shot|broke|brought|built|spoke|stood|struck|swept|drew|grew|kept|paid|read|sold|sought|spent|taught|thought|threw|understood|wrote|knows?|shows?)(?!\p{L})/iu;

/** The sentences of a report that could stand in a draft. `shared` says in how many of the `sources` reports a term stands. */
export function readCandidates(report: Report, shared: Map<string, number>, sources: number): Candidate[] {
  const isEnglish = /^en(?:-|$)/u.test(report.lang);
  const sentences = splitSentences(report.body).slice(0, deepestSentence);
  const namesSomebody = sentences.map(({ start, end }) => namesAnybody(report.body.slice(start, end)));
  return sentences.flatMap(({ start: from, end }, position): Candidate[] => {
    const start = from + lengthOfDateline(report.body.slice(from, end), position, report);
    const text = report.body.slice(start, end);
    if (
      !isWhole(report.body, start, text) ||
      !isNews(text) ||
      (isEnglish && /\p{Script=Latin}/u.test(text) && !hasVerb(text))
    )
      return [];
    const said = new Set(terms(text));
    const central = [...said].reduce((sum, word) => sum + ((shared.get(word) ?? 1) - 1), 0) / Math.max(6, said.size);
    const leansOn = findAntecedent(text, position, namesSomebody);
    const numbers = findNumbers(text);
    const score =
      (sources > 1 ? central / (sources - 1) : 0) * 2 +
      1.2 / (1 + position) +
      Math.min(numbers.length, 2) * 0.15 +
      (findQuotations(text).length > 0 ? 0.2 : 0);
    const figures = new Set(numbers.map(({ value }) => value).filter((value) => value > 12 && !isYear(value)));
    const order = `${report.externalId}:${String(position).padStart(4, '0')}`;
    return [{ report, text, start, end, position, terms: said, figures, leansOn, score, order }];
  });
}

/** Which sentence one speaks on from: of a person, the last that names anybody; of anything else, the one before. */
function findAntecedent(text: string, position: number, namesSomebody: boolean[]): number | null {
  const unnamed = hasUnnamedSpeaker(text);
  if (position > 0 && (unnamed || leaningOnPerson.test(text))) return namesSomebody.lastIndexOf(true, position - 1);
  return unnamed || leaning.test(text) ? position - 1 : null;
}

/** Whether a sentence names somebody or something; where the script has no capitals, any may. */
function namesAnybody(text: string): boolean {
  return !/\p{Lu}/u.test(text) || findNames(text, () => true).length > 0;
}

function lengthOfDateline(text: string, position: number, { outlet, agency }: Report): number {
  const by = /^[\p{L}\p{M}.,'’ -]{2,40}\((\p{L}{2,10})\)\s+(?=\p{Lu})/u.exec(text);
  const isOwn = by?.[1] !== undefined && `${outlet} ${agency ?? ''} AP AFP Reuters`.split(/\P{L}+/u).includes(by[1]);
  return ((position === 0 && ((isOwn && by) || dateline.exec(text))) || shortDateline.exec(text))?.[0].length ?? 0;
}

function hasVerb(text: string): boolean {
  return verb.test(text) || words(text).some(({ raw }) => verbOfThirdPerson(raw) !== null);
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value > 1900 && value < 2100;
}

/** A whole sentence, neither cut nor from inside what somebody says. */
function isWhole(body: string, start: number, text: string): boolean {
  return begins.test(text) && /[.!؟”"»’]$/u.test(text) && quotesWhole(text) && !isInsideQuotation(body, start);
}

/** Neither too short nor too long, no question, and nothing that stands beside the news. */
function isNews(text: string): boolean {
  const count = text.split(/\s+/u).length;
  return (
    count >= fewestWords &&
    count <= mostWords &&
    !/[?؟][”"»’]?$/u.test(text) &&
    ![furniture, biography, listed, transcript, markup, onlyQuoted].some((pattern) => pattern.test(text)) &&
    !(speakerOnly.test(text) && findQuotations(text).length === 0) &&
    !ownVoice.test(withoutQuotations(text))
  );
}

/** Whether what stands outside its quotations names nobody but by a pronoun. */
function hasUnnamedSpeaker(text: string): boolean {
  if (arabicSpeaker.test(text)) return true;
  const rest = withoutQuotations(text);
  return pronoun.test(rest) && findNames(rest, () => true).length === 0;
}

/** Whether a place lies in words that somebody says, begun in a sentence before: without those nobody says them. */
function isInsideQuotation(body: string, at: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', at - 1) + 1, at);
  const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0;
  return count(/"/gu) % 2 === 1 || count(/“/gu) > count(/”/gu) || count(/«/gu) > count(/»/gu);
}

/** Whether every quotation that opens in a sentence closes in it: half of one says something else. */
function quotesWhole(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/“/gu) === count(/”/gu) && count(/«/gu) === count(/»/gu);
}
