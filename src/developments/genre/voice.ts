import { splitSentences } from '#lib/text/sentences.ts';
import { withoutQuotations } from '#lib/text/quotations.ts';
import { VOICE_WEIGHTS } from './voice-weights.ts';

/** How much of a body is read: who argues does so from the start. */
const readCharacters = 4000;
/** Where news says when. */
const leadCharacters = 700;
/** Of less than this outside quotations a voice is not to be heard. */
const leastWords = 250;

const words = {
  i: /\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Mm]yself|mine)\b/gu,
  we: /\b(?:[Ww]e|[Ww]e['’](?:re|ve|d|ll)|us|[Oo]urs?|[Oo]urselves)\b/gu,
  you: /\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))\b/giu,
  said: /\b(?:said|says|told|announced|reported|according to|asked|added|confirmed|declined|tweeted|testified)\b/giu,
  ought: /\b(?:should|must|ought|need(?:s)? to|have to|has to|let['’]s)\b/giu,
  is: /\b(?:is|are|isn['’]t|aren['’]t|has|have|does|do)\b/giu,
  was: /\b(?:was|were|had|did)\b/giu,
  not: /\w(?:n['’]t)\b|\b(?:never|nothing|nobody|none)\b/giu,
  stance:
    /\b(?:perhaps|maybe|actually|really|simply|indeed|frankly|clearly|obviously|surely|truly|of course|in fact|after all|apparently|merely|hardly|quite|even|just)\b/giu,
  numbers: /\d[\d,.:]*/gu,
  titles: /\b(?:Mr|Mrs|Ms|Sen|Sens|Rep|Reps|Gov|Gen|Judge|Senator|Representative|spokes(?:man|woman|person))\b/gu,
} as const;

const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u;
const turns = /^(?:But|And|So|Yet|Or|Nor|Because|Then again)\b/u;

/** What may be measured of how a report is written, in the order of the table of weights. */
export function measureVoice({ title, body }: { title: string; body: string }): number[] | null {
  const read = body.slice(0, readCharacters);
  const own = withoutQuotations(read);
  const length = own.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (length < leastWords) return null;
  const per = (pattern: RegExp): number => Math.log1p((100 * (own.match(pattern)?.length ?? 0)) / length);
  const sentences = splitSentences(own).map(({ start, end }) => own.slice(start, end));
  const share = (test: (sentence: string) => boolean): number =>
    sentences.filter(test).length / Math.max(1, sentences.length);
  return [
    1,
    per(words.i),
    per(words.we),
    per(words.you),
    per(words.said),
    per(words.ought),
    per(words.is),
    per(words.was),
    per(words.not),
    per(words.stance),
    per(words.titles),
    per(words.numbers),
    Math.sqrt(share((sentence) => sentence.endsWith('?'))),
    Math.sqrt(share((sentence) => sentence.endsWith('!'))),
    Math.sqrt(share((sentence) => turns.test(sentence))),
    1 - own.length / read.length,
    Number(weekday.test(body.slice(0, leadCharacters))),
    Number(title.includes('?')),
    Number(/^(?:why|how|what)\b/iu.test(title)),
    Number(/\b(?:should|must|needs?|can['’]t|don['’]t|isn['’]t|won['’]t|our|we|you|your|my|I)\b/u.test(title)),
  ];
}

/** How likely it is that its writer argues rather than reports, 0 to 1; null where the text is too short to tell. */
export function hearOpinion(report: { title: string; body: string }): number | null {
  const measured = measureVoice(report);
  if (measured === null) return null;
  const odds = measured.reduce((sum, value, i) => sum + value * (VOICE_WEIGHTS[i]?.[1] ?? 0), 0);
  return 1 / (1 + Math.exp(-odds));
}
