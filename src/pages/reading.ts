/** What the parts of a piece's page need to know of the whole: its language, its notes' labels, where it was corrected. */
import { asDay, numberIn } from '#locales/dates.ts';
import type { BlockView, CorrectionView, NoteView, SectionView, SentenceView } from './text-view.ts';
import type { PieceView } from './view.ts';

export interface Reading {
  lang: string;
  timeZone: string;
  /** The day that the piece is of, where it is known. */
  date: string | null;
  /** By the note's own id. */
  notes: Map<string, NoteName>;
  corrections: CorrectionView[];
  /** Ids of sentences, still standing, that a correction speaks of. */
  corrected: Set<string>;
  sentenceAnchor: (sentenceId: string) => string;
}

/** What a note is called on the page, and its anchor; sourced ones count 1, 2, 3 through the piece, others are † and ‡. */
export interface NoteName {
  label: string;
  anchor: string;
}

export function readingOf(piece: PieceView, timeZone: string): Reading {
  return {
    lang: piece.lang,
    timeZone,
    date: piece.date,
    notes: nameNotes(notesOf(piece), piece.lang),
    corrections: piece.corrections.map((correction) => ({ ...correction, on: asDay(correction.on, timeZone) })),
    corrected: correctedSentences(piece),
    sentenceAnchor: (sentenceId) => `s-${sentenceId}`,
  };
}

function correctedSentences({ preamble, sections, corrections }: PieceView): Set<string> {
  const standing = new Set(
    [preamble, ...sections.map(({ blocks }) => blocks)]
      .flat()
      .flatMap(sentencesIn)
      .map(({ id }) => id),
  );
  return new Set(corrections.flatMap(({ sentenceId }) => (sentenceId && standing.has(sentenceId) ? [sentenceId] : [])));
}

/** Every note of a piece, in reading order. */
export function notesOf(piece: PieceView): NoteView[] {
  return [...(piece.preambleNotes ?? []), ...piece.sections.flatMap((section) => section.notes)];
}

/** The anchors are short on purpose: a page says each of them four times. */
function nameNotes(notes: NoteView[], lang: string): Map<string, NoteName> {
  const names = new Map<string, NoteName>();
  let sourced = 0;
  for (const [index, { id, kind }] of notes.entries()) {
    if (kind === 'vouched') names.set(id, { label: '†', anchor: `v${index}` });
    else if (kind === 'own') names.set(id, { label: '‡', anchor: `o${index}` });
    else {
      sourced += 1;
      names.set(id, { label: numberIn(sourced, lang), anchor: `n${sourced}` });
    }
  }
  return names;
}

export function nameOf(note: NoteView, reading: Reading): NoteName {
  return reading.notes.get(note.id) ?? { label: String(note.number), anchor: note.id };
}

/** The corrections that belong after a run of sentences, each once. */
export function correctionsAfter(sentences: SentenceView[], reading: Reading): CorrectionView[] {
  return reading.corrections.filter((correction, index) =>
    sentences.some(({ id, corrections }) => id === correction.sentenceId || corrections.includes(index)),
  );
}

/** The sentences of a block, in reading order. */
export function sentencesIn(block: BlockView): SentenceView[] {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return block.sentences;
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
    default:
      return [];
  }
}

export type HeadingLevel = 'h2' | 'h3' | 'h4' | 'h5';

/** The heading of a section so deep below a piece's title, which is itself the second heading on the front page. */
export function headingAt(depth: number, front: boolean): HeadingLevel {
  return (['h2', 'h3', 'h4', 'h5'] as const)[Math.min(3, depth - (front ? 0 : 1))] ?? 'h2';
}

/** The facts of a section's basis; "first reported" is told from the piece's day, and not at all where it has none. */
export function basisOf({ basis }: SectionView, { date }: Pick<PieceView, 'date'>): SectionView['basis'] {
  return date === null ? { ...basis, firstReportedOn: null } : basis;
}
