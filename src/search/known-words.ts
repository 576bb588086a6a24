import { createVocabulary, type Vocabulary } from '#lib/search/vocabulary.ts';
import type { Reader } from '#platform/database/database.ts';
import { findVocabulary, findVocabularyState } from './search-words-store.ts';

/** Each shelf's words as they were read last, for as long as the database is open. */
const read = new WeakMap<Reader, Map<number, { state: string; vocabulary: Vocabulary }>>();

/** The words of a shelf. Read when a word that stands nowhere is looked for, and again when there are others. */
export async function knownWords(db: Reader, shelf: number): Promise<Vocabulary> {
  const shelves = read.get(db) ?? new Map<number, { state: string; vocabulary: Vocabulary }>();
  read.set(db, shelves);
  const state = await findVocabularyState(db, shelf);
  const before = shelves.get(shelf);
  if (before?.state === state) return before.vocabulary;
  const vocabulary = createVocabulary(await findVocabulary(db, shelf));
  shelves.set(shelf, { state, vocabulary });
  return vocabulary;
}
