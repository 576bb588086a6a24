import type { PieceContent } from '#pieces/pieces.ts';
import type { Store } from './store.ts';

/** What was written and could not be saved yet, in this browser. */
export interface KeptDraft {
  base: number;
  content: PieceContent;
}

const keyOf = (pieceId: string): string => `daybook:piece:${pieceId}`;

export function keepDraft(store: Store, base: number): void {
  try {
    localStorage.setItem(
      keyOf(store.opened.piece.id),
      JSON.stringify({ base, content: store.content } satisfies KeptDraft),
    );
  } catch {
    // Storage may be full or forbidden: the page still holds the words, and closing it asks first.
  }
}

export function forgetDraft(store: Store): void {
  try {
    localStorage.removeItem(keyOf(store.opened.piece.id));
  } catch {
    // As above.
  }
}

export function readKeptDraft(pieceId: string): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(pieceId)) ?? 'null') as KeptDraft | null;
    return kept?.content.version === 1 ? kept : null;
  } catch {
    return null;
  }
}
