/**
 * The archive: what leaves the newsroom whole, and what comes home.
 * Promises: a dump says everything that the pages say and nothing that they do not; the same data give the same bytes.
 */
export { type DumpedPiece, dumpPiece } from './dump-piece.ts';
