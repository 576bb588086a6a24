import type { ImportedPiece, ParsedItem } from '../importer.ts';
import type { Author, Block, Picture } from '#pieces/pieces.ts';
import { blocksFromHtml, fullAddress } from '#pieces/pieces-parsers.ts';
import { makePiece, type PageReading } from './make-piece.ts';
import { readAuthors, textOf } from './page-authors.ts';
import { labelsOf, readMinutesOf, topicsOf } from './read-labels.ts';
import { captionOf, readSummaryBody, topImageLine } from './read-summary.ts';
import { originalAddress, pictureAddress, withOriginalAddresses } from './site-place.ts';

/** Classes of what is in an article's element and no part of its text. */
const around =
  /(?:^|\s)(?:post-holder-container|tags|intents|series-links|restricted-post-holder[\w-]*|create-account-adv-banner|newsletter|widget|teaser|conf-field|mc_embed_signup|sponsor)(?:\s|$)/u;

function isAround(element: Element): boolean {
  const name = element.getAttribute('class');
  return name !== null && around.test(name);
}

const noBody = 'the page has no text; look for it in another copy of the site (a public web archive) and import that';

/** An executive summary. */
export function readSummary(reading: PageReading, main: Element): ParsedItem {
  const { place, baseUrl, ids } = reading;
  const body = main.querySelector('div.body, [itemprop="articleBody"]');
  if (!body || textOf(body) === '') return { kind: 'set-aside', reason: noBody };
  const read = readSummaryBody(body, {
    baseUrl,
    lang: 'en',
    ids,
    special: (element) => (isAround(element) ? 'drop' : null),
  });
  const blocks = withOriginalAddresses(place, read.blocks);
  for (const each of read.reads) each.url = originalAddress(place, each.url);
  const src = leadPicture(reading);
  const figure = read.topImage === null ? blocks.find((block) => block.type === 'figure') : undefined;
  const isLead = figure !== undefined && figure.image.src === undefined;
  if (isLead && src !== null) figure.image = { src, ...figure.image };
  const topImage: Picture | null =
    isLead || (read.topImage === null && src === null)
      ? null
      : { ...(src === null ? {} : { src }), caption: '', credit: '', ...read.topImage, alt: '' };
  const piece = makePiece(
    reading,
    { kind: 'summary', ...headOf(main), blocks, recommendedReads: read.reads, topImage },
    { dated: true },
  );
  return { kind: 'piece', piece };
}

/** An article, or a piece of the community's. */
export function readArticle(reading: PageReading, main: Element, kind: 'article' | 'community'): ParsedItem {
  const { place, baseUrl, ids } = reading;
  const body = main.querySelector('div.body, [itemprop="articleBody"]');
  if (!body || (textOf(body) === '' && body.querySelector('img, iframe') === null)) {
    return { kind: 'set-aside', reason: noBody };
  }
  const quotes = pulledQuotes(body);
  let said: { caption: string; credit: string } | null = null;
  const read = blocksFromHtml(body, {
    baseUrl,
    lang: 'en',
    ids,
    special(element) {
      if (isAround(element) || quotes.has(element)) return 'drop';
      if (element.localName !== 'p' || !topImageLine.test((element.textContent ?? '').slice(0, 40))) return null;
      const line = topImageLine.exec(textOf(element));
      if (line === null) return null;
      said = captionOf(textOf(element).slice(line[0].length));
      return 'drop';
    },
  });
  const blocks = withOriginalAddresses(place, withoutInvitations(read));
  const authors = readAuthors(main);
  const topics = topicsOf(main);
  const canonical = originalOf(body, reading);
  const piece = makePiece(
    reading,
    {
      kind,
      ...headOf(main),
      blocks,
      topImage: featureOf(reading, main, said),
      topics: topics.map(({ slug }) => slug),
      ...(authors.length > 0 ? { authors: authors.map((author) => withAddress(reading, author)) } : {}),
      ...labelled('categories', labelsOf(main.querySelector('ul.categories'), 'a.category')),
      ...labelled('tags', labelsOf(main, '.tags a')),
      ...labelled('series', labelsOf(main, '.crossovers.series h3 a[href*="series/"]')),
      ...(canonical === null ? {} : { canonical }),
    },
    { dated: true },
  );
  return { kind: 'piece', piece, ...(topics.length > 0 ? { facts: { topics } } : {}) };
}

function headOf(main: Element): { title: string; lede: string; readMinutes?: number } {
  const minutes = readMinutesOf(main);
  return {
    title: textOf(main.querySelector('h1')),
    lede: textOf(main.querySelector('p.lede')),
    ...(minutes === null ? {} : { readMinutes: minutes }),
  };
}

function labelled<K extends string, T>(key: K, labels: T[]): Partial<Record<K, T[]>> {
  return labels.length > 0 ? ({ [key]: labels } as Record<K, T[]>) : {};
}

function withAddress({ place }: PageReading, author: Author): Author {
  return author.slug === undefined
    ? author
    : { ...author, url: `${place.origin}/${place.site}/contributor/${author.slug}` };
}

/** The picture that the page names to other machines. */
function leadPicture({ page, place, baseUrl }: PageReading): string | null {
  const stated = page.metas.get('og:image') ?? '';
  const address = fullAddress(stated, baseUrl);
  return address === null ? null : pictureAddress(place, address);
}

/** The picture above an article, with caption and credit; else the one that the page names, with what the text says of it. */
function featureOf(
  reading: PageReading,
  main: Element,
  said: { caption: string; credit: string } | null,
): Picture | null {
  const src = leadPicture(reading);
  const named =
    src === null && said === null
      ? null
      : { ...(src === null ? {} : { src }), caption: '', credit: '', alt: '', ...said };
  const figure = main.querySelector('figure.article-feature');
  if (figure === null) return named;
  const [read] = blocksFromHtml(figure, { baseUrl: reading.baseUrl, lang: 'en', ids: reading.ids });
  if (read?.type !== 'figure') return named;
  const { image } = read;
  const shown = image.src === undefined ? src : pictureAddress(reading.place, image.src);
  const words = image.caption === '' && image.credit === '' ? said : null;
  return { ...image, ...words, ...(shown === null ? {} : { src: shown }) };
}

/** Quotations set large that the text has already. */
function pulledQuotes(body: Element): Set<Element> {
  const quotes = [...body.querySelectorAll('aside.pullquote, .pullquote')];
  if (quotes.length === 0) return new Set();
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const text = plain(body.textContent ?? '');
  return new Set(
    quotes.filter((quote) => {
      const words = plain(quote.textContent ?? '');
      return text.indexOf(words) !== text.lastIndexOf(words);
    }),
  );
}

const republished =
  /\b(?:was|were|is|are|has been)?\s*(?:originally|first)\s+(?:published|appeared|ran)\b|\bre(?:printed|published)\b[^.]{0,60}\bpermission/iu;

/** Where a partner's piece first stood: the link of the line that says so, if it is of a page and not of a whole site. */
function originalOf(body: Element, { baseUrl, place }: PageReading): string | null {
  for (const paragraph of [...body.querySelectorAll('p')].reverse()) {
    const raw = paragraph.textContent ?? '';
    if (raw.length > 900 || !republished.test(raw)) continue;
    const text = textOf(paragraph);
    const said = republished.exec(text);
    if (!said) continue;
    const links = [...paragraph.querySelectorAll('a[href]')];
    const exact =
      links.find((link) => /original|here/iu.test(textOf(link))) ??
      links.find((link) => placeIn(text, link) > said.index);
    for (const link of exact ? [exact, ...links] : links) {
      const address = fullAddress(link.getAttribute('href') ?? '', baseUrl);
      if (address === null || !address.startsWith('http')) continue;
      const url = new URL(originalAddress(place, address));
      if (url.pathname.length > 1 && !/sign|subscri|newsletter|mail/iu.test(textOf(link))) return url.href;
    }
  }
  return null;
}

const invitation = /\bsign(?:ing)?[ -]up\b[^.]{0,80}\b(?:list|newsletter|reads|here)\b/iu;

/** The lines that say where a piece first stood also ask readers to take that site's letters. */
function withoutInvitations(blocks: Block[]): Block[] {
  for (const block of blocks) {
    if (block.type !== 'paragraph' || !block.sentences.some(({ text }) => republished.test(text))) continue;
    const kept = block.sentences.filter(({ text }) => !invitation.test(text));
    if (kept.length > 0) block.sentences = kept;
  }
  return blocks;
}

function placeIn(text: string, link: Element): number {
  const words = textOf(link);
  return words === '' ? -1 : text.lastIndexOf(words);
}

/** The blocks of an element of a plain page. */
export function plainBlocks(reading: PageReading, root: Element, drop: string): Block[] {
  const { baseUrl, ids, place } = reading;
  const dropped = new Set(root.querySelectorAll(drop));
  const special = (element: Element): 'drop' | null => (isAround(element) || dropped.has(element) ? 'drop' : null);
  return withOriginalAddresses(place, blocksFromHtml(root, { baseUrl, lang: 'en', ids, special }));
}

/** A background page, a page about the site, its guidelines. */
export function readTextPage(
  reading: PageReading,
  main: Element,
  kind: 'background' | 'page',
): { piece: ImportedPiece } | { reason: string } {
  const root = main.querySelector('article.detail, article, section .inner, section') ?? main;
  const heading = root.querySelector('h1') ?? main.querySelector('h1');
  const blocks = plainBlocks(
    reading,
    root,
    'h1, article > header, nav, footer, form, .team-social-links-container, pre.republish-terms',
  );
  if (blocks.length === 0) return { reason: noBody };
  const updated = kind === 'background' ? textOf(root.querySelector('header time')) : '';
  const piece = makePiece(reading, { kind, title: textOf(heading) || reading.page.title, blocks }, { dated: false });
  return { piece: updated === '' ? piece : withUpdate(piece, updated) };
}

/** "Last updated December 1st, 2016" is all that a background page says of its dates. */
function withUpdate(piece: ImportedPiece, words: string): ImportedPiece {
  const date = /([A-Z][a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(words);
  const at = date ? Date.parse(`${date[1]} ${date[2]}, ${date[3]} UTC`) : Number.NaN;
  const { imported } = piece.content;
  if (Number.isNaN(at) || !imported) return piece;
  const modifiedAt = new Date(at).toISOString();
  return { ...piece, modifiedAt, content: { ...piece.content, imported: { ...imported, modified: 'day' } } };
}
