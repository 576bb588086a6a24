import {
  gatePiece,
  markName,
  mayStand,
  overrideMark,
  type PieceContent,
  picturesOf,
  sentencesOf,
} from '#pieces/pieces.ts';
import type { Newsroom } from '../newsroom.ts';

/** What a picture shows was where its maker was, not always where the text is. */
const ofCaption = 'The caption says what the picture shows and where it was made; its maker stands for that.';

/** Lets the sample's marks stand, each with its reason: those given by the id of a sentence, and those on captions. */
export async function overrideMarks(
  newsroom: Newsroom,
  pieceId: string,
  content: PieceContent,
  options: { by: string; reasons?: Map<string, string> },
): Promise<void> {
  const sentences = sentencesOf(content.blocks).map(({ id, text }) => [id, text] as const);
  const captions = picturesOf(content).map(({ at, image }) => [at, image.caption] as const);
  const reasons = new Map([...captions.map(([at]) => [at, ofCaption] as const), ...(options.reasons ?? [])]);
  const texts = new Map([...sentences, ...captions]);
  for (const mark of await gatePiece(newsroom.database.read, pieceId, content, newsroom.clock.now())) {
    const reason = reasons.get(mark.at);
    if (reason === undefined || !mayStand(mark)) continue;
    const sentenceText = texts.get(mark.at) ?? '';
    await overrideMark(newsroom, pieceId, {
      sentenceId: mark.at,
      sentenceText,
      mark: markName(mark),
      reason,
      by: options.by,
    });
  }
}
