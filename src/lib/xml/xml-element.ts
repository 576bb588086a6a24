import { escapeHtml } from '../html/entities.ts';
import { voidElements } from '../html/html-tokens.ts';
import type { XmlElement } from './read-xml.ts';

/** All text inside an element, markup left out. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The inside of an element written as HTML: prefixes left out, void elements closed in themselves. */
export function innerHtml(element: XmlElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child.replace(/[&<>]/g, (char) => escapeHtml(char)) : outerHtml(child),
    )
    .join('');
}

function outerHtml(element: XmlElement): string {
  const name = element.name.toLowerCase();
  const attributes = [...element.attributes]
    .filter(([key]) => !key.includes(':'))
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('');
  if (voidElements.has(name)) return `<${name}${attributes} />${innerHtml(element)}`;
  return `<${name}${attributes}>${innerHtml(element)}</${name}>`;
}

/** The value of an attribute that holds for everything inside (`xml:lang`, `xml:base`), the nearest first. */
export function* inherited(element: XmlElement, attribute: string): Generator<string> {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const value = at.attributes.get(attribute);
    if (value !== undefined) yield value;
  }
}

/** The address that relative ones inside the element start from, after XML Base, or null. */
export function baseOf(element: XmlElement, documentUrl: string | null): string | null {
  let base = documentUrl;
  for (const value of [...inherited(element, 'xml:base')].reverse()) base = resolveUrl(value, base) ?? base;
  return base;
}

/** A full http or https address, or null. */
export function resolveUrl(href: string, base: string | null): string | null {
  const trimmed = href.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The first element down a path of local names, in any case and namespace: `childAt(item, 'itemMeta', 'pubStatus')`. */
export function childAt(element: XmlElement, ...path: string[]): XmlElement | null {
  let at: XmlElement | null = element;
  for (const name of path) at = (at && childrenCalled(at, name)[0]) ?? null;
  return at;
}

/** Children with a local name, in any case and namespace. */
export function childrenCalled(element: XmlElement, name: string): XmlElement[] {
  const wanted = name.toLowerCase();
  return elementsOf(element).filter((child) => child.name.toLowerCase() === wanted);
}

/** The text of an element on one line; '' of none. */
export function lineOf(element: XmlElement | null): string {
  return element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
}
