import type { Block, Picture, RecommendedRead } from '#pieces/pieces.ts';
import { blocksFromHtml, foldText, fullAddress, type HtmlReading } from '#pieces/pieces-parsers.ts';
import { textOf } from './page-authors.ts';

/** What an executive summary says in its body. */
export interface SummaryBody {
  blocks: Block[];
  /** Addresses as they were completed. */
  reads: RecommendedRead[];
  /** The caption and credit of the top image, as the paragraph "Top image: …" says them. */
  topImage: { caption: string; credit: string } | null;
}

/** "Recommended Reads", and the other ways in which it was spelled; a stray mark may stand before it. */
const readsHeading = /^[^\p{L}]*recomm+e?n?d(?:ed|ing|s)?\s+read(?:s|ing|ings)?\b/iu;
export const topImageLine = /^\s*(?:top|lead|main)\s+(?:image|photo|picture)\s*:\s*/iu;
const photoLine =
  /^\s*(?:top\s+photo\s*:|photo(?:s|graph)?s?\s*(?:cou\w+\s+of|credits?\s*:|by\b|via\b|:)|image\s*(?:courtesy\s+of|:))\s*/iu;

/**
 * Reads the body of a summary. Its sections were marked up in several ways over the years: by headings of any level and by
 * paragraphs that are bold as a whole. The reads follow under a heading, as a list, as items that lost their list, or in
 * one paragraph; what comes after them is the picture's caption.
 */
export function readSummaryBody(body: Element, reading: HtmlReading): SummaryBody {
  const reads: RecommendedRead[] = [];
  let image: SummaryBody['topImage'] = null;
  let photo: { caption: string; credit: string } | null = null;
  let inReads = false;

  const readItems = (root: Element): void => {
    for (const item of itemsOf(root)) {
      const read = readOf(item, reading);
      if (read) reads.push(read);
    }
  };

  const blocks = blocksFromHtml(body, {
    ...reading,
    special(element) {
      const given = reading.special?.(element) ?? null;
      if (given !== null) return given;
      const name = element.localName;
      if (/^h[1-6]$/u.test(name)) {
        inReads = readsHeading.test(textOf(element));
        return inReads ? 'drop' : null;
      }
      if (inReads && (name === 'ul' || name === 'ol')) {
        for (const item of element.querySelectorAll('li')) readItems(item);
        return 'drop';
      }
      if (name !== 'p') return null;
      const text = textOf(element);
      if (text === '') return null;
      const caption = topImageLine.exec(text);
      if (caption) {
        image = captionOf(text.slice(caption[0].length));
        return 'drop';
      }
      // Before the reads the line is a paragraph among others, as it was.
      const line = inReads ? photoLine.exec(text) : null;
      if (line && element.querySelector('a') === null && text.length < 600) {
        photo = photoOf(text, line[0]);
        return 'drop';
      }
      if (readsHeading.test(text) && (text.length < 40 || element.querySelector('a') !== null)) {
        inReads = true;
        readItems(element);
        return 'drop';
      }
      if (element.querySelector('a') === null && isBold(element)) {
        inReads = false;
        return [{ type: 'heading', id: reading.ids('h'), level: 2, text }];
      }
      if (inReads && element.querySelector('a') !== null) {
        readItems(element);
        return 'drop';
      }
      return null;
    },
  });
  // The old pages showed it nowhere but as this line: it stays a picture of its own before the text.
  if (photo !== null && image === null) {
    const shown: Picture = { ...(photo as Picture), alt: '' };
    blocks.unshift({ type: 'figure', id: reading.ids('f'), image: shown });
  }
  return { blocks, reads, topImage: image };
}

/** A caption's last brackets are its credit. */
export function captionOf(text: string): { caption: string; credit: string } {
  const bracketed = /^(.*?)\s*\(([^()]*)\)\s*[.,;]?\s*$/su.exec(text);
  return bracketed
    ? { caption: bracketed[1] ?? '', credit: bracketed[2]?.trim() ?? '' }
    : { caption: text, credit: '' };
}

/** "Photo Courtesy of AP Images" names only whose it is, "Photo: …" says what it shows. */
function photoOf(text: string, label: string): { caption: string; credit: string } {
  const rest = text.slice(label.length).trim();
  if (/\bof\b|credit|\bby|\bvia/iu.test(label)) return { caption: '', credit: rest };
  return captionOf(rest);
}

function isBold(paragraph: Element): boolean {
  if (paragraph.querySelector('b, strong') === null) return false;
  const plain = (node: Node): boolean => {
    if (node.nodeType === 3) return foldText(node.nodeValue ?? '').trim() === '';
    if (node.nodeType !== 1) return true;
    const element = node as Element;
    return element.localName === 'b' || element.localName === 'strong' || [...element.childNodes].every(plain);
  };
  return [...paragraph.childNodes].every(plain);
}

/** Several reads may stand in one item or paragraph: another one begins where a publisher with a colon stands before a link. */
function itemsOf(root: Element): Node[][] {
  const items: Node[][] = [];
  let between: Node[] = [];
  for (const node of root.childNodes) {
    between.push(node);
    if (linkIn(node) === null) continue;
    const last = items.at(-1);
    if (last && !/[:;]\s*$/u.test(wordsOf(between.slice(0, -1)))) last.push(...between);
    else items.push(between);
    between = [];
  }
  items.at(-1)?.push(...between);
  return items;
}

/** The publisher stands before the first colon that a blank or the link follows, wherever the link begins. */
function readOf(item: Node[], { baseUrl }: HtmlReading): RecommendedRead | null {
  const at = item.findIndex((node) => linkIn(node) !== null);
  const written = (item[at] && linkIn(item[at])?.getAttribute('href')) ?? null;
  if (written === null) return null;
  const href = fullAddress(written, baseUrl);
  const before = wordsOf(item.slice(0, at))
    .replace(readsHeading, '')
    .replace(/^[\s\-–—•·*:]+/u, '');
  const text = `${before}${wordsOf(item.slice(at))}`.replace(/^[\s\-–—•·*]+|[\s\-–—•·*|]+$/gu, '');
  if (href === null || !href.startsWith('http') || text === '') return null;
  const colon = /[:;](?=\s|$)/u.exec(before.trimEnd()) ?? /:(?=\s)/u.exec(text);
  return {
    publisher: colon ? text.slice(0, colon.index).trim() : '',
    title: text.slice(colon ? colon.index + 1 : 0).trim(),
    url: href,
    ...(href === written ? {} : { originalHref: written }),
  };
}

function wordsOf(nodes: Node[]): string {
  return foldText(nodes.map((node) => node.textContent ?? '').join(''));
}

function linkIn(node: Node): Element | null {
  if (node.nodeType !== 1) return null;
  const element = node as Element;
  return element.localName === 'a' && element.hasAttribute('href') ? element : element.querySelector('a[href]');
}
