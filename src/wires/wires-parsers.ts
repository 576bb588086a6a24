/**
 * The door to what reads foreign feeds and pages, for threads only: what comes through it must never run where the newsroom
 * runs (tools/check-boundaries.ts).
 */
export { type ExtractedArticle, extractArticle } from './extract-article.ts';
export { childNamed, childrenNamed } from './feed-element.ts';
export { type FeedText, readFeedText, toPlainLine } from './feed-text.ts';
export { readJsonLd } from './json-ld.ts';
export { parseJsonFeed } from './parse-json-feed.ts';
export { readFeedTree } from './parse-xml-feed.ts';
export { FeedUnreadable, type ParsedItem } from './parsed-feed.ts';
export { readPageList } from './formats/page-list.ts';
export { readFeed } from './read-feed.ts';
export { readOpml } from './read-opml.ts';
export { readReportFile } from './read-report-file.ts';
export { ItemUnreadable, readAlternate, readFeedItem, readLang } from './read-feed-item.ts';
