/**
 * The archive: what leaves the newsroom whole, and what comes home.
 * Promises: a dump says everything that the pages say and nothing that they do not; a static copy asks nothing of
 * elsewhere and can be checked to the byte; the same published data give the same bytes.
 */
export { type DumpedPiece, dumpPiece } from './dump-piece.ts';
export { type FrozenCopy, freezePublication } from './freeze-publication.ts';
export { type CopyFault, verifyCopy } from './verify-copy.ts';
