import { findNumbers } from '#lib/text/numbers.ts';

export type FigureKind = 'killed' | 'injured' | 'displaced' | 'missing' | 'detained';

/** A count of people in a report. Simple patterns: the number right after the word, else the nearest before it. */
export interface Figure {
  kind: FigureKind;
  value: number;
}

const words: [FigureKind, RegExp][] = [
  ['killed', /\b(?:killed|dead|deaths?|died|bodies)\b|قتل[ىوا]?|قتيل|مقتل|وفاة|وفيات|وفاه/giu],
  ['injured', /\b(?:injured|wounded|hurt)\b|جريح|جرح[ىوا]?|مصاب|إصابة/giu],
  ['displaced', /\b(?:displaced|fled|evacuated)\b|نازح|نزح|نزوح/giu],
  ['missing', /\bmissing\b|مفقود/giu],
  ['detained', /\b(?:detained|arrested|detainees?)\b|معتقل|محتجز|اعتقل/giu],
];
const reach = 40;
const sentenceEnds = /[.;!?؟\n]/u;
/** "Injured 30", "killed at least 12": then the number is this word's, whatever stands before. */
const straightAfter =
  /^\s+(?:(?:at least|some|about|around|nearly|almost|over|more than|up to|another|other|نحو|حوالي|أكثر من)\s+)?$/iu;

/** The counts of people killed, injured and so on that a text states, each kind and value once, in reading order. */
export function findCasualtyFigures(text: string): Figure[] {
  const numbers = findNumbers(text).filter(({ text: written }) => !/^(?:19|20)\d\d$/u.test(written));
  const figures: Figure[] = [];
  for (const [kind, pattern] of words) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const next = numbers.find((number) => number.start >= end);
      const own = next && straightAfter.test(text.slice(end, next.start)) ? next : undefined;
      const near = numbers
        .filter((number) => number.end <= end && match.index - number.end < reach)
        .filter((number) => !sentenceEnds.test(text.slice(number.end, match.index)))
        .at(-1);
      const after = next && next.start - end < 12 && !sentenceEnds.test(text.slice(end, next.start)) ? next : undefined;
      const value = (own ?? near ?? after)?.value;
      if (value === undefined) continue;
      if (!figures.some((figure) => figure.kind === kind && figure.value === value)) figures.push({ kind, value });
    }
  }
  return figures;
}
