import { findNumbers } from '#lib/text/numbers.ts';

export type TotalKind = 'killed' | 'missing' | 'suspected' | 'confirmed';

/** How many people had been killed, were missing or had fallen ill in all, as one sentence says. */
export interface Total {
  kind: TotalKind;
  value: number;
}

/** A number stands as `<3>`: the fourth of the text. Between a total's name and its number stands no other one. */
const number = String.raw`<(\d+)>`;
const between = String.raw`[^<.,;:!?()«»"“”؛،]{0,70}?`;
const dead = String.raw`(?:(?:numbers? of (?:the )?(?:dead|deaths|people killed)|number killed|death toll)\b${between}|(?:the dead) )`;
const risen = String.raw`(?:(?:had |has |have |now |to have )*(?:rose|risen|climbed|increased|reached|stood|stands|numbered)(?: from <\d+>)?(?: to| at)?|at) `;
const cases = (kind: string) => String.raw`${kind} (?:\p{L}+ )?cases\b`;
const counts = String.raw`(?:counts?|counted|reports?|reported|recorded|there (?:were|are)|put) `;
const deadArabic = String.raw`(?:عدد|حصيلة) (?:ال)?(?:قتلى|وفيات|ضحايا)`;
const risenArabic = String.raw`(?:إلى|بلغ|بلغت) `;

const forms: [TotalKind, RegExp][] = [
  ['killed', form(dead + risen + number)],
  ['killed', form(String.raw`\bto ${number} the (?:number killed|numbers? of dead|death toll)\b`)],
  ['killed', form(String.raw`${number} dead and <\d+> missing\b`)],
  ['killed', form(deadArabic + between + risenArabic + number)],
  ['missing', form(String.raw`<\d+> dead and ${number} missing\b`)],
  ...(['suspected', 'confirmed'] as const).flatMap((kind): [TotalKind, RegExp][] => [
    [kind, form(cases(kind) + between + String.raw` ` + risen + number)],
    [kind, form(counts + number + String.raw` ` + cases(kind))],
  ]),
  ['suspected', form(String.raw`عدد الحالات المشتبه فيها ${between}${risenArabic}${number}`)],
];
/** Before a total: it may come, or is denied. */
const unsure =
  /(?<!\p{L})(?:could|may|might|would|estimate[sd]?|will|expected|feared|if|not|never|den(?:y|ies|ied)|false|wrong|wrongly|doubts?|لم|لن|قد|لو)(?!\p{L})/iu;
/** Anywhere beside it: it is of a day, or of another year, and no total of this story. */
const ofATime = /\b(?:daily|(?:an?|per|the|each|every|worst|last|first) (?:day|week|month|year))\b|<year>/iu;
const notPeople = /^[\s-]*(?:%|per\s?cent|times|th\b|st\b|nd\b|rd\b)/iu;

/**
 * The totals that a text reports, in the few forms of words that say a total and nothing else. Each kind has one value or
 * none: a sentence with two says more than can be told from its words. A missed total is no harm; a wrong one is.
 */
export function findTotals(text: string): Total[] {
  const found = new Map<TotalKind, Set<number>>();
  for (const sentence of text.split(/(?<=[.!?؟])\s+/u)) {
    const { masked, values } = mask(sentence);
    if (ofATime.test(masked)) continue;
    for (const [kind, pattern] of forms)
      for (const match of masked.matchAll(pattern)) {
        const value = values[Number(match[1])];
        if (value !== undefined && !unsure.test(masked.slice(0, match.index + match[0].length)))
          found.set(kind, (found.get(kind) ?? new Set()).add(value));
      }
  }
  return [...found].flatMap(([kind, values]) => {
    const [value, ...others] = values;
    return value !== undefined && others.length === 0 ? [{ kind, value }] : [];
  });
}

function form(pattern: string): RegExp {
  return new RegExp(pattern, 'giu');
}

function mask(sentence: string): { masked: string; values: number[] } {
  const values: number[] = [];
  let masked = '';
  let from = 0;
  for (const { start, end, value, text } of findNumbers(sentence)) {
    const written = notPeople.test(sentence.slice(end))
      ? text
      : /^(?:19|20)\d\d$/u.test(text)
        ? '<year>'
        : `<${values.push(value) - 1}>`;
    masked += sentence.slice(from, start) + written;
    from = end;
  }
  return { masked: masked + sentence.slice(from), values };
}
