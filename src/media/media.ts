/**
 * Media: pictures that are held here, and what the library says of them: words, rights, where a crop looks.
 * Promises: what is kept is re-encoded and carries no metadata; a picture is named by its bytes and never changes.
 */
export { adoptPicture } from './adopt-picture.ts';
export { addPicture, PictureRefused } from './add-picture.ts';
export { type Card, cardSize, drawCard } from './draw-card.ts';
export { type LogoMeasure, measureLogo } from './measure-logo.ts';
export { cropForSharing, type Focus } from './crop-picture.ts';
export type { LibraryPicture, PictureRights, PictureWords } from './library-picture.ts';
export {
  addToLibrary,
  bringToLibrary,
  findDueRights,
  findLibraryPicture,
  findLibraryPictures,
  saveLibraryPicture,
  setFocus,
  setRightsEnded,
} from './library-store.ts';
export { deletePicture, findPictures, findPicturesToShow } from './media-store.ts';
export { mediaPath, type PictureFile, type PictureToShow } from './picture-file.ts';
export { redactLibrary } from './redact-library-store.ts';
