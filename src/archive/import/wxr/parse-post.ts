import type { PieceKind } from '#pieces/pieces.ts';
import type { ImportContext, ParsedItem } from '../importer.ts';
import { plainPiece } from '../plain-piece.ts';
import { pathBelow } from '../plain-piece-path.ts';
import { modifiedAt, publishedAt } from './post-dates.ts';
import { postHtml } from './post-html.ts';
import type { WordPressPost } from './wordpress-post.ts';

/** A post with what its site says and where it stands here: all that decides its piece. */
export interface PlacedPost {
  post: WordPressPost;
  path: string;
  lang: string;
  /** Addresses of the site in full, no slash at the end. */
  bases: string[];
  /** It was saved again on a day on which many were: no change of its own. */
  resaved: boolean;
}

/** What a post is here: nothing of the publication's words (`why`), or a piece of a kind. */
export function sortOfPost(
  { type, status, link }: WordPressPost,
  bases: string[],
): { why: string } | { kind: PieceKind } {
  const why = typesPassedOver[type] ?? (programParts.test(type) ? 'a part of the program or its design' : undefined);
  if (why !== undefined) return { why };
  if (status === 'trash') return { why: 'in the bin' };
  if (status === 'auto-draft') return { why: 'an empty draft that the program began' };
  if (type === 'page') return { kind: 'page' };
  const path = pathBelow(link, bases) ?? '';
  return { kind: /^executive-summaries\/\d{4}\/\d{1,2}\/\d{1,2}$/u.test(path) ? 'summary' : 'article' };
}

const typesPassedOver: Record<string, string> = {
  attachment: 'a picture or file of the library',
  nav_menu_item: 'an entry of a menu',
  revision: 'an earlier version',
  'guest-author': 'an author’s profile',
  feedback: 'a message from a reader',
  flamingo_inbound: 'a message from a reader',
  shop_order: 'an order or a customer',
  shop_subscription: 'an order or a customer',
  shop_coupon: 'an order or a customer',
};

/** Types of WordPress itself and of common plugins that hold settings, forms and templates. */
const programParts =
  /^(?:wp_(?:block|template|template_part|global_styles|navigation|font_family|font_face|stream_alerts)|custom_css|customize_changeset|oembed_cache|user_request|acf-[\w-]+|wpcf7_contact_form|wpforms|ninja_forms?\w*|elementor_\w+|e-landing-page|fl-builder-template|et_\w+|vc\w*_templates?|jp_\w+|jetpack_\w+|amp_\w+|scheduled-action|mc4wp-form|wphb_\w+|polylang_mo|safecss|sidebar|ml-slide\w*|nf_sub|popup\w*|cookielawinfo|advanced_ads\w*|ad|ads)$/u;

/** The piece of a post. Drafts and what is private, locked or yet to come are never live. */
export function parsePost({ post, path, lang, bases, resaved }: PlacedPost, context: ImportContext): ParsedItem {
  const sort = sortOfPost(post, bases);
  if ('why' in sort) return { kind: 'passed-over', why: sort.why };
  const { html, teaser } = postHtml(post.content, post, post.excerpt === '');
  const [base = null] = bases;
  const link = fullAddress(post.link, base);
  const piece = plainPiece({
    context,
    path,
    kind: sort.kind,
    lang,
    title: post.title,
    ledeHtml: post.excerpt || teaser,
    html,
    baseUrl: link ?? base,
    published: publishedAt(post),
    modified: resaved ? null : modifiedAt(post),
    authors: post.authors,
    categories: post.categories,
    tags: post.tags,
    series: post.series,
    topImage: post.thumbnail,
    aliases: aliasesOf(post, sort.kind, link, base),
    state: post.status === 'publish' && !post.locked ? 'live' : 'unpublished',
    format: 'wxr',
    url: link,
  });
  const { content } = piece;
  if (content.blocks.length === 0 && content.lede === '' && !content.topImage) {
    const named = post.title === '' ? 'it has no title and no text' : `“${post.title}” has no text`;
    return { kind: 'set-aside', reason: `${named}; if it had some, look whether the export has the whole post` };
  }
  if (post.comments > 0) piece.leftOut = { comments: post.comments };
  return { kind: 'piece', piece };
}

function fullAddress(address: string, base: string | null): string | null {
  if (!URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** Where readers and programs knew it: its link, its identifier, the query forms that always work, its old names. */
function aliasesOf(post: WordPressPost, kind: PieceKind, link: string | null, base: string | null): (string | null)[] {
  const query = kind === 'page' ? ['page_id', 'p'] : ['p'];
  const byId =
    post.id === '' ? [] : query.map((name) => (base === null ? `?${name}=${post.id}` : `${base}/?${name}=${post.id}`));
  const renamed = link === null || link.includes('?') ? [] : post.oldSlugs.map((slug) => renameLast(link, slug));
  return [link ?? post.link, fullAddress(post.guid, null), ...byId, ...renamed];
}

function renameLast(link: string, slug: string): string {
  const url = new URL(link);
  url.pathname = url.pathname.replace(/[^/]+(\/?)$/u, (_, slash: string) => `${slug}${slash}`);
  return url.href;
}
