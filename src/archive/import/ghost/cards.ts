import { escapeHtml } from '#lib/html/entities.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** The fields of a card of Ghost's editor, whichever wrote it; foreign. */
export type CardFields = Record<string, unknown>;

/** Cards that a reader of the site never saw, or that ask for something. */
const unseen = new Set(
  'email email-cta paywall signup horizontalrule hr divider before-more-tag transistor'.split(' '),
);

/** A card of Ghost's editors (Koenig: Lexical nodes and mobiledoc cards have the same fields) as plain HTML. */
export function cardHtml(name: string, card: CardFields): string {
  const of = (...keys: string[]): string => {
    for (const key of keys) if (typeof card[key] === 'string' && card[key] !== '') return card[key];
    return '';
  };
  const caption = of('caption');
  const said = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  if (unseen.has(name)) return '';
  switch (name) {
    case 'image':
      return figure(of('src'), of('alt'), caption, of('href'));
    case 'gallery':
      return gallery(card.images, caption);
    case 'bookmark':
      return bookmark(card, of('url')) + (caption === '' ? '' : `<p>${caption}</p>`);
    case 'embed':
      return embed(of('url'), of('html')) + (caption === '' ? '' : `<p>${caption}</p>`);
    case 'html':
    case 'card-html':
      return of('html');
    case 'markdown':
    case 'card-markdown':
      return plainMarkdown(of('markdown'));
    case 'code':
    case 'codeblock':
      return `<pre>${escapeHtml(of('code'))}</pre>${caption === '' ? '' : `<p>${caption}</p>`}`;
    case 'video':
    case 'audio':
      return `<${name} src="${escapeHtml(of('src'))}"></${name}>${said === '' ? '' : `<p>${caption}</p>`}`;
    case 'callout':
      return `<p>${of('calloutText')}</p>`;
    case 'toggle':
      return `<h4>${of('heading')}</h4><div>${of('content')}</div>`;
    case 'button':
      return link(of('buttonUrl'), of('buttonText'));
    case 'call-to-action':
      return `<div>${of('textValue')}</div>${link(of('buttonUrl'), of('buttonText'))}`;
    case 'file':
      return (
        link(of('src'), of('fileTitle', 'fileName')) + (of('fileCaption') === '' ? '' : `<p>${of('fileCaption')}</p>`)
      );
    case 'product':
      return `${figure(of('productImageSrc'), '', '', '')}<h4>${of('productTitle')}</h4><div>${of('productDescription')}</div>${link(of('productUrl'), of('productButton'))}`;
    case 'header':
      return `<h2>${of('header', 'heading')}</h2><p>${of('subheader')}</p>${link(of('buttonUrl'), of('buttonText'))}`;
    default:
      // A card of another program: what it says of itself, if it does.
      return of('html') || (caption === '' ? '' : `<p>${caption}</p>`);
  }
}

/** A card that points to a page, as a paragraph with its link. */
export function bookmark(card: CardFields, url: string): string {
  const metadata = (typeof card.metadata === 'object' && card.metadata !== null ? card.metadata : card) as CardFields;
  const of = (key: string) => (typeof metadata[key] === 'string' ? metadata[key] : '');
  const publisher = of('publisher');
  const title = escapeHtml(of('title') || url);
  const source = publisher === '' ? '' : ` (${escapeHtml(publisher)})`;
  return `<p><a href="${escapeHtml(url)}">${title}</a>${source}</p>`;
}

/** A frame of its address; what has none is shown by its markup. */
function embed(url: string, html: string): string {
  return /^https?:\/\//iu.test(url) ? `<iframe src="${escapeHtml(url)}"></iframe>` : html;
}

function figure(src: string, alt: string, caption: string, href: string): string {
  if (src === '') return '';
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
  const linked = href === '' ? image : `<a href="${escapeHtml(href)}">${image}</a>`;
  return `<figure>${linked}<figcaption>${caption}</figcaption></figure>`;
}

function gallery(images: unknown, caption: string): string {
  const list = Array.isArray(images) ? (images as (CardFields | null)[]) : [];
  const shown = list.map((image, at) => {
    const of = (key: string) => (typeof image?.[key] === 'string' ? image[key] : '');
    return figure(of('src'), of('alt'), of('caption') || (at === list.length - 1 ? caption : ''), '');
  });
  return shown.join('');
}

function link(href: string, words: string): string {
  if (words === '') return '';
  return href === '' ? `<p>${escapeHtml(words)}</p>` : `<p><a href="${escapeHtml(href)}">${escapeHtml(words)}</a></p>`;
}
