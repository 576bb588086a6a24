/** What the parts of a summary's page need to know of the whole: its language, its notes' labels, where it was corrected. */
import type { CorrectionView, NoteView, SentenceView, SummaryView } from './view.ts';

export interface Reading {
  lang: string;
  timeZone: string;
  date: string;
  /** What a note is called on the page: sourced ones count 1, 2, 3 through the whole summary, others are † and ‡. */
  labels: Map<string, string>;
  corrections: CorrectionView[];
  /** Ids of sentences that a correction speaks of. */
  corrected: Set<string>;
  sentenceAnchor: (sentenceId: string) => string;
}

export function readingOf(summary: SummaryView, timeZone: string): Reading {
  return {
    lang: summary.lang,
    timeZone,
    date: summary.date,
    labels: noteLabels(notesOf(summary)),
    corrections: summary.corrections,
    corrected: new Set(summary.corrections.flatMap(({ sentenceId }) => sentenceId ?? [])),
    sentenceAnchor: (sentenceId) => `s-${sentenceId}`,
  };
}

/** Every note of a summary, in reading order. */
export function notesOf(summary: SummaryView): NoteView[] {
  return [...(summary.preambleNotes ?? []), ...summary.sections.flatMap((section) => section.notes)];
}

function noteLabels(notes: NoteView[]): Map<string, string> {
  let sourced = 0;
  return new Map(
    notes.map((note) => {
      if (note.kind === 'vouched') return [note.id, '†'];
      if (note.kind === 'own') return [note.id, '‡'];
      sourced += 1;
      return [note.id, String(sourced)];
    }),
  );
}

/** The corrections that belong after a run of sentences, each once. */
export function correctionsAfter(sentences: SentenceView[], reading: Reading): CorrectionView[] {
  return reading.corrections.filter(
    (correction, index) =>
      sentences.some(({ id, corrections }) => id === correction.sentenceId || corrections.includes(index)),
  );
}
