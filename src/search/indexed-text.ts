import { analyse } from '#lib/search/analyse.ts';
import { isFunctionWord } from '#lib/search/function-words.ts';
import { type PieceContent, sentencesOf } from '#pieces/pieces.ts';

/** What the index keeps of a piece. */
export interface IndexedText {
  fields: Record<'title' | 'headings' | 'lede' | 'authors' | 'body', string[]>;
  /** The title's telling words. */
  titleStems: string[];
  /** Every word that can be offered instead of a mistyped one, by its form. */
  words: Map<string, { stem: string; written: string }>;
  topics: string[];
  outlets: string[];
}

/** A book's worth; PostgreSQL's vector of words holds a megabyte. */
const mostStems = 60_000;
const longestOffered = 30;

export function indexedText(content: PieceContent, outlets: string[]): IndexedText {
  const words: IndexedText['words'] = new Map();
  const stemsOf = (texts: string[]): string[] =>
    texts.flatMap((text) =>
      analyse(text, content.lang).map(({ stem, form, start, end }) => {
        if (form.length >= 3 && form.length <= longestOffered && !/^\p{N}/u.test(form) && !words.has(form))
          words.set(form, { stem, written: text.slice(start, end).toLowerCase() });
        return stem;
      }),
    );
  const labels = [...(content.categories ?? []), ...(content.tags ?? []), ...(content.series ?? [])];
  const headings = content.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  return {
    fields: {
      title: stemsOf([content.title]),
      headings: stemsOf([...headings, ...labels.map(({ title }) => title)]),
      lede: stemsOf([content.lede]),
      authors: stemsOf((content.authors ?? []).map(({ name }) => name)),
      body: stemsOf(bodyOf(content)).slice(0, mostStems),
    },
    titleStems: analyse(content.title, content.lang).flatMap(({ stem, form }) => (isFunctionWord(form) ? [] : [stem])),
    words,
    topics: [...new Set(content.topics)],
    outlets: [...new Set(outlets)],
  };
}

/** The text that a reader of the page reads, a paragraph each: what a snippet is taken from. */
export function bodyOf({ blocks, topImage, recommendedReads }: PieceContent): string[] {
  const caption = (image: { caption: string; credit: string }) => [image.caption, image.credit];
  const texts = blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [];
      case 'figure':
        return caption(block.image);
      case 'embed':
        return [block.note];
      case 'list':
        return block.items.map((item) => item.map(({ text }) => text).join(' '));
      case 'table':
        return block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' ')).join(' · '));
      case 'quote':
        return [joined(block), ...(block.attribution ? [block.attribution] : [])];
      case 'paragraph':
        return [joined(block)];
    }
  });
  const reads = recommendedReads.map(({ publisher, title }) => `${publisher}: ${title}`);
  return [...texts, ...(topImage ? caption(topImage) : []), ...reads].filter((text) => text.trim() !== '');
}

const joined = (block: Parameters<typeof sentencesOf>[0][number]): string =>
  sentencesOf([block])
    .map(({ text }) => text)
    .join(' ');

/** The evidence that a content cites. */
export function citedEvidence(content: PieceContent): string[] {
  return sentencesOf(content.blocks).flatMap(({ basis }) =>
    basis.kind === 'cited' ? basis.citations.map(({ evidence }) => evidence) : [],
  );
}
