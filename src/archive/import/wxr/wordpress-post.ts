import { htmlToText } from '#lib/html/html-to-text.ts';
import type { Author, Label, Picture } from '#pieces/pieces.ts';
import { plainLine } from '../plain-piece.ts';
import { slugOf } from '../plain-piece-path.ts';
import { type RecordElement, textOf } from './read-record.ts';

/** A post, page or other thing as WordPress exports it; everything that it refers to is in it. */
export interface WordPressPost {
  id: string;
  /** `post`, `page`, `attachment`, `revision`, `nav_menu_item` and those that plugins make. */
  type: string;
  /** `publish`, `draft`, `pending`, `private`, `future`, `inherit`, `trash`, `auto-draft` and those that plugins make. */
  status: string;
  /** A reader must know a password. */
  locked: boolean;
  /** Where a plugin says the language of each post; else ''. */
  lang: string;
  title: string;
  link: string;
  guid: string;
  slug: string;
  oldSlugs: string[];
  /** As written: `2026-11-03 06:40:00` in UTC, the same in the site's zone, and RFC 822. */
  dates: { gmt: string; local: string; rss: string; modifiedGmt: string };
  content: string;
  excerpt: string;
  authors: Author[];
  categories: Label[];
  tags: Label[];
  series: Label[];
  thumbnail: Picture | null;
  /** The library's pictures that its galleries name, by id, and those that are its own. */
  pictures: Record<string, Picture>;
  own: string[];
  /** How many comments it had; they are not imported. */
  comments: number;
}

/** Someone who wrote; found by login, by nice name or by what a post's term of co-authors is called. */
export type AuthorsByName = ReadonlyMap<string, Author>;

/** Reads an item of an export. Authors are named by their logins still, and pictures are not yet found. */
export function readWordPressItem(item: RecordElement, authors: AuthorsByName): WordPressPost {
  const dates = {
    gmt: textOf(item, 'wp:post_date_gmt'),
    local: textOf(item, 'wp:post_date'),
    rss: textOf(item, 'pubDate'),
    modifiedGmt: textOf(item, 'wp:post_modified_gmt'),
  };
  const terms = item.children.filter(({ name }) => name === 'category');
  const labels = (...domains: string[]) => terms.flatMap((term) => labelOf(term, domains));
  return {
    id: textOf(item, 'wp:post_id'),
    type: textOf(item, 'wp:post_type') || 'post',
    status: textOf(item, 'wp:status') || 'publish',
    locked: textOf(item, 'wp:post_password') !== '',
    lang: terms.find(({ attributes }) => attributes.domain === 'language')?.attributes.nicename ?? '',
    title: plainLine(textOf(item, 'title')),
    link: textOf(item, 'link'),
    guid: textOf(item, 'guid'),
    slug: textOf(item, 'wp:post_name'),
    oldSlugs: metaValues(item, '_wp_old_slug'),
    dates,
    content: contentOf(item),
    excerpt: textOf(item, 'excerpt:encoded'),
    authors: authorsOf(item, terms, authors),
    categories: labels('category').filter(({ slug }) => slug !== 'uncategorized'),
    // A taxonomy of the site's own (regions, topics) is kept among its tags.
    tags: labels('post_tag', '*'),
    series: labels('series'),
    thumbnail: null,
    pictures: {},
    own: [],
    comments: item.children.filter(({ name }) => name === 'wp:comment').length,
  };
}

/** The body as it is stored. */
export function contentOf(item: RecordElement): string {
  return item.children.find(({ name }) => name === 'content:encoded')?.text ?? '';
}

export function metaValues(item: RecordElement, key: string): string[] {
  return item.children.flatMap((child) => {
    if (child.name !== 'wp:postmeta' || textOf(child, 'wp:meta_key') !== key) return [];
    const value = textOf(child, 'wp:meta_value');
    return value === '' ? [] : [value];
  });
}

/** A picture of the library; null when the attachment has no address of http or https. */
export function readAttachment(item: RecordElement): Picture | null {
  const src = textOf(item, 'wp:attachment_url');
  if (!/^https?:\/\//iu.test(src) || !URL.canParse(src)) return null;
  if (!/\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:$|[?#])/iu.test(src) && !/[?&]/u.test(src)) return null;
  const caption = plainLine(textOf(item, 'excerpt:encoded')).slice(0, 1_000);
  const [alt = ''] = metaValues(item, '_wp_attachment_image_alt');
  return { src: new URL(src).href, caption, credit: '', alt: alt.slice(0, 1_000) };
}

/** Taxonomies that sort posts for the program, not for readers. */
const inner =
  /^(?:category|post_tag|series|author|post_format|nav_menu|link_category|language|post_translations|wp_.*|.*_visibility|.*_type)$/u;

function labelOf(term: RecordElement, domains: string[]): Label[] {
  const domain = term.attributes.domain ?? 'category';
  if (!domains.includes(domain) && (!domains.includes('*') || inner.test(domain))) return [];
  const title = plainLine(term.text);
  const slug = slugOf(term.attributes.nicename ?? title) || slugOf(title);
  return title === '' || slug === '' ? [] : [{ slug, title }];
}

/** Co-Authors Plus says the authors of a post as terms; without it there is one, by login. */
function authorsOf(item: RecordElement, terms: RecordElement[], known: AuthorsByName): Author[] {
  const written = terms
    .filter(({ attributes }) => attributes.domain === 'author')
    .map(({ attributes, text }) => [attributes.nicename ?? '', plainLine(text)]);
  const named = written.length > 0 ? written : [[textOf(item, 'dc:creator')]];
  return named.flatMap((names) => {
    const found = names.map((name) => known.get(authorKey(name))).find((author) => author !== undefined);
    const name = names.at(-1) ?? '';
    // A login may be an e-mail address, and that is nobody's name.
    return found ? [found] : name === '' || name.includes('@') ? [] : [{ name, role: 'author' as const }];
  });
}

export function authorKey(name: string): string {
  return name.trim().toLowerCase().replace(/^cap-/u, '');
}

/** An author's record (`wp:author`), and the names that posts know them by. */
export function readAuthor(record: RecordElement): { author: Author; keys: string[] } | null {
  const login = textOf(record, 'wp:author_login');
  const whole = `${textOf(record, 'wp:author_first_name')} ${textOf(record, 'wp:author_last_name')}`.trim();
  const shown = plainLine(textOf(record, 'wp:author_display_name'));
  const name = shown === '' || shown.includes('@') ? plainLine(whole) : shown;
  if (name === '') return null;
  const slug = slugOf(login.includes('@') ? name : login);
  return { author: { name, role: 'author', ...(slug ? { slug } : {}) }, keys: [login, shown] };
}

/** A guest author of Co-Authors Plus: an item of its own, with a life. */
export function readGuestAuthor(item: RecordElement): { author: Author; keys: string[] } | null {
  const meta = (key: string) => metaValues(item, `cap-${key}`)[0] ?? '';
  const name = plainLine(meta('display_name') || textOf(item, 'title'));
  if (name === '' || name.includes('@')) return null;
  const bio = htmlToText(meta('description'));
  const website = meta('website');
  const title = plainLine(meta('jobtitle') || meta('job_title'));
  const slug = slugOf(meta('user_login') || textOf(item, 'wp:post_name').replace(/^cap-/u, ''));
  const author: Author = {
    name,
    role: 'author',
    ...(slug ? { slug } : {}),
    ...(title ? { title } : {}),
    ...(bio ? { bio } : {}),
    ...(/^https?:\/\//iu.test(website) ? { url: website } : {}),
  };
  return { author, keys: [meta('user_login'), meta('linked_account'), textOf(item, 'wp:post_name'), name] };
}
