/**
 * Search: the words of what is live, by publication and language, found again by its readers.
 * Promises: the index is made from live revisions and can always be made anew from them; what was withdrawn, piece or
 * name, is not found; a query has no operators and is neither kept nor logged; asking never waits for indexing.
 */
export { createIndexer, indexPending, type IndexRun } from './index-pending.ts';
export { bodyOf } from './indexed-text.ts';
export { redactSearch } from './redact-search.ts';
export { moveTopicFound } from './search-index-store.ts';
export { mostFound, type SearchOutcome, searchPieces, type SearchRequest } from './search-pieces.ts';
export { findSearchOutlets } from './search-outlets.ts';
export type { SearchFilters } from './search-words-store.ts';
