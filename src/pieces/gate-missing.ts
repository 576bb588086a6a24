import type { PieceContent, Picture } from './document.ts';

/** Something that a reader is owed and that is not there. It cannot be overridden: it can be written. */
export interface MissingMark {
  kind: 'missing';
  at: string;
  /** `rights`: those to the picture have ended. */
  what: 'title' | 'caption' | 'credit' | 'alt' | 'rights';
  /** Of `rights`: the last day of them. */
  endedOn?: string;
}

/** The pictures of a piece, by the part that they are: `top-image`, or a figure's id. */
export function picturesOf(content: PieceContent): { at: string; image: Picture }[] {
  const top = content.topImage ? [{ at: 'top-image', image: content.topImage }] : [];
  const figures = content.blocks.flatMap((block) =>
    block.type === 'figure' ? [{ at: block.id, image: block.image }] : [],
  );
  return [...top, ...figures];
}

/** A piece without a title, a picture without its words or past its rights: `ended` has their last day by picture. */
export function findMissing(content: PieceContent, ended: ReadonlyMap<string, string>): MissingMark[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const marks: MissingMark[] = isBlank(content.title) ? [{ kind: 'missing', at: 'title', what: 'title' }] : [];
  for (const { at, image } of picturesOf(content)) {
    const endedOn = ended.get(image.media ?? '');
    if (endedOn !== undefined) marks.push({ kind: 'missing', at, what: 'rights', endedOn });
    for (const what of ['caption', 'credit', 'alt'] as const)
      if (isBlank(image[what])) marks.push({ kind: 'missing', at, what });
  }
  return marks;
}
