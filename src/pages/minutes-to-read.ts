import { type PieceContent, readMinutes, sectionsOf, sentencesOf } from '#pieces/pieces.ts';

/** Minutes to read: as an imported original stated them, else counted. */
export function minutesToRead(content: PieceContent): number {
  if (content.readMinutes !== undefined) return content.readMinutes;
  const texts = [content.lede, ...sentencesOf(content.blocks).map((sentence) => sentence.text)];
  const headings = sectionsOf(content.blocks).sections.map(({ heading }) => heading.text);
  return readMinutes([...texts, ...headings].join(' ').split(/\s+/u).length);
}
