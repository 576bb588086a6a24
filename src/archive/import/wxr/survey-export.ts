import type { Author, Picture } from '#pieces/pieces.ts';
import { createResaves } from '../plain-piece-dates.ts';
import type { TextFile } from '../plain-piece-files.ts';
import { type RecordElement, readRecord, textOf } from './read-record.ts';
import { modifiedAt } from './post-dates.ts';
import { splitRecords, type XmlRecord } from './split-records.ts';
import {
  authorKey,
  contentOf,
  metaValues,
  readAttachment,
  readAuthor,
  readGuestAuthor,
  readWordPressItem,
  type WordPressPost,
} from './wordpress-post.ts';

/** What posts of an export refer to, wherever it stands in it; small beside the export. */
export interface ExportSurvey {
  count: number;
  site: ExportSite;
  authors: Map<string, Author>;
  /** Pictures of the library by id, and the ids of those that belong to a post. */
  pictures: Map<string, Picture>;
  children: Map<string, Set<string>>;
  /** Bodies that several posts share (synced patterns), by id. */
  shared: Map<string, string>;
  resaves: ReturnType<typeof createResaves>;
}

export interface ExportSite {
  title: string;
  tagline: string;
  language: string;
  /** Addresses in full, no slash at the end. */
  addresses: string[];
}

/** Reads what is no item of a channel, and what posts refer to in its items. */
export async function surveyExport(files: TextFile[]): Promise<ExportSurvey> {
  const survey: ExportSurvey = {
    count: 0,
    site: { title: '', tagline: '', language: '', addresses: [] },
    authors: new Map(),
    pictures: new Map(),
    children: new Map(),
    shared: new Map(),
    resaves: createResaves(),
  };
  for (const file of files) {
    for await (const record of splitRecords(file.text())) {
      const read = 'raw' in record ? tryRead(record) : null;
      if (record.name === 'item' || !read) survey.count += 1;
      if (!read) continue;
      if (read.name !== 'item') {
        readHead(read, survey);
        continue;
      }
      readReferred(read, survey);
      const post = readWordPressItem(read, survey.authors);
      if (post.type !== 'attachment') survey.resaves.add(modifiedAt(post));
    }
  }
  return survey;
}

function tryRead(record: XmlRecord): RecordElement | null {
  try {
    return readRecord(record);
  } catch {
    // It is named when the items are read.
    return null;
  }
}

function readHead(element: RecordElement, { site, authors }: ExportSurvey): void {
  const text = element.text.trim();
  if (element.name === 'title') site.title ||= text;
  else if (element.name === 'description') site.tagline ||= text;
  else if (element.name === 'language') site.language ||= text;
  else if (element.name === 'wp:base_blog_url') addAddress(site, text, 'first');
  else if (element.name === 'link') addAddress(site, text, 'last');
  else if (element.name === 'wp:author') {
    const read = readAuthor(element);
    for (const key of read?.keys ?? [])
      if (read && !authors.has(authorKey(key))) authors.set(authorKey(key), read.author);
  }
}

function addAddress(site: ExportSite, written: string, place: 'first' | 'last'): void {
  const address = written.replace(/\/+$/u, '');
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address) || site.addresses.includes(address)) return;
  if (place === 'first') site.addresses.unshift(address);
  else site.addresses.push(address);
}

function readReferred(item: RecordElement, { authors, pictures, children, shared }: ExportSurvey): void {
  const type = textOf(item, 'wp:post_type');
  const content = type === 'wp_block' ? contentOf(item) : '';
  if (content !== '' && content.length <= longestShared) shared.set(textOf(item, 'wp:post_id'), content);
  if (type === 'guest-author') {
    const read = readGuestAuthor(item);
    for (const key of read?.keys ?? []) if (read && key !== '') authors.set(authorKey(key), read.author);
  }
  if (type !== 'attachment') return;
  const picture = readAttachment(item);
  const id = textOf(item, 'wp:post_id');
  if (!picture || id === '') return;
  pictures.set(id, picture);
  const [original] = metaValues(item, '_attachment_original_parent_id');
  for (const parent of new Set([textOf(item, 'wp:post_parent'), original ?? ''])) {
    if (parent === '' || parent === '0') continue;
    children.set(parent, (children.get(parent) ?? new Set<string>()).add(id));
  }
}

const longestShared = 100_000;
const mostShared = 50;

/** Puts into a post what it refers to: pictures, shared bodies, footnotes. */
export function withReferred(
  bare: WordPressPost,
  item: RecordElement,
  { pictures, children, shared }: Pick<ExportSurvey, 'pictures' | 'children' | 'shared'>,
): WordPressPost {
  const content = withFootnotes(withShared(bare.content, shared), metaValues(item, 'footnotes')[0]);
  const post = { ...bare, content };
  const [thumbnail = ''] = metaValues(item, '_thumbnail_id');
  const galleries = /\[gallery\b/u.test(content);
  const own = galleries ? [...(children.get(post.id) ?? [])] : [];
  const named = [...content.matchAll(/\[gallery\b[^\]]{0,2000}/gu)].flatMap(
    ([written]) => written.match(/\d+/gu) ?? [],
  );
  const found = [...named, ...own].flatMap((id) => {
    const picture = pictures.get(id);
    return picture ? [[id, picture] as const] : [];
  });
  return { ...post, thumbnail: pictures.get(thumbnail) ?? null, pictures: Object.fromEntries(found), own };
}

function withShared(content: string, shared: ReadonlyMap<string, string>): string {
  let left = mostShared;
  return content.replace(/<!-- wp:block \{"ref":(\d{1,12})[^>]{0,200}\/-->/gu, (written, id: string) => {
    left -= 1;
    return left < 0 ? written : (shared.get(id) ?? written);
  });
}

/** The block editor keeps footnotes beside the body, as JSON: `[{"content":"…","id":"…"}]`. */
function withFootnotes(content: string, written: string | undefined): string {
  if (written === undefined) return content;
  try {
    const notes: unknown = JSON.parse(written);
    const texts = Array.isArray(notes) ? notes.map((note: { content?: unknown } | null) => note?.content) : [];
    const items = texts.flatMap((text) => (typeof text === 'string' ? [`<li>${text}</li>`] : []));
    return items.length === 0 ? content : `${content}\n\n<ol>${items.join('')}</ol>`;
  } catch (error) {
    if (error instanceof SyntaxError) return content;
    throw error;
  }
}
