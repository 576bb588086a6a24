import { htmlTokens, voidElements } from '#lib/html/html-tokens.ts';
import { limitNesting, usualNesting } from '#lib/html/limit-nesting.ts';

/** Elements that hold nothing of a report: they are left out with all that is inside. */
const unread = new Set('script style noscript svg iframe template object canvas'.split(' '));

/** In HTML a `/` does not close these. */
const rawText = new Set(['script', 'style', 'iframe', 'template']);

/**
 * The source of a page without comments, scripts (JSON-LD stays), styles, drawings and frames, and with its nesting cut:
 * the tree that is built from it is a fraction of the whole. Linear in the length of the input.
 */
export function slimPage(html: string): string {
  const dropped = new Set(unread);
  for (;;) {
    const { slim, deepest, unclosed } = dropElements(html, dropped);
    // One that is never closed would take the rest of the page with it: it stays.
    if (unclosed !== null && dropped.delete(unclosed)) continue;
    return deepest > usualNesting ? limitNesting(slim) : slim;
  }
}

function dropElements(html: string, dropped: ReadonlySet<string>) {
  const kept: string[] = [];
  const open = new Map<string, number>();
  let [depth, deepest] = [0, 0];
  let skipping: { name: string; depth: number } | null = null;
  let inData = false;
  for (const token of htmlTokens(html)) {
    if (skipping) {
      if (token.kind === 'open' && token.name === skipping.name && !token.selfClosing) skipping.depth += 1;
      else if (token.kind === 'close' && token.name === skipping.name) skipping.depth -= 1;
      if (skipping.depth === 0) skipping = null;
    } else if (token.kind === 'hidden') {
      if (inData || /^<!doctype/i.test(token.raw)) kept.push(token.raw);
    } else if (token.kind === 'open') {
      inData = token.name === 'script' && token.raw.includes('ld+json');
      if (dropped.has(token.name) && !inData) {
        if (!token.selfClosing || rawText.has(token.name)) skipping = { name: token.name, depth: 1 };
        continue;
      }
      if (!voidElements.has(token.name)) {
        open.set(token.name, (open.get(token.name) ?? 0) + 1);
        // An end tag closes at least the element that it names, so this is never less than the tree's depth.
        depth += 1;
        if (depth > deepest) deepest = depth;
      }
      kept.push(withoutBallast(token.raw));
    } else {
      if (token.kind === 'close') {
        inData = false;
        const count = open.get(token.name) ?? 0;
        if (count > 0) {
          open.set(token.name, count - 1);
          depth -= 1;
        }
      }
      kept.push(token.raw);
    }
  }
  return { slim: kept.join(''), deepest, unclosed: skipping?.name ?? null };
}

/** A tag without the attributes that cost most to parse and say nothing: data-…, event handlers, picture sizes. */
function withoutBallast(tag: string): string {
  return tag.length < 60 || !tag.includes('=')
    ? tag
    : tag.replace(
        /\s(?:data-[\w:.-]+|on[a-z]+|srcset|sizes|aria-(?!hidden|modal)[a-z]+|target)\s*=\s*(?:"[^"]*"|'[^']*')/gi,
        '',
      );
}
