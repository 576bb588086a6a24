/**
 * Pages: published data → HTML, feeds and JSON-LD.
 * Promises: a page is a function of the published data alone; it works without JavaScript and loads nothing from
 * elsewhere; it says what it read, so that a change makes exactly the right pages anew.
 */
export { createReadLog } from './read-log.ts';
export { publicationView } from './read-publication-view.ts';
export { readSummaryView } from './read-summary-view.ts';
export { listPaths, type RenderedPage, renderPath } from './render-path.ts';
export { errorPage } from './error-page.tsx';
export { summaryPage } from './summary-page.tsx';
export { readStylesheet, type Stylesheet } from './stylesheet.ts';
export type { SiteView } from './view.ts';
