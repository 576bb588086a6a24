import { htmlToText } from '#lib/html/html-to-text.ts';
import type { Author, Label } from '#pieces/pieces.ts';
import { plainLine } from '../plain-piece.ts';
import { createResaves } from '../plain-piece-dates.ts';
import type { TextFile } from '../plain-piece-files.ts';
import { slugOf } from '../plain-piece-path.ts';
import { changeOf, type GhostPost, textIn } from './ghost-post.ts';
import { type BrokenElement, type JsonElement, splitJson } from './split-json.ts';

/** What posts of an export refer to, wherever it stands in it; small beside the export. */
export interface GhostSurvey {
  /** Posts, and places where the file is broken. */
  count: number;
  title: string;
  description: string;
  locale: string;
  /** Where the site stands, in full without a slash at the end; null when nothing says. */
  address: string | null;
  authors: Map<string, Author>;
  tags: Map<string, Label>;
  /** Of a post by its id, in the post's order. */
  authorsOf: Map<string, { id: string; order: number }[]>;
  tagsOf: Map<string, { id: string; order: number }[]>;
  metaOf: Map<string, Record<string, unknown>>;
  resaves: ReturnType<typeof createResaves>;
}

const tables = 'posts users tags settings posts_authors posts_tags posts_meta'.split(' ');
/** An export of today, one of before Ghost 1.0, and answers of the interfaces. */
const lists = new Set(
  tables
    .flatMap((table) => [`db.data.${table}`, `data.${table}`, table])
    .concat('pages', 'data.pages', 'db.data.pages'),
);

/** The elements of an export's tables, each with the table's name. */
export async function* ghostRows(
  file: TextFile,
): AsyncGenerator<(JsonElement | BrokenElement) & { table: string; row: Record<string, unknown> | null }> {
  for await (const element of splitJson(file.text(), lists)) {
    const table = element.list.split('.').at(-1) ?? '';
    yield { ...element, table, row: 'raw' in element ? readRow(element.raw) : null };
  }
}

function readRow(raw: string): Record<string, unknown> | null {
  try {
    return JSON.parse(raw) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function isPost(table: string): boolean {
  return table === 'posts' || table === 'pages';
}

/** Reads all of an export but the posts' own words. */
export async function surveyGhost(files: TextFile[]): Promise<GhostSurvey> {
  const survey: GhostSurvey = {
    count: 0,
    title: '',
    description: '',
    locale: '',
    address: null,
    authors: new Map(),
    tags: new Map(),
    authorsOf: new Map(),
    tagsOf: new Map(),
    metaOf: new Map(),
    resaves: createResaves(),
  };
  for (const file of files) {
    for await (const { table, row } of ghostRows(file)) {
      if (isPost(table) || !row) survey.count += 1;
      if (row) readSurveyed(table, row, survey);
    }
  }
  return survey;
}

function readSurveyed(table: string, row: Record<string, unknown>, survey: GhostSurvey): void {
  const id = idIn(row, 'id');
  switch (table) {
    case 'posts':
    case 'pages':
      survey.resaves.add(changeOf(row));
      survey.address ??= addressOf(row);
      break;
    case 'users': {
      const author = readAuthor(row);
      if (author) survey.authors.set(id, author);
      break;
    }
    case 'tags': {
      const label = readTag(row);
      if (label) survey.tags.set(id, label);
      break;
    }
    case 'posts_authors':
      push(survey.authorsOf, idIn(row, 'post_id'), { id: idIn(row, 'author_id'), order: Number(row.sort_order) || 0 });
      break;
    case 'posts_tags':
      push(survey.tagsOf, idIn(row, 'post_id'), { id: idIn(row, 'tag_id'), order: Number(row.sort_order) || 0 });
      break;
    case 'posts_meta': {
      const { feature_image_alt, feature_image_caption, email_only } = row;
      survey.metaOf.set(idIn(row, 'post_id'), { feature_image_alt, feature_image_caption, email_only });
      break;
    }
    case 'settings': {
      const value = textIn(row, 'value');
      if (row.key === 'title') survey.title ||= value;
      if (row.key === 'description') survey.description ||= value;
      if (row.key === 'locale' || row.key === 'lang' || row.key === 'default_locale') survey.locale ||= value;
      break;
    }
  }
}

/** Ids are numbers in exports of Ghost before 1.0. */
export function idIn(row: Record<string, unknown>, key: string): string {
  return typeof row[key] === 'number' ? String(row[key]) : textIn(row, key);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The interfaces answer each post's address, which is the site's and the post's slug. */
function addressOf(row: Record<string, unknown>): string | null {
  const url = textIn(row, 'url');
  const slug = textIn(row, 'slug');
  const at = /^https?:\/\//iu.test(url) && slug !== '' ? url.indexOf(`/${slug}`, 8) : -1;
  return at === -1 ? null : new URL(url).origin;
}

export function readAuthor(row: Record<string, unknown>): Author | null {
  const name = plainLine(textIn(row, 'name'));
  if (name === '' || name.includes('@')) return null;
  const slug = slugOf(textIn(row, 'slug'));
  const bio = htmlToText(textIn(row, 'bio'));
  const website = textIn(row, 'website');
  return {
    name,
    role: 'author',
    ...(slug ? { slug } : {}),
    ...(bio ? { bio } : {}),
    ...(/^https?:\/\//iu.test(website) && URL.canParse(website) ? { url: website } : {}),
  };
}

/** Tags whose names begin with `#` are the editors' own, never shown. */
export function readTag(row: Record<string, unknown>): Label | null {
  const title = plainLine(textIn(row, 'name'));
  if (title === '' || title.startsWith('#') || row.visibility === 'internal') return null;
  return { slug: slugOf(textIn(row, 'slug')) || slugOf(title), title };
}

/** A post with its own authors, tags and the fields that Ghost keeps beside it. */
export function withReferred(row: Record<string, unknown>, survey: GhostSurvey): GhostPost {
  const id = idIn(row, 'id');
  const inOrder = <T>(found: { id: string; order: number }[] | undefined, known: Map<string, T>): T[] =>
    (found ?? []).toSorted((a, b) => a.order - b.order).flatMap((each) => known.get(each.id) ?? []);
  const written = (key: string) => (Array.isArray(row[key]) ? (row[key] as Record<string, unknown>[]) : []);
  const authors = [
    ...inOrder(survey.authorsOf.get(id), survey.authors),
    ...written('authors').flatMap((author) => readAuthor(author) ?? []),
  ];
  const [single] = [survey.authors.get(idIn(row, 'author_id'))];
  return {
    row: { ...row, ...survey.metaOf.get(id), ...pick(row, ['feature_image_alt', 'feature_image_caption']) },
    authors: authors.length > 0 ? authors : single ? [single] : [],
    tags: [...inOrder(survey.tagsOf.get(id), survey.tags), ...written('tags').flatMap((tag) => readTag(tag) ?? [])],
  };
}

function pick(row: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (row[key] ? [[key, row[key]]] : [])));
}
