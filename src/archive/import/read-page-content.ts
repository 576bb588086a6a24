import { type Block, type Picture, type PieceContent, sentencesOf } from '#pieces/pieces.ts';
import { type PageHead, webAddress } from './read-page-head.ts';
import { pictureLine, type SiteSurvey } from './read-page-survey.ts';

/** Takes out of what was found in a page what is not its text, and puts the head's picture and reading time where they belong. */
export function finishContent(
  content: PieceContent,
  { image, head, survey }: { image: string | null; head: PageHead; survey: SiteSurvey },
): void {
  content.blocks = withoutByline(
    withoutRepeated(content.blocks, survey),
    (content.authors ?? []).map(({ name }) => name),
  );
  content.topImage = takeTopImage(content.blocks, image, head.imageAlt, survey);
  if (head.readMinutes !== null) content.readMinutes = head.readMinutes;
}

/** Lines before the text that only name its authors again. */
function withoutByline(blocks: Block[], authors: string[]): Block[] {
  const isByline = (block: Block, place: number): boolean => {
    if (place > 2 || block.type !== 'paragraph' || authors.length === 0) return false;
    let text = textOf(block.sentences);
    if (!authors.some((name) => text.includes(name))) return false;
    for (const name of authors) text = text.replaceAll(name, '');
    return /^[\s,.·|–-]*(?:(?:written )?by|von|par|por|door|بقلم|and|und|et|و)?[\s,.·|–-]*(?:and|und|et|و)?[\s,.·|–-]*$/iu.test(
      text,
    );
  };
  return blocks.filter((block, place) => !isByline(block, place));
}

/** The picture of the head. Where the text begins with it, it comes with the caption and credit that it has there, and leaves. */
function takeTopImage(blocks: Block[], src: string | null, alt: string, survey: SiteSurvey): Picture | null {
  if (src === null || webAddress(src, null) === null || survey.isRepeated(pictureLine(src))) return null;
  const first = blocks.slice(0, 3).find((block) => block.type === 'figure' && isSamePicture(block.image.src, src));
  if (first?.type !== 'figure') return { src, caption: '', credit: '', alt };
  blocks.splice(blocks.indexOf(first), 1);
  return first.image;
}

/** Whether two addresses are of one picture in two sizes. */
function isSamePicture(one: string | undefined, other: string): boolean {
  const nameOf = (address: string): string =>
    address
      .replace(/[?#].*$/u, '')
      .replace(/^.*\//u, '')
      .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled)(?=\.\w+$)/u, '');
  return one !== undefined && nameOf(one) === nameOf(other);
}

/** When more than this share of a piece is on other pages too, it is the same text again and no boilerplate. */
const mostDropped = 0.6;

function withoutRepeated(blocks: Block[], survey: SiteSurvey): Block[] {
  const repeated = (sentences: { text: string }[]): boolean => survey.isRepeated(textOf(sentences));
  const kept = blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return repeated(block.sentences) ? [] : [block];
      case 'heading':
        return survey.isRepeated(block.text) ? [] : [block];
      case 'list': {
        const items = block.items.filter((item) => !repeated(item));
        return items.length > 0 ? [{ ...block, items }] : [];
      }
      default:
        return [block];
    }
  });
  return lengthOf(kept) < lengthOf(blocks) * (1 - mostDropped) ? blocks : kept;
}

function textOf(sentences: { text: string }[]): string {
  return sentences.map(({ text }) => text).join(' ');
}

function lengthOf(blocks: Block[]): number {
  return textOf(sentencesOf(blocks)).length;
}
