import { findNumbers } from '#lib/text/numbers.ts';

export type FigureKind = 'killed' | 'injured' | 'displaced' | 'missing' | 'detained';

/** A count of people in a report. Simple patterns: the number right after the word, else the one just before it. */
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
/** "Injured 30", "killed at least 12", "dead: 4", "the dead had reached nine": then the number is this word's, whatever stands before. */
const straightAfter =
  /^(?:\s*:\s*|\s+(?:(?:had|has|have)\s+)?(?:now\s+)?(?:(?:is|are|reached|numbered|at|stood at|stands at|rose to|risen to)\s+)?)(?:(?:at least|some|about|around|nearly|almost|over|more than|up to|another|other|نحو|حوالي|أكثر من)\s+)?$/iu;
/** Between a number and the word that it belongs to stand a few words that name or describe people, and no new thought. */
const mostBetween = 5;
const newThought =
  /[^\p{L}\p{M}\s'’-]|(?<!\p{L})(?:the|an?|and|or|but|though|that|which|this|at|in|on|to|from|by|with|for|since|after|before|than|as|not|no|never|only|said|days?|weeks?|months?|years?|hours?|minutes?|suspected|cases?|times|في|من|إلى|على|بعد|قبل|أن|التي|الذي|يوم[اً]*)(?!\p{L})/iu;
/** "No deaths", "a fourth death", “the number of deaths”: the word has its number, and it is not one that stands further off. */
const counted = /(?<!\p{L})(?:no|a|an|one|another|\p{L}+th|first|second|third)\s+$|(?:عدد|حصيلة)\s+(?:ال)?$/iu;
const age = /(?<!\p{L})(?:man|woman|boy|girl|child|aged?)\s+(?:of\s+|aged\s+)?$/iu;
const measure =
  /^[\s-]*(?:%|per\s?cent|days?|weeks?|months?|years?|hours?|minutes?|miles?|k?m\b|kilomet|met(?:re|er)|litres?|يوم|أيام|شهر|سنة|ساعة|كيلومتر)/iu;

/** The counts of people killed, injured and so on that a text states, each kind and value once, in reading order. */
export function findCasualtyFigures(text: string): Figure[] {
  const numbers = findNumbers(text).filter(
    ({ text: written, start, end }) =>
      !/^(?:19|20)\d\d$/u.test(written) && !age.test(text.slice(0, start)) && !measure.test(text.slice(end)),
  );
  const figures: Figure[] = [];
  for (const [kind, pattern] of words) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const next = numbers.find((number) => number.start >= end);
      const own = next && straightAfter.test(text.slice(end, next.start)) ? next : undefined;
      const last = counted.test(text.slice(0, match.index))
        ? undefined
        : numbers.findLast((number) => number.end <= match.index);
      const near = last && belongs(text.slice(last.end, match.index)) ? last : undefined;
      const value = (own ?? near)?.value;
      if (value === undefined) continue;
      if (!figures.some((figure) => figure.kind === kind && figure.value === value)) figures.push({ kind, value });
    }
  }
  return figures;
}

function belongs(between: string): boolean {
  return !newThought.test(between) && between.split(/\s+/u).filter(Boolean).length <= mostBetween;
}
