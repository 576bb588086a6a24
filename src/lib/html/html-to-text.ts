import { decodeEntities } from './entities.ts';
import { htmlTokens } from './html-tokens.ts';

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** What a reader does not read as text. */
const unread = new Set(
  'head title noscript template svg math iframe object audio video canvas button select textarea script style'.split(
    ' ',
  ),
);

/**
 * The text of HTML as a reader reads it: paragraphs joined by a blank line, character references decoded, runs of white
 * space (no-break spaces too) folded to one space, soft hyphens gone. One `<br>` is a space, two in a row end a paragraph.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let skipping: { name: string; depth: number } | null = null;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'hidden') continue;
    if (skipping) {
      if (token.kind === 'open' && token.name === skipping.name && !token.selfClosing) skipping.depth += 1;
      if (token.kind === 'close' && token.name === skipping.name) skipping.depth -= 1;
      if (skipping.depth === 0) skipping = null;
      continue;
    }
    if (token.kind === 'text') parts.push(decodeEntities(token.raw).replace(/[\s\u0001\u0002]+/g, ' '));
    else if (token.name === 'br') parts.push('\u0001');
    else if (blocks.has(token.name)) parts.push('\u0002');
    else if (token.name === 'td' || token.name === 'th') parts.push(' ');
    else if (token.kind === 'open' && !token.selfClosing && unread.has(token.name)) {
      skipping = { name: token.name, depth: 1 };
    }
  }
  return parts
    .join('')
    .replaceAll('\u00ad', '')
    .replace(/\u0001(?: *\u0001)+/g, '\u0002')
    .split('\u0002')
    .map((paragraph) => paragraph.replace(/[\s\u0001]+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
