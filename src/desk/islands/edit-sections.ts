import type { Block, PieceContent } from '#pieces/pieces.ts';

/** The blocks of a piece cut at its headings: what precedes the first, then each heading with what stands under it. */
function cut(blocks: Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading') parts.push([block]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

/** Moves a section, heading and all, one place up or down. */
export function moveSection(content: PieceContent, headingId: string, step: 1 | -1): boolean {
  const parts = cut(content.blocks);
  const from = parts.findIndex((part) => part[0]?.id === headingId);
  const to = from + step;
  const [here, there] = [parts[from], parts[to]];
  // The first part has no heading and stays the first.
  if (!here || !there || from < 1 || to < 1) return false;
  parts[from] = there;
  parts[to] = here;
  content.blocks = parts.flat();
  return true;
}

export function removeSection(content: PieceContent, headingId: string): void {
  content.blocks = cut(content.blocks)
    .filter((part) => part[0]?.id !== headingId)
    .flat();
}

export function headingsOf(content: PieceContent): Extract<Block, { type: 'heading' }>[] {
  return content.blocks.filter((block) => block.type === 'heading');
}

/** Moves the paragraph that a sentence is in past the block before or after it; past a heading it joins that section. */
export function moveParagraph(content: PieceContent, sentenceId: string, step: 1 | -1): boolean {
  const { blocks } = content;
  const from = blocks.findIndex(
    (block) => block.type === 'paragraph' && block.sentences.some(({ id }) => id === sentenceId),
  );
  const [here, there] = [blocks[from], blocks[from + step]];
  if (!here || !there) return false;
  blocks[from] = there;
  blocks[from + step] = here;
  return true;
}

/** The heading that a part of the piece stands under; null before the first. */
export function headingAbove(content: PieceContent, blockId: string): string | null {
  let heading: string | null = null;
  for (const block of content.blocks) {
    if (block.type === 'heading') heading = block.id;
    if (block.id === blockId) return heading;
  }
  return null;
}

/** A section to be written in: a heading, and a sentence without words. */
export function emptySection(newId: (prefix: string) => string): Block[] {
  return [
    { type: 'heading', id: newId('h'), level: 2, text: '' },
    { type: 'paragraph', id: newId('p'), sentences: [{ id: newId('s'), text: '', basis: { kind: 'uncited' } }] },
  ];
}
