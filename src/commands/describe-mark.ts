import { type GateMark, longestUnquotedRun } from '#pieces/pieces.ts';

/** A mark of the gate in words: what is missing and what to do. The desk says the same. */
export function describeMark(mark: GateMark): string {
  switch (mark.kind) {
    case 'uncited':
      return 'This sentence has no source. Cite a report, or vouch for it.';
    case 'changed':
      return 'This sentence was changed since it was cited. Check it against its source again.';
    case 'number':
      return `“${mark.found}” is not in the cited span.`;
    case 'name':
      return `The name “${mark.found}” is not in the cited span.`;
    case 'quotation':
      return `The quotation “${mark.found}” does not stand in the cited span to the letter.`;
    case 'copied':
      return `${mark.words} words in a row are the source's own (“${mark.found}”). Quote them or rewrite: more than ${longestUnquotedRun} unquoted is copying.`;
  }
}
