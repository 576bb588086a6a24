import type { PieceContent } from '#pieces/pieces.ts';
import { keepHistory, type KeptHistory } from './editor/undo-history.ts';
import type { Store } from './store.ts';

/** What was written and could not be saved yet, in this browser. */
export interface KeptDraft {
  base: number;
  content: PieceContent;
}

const draftKey = (pieceId: string): string => `daybook:piece:${pieceId}`;
const undoKey = (pieceId: string): string => `daybook:undo:${pieceId}`;
const mostUndoKept = 100;

export function keepDraft(store: Store, base: number): void {
  write(draftKey(store.opened.piece.id), { base, content: store.content } satisfies KeptDraft);
}

export function forgetDraft(store: Store): void {
  try {
    localStorage.removeItem(draftKey(store.opened.piece.id));
  } catch {
    // Storage may be forbidden.
  }
}

export function readKeptDraft(pieceId: string): KeptDraft | null {
  const kept = read<KeptDraft>(draftKey(pieceId));
  return kept?.content.version === 1 ? kept : null;
}

/** Keeps what can be undone, so that it can be undone after the page was loaded again. */
export function keepUndo({ state, opened }: Store): void {
  write(undoKey(opened.piece.id), keepHistory(state, mostUndoKept));
}

export function readKeptUndo(pieceId: string): KeptHistory | null {
  return read<KeptHistory>(undoKey(pieceId));
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden: the page still holds the words, and closing it asks first.
  }
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
