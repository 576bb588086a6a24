import { type GateMark, longestUnquotedRun } from '#pieces/pieces.ts';

/** A mark of the gate in words: what is missing and what to do. The command line says the same. */
export function describeMark(mark: GateMark): string {
  switch (mark.kind) {
    case 'uncited':
      return 'This sentence has no source. Cite a report, or vouch for it.';
    case 'changed':
      return 'This sentence was changed since it was cited. Check it against its source again.';
    case 'number':
      return `‘${mark.found}’ is not in the cited span.`;
    case 'name':
      return `The name ‘${mark.found}’ is not in the cited span.`;
    case 'quotation':
      return `The quotation ‘${mark.found}’ does not stand in the cited span to the letter.`;
    case 'copied':
      return `${mark.words} words in a row are the source’s own (‘${mark.found}’). Quote them or rewrite: more than ${longestUnquotedRun} unquoted is copying.`;
  }
}

/** The same where it stands in a heading or the lede, which rest on what is below them. */
export function describeMarkAt(mark: GateMark, place: 'sentence' | 'heading' | 'lede'): string {
  if (place === 'sentence' || !('found' in mark) || mark.kind === 'copied') return describeMark(mark);
  const below = place === 'heading' ? 'in this section’s sentences or what they cite' : 'anywhere in the summary below';
  const what = mark.kind === 'name' ? 'The name ' : mark.kind === 'quotation' ? 'The quotation ' : '';
  return `${what}‘${mark.found}’ is not ${below}.`;
}

/** Said wherever marks are shown: what was looked for, and what nobody looked at. */
export const whatIsChecked =
  'Names, numbers and quotations were looked for in the cited span. Names in Arabic text are not checked. Nobody checked who did what.';
