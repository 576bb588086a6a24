import { htmlToText } from '#lib/html/html-to-text.ts';
import type { Author, Label, Picture } from '#pieces/pieces.ts';
import { ArchiveUnreadable } from '../importer.ts';
import { plainLine } from '../plain-piece.ts';
import type { TextFile } from '../plain-piece-files.ts';
import { slugOf } from '../plain-piece-path.ts';
import type { WordPressPost } from './wordpress-post.ts';

type Json = Record<string, unknown>;

/** Bytes of one answer; WordPress gives at most 100 posts in one. */
const largest = 64 * 1024 * 1024;

/**
 * Posts as WordPress's REST interface answers them (`/wp-json/wp/v2/posts?_embed`): one, or a list. Authors, terms and the
 * picture on top are known where the answer was asked for with `_embed`; `address` is the site's. @throws ArchiveUnreadable
 */
export async function readRestPosts(file: TextFile): Promise<{ posts: WordPressPost[]; address: string | null }> {
  const bytes = await file.read(largest);
  if (typeof bytes === 'string') {
    throw new ArchiveUnreadable(`“${file.name}” cannot be read: ${bytes}. Save the answers in parts of 100 posts.`);
  }
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ArchiveUnreadable(`“${file.name}” is broken JSON; save it again.`, { cause });
  }
  const posts = (Array.isArray(read) ? (read as unknown[]) : [read]).map(record);
  if (!posts.some((post) => post && 'date_gmt' in post && record(post.content))) {
    throw new ArchiveUnreadable(
      `“${file.name}” is JSON, but no posts of WordPress (/wp-json/wp/v2/posts?_embed). For an export of Ghost: daybook import ghost.`,
    );
  }
  return { posts: posts.map((post) => readPost(post ?? {})), address: addressOf(posts[0]) };
}

/** Where the site stands: what comes before `/wp-json/` in a post's own address. */
function addressOf(post: Json | null | undefined): string | null {
  const [self] = records(list(record(post?._links)?.self));
  return /^(https?:\/\/.+?)\/+wp-json\//u.exec(text(self?.href))?.[1] ?? null;
}

function readPost(post: Json): WordPressPost {
  const content = record(post.content) ?? {};
  const embedded = record(post._embedded) ?? {};
  const terms = list(embedded['wp:term']).flatMap((group) => (Array.isArray(group) ? records(group) : []));
  const labels = (wanted: (taxonomy: string) => boolean) =>
    terms.filter((term) => wanted(text(term.taxonomy))).flatMap(labelOf);
  return {
    id: typeof post.id === 'number' ? String(post.id) : text(post.id),
    type: text(post.type) || 'post',
    // What says nothing of its state was answered to somebody unknown: it was public.
    status: text(post.status) || 'publish',
    locked: content.protected === true,
    lang: text(post.lang),
    title: plainLine(rendered(post.title)),
    link: text(post.link),
    guid: rendered(post.guid),
    slug: text(post.slug),
    oldSlugs: [],
    dates: { gmt: text(post.date_gmt), local: text(post.date), rss: '', modifiedGmt: text(post.modified_gmt) },
    content: rendered(content),
    excerpt: withoutMore(rendered(post.excerpt), rendered(content)),
    authors: records(list(embedded.author)).flatMap(authorOf),
    categories: labels((taxonomy) => taxonomy === 'category').filter(({ slug }) => slug !== 'uncategorized'),
    tags: labels((taxonomy) => taxonomy !== 'category' && taxonomy !== 'series'),
    series: labels((taxonomy) => taxonomy === 'series'),
    thumbnail: pictureOf(records(list(embedded['wp:featuredmedia']))[0], text(post.jetpack_featured_media_url)),
    pictures: {},
    own: [],
    comments: 0,
  };
}

/** Where nobody wrote an excerpt, WordPress answers the first 55 words: no lede. */
function withoutMore(excerpt: string, content: string): string {
  const said = plainLine(excerpt).replace(/\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$/u, '');
  return said === '' || plainLine(content).startsWith(said) ? '' : excerpt;
}

function labelOf(term: Json): Label[] {
  const title = plainLine(text(term.name));
  const slug = slugOf(text(term.slug)) || slugOf(title);
  return title === '' || slug === '' ? [] : [{ slug, title }];
}

function authorOf(author: Json): Author[] {
  const name = plainLine(text(author.name));
  const bio = htmlToText(text(author.description));
  const slug = slugOf(text(author.slug));
  if (name === '' || name.includes('@')) return [];
  return [{ name, role: 'author', ...(slug ? { slug } : {}), ...(bio ? { bio } : {}) }];
}

function pictureOf(media: Json | undefined, address: string): Picture | null {
  const src = text(media?.source_url) || address;
  if (!/^https?:\/\//iu.test(src) || !URL.canParse(src)) return null;
  const caption = plainLine(rendered(media?.caption));
  return { src: new URL(src).href, caption, credit: '', alt: text(media?.alt_text) };
}

function rendered(value: unknown): string {
  return text(record(value)?.rendered);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function records(values: unknown[]): Json[] {
  return values.map(record).filter((value) => value !== null);
}
