import { decodeEntities } from '../html/entities.ts';
import { endOfOpenTag, rawAttributes } from '../html/html-tokens.ts';

/** An element of a document; what was written wrongly was mended while reading. */
export interface XmlElement {
  /** Local name as written. */
  name: string;
  prefix: string;
  /** Namespace address, '' when there is none or the prefix was never declared. */
  namespace: string;
  /** By qualified name as written, in lower case; values decoded. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  parent: XmlElement | null;
}

export interface XmlLimits {
  /** Tags nested deeper are read as if they were not there; 200 when not given. */
  maxDepth?: number;
  /** Reading stops after so many elements; 500,000 when not given. */
  maxElements?: number;
  /** Names (lower case) of which one cannot stand inside another: opening it ends the one that was not closed. */
  neverNested?: ReadonlySet<string>;
  /** Names (lower case) of elements of text that end where one of `ends` opens inside them: their end tag is missing. */
  leaves?: { names: ReadonlySet<string>; ends: ReadonlySet<string> };
}

/**
 * Reads XML of any quality into a tree under a nameless document element, in time linear in the input; never throws.
 * After XML 1.0 with Namespaces, but forgiving: wrong end tags, bare `&` and `<`, missing quotes and HTML's entities are
 * taken as meant. Doctypes are skipped unread: no entity that a document declares, inside or outside, is ever resolved.
 */
export function readXml(source: string, limits: XmlLimits = {}): XmlElement {
  const { maxDepth = 200, maxElements = 500_000, neverNested, leaves } = limits;
  const root: XmlElement = { name: '', prefix: '', namespace: '', attributes: new Map(), children: [], parent: null };
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const stack: XmlElement[] = [root];
  const top = (): XmlElement => stack.at(-1) ?? root;
  /** How many elements of a name are open, so that a flood of end tags that end nothing costs nothing. */
  const openCounts = new Map<string, number>();
  const count = (name: string, by: number) => openCounts.set(name, (openCounts.get(name) ?? 0) + by);
  const closeTo = (depth: number) => {
    for (const element of stack.splice(depth)) count(qualified(element).toLowerCase(), -1);
    scopes.length = depth;
  };
  let elements = 0;
  let at = 0;

  while (at < source.length && elements < maxElements) {
    const open = source.indexOf('<', at);
    if (open !== at) top().children.push(decodeEntities(source.slice(at, open === -1 ? undefined : open)));
    if (open === -1) break;
    if (source.startsWith('<![CDATA[', open)) {
      const close = source.indexOf(']]>', open);
      top().children.push(source.slice(open + 9, close === -1 ? undefined : close));
      at = close === -1 ? source.length : close + 3;
      continue;
    }
    const skipped = endOfUnread(source, open);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    if (source.charAt(open + 1) === '/') {
      const close = source.indexOf('>', open);
      at = close === -1 ? source.length : close + 1;
      const name = source.slice(open + 2, close === -1 ? undefined : close).trim();
      if (openCounts.get(name.toLowerCase())) {
        closeTo(stack.findLastIndex((element) => sameName(qualified(element), name)));
      }
      continue;
    }
    const name = /^[\p{L}_][^\s<>/="']*/u.exec(source.slice(open + 1, open + 101))?.[0];
    if (name === undefined) {
      top().children.push('<');
      at = open + 1;
      continue;
    }
    at = endOfOpenTag(source, open + 1 + name.length);
    if (neverNested?.has(name.toLowerCase())) {
      if (openCounts.get(name.toLowerCase())) {
        closeTo(stack.findIndex((element) => sameName(qualified(element), name)));
      }
    }
    if (leaves?.names.has(top().name.toLowerCase()) && leaves.ends.has(name.toLowerCase())) closeTo(stack.length - 1);
    if (stack.length > maxDepth) continue;
    elements += 1;
    const tag = source.slice(open, at);
    const element = makeElement(name, tag, top(), scopes);
    top().children.push(element.element);
    if (!tag.endsWith('/>')) {
      stack.push(element.element);
      count(name.toLowerCase(), 1);
      scopes.push(element.scope);
    }
  }
  return root;
}

/** Where a comment, doctype or instruction that begins here ends, or null when it is none of them. */
function endOfUnread(source: string, open: number): number | null {
  const after = (mark: string, from: number) => {
    const found = source.indexOf(mark, from);
    return found === -1 ? source.length : found + mark.length;
  };
  if (source.startsWith('<!--', open)) return after('-->', open + 4);
  if (source.startsWith('<?', open)) return after('>', open);
  if (!source.startsWith('<!', open)) return null;
  const subset = /^<!DOCTYPE[^[>]*\[/i.exec(source.slice(open, open + 1000));
  if (!subset) return after('>', open);
  const close = /\]\s*>/g;
  close.lastIndex = open + subset[0].length;
  return close.exec(source) ? close.lastIndex : source.length;
}

function makeElement(
  qualifiedName: string,
  tag: string,
  parent: XmlElement,
  scopes: readonly ReadonlyMap<string, string>[],
): { element: XmlElement; scope: ReadonlyMap<string, string> } {
  let scope = scopes.at(-1) ?? new Map<string, string>();
  const attributes = new Map<string, string>();
  for (const [key, value] of rawAttributes(tag)) {
    const decoded = decodeEntities(value);
    if (key === 'xmlns' || key.startsWith('xmlns:')) scope = new Map(scope).set(key.slice(6), decoded.trim());
    else attributes.set(key, decoded);
  }
  const colon = qualifiedName.indexOf(':');
  const prefix = colon > 0 ? qualifiedName.slice(0, colon) : '';
  const name = qualifiedName.slice(colon + 1);
  const namespace = scope.get(prefix.toLowerCase()) ?? '';
  return { element: { name, prefix, namespace, attributes, children: [], parent }, scope };
}

function qualified(element: XmlElement): string {
  return element.prefix ? `${element.prefix}:${element.name}` : element.name;
}

function sameName(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}
