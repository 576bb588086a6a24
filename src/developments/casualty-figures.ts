import { findNumbers } from '#lib/text/numbers.ts';

export type FigureKind = 'killed' | 'injured' | 'displaced' | 'missing' | 'detained';

/** A count of people in a report. Simple patterns: the number nearest before the word, in the same clause. */
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

/** The counts of people killed, injured and so on that a text states, each kind and value once, in reading order. */
export function findCasualtyFigures(text: string): Figure[] {
  const numbers = findNumbers(text);
  const figures: Figure[] = [];
  for (const [kind, pattern] of words) {
    for (const match of text.matchAll(pattern)) {
      const near = numbers
        .filter((number) => number.end <= match.index + match[0].length && match.index - number.end < reach)
        .filter((number) => !/[.;!?\n]/u.test(text.slice(number.end, match.index)))
        .at(-1);
      const after = numbers.find(
        (number) => number.start >= match.index + match[0].length && number.start - match.index - match[0].length < 12,
      );
      const value = near?.value ?? after?.value;
      if (value === undefined || (value > 1900 && value < 2100)) continue;
      if (!figures.some((figure) => figure.kind === kind && figure.value === value)) figures.push({ kind, value });
    }
  }
  return figures;
}
