import { htmlToText } from '#lib/html/html-to-text.ts';
import { countParagraphs } from '#lib/html/repeated-paragraphs.ts';
import { hashText } from '#lib/similarity/hash.ts';

/** What the pages of a site have in common, as far as they were looked at. */
export interface SiteSurvey {
  /** Looks at a page: only the first 4,000 count, so that time and memory have an end. */
  add(html: string): void;
  /** Whether a line stands on at least 3 of the pages and on 30% of them: a notice, a menu, a box. */
  isRepeated(text: string): boolean;
  /** How many pages say that this is their address. */
  claimsOf(canonical: string): number;
  /** Whether so many pages say that they changed on a day that they were only saved again. */
  isResaved(day: string): boolean;
}

const mostPages = 4_000;
/** Hashes kept; when there are more, the rarest are forgotten. */
const mostHashes = 300_000;
const [leastResaved, resavedShare] = [10, 0.1];
/** So much of a line tells it from others. */
const longestLine = 2_000;

export function createSurvey(): SiteSurvey {
  const paragraphs = countParagraphs();
  const canonicals = new Map<number, number>();
  const changes = new Map<string, number>();
  const texts = new Set<number>();
  let pages = 0;
  return {
    add(html) {
      if (pages >= mostPages) return;
      const whole = htmlToText(html);
      // A page that is there twice shares everything with itself, and says nothing of the site.
      const hash = hashOf(whole);
      if (texts.has(hash)) return;
      texts.add(hash);
      pages += 1;
      const image = metaContent(html, 'og:image');
      paragraphs.addPage('', image === null ? whole : `${whole}\n\n${pictureLine(image)}`);
      const canonical = canonicalOf(html);
      if (canonical !== null) count(canonicals, hashLine(addressLine(canonical)));
      const day = changeDay(html);
      if (day !== null) count(changes, day);
    },
    isRepeated: (text) => paragraphs.repeats('', text),
    claimsOf: (canonical) => canonicals.get(hashLine(addressLine(canonical))) ?? 0,
    isResaved(day) {
      const times = changes.get(day) ?? 0;
      return times >= leastResaved && times >= pages * resavedShare;
    },
  };
}

/** How a picture of a page's head is asked for: a logo stands for every page. */
export function pictureLine(address: string): string {
  return `picture ${address.replace(/^.*\//u, '')}`;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size <= mostHashes) return;
  for (let rare = 1; counts.size > mostHashes / 2; rare += 1) {
    for (const [each, times] of counts) if (times <= rare) counts.delete(each);
  }
}

function hashLine(line: string): number {
  return hashOf(line.replace(/\s+/gu, ' ').trim().toLowerCase().slice(0, longestLine));
}

/** 53 bits: whether two texts of a site are taken for one by accident is not a thing to wait for. */
function hashOf(text: string): number {
  return hashText(text) * 2 ** 22 + (hashText(`${text.length} ${text}`) >>> 9);
}

function addressLine(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/(?:#.*|\/+)$/u, '');
}

function canonicalOf(html: string): string | null {
  const tag =
    /<(?:link\b[^>]{0,2000}\brel\s*=\s*["']?canonical|a\b[^>]{0,2000}\bclass="p-canonical)\b[^>]*>/iu.exec(html)?.[0] ??
    '';
  return /\bhref\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1] ?? null;
}

function metaContent(html: string, property: string): string | null {
  const tag =
    new RegExp(`<meta\\b[^>]{0,2000}\\b(?:property|name)\\s*=\\s*["']?${property}["'\\s][^>]*>`, 'iu').exec(
      html,
    )?.[0] ?? '';
  return /\bcontent\s*=\s*["']([^"']+)/iu.exec(tag)?.[1] ?? null;
}

function changeDay(html: string): string | null {
  const stated = metaContent(html, 'article:modified_time') ?? /"dateModified"\s*:\s*"([^"]+)/u.exec(html)?.[1] ?? '';
  return /^\d{4}-\d{2}-\d{2}/u.exec(stated)?.[0] ?? null;
}
