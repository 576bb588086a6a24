import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '#lib/text/decode-text.ts';
import { type ExtractedArticle, extractArticle } from '#wires/wires-parsers.ts';
import type { BenchRow } from './bench-row.ts';

/** A page's gold: segments that the text must and must not hold, and metadata where somebody wrote it down. */
interface GoldPage {
  url: string;
  file: string;
  with: string[];
  without: string[];
  title?: string;
  date?: string;
  author?: string | string[];
}

/** Right and all of one measure. */
interface Tally {
  right: number;
  all: number;
}

const bars: Record<string, string> = { title: '≥ 0.9', date: '≥ 0.85', author: '≥ 0.7' };

/**
 * Extraction on multilingual pages: segments by F1 (a wanted one that is found is right, missing it and finding an unwanted
 * one are wrong), and the share of titles, dates (by day) and authors that are equal, of those given. The rules were written
 * with the even places of the sorted addresses in view; the odd places are the test.
 * @param folder ../shared/data/extraction/trafilatura
 */
export function benchMetadata(folder: string): BenchRow[] {
  const pages: GoldPage[] = readFileSync(join(folder, 'expected.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .toSorted((a: GoldPage, b: GoldPage) => (a.url < b.url ? -1 : 1));
  const tallies = new Map<string, Tally>();
  const segments = { tp: 0, fp: 0, fn: 0 };
  for (const [place, page] of pages.entries()) {
    const article = extractArticle(
      readPackedPage(join(folder, page.file)),
      /^https?:/.test(page.url) ? page.url : null,
    );
    for (const segment of page.with) segments[article.text.includes(segment) ? 'tp' : 'fn'] += 1;
    for (const segment of page.without) if (article.text.includes(segment)) segments.fp += 1;
    const half = place % 2 === 0 ? 'tuned half' : 'held-out half';
    for (const [name, right] of compare(page, article)) {
      for (const part of [half, 'whole']) {
        const key = `${name}, ${part}`;
        const tally = tallies.get(key) ?? { right: 0, all: 0 };
        tallies.set(key, { right: tally.right + (right ? 1 : 0), all: tally.all + 1 });
      }
    }
  }
  const { tp, fp, fn } = segments;
  return [
    { name: 'multilingual pages', value: pages.length, unit: 'pages' },
    { name: 'segments F1', value: (2 * tp) / (2 * tp + fp + fn), unit: 'share' },
    ...['title', 'title to the letter', 'date', 'author'].flatMap((name) =>
      ['tuned half', 'held-out half', 'whole'].map((part) => {
        const { right, all } = tallies.get(`${name}, ${part}`) ?? { right: 0, all: 0 };
        const bar = part === 'whole' ? bars[name] : undefined;
        return {
          name: `${name}, ${part}`,
          value: right / Math.max(1, all),
          unit: `of ${all}`,
          ...(bar ? { bar } : {}),
        };
      }),
    ),
  ];
}

/** The text of a gzipped page, decoded as the program decodes it. */
export function readPackedPage(file: string): string {
  return decodeText(gunzipSync(readFileSync(file)), 'text/html').text;
}

function compare(gold: GoldPage, article: ExtractedArticle): [string, boolean][] {
  const wanted = [gold.author ?? ''].flat().filter((author) => author !== '');
  return [
    ...(gold.title
      ? ([
          ['title', fold(article.title) === fold(gold.title)],
          ['title to the letter', spaced(article.title) === spaced(gold.title)],
        ] as [string, boolean][])
      : []),
    ...(gold.date ? ([['date', article.publishedOn === gold.date]] as [string, boolean][]) : []),
    ...(wanted.length > 0 ? ([['author', namesOf(wanted) === namesOf(article.authors)]] as [string, boolean][]) : []),
  ];
}

/** Names in whatever order, split where lists of names are. */
function namesOf(authors: readonly string[]): string {
  return authors
    .flatMap((author) => author.split(/[;,]| and /))
    .map(fold)
    .filter((name) => name !== '')
    .toSorted()
    .join('|');
}

/** Capitals, punctuation and kinds of quotes apart. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
