/** A piece of HTML source; `raw` is always the exact slice, so that joining all of them gives the source back. */
export type HtmlToken =
  | { kind: 'text'; raw: string }
  | { kind: 'open'; raw: string; name: string; selfClosing: boolean }
  | { kind: 'close'; raw: string; name: string }
  /** Comments, doctypes, processing instructions, and the inside of scripts and styles: nothing to read. */
  | { kind: 'hidden'; raw: string };

const rawTextElements = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'template']);

export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/**
 * Splits HTML of any quality into tokens, in time linear in its length, building nothing.
 * Follows the tokeniser of the HTML Living Standard (§13.2.5) as far as tags, quotes, comments and raw text go.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    const end = endOfMarkup(html, open);
    if (end === open) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { kind: 'text', raw: html.slice(textFrom, open) };
    const raw = html.slice(open, end);
    const name = /^<\/?([a-zA-Z][^\s/>]*)/.exec(raw)?.[1]?.toLowerCase();
    at = end;
    if (name === undefined) yield { kind: 'hidden', raw };
    else if (raw.charAt(1) === '/') yield { kind: 'close', raw, name };
    else {
      yield { kind: 'open', raw, name, selfClosing: raw.endsWith('/>') };
      if (rawTextElements.has(name)) {
        const close = new RegExp(`</${name}`, 'gi');
        close.lastIndex = at;
        const stop = close.exec(html)?.index ?? html.length;
        if (stop > at) yield { kind: 'hidden', raw: html.slice(at, stop) };
        at = stop;
      }
    }
    textFrom = at;
  }
  if (textFrom < html.length) yield { kind: 'text', raw: html.slice(textFrom) };
}

/** Where the markup that begins at this `<` ends, exclusive; the same place when it is only a character. */
function endOfMarkup(html: string, open: number): number {
  const next = html.charAt(open + 1);
  if (/[a-zA-Z]/.test(next)) return endOfOpenTag(html, open + 2);
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 2);
    return close === -1 ? html.length : close + 3;
  }
  if (next === '!' || next === '?' || next === '/') {
    const close = html.indexOf('>', open + 2);
    return close === -1 ? html.length : close + 1;
  }
  return open;
}

/** Where an open tag ends, exclusive, seen from inside its name. A quote counts only as the start of a value: `<a title=it's>` ends at its `>`. */
export function endOfOpenTag(html: string, from: number): number {
  const stop = /[=>]/g;
  for (let at = from; ;) {
    stop.lastIndex = at;
    const found = stop.exec(html);
    if (!found) return html.length;
    at = found.index + 1;
    if (found[0] === '>') return at;
    while (/\s/.test(html.charAt(at))) at += 1;
    const quote = html.charAt(at);
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1);
      if (close === -1) return html.length;
      at = close + 1;
    } else if (quote !== '') {
      const value = /[\s>]/g;
      value.lastIndex = at;
      const end = value.exec(html);
      if (!end) return html.length;
      at = end.index;
    }
  }
}

/** The attributes of an open tag as written (names in lower case, values still encoded); the first of a name counts. */
export function rawAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const inside = tag.replace(/^<[^\s/>]+/, '').replace(/\/?>$/, '');
  for (const [, name = '', double, single, bare] of inside.matchAll(
    /([^\s=/"'][^\s=/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
