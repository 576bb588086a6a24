import { findEvidence } from '#evidence/evidence.ts';
import { findPictures } from '#media/media.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  type Basis,
  type Citation,
  gatePiece,
  type Piece,
  type PieceContent,
  type Sentence,
  sentencesOf,
} from '#pieces/pieces.ts';
import { findReport, findReportPublications } from '#wires/wires.ts';
import { BadShape } from '#lib/json/read-json.ts';

/**
 * Makes what the browser sent into what may be saved over `base`: each citation is held against its report, to the
 * letter and its publication; who vouched and when is kept from `base` for the same words, or set here; that a sentence was checked again is believed of the gate
 * alone. Throws BadShape. `content` is changed and answered.
 */
export async function settleContent(
  db: Reader,
  piece: Pick<Piece, 'id' | 'publication'>,
  base: PieceContent,
  content: PieceContent,
  editor: { name: string; at: string; mayVouch: boolean },
): Promise<PieceContent> {
  content.kind = base.kind;
  content.lang = base.lang;
  await requireTrueCitations(db, piece.publication, base, content);
  await requirePictures(db, content);
  const before = new Map(sentencesOf(base.blocks).map((sentence) => [sentence.id, sentence]));
  for (const sentence of sentencesOf(content.blocks)) {
    if (sentence.basis.kind !== 'vouched') continue;
    const was = before.get(sentence.id);
    // Other words are another thing to stand for.
    if (was?.basis.kind === 'vouched' && was.text === sentence.text) sentence.basis = was.basis;
    else if (editor.mayVouch) sentence.basis = { kind: 'vouched', by: editor.name, at: editor.at };
    else throw new BadShape('an editor stands for that sentence, and your role does not: say where it comes from');
  }
  await settleChecks(db, piece.id, base, content, Temporal.Instant.from(editor.at));
  return content;
}

async function requireTrueCitations(
  db: Reader,
  publication: string,
  base: PieceContent,
  content: PieceContent,
): Promise<void> {
  const citations = citationsOf(sentencesOf(content.blocks));
  const evidence = await findEvidence(
    db,
    citations.map((citation) => citation.evidence),
  );
  const known = new Set(citationsOf(sentencesOf(base.blocks)).map((citation) => citation.evidence));
  /** Null where the report is not held (its citation came home with a dump): the gate says so, not this. */
  const bodies = new Map<string, string | null>();
  for (const { id, reportId, version } of evidence.values()) {
    bodies.set(id, reportId === null ? null : ((await findReport(db, reportId, version))?.body ?? ''));
    if (reportId === null || known.has(id)) continue;
    if (!(await findReportPublications(db, reportId)).includes(publication))
      throw new BadShape('a citation names a report of another publication');
  }
  for (const citation of citations) {
    const body = bodies.get(citation.evidence);
    if (body === undefined) throw new BadShape('a citation names evidence that is not here');
    if (body === null) continue;
    if (citation.quote === '' || body.slice(citation.start, citation.end) !== citation.quote)
      throw new BadShape(
        `the words cited, “${citation.quote.slice(0, 60)}”, do not stand at that place of their report`,
      );
  }
}

async function requirePictures(db: Reader, content: PieceContent): Promise<void> {
  const images = [content.topImage, ...content.blocks.map((block) => (block.type === 'figure' ? block.image : null))];
  const names = images.flatMap((image) => image?.media ?? []);
  const held = await findPictures(db, names);
  if (names.some((name) => !held.has(name))) throw new BadShape('a picture is not here; add it again');
}

/**
 * A citation that was made for another text counts as made for this one only where the gate finds the sentence clean:
 * the browser's word is not enough.
 */
async function settleChecks(
  db: Reader,
  pieceId: string,
  base: PieceContent,
  content: PieceContent,
  now: Temporal.Instant,
): Promise<void> {
  const madeFor = new Map(citationsOf(sentencesOf(base.blocks)).map((citation) => [citation.id, citation.madeFor]));
  const claimed = sentencesOf(content.blocks).filter((sentence) =>
    citationsOf([sentence]).some(
      (citation) => madeFor.has(citation.id) && madeFor.get(citation.id) !== citation.madeFor,
    ),
  );
  if (claimed.length === 0) return;
  const unclean = new Set((await gatePiece(db, pieceId, content, now)).map((mark) => mark.at));
  for (const sentence of claimed) {
    for (const citation of citationsOf([sentence])) {
      const was = madeFor.get(citation.id);
      if (was !== undefined && (citation.madeFor !== sentence.text || unclean.has(sentence.id))) citation.madeFor = was;
    }
  }
}

function citationsOf(sentences: Sentence[]): Citation[] {
  return sentences.flatMap(({ basis }) => (basis.kind === 'cited' ? basis.citations : []));
}

/** The bases that were settled otherwise than the browser sent them, by sentence. */
export function changedBases(sent: PieceContent, settled: PieceContent): Record<string, Basis> {
  const before = new Map(sentencesOf(sent.blocks).map(({ id, basis }) => [id, JSON.stringify(basis)]));
  return Object.fromEntries(
    sentencesOf(settled.blocks).flatMap(({ id, basis }) =>
      before.get(id) === JSON.stringify(basis) ? [] : [[id, basis]],
    ),
  );
}
