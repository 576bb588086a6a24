import { escapeHtml } from '#lib/html/entities.ts';
import { type CardFields, cardHtml } from './cards.ts';

const deepest = 60;

/** Bits of a text's format (Lexical's TextNode); the others do not show here. */
const bold = 1;
const italic = 2;

/** Ghost's Lexical document as plain HTML; null when the text is none. */
export function lexicalHtml(written: string): string | null {
  const document = parse(written);
  const root = nodeOf(document?.root);
  return root ? inside(root, 0) : null;
}

function inside(node: CardFields, depth: number): string {
  const children = Array.isArray(node.children) && depth < deepest ? node.children : [];
  return children.map((child) => nodeHtml(nodeOf(child), depth + 1)).join('');
}

function nodeHtml(node: CardFields | null, depth: number): string {
  if (!node) return '';
  const type = typeof node.type === 'string' ? node.type.replace(/^extended-/u, '') : '';
  switch (type) {
    case 'text':
    case 'tk':
    case 'code-highlight':
      return styled(text(node.text), node.format);
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(text(node.url))}">${inside(node, depth)}</a>`;
    case 'at-link':
    case 'zwnj':
      return '';
    case 'heading':
      return `<${headingTag(node.tag)}>${inside(node, depth)}</${headingTag(node.tag)}>`;
    case 'list': {
      const tag = node.listType === 'number' || node.tag === 'ol' ? 'ol' : 'ul';
      return `<${tag}>${inside(node, depth)}</${tag}>`;
    }
    case 'listitem':
      return `<li>${inside(node, depth)}</li>`;
    case 'quote':
    case 'aside':
      return `<blockquote><p>${inside(node, depth)}</p></blockquote>`;
    case 'paragraph':
      return `<p>${inside(node, depth)}</p>`;
    default:
      return Array.isArray(node.children) ? `<div>${inside(node, depth)}</div>` : cardHtml(type, node);
  }
}

function styled(words: string, format: unknown): string {
  const bits = typeof format === 'number' ? format : 0;
  const escaped = escapeHtml(words);
  const leaning = bits & italic ? `<em>${escaped}</em>` : escaped;
  return bits & bold ? `<strong>${leaning}</strong>` : leaning;
}

function headingTag(tag: unknown): string {
  return typeof tag === 'string' && /^h[1-6]$/u.test(tag) ? tag : 'h2';
}

function parse(written: string): CardFields | null {
  try {
    return nodeOf(JSON.parse(written));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function nodeOf(value: unknown): CardFields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as CardFields) : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
