import sanitizeHtml from 'sanitize-html';
import { limitNesting } from './limit-nesting.ts';
import { settleBlocks } from './settle-blocks.ts';

declare const trusted: unique symbol;

/** HTML that passed `sanitiseHtml`, the only maker of it: safe to put between tags of a page as it is. */
export type TrustedHtml = string & { readonly [trusted]: true };

const allowedTags =
  'p div h2 h3 h4 ul ol li blockquote a em strong figure figcaption table caption thead tbody tfoot tr th td br sup sub img'.split(
    ' ',
  );

/** Elements whose inside is no text: scripts, forms, and all that htmlparser2 reads as raw text. */
const nonTextTags = (
  'script style textarea option xmp title noscript noembed noframes plaintext template svg math iframe object embed button ' +
  'select audio video canvas'
).split(' ');

const renamed: Record<string, string> = {
  b: 'strong',
  i: 'em',
  cite: 'em',
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  dt: 'p',
  dd: 'p',
  ...Object.fromEntries(
    'article section main header footer aside nav address center details summary dl pre form fieldset hr'
      .split(' ')
      .map((name) => [name, 'div']),
  ),
};

/**
 * Cleans foreign HTML down to the markup of a news text: paragraphs, headings (h1 as h2, h5 and h6 as h4), lists, quotations,
 * links to http, https and mailto, emphasis, figures, tables. No style, class, id or picture: a picture becomes its alt text.
 * Language and direction stay. Relative links are completed by `baseUrl`, or lose their address without one.
 * Nesting is cut at 250 before parsing. Cleaning the result again gives the same.
 */
export function sanitiseHtml(html: string, options: { baseUrl?: string } = {}): TrustedHtml {
  const clean = sanitizeHtml(limitNesting(html), {
    allowedTags,
    nonTextTags,
    allowedAttributes: {
      '*': ['lang', 'dir'],
      a: ['href'],
      img: ['alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(Object.entries(renamed).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})])),
      '*': (tagName, attribs) => ({ tagName, attribs: safeAttributes(tagName, attribs, options.baseUrl) }),
    },
  });
  return settleBlocks(clean) as TrustedHtml;
}

function safeAttributes(
  tag: string,
  given: sanitizeHtml.Attributes,
  baseUrl: string | undefined,
): sanitizeHtml.Attributes {
  const safe: sanitizeHtml.Attributes = {};
  if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(given.lang ?? '')) safe.lang = given.lang ?? '';
  if (/^(?:ltr|rtl|auto)$/i.test(given.dir ?? '')) safe.dir = (given.dir ?? '').toLowerCase();
  if (tag === 'img' && given.alt) safe.alt = given.alt;
  if (tag === 'a' && given.href) {
    const href = safeHref(given.href, baseUrl);
    if (href) safe.href = href;
  }
  if (tag === 'td' || tag === 'th') {
    for (const name of ['colspan', 'rowspan']) {
      const span = given[name] ?? '';
      if (/^[1-9]\d?$/.test(span)) safe[name] = span;
    }
  }
  return safe;
}

/** The address in full as the browser will read it, or null. */
function safeHref(href: string, baseUrl: string | undefined): string | null {
  if (!URL.canParse(href, baseUrl)) return null;
  const url = new URL(href, baseUrl);
  return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
}
