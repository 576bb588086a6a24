import { escapeHtml } from '#lib/html/entities.ts';
import { createIds } from '#platform/stable-ids.ts';
import type { Block, PieceKind, Picture } from '#pieces/pieces.ts';
import { blocksFromHtml } from '#pieces/pieces-parsers.ts';
import type { ImportContext, ParsedItem } from '../importer.ts';
import { plainLine, plainPiece } from '../plain-piece.ts';
import { bookmark } from './cards.ts';
import { changeOf, type GhostPost, publicationOf, textIn } from './ghost-post.ts';
import { lexicalHtml } from './lexical-html.ts';
import { mobiledocHtml } from './mobiledoc-html.ts';

/** A post with where it stands here and what its site says: all that decides its piece. */
export interface PlacedGhostPost extends GhostPost {
  path: string;
  lang: string;
  /** The site's address in full, no slash at the end; null when nobody said. */
  base: string | null;
  resaved: boolean;
}

/** Stands for an address that nobody knows (RFC 2606), so that pictures of the export can be found by it. */
const unknownSite = 'https://site.invalid';

export function kindOfGhostPost(row: Record<string, unknown>): PieceKind {
  return row.type === 'page' || row.page === true || row.page === 1 ? 'page' : 'article';
}

/** The piece of a post. What was not published on the site for everybody is never live. */
export function parseGhostPost(
  { row, authors, tags, path, lang, base, resaved }: PlacedGhostPost,
  context: ImportContext,
): ParsedItem {
  const address = (written: string) => fullAddress(written, base);
  const html = withSite(bodyOf(row), base);
  const url = textIn(row, 'url') || (base === null ? '' : `${base}/${textIn(row, 'slug')}/`);
  const canonical = address(textIn(row, 'canonical_url'));
  const kind = kindOfGhostPost(row);
  const piece = plainPiece({
    context,
    path,
    kind,
    lang,
    title: textIn(row, 'title') === '(Untitled)' ? '' : textIn(row, 'title'),
    ledeHtml: escapeHtml(textIn(row, 'custom_excerpt')),
    html,
    baseUrl: base === null ? null : `${base}/`,
    special: createCardReader(context, path, lang, base),
    published: publicationOf(row),
    modified: resaved ? null : changeOf(row),
    authors,
    tags,
    topImage: topImageOf(row, address),
    aliases: [address(url), textIn(row, 'slug')],
    state: isPublic(row) ? 'live' : 'unpublished',
    format: 'ghost',
    url: address(url),
    canonical: canonical === address(url) ? null : canonical,
  });
  const { content } = piece;
  if (content.blocks.length === 0 && content.lede === '' && !content.topImage) {
    return {
      kind: 'set-aside',
      reason: `“${content.title}” has no text; if it had some, look whether the export has the whole post`,
    };
  }
  return { kind: 'piece', piece };
}

/** Published on the site and for everybody; `sent` went out by e-mail only. Before Ghost 3 nothing was for members. */
function isPublic(row: Record<string, unknown>): boolean {
  const visibility = textIn(row, 'visibility');
  const emailOnly = row.email_only === true || row.email_only === 1;
  return row.status === 'published' && (visibility === '' || visibility === 'public') && !emailOnly;
}

/** The rendered body, else what the editor kept. */
function bodyOf(row: Record<string, unknown>): string {
  const html = textIn(row, 'html');
  if (html !== '') return html;
  const made = lexicalHtml(textIn(row, 'lexical')) ?? mobiledocHtml(textIn(row, 'mobiledoc')) ?? '';
  if (made !== '') return made;
  const paragraphs = textIn(row, 'plaintext').split(/\n\s*\n/u);
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
}

/** Ghost writes its own address as `__GHOST_URL__`; pictures of before stand at `/content/images/…`. */
function withSite(html: string, base: string | null): string {
  return html
    .replace(/(?:__GHOST_URL__|(?<=["'(=,]\s{0,4}))(?=\/content\/(?:images|media|files)\/)/gu, base ?? unknownSite)
    .replaceAll('__GHOST_URL__', base ?? '');
}

function fullAddress(written: string, base: string | null): string | null {
  const text = withSite(`"${written}"`, base).slice(1, -1);
  if (text === '' || !URL.canParse(text, base ?? undefined)) return null;
  const url = new URL(text, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function topImageOf(row: Record<string, unknown>, address: (written: string) => string | null): Picture | null {
  const src = address(textIn(row, 'feature_image') || textIn(row, 'image'));
  if (src === null) return null;
  const caption = plainLine(textIn(row, 'feature_image_caption'));
  return { src, caption, credit: '', alt: textIn(row, 'feature_image_alt') };
}

/** Cards in rendered HTML whose markup says more or less than a reader read. */
function createCardReader(context: ImportContext, path: string, lang: string, base: string | null) {
  const ids = createIds(`${context.publication.slug}/${path}#cards`);
  return (element: Element): 'drop' | Block[] | null => {
    const classes = (element.getAttribute('class') ?? '').split(/\s+/u);
    if (!classes.includes('kg-card')) return null;
    if (['kg-signup-card', 'kg-email-card', 'kg-email-cta-card'].some((name) => classes.includes(name))) return 'drop';
    const read = (html: string) => blocksFromHtml(html, { baseUrl: base, lang, ids });
    const words = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? '';
    const caption = words('figcaption');
    const after = caption === '' ? '' : `<p>${escapeHtml(caption)}</p>`;
    if (classes.includes('kg-bookmark-card')) {
      const href = element.querySelector('a[href]')?.getAttribute('href') ?? '';
      const card = { title: words('.kg-bookmark-title'), publisher: words('.kg-bookmark-publisher') };
      return read(bookmark(card, href) + after);
    }
    for (const name of ['video', 'audio']) {
      const src = element.querySelector(name)?.getAttribute('src');
      if (classes.includes(`kg-${name}-card`) && src) {
        return read(`<${name} src="${escapeHtml(src)}"></${name}>${after}`);
      }
    }
    return null;
  };
}
