import { sanitiseHtml } from '#lib/html/sanitise.ts';
import { decodeText } from '#lib/text/decode-text.ts';
import { extractArticle, readFeed, readOpml, readPageList, readReportFile } from '#wires/wires-parsers.ts';

/** The tasks of the parsing threads. Inputs and results are structured clones. */
export const parseTasks = {
  'read-feed': readFeed,
  /** The items of a page that is no feed. */
  'read-page-list': readPageList,
  /** A list of feeds that another reader kept. */
  'read-opml': readOpml,
  /** A file that an editor brings: PDF, e-mail, page or text. */
  'read-report-file': readReportFile,
  /** A page as it was fetched, or as text; `url` null for the address that the page names as its own. */
  'extract-article': ({
    page,
    contentType,
    url,
  }: {
    page: Uint8Array | string;
    contentType: string | null;
    url: string | null;
  }) => extractArticle(typeof page === 'string' ? page : decodeText(page, contentType).text, url),
  'sanitise-html': ({ html, baseUrl }: { html: string; baseUrl?: string }) =>
    sanitiseHtml(html, baseUrl === undefined ? {} : { baseUrl }),
};

/** What each task takes and gives back. */
export type ParseTasks = typeof parseTasks;
