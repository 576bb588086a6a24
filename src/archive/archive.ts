/**
 * The archive: what leaves the newsroom whole, and what comes home.
 * Promises: a dump says everything that the pages say and nothing that they do not; a static copy asks nothing of
 * elsewhere and can be checked to the byte; the same published data give the same bytes.
 */
export { type BackupManifest, BackupUnusable, readManifest } from './backup/backup-manifest.ts';
export { makeBackup } from './backup/make-backup.ts';
export { readTable, restoreBackup } from './backup/restore-backup.ts';
export { describeReport, type ImportReport } from './import/import-report.ts';
export { ArchiveUnreadable, type ImportFormat, importFormats } from './import/importer.ts';
export { type ImportRequest, runImport } from './import/run-import.ts';
export { dumpLines } from './dump-lines.ts';
export { type DumpedPiece, type DumpedPublication } from './dump-piece.ts';
export { type FrozenCopy, freezePublication } from './freeze-publication.ts';
export { type CopyFault, verifyCopy } from './verify-copy.ts';
export { continueWithdrawals, findWithdrawnPlaces, type WithdrawalReport, withdrawNames } from './withdraw-name.ts';
