import { type GateMark, gatePiece, markName, type PieceContent, sectionsOf } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import type { MarkView } from './composer-state.ts';
import { describeMarkAt } from './mark-words.ts';
import { isWebAddress } from '#lib/json/read-json.ts';

/** Everything that stands between a piece and publishing, in reading order: the gate's marks, and what the desk asks for besides. */
export async function findMarks(db: Reader, pieceId: string, content: PieceContent): Promise<MarkView[]> {
  const marks = viewMarks(await gatePiece(db, pieceId, content), content);
  return [...missingAtTop(content), ...marks, ...missingReads(content)];
}

export function viewMarks(marks: GateMark[], content: PieceContent): MarkView[] {
  const headings = new Set(sectionsOf(content.blocks).sections.map(({ heading }) => heading.id));
  return marks.map((mark) => ({
    at: mark.at,
    kind: mark.kind,
    name: markName(mark),
    found: 'found' in mark ? mark.found : null,
    words: describeMarkAt(mark, mark.at === 'lede' ? 'lede' : headings.has(mark.at) ? 'heading' : 'sentence'),
    todo: '',
  }));
}

function missing(at: string, words: string): MarkView {
  return { at, kind: 'missing', name: null, found: null, words, todo: '' };
}

function missingAtTop(content: PieceContent): MarkView[] {
  const marks: MarkView[] = [];
  if (content.title.trim() === '') marks.push(missing('title', 'The summary has no title.'));
  const image = content.topImage;
  if (image) {
    const lacks = [
      image.alt.trim() === '' && 'a description for those who cannot see it',
      image.caption.trim() === '' && 'a caption',
      image.credit.trim() === '' && 'a credit',
    ].filter((each) => each !== false);
    if (lacks.length > 0)
      marks.push(missing('top-image', `The picture needs ${new Intl.ListFormat('en-GB').format(lacks)}.`));
  }
  if (content.lede.trim() === '') marks.push(missing('lede', 'The lede is empty. “From the headings” writes it.'));
  for (const { heading } of sectionsOf(content.blocks).sections)
    if (heading.text.trim() === '') marks.push(missing(heading.id, 'This section has no heading.'));
  return marks;
}

function missingReads(content: PieceContent): MarkView[] {
  const bad = content.recommendedReads.findIndex(
    (read) => read.title.trim() === '' || read.publisher.trim() === '' || !isWebAddress(read.url),
  );
  return bad < 0 ? [] : [missing('reads', `Recommended read ${bad + 1} needs a publisher, a title and a web address.`)];
}
