import type { Block, PieceContent, Sentence } from '#pieces/pieces.ts';
import { findSentence } from './edit-content.ts';

type NewId = (prefix: string) => string;
export type Shape = 'paragraph' | 'bullets' | 'numbers' | 'quote';

/** The block that a part of the piece is or stands in. */
export function blockOfPart(content: PieceContent, part: string | null): Block | null {
  if (part === null) return null;
  return content.blocks.find((block) => block.id === part) ?? findSentence(content, part)?.block ?? null;
}

/** Makes a block a list, a quotation or paragraphs; its sentences stay what they are. */
export function turnInto(content: PieceContent, part: string, shape: Shape, newId: NewId): boolean {
  const block = blockOfPart(content, part);
  const parts = block && sentenceParts(block);
  if (!block || !parts) return false;
  content.blocks.splice(content.blocks.indexOf(block), 1, ...shaped(block, parts, shape, newId));
  return true;
}

function sentenceParts(block: Block): Sentence[][] | null {
  if (block.type === 'paragraph' || block.type === 'quote') return [block.sentences];
  return block.type === 'list' ? block.items : null;
}

function shaped(block: Block, parts: Sentence[][], shape: Shape, newId: NewId): Block[] {
  const { id } = block;
  const made = 'madeFrom' in block && block.madeFrom ? { madeFrom: block.madeFrom } : {};
  switch (shape) {
    case 'bullets':
    case 'numbers':
      return [{ type: 'list', id, ordered: shape === 'numbers', items: parts, ...made }];
    case 'quote':
      return [{ type: 'quote', id, sentences: parts.flat(), ...made }];
    case 'paragraph':
      return parts.map((sentences, index) => ({
        type: 'paragraph',
        id: index === 0 ? id : newId('p'),
        sentences,
        ...made,
      }));
  }
}

/** Opens a section at the block that a part stands in; a sentence within a paragraph begins a paragraph first. */
export function splitSection(content: PieceContent, part: string, newId: NewId): string | null {
  const found = findSentence(content, part);
  const block = blockOfPart(content, part);
  if (!block || block.type === 'heading') return null;
  let at = content.blocks.indexOf(block);
  if (found?.block.type === 'paragraph' && found.index > 0) {
    const sentences = found.sentences.splice(found.index);
    at += 1;
    content.blocks.splice(at, 0, { type: 'paragraph', id: newId('p'), sentences });
  }
  const id = newId('h');
  content.blocks.splice(at, 0, { type: 'heading', id, level: 2, text: '' });
  return id;
}

/** Takes a heading out and leaves what stood under it to the section before. */
export function mergeSection(content: PieceContent, headingId: string): boolean {
  const at = content.blocks.findIndex((block) => block.type === 'heading' && block.id === headingId);
  if (at < 0) return false;
  content.blocks.splice(at, 1);
  return true;
}
