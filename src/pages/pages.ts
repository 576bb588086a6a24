/**
 * Pages: published data → HTML, feeds and JSON-LD.
 * Promises: a page is a function of the published data alone; it works without JavaScript and loads nothing from
 * elsewhere; it says what it read, so that a change makes exactly the right pages anew.
 */
export { createReadLog } from './read-log.ts';
export { readLogo } from './read-logo.ts';
export { publicationView } from './read-publication-view.ts';
export { readPieceView } from './read-piece-view.ts';
export { hasStoodAt, renderOldAddress } from './render-old-address.ts';
export { listCardPaths, listMoved, listPaths } from './list-paths.ts';
export { hasOldQuery, renderPath } from './render-path.ts';
export { blankInput, type FormState } from './form-page.ts';
export { findForm, type FormPlace, renderForm, submissionKinds } from './render-form.ts';
export type { RenderedPage } from './rendered-page.ts';
export { createShared } from './shared.ts';
export { errorPage } from './error-page.tsx';
export { piecePage } from './piece-page.tsx';
export { addReadCounts, findReadCounts, type ReadCount, redactReadCounts } from './read-count-store.ts';
export { readStylesheets, type Stylesheet } from './stylesheet.ts';
export { isFreePath, isSearchPath } from './site-path.ts';
export type { SiteView } from './view.ts';
