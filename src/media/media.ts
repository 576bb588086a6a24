/**
 * Media: pictures that are held here.
 * Promises: what is kept is re-encoded and carries no metadata; a picture is named by its bytes and never changes.
 */
export { adoptPicture } from './adopt-picture.ts';
export { addPicture, PictureRefused } from './add-picture.ts';
export { type Card, cardSize, drawCard } from './draw-card.ts';
export { findPictures } from './media-store.ts';
export { mediaPath, type PictureFile } from './picture-file.ts';
