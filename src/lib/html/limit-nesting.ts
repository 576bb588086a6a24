import { htmlTokens, voidElements } from './html-tokens.ts';

/** Elements whose end tag may be left out: an open tag of the same name ends the one before. */
const optionalEnd = new Set('p li dt dd td th tr option optgroup thead tbody tfoot colgroup rt rp'.split(' '));

/** Deeper than any page written by people. */
export const usualNesting = 250;

/**
 * Drops the tags (never the text) that nest deeper than a limit, so that a parser that builds a tree and walks it by
 * recursion cannot be made to overflow its stack. Linear in the length of the input.
 */
export function limitNesting(html: string, maxDepth: number = usualNesting): string {
  if (!mayNest(html, maxDepth)) return html;
  const open: string[] = [];
  const dropped = new Map<string, number>();
  const kept: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && !voidElements.has(token.name)) {
      if (optionalEnd.has(token.name) && open.at(-1) === token.name) open.pop();
      if (open.length >= maxDepth) {
        dropped.set(token.name, (dropped.get(token.name) ?? 0) + 1);
        continue;
      }
      open.push(token.name);
    } else if (token.kind === 'close') {
      const missing = dropped.get(token.name) ?? 0;
      if (missing > 0) {
        dropped.set(token.name, missing - 1);
        continue;
      }
      const from = open.lastIndexOf(token.name);
      if (from !== -1) open.length = from;
    }
    kept.push(token.raw);
  }
  return kept.join('');
}

/** A page with fewer `<` than the limit cannot nest deeper. */
function mayNest(html: string, maxDepth: number): boolean {
  let at = -1;
  for (let count = 0; count <= maxDepth; count += 1) {
    at = html.indexOf('<', at + 1);
    if (at === -1) return false;
  }
  return true;
}
