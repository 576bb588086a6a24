/** Text for XML 1.0: escaped, and without the control characters that no escape makes legal. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const XML_OPENING = '<?xml version="1.0" encoding="utf-8"?>\n';

/** One element; attributes and text are escaped here, so `content` is text, or elements already made by this function. */
export function xmlElement(
  name: string,
  attributes: Record<string, string | null>,
  content: string | XmlElement[] | null = null,
): XmlElement {
  const shown = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${xmlText(value)}"`))
    .join('');
  if (content === null) return { xml: `<${name}${shown}/>` };
  const inner = typeof content === 'string' ? xmlText(content) : content.map(({ xml }) => xml).join('');
  return { xml: `<${name}${shown}>${inner}</${name}>` };
}

export interface XmlElement {
  xml: string;
}

/** An element of plain text. */
export const xmlField = (name: string, text: string): XmlElement => xmlElement(name, {}, text);
