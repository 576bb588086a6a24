import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { atomFeed } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { jsonLdText, pieceJsonLd } from './json-ld.ts';
import { robotsTxt } from './robots.ts';
import { rssFeed } from './rss.ts';
import { sampleDay } from './sample-day.ts';
import { sampleNote, samplePublication, sampleSection, sampleSite, sampleSummary } from './sample-views.ts';
import { sitemap } from './sitemap.ts';
import { printText } from './piece-text.ts';

const publication = samplePublication();
const hostile = 'A & B <c> ]]> "d" \u0000\u000b\uFFFE';
const items = [sampleDay, sampleSummary({ title: hostile, lede: hostile })];
const feed = { publication, feedPath: '/belisar/rss.xml', items };

/** Throws unless every element is closed in order, every ampersand opens an entity, and no character is forbidden. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_, close, name, _attributes, empty) => {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
}

describe('feeds', () => {
  test('RSS, Atom and the sitemap are well-formed, whatever the text', () => {
    expectWellFormed(rssFeed(sampleSite, feed));
    expectWellFormed(atomFeed(sampleSite, feed));
    const alternates = [{ lang: 'ar', path: '/belisar/ar' }];
    expectWellFormed(sitemap(sampleSite, [{ path: '/belisar?a=1&b=2', lastmod: '2026-11-03', alternates }]));
  });

  test('RSS carries the whole text, the corrections and the sources, and its own address', () => {
    const rss = parseRssFeed(rssFeed(sampleSite, feed));
    const text = rss.items?.[0]?.content?.encoded ?? '';
    expect(rss.atom?.links?.[0]?.href).toBe('https://daybook.example/belisar/rss.xml');
    expect(rss.items?.[0]?.guid?.value).toBe('https://daybook.example/belisar/executive-summaries/2026/11/03');
    expect(text).toContain('We cannot dim the incubators');
    expect(text).toContain('<h2>Corrections</h2>');
    expect(text.indexOf('<h2>Sources</h2>')).toBeGreaterThan(text.indexOf('<h2>Corrections</h2>'));
    expect(text).not.toMatch(/(?:href|src)="\//);
    expect(rss.items?.[1]?.title).toBe('A & B <c> ]]> "d"');
  });

  test('Atom names when each item was published and changed', () => {
    const atom = parseAtomFeed(atomFeed(sampleSite, { ...feed, feedPath: '/belisar/atom.xml' }));
    expect(atom.updated).toBe('2026-11-04T09:20:00Z');
    expect(atom.entries?.[0]?.published).toBe('2026-11-03T05:40:00Z');
  });

  test('JSON Feed 1.1 holds the text as HTML and as plain text', () => {
    const json = parseJsonFeed(jsonFeed(sampleSite, { ...feed, feedPath: '/belisar/feed.json' }));
    expect(json.feed_url).toBe('https://daybook.example/belisar/feed.json');
    expect(json.items?.[0]?.content_text).toContain('ELECTORAL OFFICE PUBLISHES FIRST COMMON ROLL');
  });

  test('a feed of nothing is a feed, the same each time', () => {
    const empty = { ...feed, items: [] };
    expectWellFormed(atomFeed(sampleSite, empty));
    expect(rssFeed(sampleSite, empty)).toBe(rssFeed(sampleSite, empty));
  });
});

describe('structured data', () => {
  test('cannot close its script element', () => {
    const nasty = '</script><script>alert(1)</script><!-- \u2028';
    const summary = sampleSummary({
      title: nasty,
      sections: [sampleSection({ notes: [sampleNote(1, { outlet: nasty })] })],
    });
    const text = jsonLdText(pieceJsonLd(sampleSite, publication, summary));
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text).headline).toBe(nasty);
  });

  test('cites each report once and says every correction', () => {
    const data = JSON.parse(jsonLdText(pieceJsonLd(sampleSite, publication, sampleDay)));
    expect(data['@type']).toContain('ReportageNewsArticle');
    expect(data.citation).toHaveLength(12);
    expect(data.correction).toEqual([
      expect.objectContaining({ '@type': 'CorrectionComment', datePublished: '2026-11-04' }),
    ]);
    expect(data.isAccessibleForFree).toBe(true);
  });
});

test('the plain text has the marks, the corrections and the sources', () => {
  const text = printText(sampleDay);
  expect(text).toContain('since before the war.[1][2]');
  expect(text).toContain('if all of those that have registered remain.[†]');
  expect(text).toContain('[5] The Ashmere Ledger, carrying Halyard, 2\u00a0November 2026: “Chief engineer');
  expect(text).not.toContain('<span');
});

test('robots may fetch all but the desk', () => {
  expect(robotsTxt(sampleSite, { sitemaps: ['/sitemap.xml'] })).toBe(
    'User-agent: *\nDisallow: /desk\n\nSitemap: https://daybook.example/sitemap.xml\n',
  );
});
