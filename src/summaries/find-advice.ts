import { findEvidence } from '#evidence/evidence.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  findLiveRevisions,
  findNeighbour,
  findOverrides,
  picturesOf,
  type Piece,
  type PieceContent,
  sectionsOf,
  sentencesOf,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { type Advice, advise } from './advise.ts';

/** An older summary is no longer what readers had yesterday. */
const mostDaysBefore = 4;

/** What should be looked at in a content of a piece; what an editor left as it is, for the text as it reads now, is not told again. */
export async function findAdvice(
  db: Reader,
  publication: Publication,
  piece: Piece,
  content: PieceContent,
): Promise<Advice[]> {
  const ids = sentencesOf(content.blocks).flatMap(({ basis }) =>
    basis.kind === 'cited' ? basis.citations.map(({ evidence }) => evidence) : [],
  );
  const advice = advise(content, {
    sources: await findEvidence(db, ids),
    names: publication.names,
    before: piece.kind === 'summary' ? await findBefore(db, piece) : null,
  });
  if (advice.length === 0) return [];
  const left = await findOverrides(db, piece.id);
  const texts = textsByPlace(content);
  return advice.filter(
    (each) =>
      !left.some(
        ({ sentenceId, sentenceText, mark }) =>
          sentenceId === each.at && mark === adviceName(each) && sentenceText === texts.get(each.at),
      ),
  );
}

/** What an editor's leave keeps it under. */
export function adviceName(advice: Advice): string {
  switch (advice.kind) {
    case 'acronym':
    case 'spelling':
    case 'undescribed':
      return `advice:${advice.kind}:${advice.found}`;
    case 'contradicts':
      return `advice:${advice.kind}:${advice.figure}:${advice.value}:${advice.other}`;
    case 'one-origin':
      return `advice:${advice.kind}:${advice.origin}`;
    case 'repeated':
      return `advice:${advice.kind}`;
  }
}

/** What stands at each place that advice can be about. */
export function textsByPlace(content: PieceContent): Map<string, string> {
  return new Map([
    ['title', content.title],
    ['lede', content.lede],
    ...sectionsOf(content.blocks).sections.map(({ heading }): [string, string] => [heading.id, heading.text]),
    ...sentencesOf(content.blocks).map(({ id, text }): [string, string] => [id, text]),
    ...picturesOf(content).map(({ at, image }): [string, string] => [at, image.caption]),
  ]);
}

async function findBefore(db: Reader, { publication, kind, lang, dated }: Piece) {
  if (dated === null) return null;
  const before = await findNeighbour(db, publication, { kind, lang, day: dated, side: 'before' });
  if (!before || before.dated === null) return null;
  const days = Temporal.PlainDate.from(before.dated).until(dated).days;
  const content =
    days > mostDaysBefore ? undefined : (await findLiveRevisions(db, [before.id])).get(before.id)?.content;
  return content ? { day: before.dated, content } : null;
}
