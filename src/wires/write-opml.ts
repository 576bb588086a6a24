import { escapeHtml } from '#lib/html/entities.ts';
import type { Wire } from './wire.ts';

/** Wires as a list of feeds that other readers take in (OPML 2.0): public feeds alone. A private wire is never in it. */
export function writeOpml(wires: Wire[], list: { title: string; at: Temporal.Instant }): string {
  const lines = wires
    .filter(({ kind, visibility }) => kind === 'feed' && visibility === 'public')
    .map(({ outlet, url, lang }) => {
      const name = attribute(outlet);
      const language = lang === null ? '' : ` language="${attribute(lang)}"`;
      return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(url)}"${language}/>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeHtml(forXml(list.title))}</title>
    <dateCreated>${new Date(list.at.epochMilliseconds).toUTCString()}</dateCreated>
  </head>
  <body>
${lines.join('')}  </body>
</opml>
`;
}

function attribute(text: string): string {
  return escapeHtml(forXml(text).replace(/\s+/gu, ' '));
}

/** Without the characters that XML 1.0 cannot hold. */
function forXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}
