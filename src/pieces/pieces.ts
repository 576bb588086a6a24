/**
 * Pieces: what we say, in revisions, each sentence with its basis, and the gate that stands before publishing.
 * Promises: a revision never changes; a save never overwrites another; nothing is live that the gate refused; a change to
 * a live piece carries a public note; what its sources take back is somebody's task; what is scheduled goes out once, or says why it did not. (Withdrawing a name is the one exception: docs/contracts/document.md.)
 */
export * from './document.ts';
export { contributorNow, type Filing, labelSlug, labelsNow, type Resting, topicsNow } from './filing.ts';
export { picturesOf } from './gate-missing.ts';
export { checkPiece, type CitedSource, type GateMark, longestUnquotedRun, markName, mayStand } from './gate.ts';
export {
  type Correction,
  type NoteKind,
  type Override,
  type Piece,
  type Revision,
  readMinutes,
  summaryPath,
} from './piece.ts';
export { findApprovals, type Approval } from './approval-store.ts';
export { compareContents, type PartChange } from './compare-contents.ts';
export { approvePiece } from './approve-piece.ts';
export { cancelSchedule, publishDue, schedulePiece, type Scheduling } from './schedule-piece.ts';
export {
  findListed,
  findListedLabels,
  findPaths,
  findSeries,
  findUnpublishedWith,
  type ListedPiece,
  listPieces,
} from './desk-list-store.ts';
export { type CountedContributor, findCountedContributors, findPiecesBy } from './contributor-store.ts';
export { findPiecesOfDevelopments, type TellingPiece } from './pieces-of-developments-store.ts';
export { findOpenPieces } from './open-pieces-store.ts';
export { findSchedule, findSchedules, findStoppedSchedules, type Schedule } from './schedule-store.ts';
export { endReportTerms, endWireTerms, finishTask, raiseTask } from './raise-task.ts';
export { findOpenTasks, type Task, type TaskKind } from './task-store.ts';
export { withdrawPiece } from './withdraw-piece.ts';
export { type Comment, countOpenComments, findComments, insertComment, setResolved } from './comment-store.ts';
export {
  type CheckedItem,
  findCheckedItems,
  findWork,
  findWorks,
  saveWork,
  setChecked,
  type Work,
  type WorkState,
  workStates,
} from './work-store.ts';
export {
  appendRevision,
  countPieces,
  countPiecesByLanguage,
  findLiveRevisions,
  findNeighbour,
  findPiece,
  findPieceByPath,
  findPieces,
  findSavings,
  findPiecesByPaths,
  findRevision,
  findTranslations,
  insertImportedPiece,
  setImportedLive,
  setTranslationOf,
} from './piece-store.ts';
export { hasDay, kindFolders, piecePath, pieceSlug } from './piece-path.ts';
export { oldAddress } from './old-address.ts';
export { changesOf, readKeys } from './change-keys.ts';
export {
  findCitedSources,
  gatePiece,
  knownNamesOf,
  ownNamesOf,
  type Publishing,
  publishPiece,
  type PublishRequest,
} from './publish-piece.ts';
export {
  findCorrections,
  findOverrides,
  findPublishings,
  insertCorrection,
  insertPublishing,
} from './publishing-store.ts';
export {
  findAliases,
  findPlainRedirects,
  findRedirect,
  insertRedirects,
  moveRedirects,
  type RedirectTarget,
} from './redirect-store.ts';
export { type CountedLabel, countPiecesNaming, findCountedLabels, moveLabel } from './label-store.ts';
export { most, readContent } from './read-content.ts';
export { restoreVouches, vouchesThatCameBack } from './restore-vouches.ts';
export { createPiece, overrideMark, saveAndMovePiece, savePiece, startPiece } from './save-piece.ts';
export { endRights, keepFocus, keepPicture, removePicture } from './picture-rights.ts';
export { countPictureUses, findPictureUses, type PictureUse } from './picture-use-store.ts';
export { moveCitations } from './move-citations.ts';
export { redactContent } from './redact-content.ts';
export { redactPieces } from './redact-piece-store.ts';
