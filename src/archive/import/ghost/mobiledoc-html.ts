import { escapeHtml } from '#lib/html/entities.ts';
import { type CardFields, cardHtml } from './cards.ts';

const inlineTags = new Set('a b strong i em s u sub sup code'.split(' '));
const sectionTags = new Set('p h1 h2 h3 h4 h5 h6 blockquote aside pull-quote ul ol'.split(' '));

/** A mobiledoc (0.3; specification: bustle/mobiledoc-kit, MOBILEDOC.md) as plain HTML; null when the text is none. */
export function mobiledocHtml(written: string): string | null {
  let document: CardFields;
  try {
    document = JSON.parse(written) as CardFields;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof document !== 'object' || !Array.isArray(document?.sections)) return null;
  const parts = { markups: list(document.markups), atoms: list(document.atoms), cards: list(document.cards) };
  return document.sections.map((section) => sectionHtml(list(section), parts)).join('');
}

interface Parts {
  markups: unknown[];
  atoms: unknown[];
  cards: unknown[];
}

/** Sections: 1 is of text, 2 a picture, 3 a list, 10 a card. */
function sectionHtml([type, first, second]: unknown[], parts: Parts): string {
  const tag =
    typeof first === 'string' && sectionTags.has(first) ? first.replace(/^(?:aside|pull-quote)$/u, 'blockquote') : 'p';
  switch (type) {
    case 1:
      return `<${tag}>${markersHtml(list(second), parts)}</${tag}>`;
    case 2:
      return typeof first === 'string' ? cardHtml('image', { src: first }) : '';
    case 3:
      return `<${tag}>${list(second)
        .map((item) => `<li>${markersHtml(list(item), parts)}</li>`)
        .join('')}</${tag}>`;
    case 10: {
      const [name, payload] = list(parts.cards[Number(first)]);
      const fields = typeof payload === 'object' && payload !== null ? (payload as CardFields) : {};
      return typeof name === 'string' ? cardHtml(name, fields) : '';
    }
    default:
      return '';
  }
}

/** Markers: a text or atom, the markups that open before it, and how many close after it. */
function markersHtml(markers: unknown[], parts: Parts): string {
  const open: string[] = [];
  const html: string[] = [];
  for (const marker of markers) {
    const [type, opened, closes, value] = list(marker);
    for (const index of list(opened)) {
      const [tag, attributes] = list(parts.markups[Number(index)]);
      const name = typeof tag === 'string' && inlineTags.has(tag.toLowerCase()) ? tag.toLowerCase() : 'span';
      const at = list(attributes).indexOf('href');
      const href = at === -1 ? undefined : list(attributes)[at + 1];
      html.push(typeof href === 'string' ? `<${name} href="${escapeHtml(href)}">` : `<${name}>`);
      open.push(name);
    }
    html.push(
      type === 1 ? atomHtml(list(parts.atoms[Number(value)])) : escapeHtml(typeof value === 'string' ? value : ''),
    );
    for (let left = Math.min(Number(closes) || 0, open.length); left > 0; left -= 1)
      html.push(`</${open.pop() ?? 'span'}>`);
  }
  return html.join('');
}

function atomHtml([name, text]: unknown[]): string {
  return name === 'soft-return' ? '<br>' : escapeHtml(typeof text === 'string' ? text : '');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
