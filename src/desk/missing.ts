import { type GateMark, gatePiece, markName, mayStand, type PieceContent, sectionsOf } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import type { MarkView } from './composer-state.ts';
import { type MarkPlace, markTexts } from './mark-words.ts';
import { isWebAddress } from '#lib/json/read-json.ts';

/** Everything that stands between a piece and publishing, in reading order: the gate's marks, and what the desk asks for besides. */
export async function findMarks(
  db: Reader,
  pieceId: string,
  content: PieceContent,
  now: Temporal.Instant,
): Promise<MarkView[]> {
  const marks = viewMarks(await gatePiece(db, pieceId, content, now), content);
  return [...missingLede(content), ...marks, ...missingHeadings(content), ...missingReads(content)];
}

export function viewMarks(marks: GateMark[], content: PieceContent): MarkView[] {
  const blocks = new Map(content.blocks.map((block) => [block.id, block.type]));
  const placeOf = (at: string): MarkPlace => {
    if (at === 'lede') return 'lede';
    if (at === 'top-image' || blocks.get(at) === 'figure') return 'caption';
    return blocks.get(at) === 'heading' ? 'heading' : 'sentence';
  };
  return marks.map((mark) => ({
    at: mark.at,
    kind: mark.kind,
    name: mayStand(mark) ? markName(mark) : null,
    found: 'found' in mark ? mark.found : null,
    ...markTexts(mark, placeOf(mark.at)),
  }));
}

function missing(at: string, words: string, todo: string): MarkView {
  return { at, kind: 'missing', name: null, found: null, words, todo };
}

function missingLede(content: PieceContent): MarkView[] {
  return content.kind === 'summary' && content.lede.trim() === ''
    ? [missing('lede', 'The lede is empty.', '“Write the lede from the headings” does it.')]
    : [];
}

function missingHeadings(content: PieceContent): MarkView[] {
  return sectionsOf(content.blocks).sections.flatMap(({ heading }) =>
    heading.text.trim() === ''
      ? [missing(heading.id, 'This section has no heading.', 'Write one, or join the section to the one before.')]
      : [],
  );
}

function missingReads(content: PieceContent): MarkView[] {
  const bad = content.recommendedReads.findIndex(
    (read) => read.title.trim() === '' || read.publisher.trim() === '' || !isWebAddress(read.url),
  );
  return bad < 0
    ? []
    : [
        missing(
          'reads',
          `Recommended read ${bad + 1} is not whole.`,
          'It needs a publisher, a title and a web address.',
        ),
      ];
}
