import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { decodeEntities } from '#lib/html/entities.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';

/** What a page says about itself for machines; null where it says nothing that can be read. */
export interface PageMetadata {
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
  lang: string | null;
  image: string | null;
  /** The whole text as JSON-LD carries it. */
  articleBody: string | null;
}

type JsonObject = Record<string, unknown>;

/** Reads schema.org JSON-LD first, then OpenGraph and other meta elements, then `<time>`, at last a date in the address. */
export function readPageMetadata(document: Document, url: string): PageMetadata {
  const article = findArticle(document);
  const metas = readMetas(document);
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((content) => content !== undefined) ?? null;
  const time = document.querySelector(
    'article time[datetime], time[pubdate], time[itemprop="datePublished"], time[datetime]',
  );
  const dates = [
    textAt(article, 'datePublished'),
    meta('article:published_time', 'og:article:published_time', 'datepublished', 'article.published'),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ?? null,
    meta(
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'dc.date.created',
    ),
    meta('sailthru.date', 'parsely-pub-date', 'cxenseparse:recs:publishtime', 'timestamp'),
    textAt(article, 'dateCreated'),
    time?.getAttribute('datetime') ?? null,
    /[/-]((?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2})(?!\d)/.exec(url)?.[1] ?? null,
  ];
  const image = imageAt(article) ?? meta('og:image', 'og:image:url', 'twitter:image', 'twitter:image:src');
  return {
    title: tidy(textAt(article, 'headline') ?? meta('og:title', 'twitter:title', 'dc.title')),
    byline: tidy(
      authorsAt(article) ??
        authorName(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author')),
    ),
    publishedAt: dates.map((date) => (date ? parseLooseDate(date) : null)).find((date) => date !== null) ?? null,
    lang: readLanguage(document, textAt(article, 'inLanguage') ?? meta('og:locale', 'language')),
    image: image === null ? null : resolveUrl(image, url),
    articleBody: textAt(article, 'articleBody'),
  };
}

/** The content of meta elements by property, name or itemprop in lower case; the first of a name counts. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const key = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim();
    const name = key?.trim().toLowerCase();
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** The first article-like object in any JSON-LD block, at any level of lists and graphs. */
function findArticle(document: Document): JsonObject | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseJson(script.textContent ?? '');
    const found = findArticleIn(parsed, 0);
    if (found) return found;
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    // Line breaks inside strings are the commonest fault.
    return JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, '').replace(/[\r\n\t]+/g, ' '));
  } catch {
    // Broken metadata is no metadata: the page's other sources are read instead.
    return null;
  }
}

function findArticleIn(value: unknown, depth: number): JsonObject | null {
  if (depth > 5 || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 200)) {
      const found = findArticleIn(entry, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const object: JsonObject = { ...value };
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report|Review)$/.test(type))) return object;
  return findArticleIn(object['@graph'], depth + 1) ?? findArticleIn(object.mainEntity, depth + 1);
}

function textAt(object: JsonObject | null, key: string): string | null {
  const value = object?.[key];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

function authorsAt(article: JsonObject | null): string | null {
  const names = [article?.author ?? article?.creator]
    .flat()
    .map((author) => (typeof author === 'string' ? author : textAt({ ...(author as JsonObject | null) }, 'name')))
    .map(authorName)
    .filter((name) => name !== null);
  return names.length > 0 ? [...new Set(names)].join(', ') : null;
}

/** An address of a profile is no name. */
export function authorName(text: string | null): string | null {
  return text === null || /^https?:|^@/.test(text) || text.length > 200 ? null : text;
}

function imageAt(article: JsonObject | null): string | null {
  const first: unknown = [article?.image].flat()[0];
  if (typeof first === 'string') return first;
  return typeof first === 'object' && first !== null ? textAt({ ...first }, 'url') : null;
}

function readLanguage(document: Document, elsewhere: string | null): string | null {
  const declared = document.documentElement?.getAttribute('lang') || elsewhere;
  const tag = declared?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

function tidy(text: string | null): string | null {
  const line = decodeEntities((text ?? '').slice(0, 1_000))
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line;
}
