import { hashText } from '../similarity/hash.ts';
import { htmlToText } from './html-to-text.ts';
import { htmlTokens, voidElements } from './html-tokens.ts';

/** How often a paragraph must stand on the pages of one site to be the site's and not a report's. */
export interface RepetitionRule {
  /** On this many pages at least; fewer say nothing. */
  leastPages: number;
  /** And on this share of the site's pages, 0–1. */
  leastShare: number;
}

export const usualRepetition: RepetitionRule = { leastPages: 3, leastShare: 0.3 };

/** Counts on how many pages of a site each paragraph stands. */
export interface ParagraphCount {
  /** Adds one page, `text` with a blank line between paragraphs. A paragraph counts once a page. */
  addPage(site: string, text: string): void;
  /** Whether a paragraph is the site's own: known when all pages were added. */
  repeats(site: string, paragraph: string): boolean;
}

/**
 * Makes a count that keeps a hash of 53 bits for each paragraph and no text. A site with more than `mostParagraphs` different
 * ones forgets those that it saw once: what stands on a third of its pages has been seen again by then.
 */
export function countParagraphs(rule: RepetitionRule = usualRepetition, mostParagraphs = 300_000): ParagraphCount {
  const sites = new Map<string, { pages: number; counts: Map<number, number> }>();
  return {
    addPage(site, text) {
      const known = sites.get(site) ?? { pages: 0, counts: new Map<number, number>() };
      sites.set(site, known);
      known.pages += 1;
      const keys = new Set(text.split('\n\n').map(paragraphKey));
      for (const key of keys) if (key !== null) known.counts.set(key, (known.counts.get(key) ?? 0) + 1);
      if (known.counts.size > mostParagraphs)
        for (const [key, count] of known.counts) if (count === 1) known.counts.delete(key);
    },
    repeats(site, paragraph) {
      const known = sites.get(site);
      const key = paragraphKey(paragraph);
      const count = known === undefined || key === null ? 0 : (known.counts.get(key) ?? 0);
      return count >= rule.leastPages && count >= rule.leastShare * (known?.pages ?? 0);
    },
  };
}

/** Two paragraphs of the same letters and digits are one; a paragraph without any is none. */
function paragraphKey(paragraph: string): number | null {
  const folded = paragraph
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? null : hashText(folded) * 2 ** 22 + (hashText(`¶${folded}`) >>> 9);
}

/**
 * Takes the paragraphs that repeat out of sanitised HTML, and what they leave empty. A page that would lose more than half
 * of its text keeps all of it: it is a copy of another page, not a report between furniture.
 */
export function dropRepeated(html: string, repeats: (paragraph: string) => boolean): string {
  const kept = dropBlocks(html, (text) => text.split('\n\n').every(repeats));
  return kept === html || htmlToText(kept).length * 2 < htmlToText(html).length ? html : kept;
}

const blocks = new Set(
  'p h2 h3 h4 li blockquote ul ol table caption thead tbody tfoot tr td th figure figcaption'.split(' '),
);

interface OpenBlock {
  name: string;
  raw: string;
  parts: string[];
  /** It holds or held other blocks, so its text is theirs. */
  hasBlocks: boolean;
  lost: boolean;
}

function dropBlocks(html: string, isRepeated: (text: string) => boolean): string {
  const root: OpenBlock = { name: '', raw: '', parts: [], hasBlocks: true, lost: false };
  const open = [root];
  const close = () => {
    const block = open.pop();
    const parent = open.at(-1) ?? root;
    if (!block) return;
    const inside = block.parts.join('');
    const text = block.hasBlocks && !(block.lost && inside.trim() === '') ? null : htmlToText(inside);
    if (text === '' ? block.lost : text !== null && isRepeated(text)) parent.lost = true;
    else parent.parts.push(block.raw, inside, `</${block.name}>`);
  };
  for (const token of htmlTokens(html)) {
    const top = open.at(-1) ?? root;
    if (token.kind === 'open' && blocks.has(token.name) && !voidElements.has(token.name)) {
      top.hasBlocks = true;
      open.push({ name: token.name, raw: token.raw, parts: [], hasBlocks: false, lost: false });
    } else if (token.kind === 'close' && blocks.has(token.name)) {
      if (open.length > 1 && top.name === token.name) close();
    } else top.parts.push(token.raw);
  }
  while (open.length > 1) close();
  return root.parts.join('');
}
