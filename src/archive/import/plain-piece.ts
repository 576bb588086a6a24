import { htmlToText } from '#lib/html/html-to-text.ts';
import type { Lang } from '#platform/language.ts';
import { createIds } from '#platform/stable-ids.ts';
import {
  type Author,
  type Block,
  type DatePrecision,
  type Label,
  type Picture,
  type PieceKind,
  sentencesOf,
} from '#pieces/pieces.ts';
import { blocksFromHtml, type HtmlReading } from '#pieces/pieces-parsers.ts';
import type { ImportContext, ImportedPiece } from './importer.ts';
import { decodePercent } from './plain-piece-path.ts';

/** An instant of an original and how exactly it is known; a day alone is its midnight in UTC. */
export interface OriginalDate {
  at: string;
  precision: DatePrecision;
}

/** What most systems know of a post or page. */
export interface PlainOriginal {
  context: ImportContext;
  /** As `ImportedPiece.path`: see plain-piece-path.ts for making one. */
  path: string;
  kind: PieceKind;
  lang: Lang;
  /** Plain text; '' is taken from what stands first, at last from the path. */
  title: string;
  ledeHtml?: string | null;
  /** Foreign HTML: a string, or an element of a linkedom document. */
  html: string | Element;
  /** Where relative links and pictures in it start from. */
  baseUrl: string | null;
  /** Passed on to the reader of HTML. */
  special?: HtmlReading['special'];
  published: OriginalDate | null;
  /** Null unless it was really changed; a time before the first is none. */
  modified: OriginalDate | null;
  authors?: Author[];
  topics?: string[];
  categories?: Label[];
  tags?: Label[];
  series?: Label[];
  topImage?: Picture | null;
  /** Addresses in full, or paths below the publication. */
  aliases?: (string | null)[];
  state: ImportedPiece['state'];
  /** The import format. */
  format: string;
  /** The original's address in full. */
  url: string | null;
  /** Where it was first published, when that was elsewhere. */
  canonical?: string | null;
}

/**
 * A piece from a title, HTML and dates. The first paragraph is left out where it only repeats the lede, and the first
 * figure where it is the top image. Never in the main thread: the HTML is foreign.
 */
export function plainPiece(original: PlainOriginal): ImportedPiece {
  const { context, path, kind, lang, baseUrl, topImage = null, special } = original;
  const read = blocksFromHtml(original.html, {
    baseUrl,
    lang,
    ids: createIds(`${context.publication.slug}/${path}`),
    ...(special ? { special } : {}),
  });
  const lede = clipped(plainLine(original.ledeHtml ?? ''), most.lede);
  const top = topImage && withCaption(topImage, read[0]);
  const blocks = withoutRepeats(read, lede, top);
  const published = settled(original.published);
  const changed = settled(original.modified);
  const modified = published && changed && changed.at > published.at ? changed : null;
  return {
    path,
    content: {
      version: 1,
      kind,
      lang,
      title: clipped(original.title.replace(/\s+/gu, ' ').trim(), most.title) || titleFrom(lede, read, path),
      lede,
      blocks,
      recommendedReads: [],
      topImage: top,
      topics: [...new Set(original.topics ?? [])],
      ...filled('authors', uniqueAuthors(original.authors ?? [])),
      ...filled('categories', uniqueLabels(original.categories ?? [])),
      ...filled('tags', uniqueLabels(original.tags ?? [])),
      ...filled('series', uniqueLabels(original.series ?? [])),
      ...(original.canonical && /^https?:/iu.test(original.canonical) ? { canonical: original.canonical } : {}),
      imported: {
        format: original.format,
        url: original.url,
        published: published?.precision ?? null,
        modified: modified?.precision ?? null,
      },
    },
    dated: kind === 'page' ? null : dayOf(published, context.publication.timeZone),
    publishedAt: published?.at ?? null,
    modifiedAt: modified?.at ?? null,
    state: original.state,
    aliases: [...new Set((original.aliases ?? []).filter((alias) => alias !== null && alias !== ''))] as string[],
  };
}

/** What a piece may hold (src/pieces/read-content.ts), in characters and in number. */
const most = { title: 1000, lede: 5000, bio: 10_000, labels: 200 };

/** HTML or plain text on one line. */
export function plainLine(html: string): string {
  return htmlToText(html).replace(/\s+/gu, ' ').trim();
}

/** The language of ours that a declared one is ("en_US" is a publication's "en"), else the declared one, else the first. */
export function pieceLanguage(context: ImportContext, declared: string | null | undefined): Lang {
  const [first = 'en', ...others] = context.publication.languages;
  const tag = (declared ?? '').trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(tag)) return first;
  const known = [first, ...others];
  const same = known.find((lang) => lang.toLowerCase() === tag.toLowerCase());
  const [base = tag] = tag.toLowerCase().split('-');
  return same ?? known.find((lang) => lang.toLowerCase().split('-')[0] === base) ?? base;
}

function settled(date: OriginalDate | null): OriginalDate | null {
  const time = date ? Date.parse(date.at) : Number.NaN;
  return date && Number.isFinite(time) ? { ...date, at: new Date(time).toISOString() } : null;
}

function dayOf(date: OriginalDate | null, timeZone: string): string | null {
  if (date?.precision === 'day') return date.at.slice(0, 10);
  if (date?.precision !== 'minute') return null;
  return Temporal.Instant.from(date.at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function withoutRepeats(blocks: Block[], lede: string, topImage: Picture | null): Block[] {
  const [first] = blocks;
  const shown = first?.type === 'figure' && topImage?.src !== undefined && first.image.src === topImage.src;
  const rest = shown ? blocks.slice(1) : blocks;
  const place = rest.findIndex(({ type }) => type !== 'figure');
  const paragraph = rest[place];
  if (paragraph?.type !== 'paragraph' || lede === '' || textOf(paragraph) !== lede) return rest;
  const plain = paragraph.sentences.every(({ basis, marks = [] }) => basis.kind === 'uncited' && marks.length === 0);
  return plain ? rest.toSpliced(place, 1) : rest;
}

/** The caption that the body gives to the same picture, where the picture has none. */
function withCaption(picture: Picture, first: Block | undefined): Picture {
  if (first?.type !== 'figure' || first.image.src !== picture.src || picture.caption !== '') return picture;
  const { caption, credit, alt } = first.image;
  return { ...picture, caption, credit: picture.credit || credit, alt: picture.alt || alt };
}

function textOf(paragraph: Extract<Block, { type: 'paragraph' }>): string {
  return paragraph.sentences.map((sentence) => sentence.text).join(' ');
}

/** A post without a title (an aside, a status) is called by its beginning. */
function titleFrom(lede: string, blocks: Block[], path: string): string {
  const heading = blocks.find((block) => block.type === 'heading');
  const [sentence] = sentencesOf(blocks);
  const figure = blocks.find((block) => block.type === 'figure');
  const named = decodePercent(path.split('/').at(-1) ?? '').replaceAll('-', ' ');
  const text = heading?.text || lede || sentence?.text || figure?.image.caption || figure?.image.alt || named;
  return clipped(text, 80);
}

/** The text, or its first words and an ellipsis. */
function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;
}

function uniqueAuthors(authors: Author[]): Author[] {
  const named = authors.map((author) => ({
    ...author,
    name: clipped(author.name.replace(/\s+/gu, ' ').trim(), most.title),
    ...(author.bio === undefined ? {} : { bio: clipped(author.bio, most.bio) }),
  }));
  return named
    .filter(({ name }, at) => name !== '' && named.findIndex((other) => other.name === name) === at)
    .slice(0, most.labels);
}

function uniqueLabels(labels: Label[]): Label[] {
  return labels
    .filter(({ slug }, at) => slug !== '' && labels.findIndex((other) => other.slug === slug) === at)
    .slice(0, most.labels);
}

function filled<K extends string, T>(key: K, list: T[]): Partial<Record<K, T[]>> {
  return list.length > 0 ? ({ [key]: list } as Record<K, T[]>) : {};
}
