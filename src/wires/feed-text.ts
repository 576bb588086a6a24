import { htmlTokens } from '#lib/html/html-tokens.ts';
import { htmlToText } from '#lib/html/html-to-text.ts';
import { escapeHtml } from '#lib/html/entities.ts';
import type { XmlElement } from '#lib/xml/read-xml.ts';
import { elementsOf, hasElements, innerHtml, resolveUrl, textOf } from '#lib/xml/xml-element.ts';

/** A text of a feed and what it is: `value` is plain text for `text/plain`, HTML for the HTML types. */
export interface FeedText {
  type: string;
  value: string;
}

/** Reads an element's text after the rules of its format: RFC 4287 §3.1 and §4.1.3, Atom 0.3's modes, RSS's custom. */
export function readFeedText(element: XmlElement, format: 'rss' | 'atom'): FeedText {
  const type = mimeOf(element, format);
  // The div around XHTML is not part of the text since Atom 1.0; in 0.3 it was.
  const stripDiv = element.namespace.includes('purl.org/atom') ? (html: string) => html : withoutDiv;
  const mode = element.attributes.get('mode')?.toLowerCase();
  if (mode === 'base64' || (type !== null && isBinary(type))) {
    const value = decodeBase64(textOf(element));
    if (value !== null)
      return { type: looksLikeHtml(value) ? 'text/html' : (type ?? 'text/plain'), value: stripDiv(value) };
  }
  if (type === 'application/xhtml+xml' || mode === 'xml' || hasElements(element)) {
    if (hasElements(element)) {
      const escaped = escapedInDiv(element);
      if (type === 'text/html' && escaped !== null) return { type, value: escaped };
      const inside = type === null || type === 'text/plain' ? 'text/html' : type;
      return { type: inside, value: stripDiv(innerHtml(element).trim()) };
    }
    if (type === 'application/xhtml+xml') return { type, value: innerHtml(element).trim() };
  }
  const value = textOf(element).trim();
  if (type !== null) return { type, value: type === 'text/html' ? stripDiv(value) : value };
  return { type: format === 'rss' && looksLikeHtml(value) ? 'text/html' : 'text/plain', value };
}

/** Some write escaped HTML into a div where either would do. */
function escapedInDiv(element: XmlElement): string | null {
  const [div, ...others] = elementsOf(element);
  if (!div || others.length > 0 || !/^div$/i.test(div.name) || hasElements(div)) return null;
  const value = textOf(div).trim();
  return looksLikeHtml(value) ? value : null;
}

/** Null when nothing is declared in RSS, where anything goes. */
function mimeOf(element: XmlElement, format: 'rss' | 'atom'): string | null {
  if (element.namespace.includes('/1999/xhtml')) return 'application/xhtml+xml';
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  if (type === 'text') return 'text/plain';
  if (type === 'html') return 'text/html';
  if (type === 'xhtml') return 'application/xhtml+xml';
  if (type.includes('/')) return type;
  return format === 'atom' ? 'text/plain' : null;
}

function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|[+/]xml$/.test(type);
}

function decodeBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed) || packed.length % 4 === 1) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(packed), (char) => char.charCodeAt(0))).trim();
}

/** XHTML content stands in one div that is not part of it; some write it in HTML, too. */
function withoutDiv(html: string): string {
  const inside = /^<div(?:\s[^>]*)?>([\s\S]*)<\/div>$/i.exec(html)?.[1];
  return inside === undefined || /<\/?div[\s>]/i.test(inside) ? html : inside.trim();
}

const knownTags =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|div|em|figure|font|h[1-6]|hr|i|img|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul)(?:\s[^<>]*|\/)?>/i;

export function looksLikeHtml(text: string): boolean {
  return knownTags.test(text) || /&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8}\d?);/i.test(text);
}

/** The text on one line, markup and character references read. */
export function toPlainLine({ type, value }: FeedText): string {
  const text = type === 'text/plain' ? value : htmlToText(value);
  return text.replace(/\s+/g, ' ').trim();
}

/** The text as HTML with full addresses: plain text is escaped, its blank lines made paragraphs. */
export function toHtml({ type, value }: FeedText, base: string | null): string {
  if (type !== 'text/plain') return base === null ? value : completeAddresses(value, base);
  return value
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('&quot;', '"')}</p>`)
    .join('');
}

/** Completes relative `href` and `src` attributes. */
export function completeAddresses(html: string, base: string): string {
  const parts: string[] = [];
  for (const token of htmlTokens(html)) {
    parts.push(token.kind === 'open' ? completeTag(token.raw, base) : token.raw);
  }
  return parts.join('');
}

function completeTag(tag: string, base: string): string {
  return tag.replace(
    /(\s(?:href|src|cite|poster)\s*=\s*)("([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
    (whole, start: string, _quoted, double?: string, single?: string, bare?: string) => {
      const address = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
      if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address)) return whole;
      const full = resolveUrl(address, base);
      return full === null ? whole : `${start}"${escapeHtml(full)}"`;
    },
  );
}
