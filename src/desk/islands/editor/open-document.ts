import type { Block, Mark, Picture, PieceContent, Sentence } from '#pieces/pieces.ts';
import { type Mark as EditorMark, type Node } from 'prosemirror-model';
import { markType, schema, sentenceMark } from './schema.ts';

/** A sentence without words, and how many with words stand before it in its block. */
export interface Blank {
  before: number;
  sentence: Sentence;
}

/** The stored document as the editor works on it. `contentOf` answers the same content again. */
export function openDocument(content: PieceContent): Node {
  const { title, lede, blocks, topImage, ...rest } = content;
  return schema.node('doc', { rest }, [
    plain('title', title),
    plain('lede', lede),
    ...(topImage ? [picture('top', topImage)] : []),
    ...blocks.map(openBlock),
  ]);
}

function openBlock(block: Block): Node {
  const { id } = block;
  switch (block.type) {
    case 'heading':
      return plain('heading', block.text, {
        id,
        level: block.level,
        lang: block.lang ?? null,
        development: block.development ?? null,
        madeFrom: block.madeFrom ?? null,
      });
    case 'paragraph':
      return sentences('paragraph', block.sentences, { id, madeFrom: block.madeFrom ?? null });
    case 'list':
      return schema.node(
        'list',
        { id, madeFrom: block.madeFrom ?? null, ordered: block.ordered },
        block.items.map((item) => sentences('item', item)),
      );
    case 'quote':
      return schema.node(
        'quote',
        { id, madeFrom: block.madeFrom ?? null, attributed: block.attribution !== undefined },
        [sentences('words', block.sentences), plain('attribution', block.attribution ?? '')],
      );
    case 'figure':
      return picture('figure', block.image, { id });
    case 'table':
      return schema.node(
        'table',
        { id, header: block.header },
        block.rows.map((row) =>
          schema.node(
            'row',
            null,
            row.map((cell) => sentences('cell', cell)),
          ),
        ),
      );
    case 'embed':
      return plain('embed', block.note, { id, href: block.href });
  }
}

function plain(type: string, text: string, attrs: Record<string, unknown> | null = null): Node {
  return schema.node(type, attrs, text === '' ? [] : schema.text(text));
}

function picture(type: 'top' | 'figure', image: Picture, attrs: Record<string, unknown> = {}): Node {
  const { caption, credit, alt, ...file } = image;
  const words = [plain('caption', caption), plain('credit', credit), plain('alt', alt)];
  return schema.node(type, { ...attrs, file }, words);
}

function sentences(type: string, list: Sentence[], attrs: Record<string, unknown> = {}): Node {
  const blank: Blank[] = [];
  const inline: Node[] = [];
  let written = 0;
  for (const sentence of list) {
    if (sentence.text.trim() === '') {
      blank.push({ before: written, sentence });
      continue;
    }
    if (written > 0) inline.push(schema.text(' '));
    inline.push(...sentenceText(sentence));
    written += 1;
  }
  return schema.node(type, { ...attrs, blank: blank.length > 0 ? blank : null }, inline);
}

/** A sentence's text under its mark, cut where emphasis and links begin and end. */
export function sentenceText({ id, text, basis, lang, marks = [] }: Sentence): Node[] {
  const own = sentenceMark({ id, basis, lang: lang ?? null });
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1];
    if (end === undefined) return [];
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    return schema.text(text.slice(start, end), [own, ...over.map(editorMark)]);
  });
}

function editorMark(mark: Mark): EditorMark {
  return markType(mark.type).create(mark.type === 'link' ? { href: mark.href } : null);
}
