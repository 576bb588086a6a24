/**
 * Feeds of every sort, read into one shape. Never run on foreign bytes in the main thread: it is a task of the sandbox.
 */
import { decodeText } from '#lib/text/decode-text.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { parseXmlFeed } from './parse-xml-feed.ts';
import { FeedUnreadable, type ParsedFeed } from './parsed-feed.ts';

export { FeedUnreadable, type ParsedFeed, type ParsedItem, type SetAsideItem } from './parsed-feed.ts';

/** Cloneable, so that it can be sent to a parsing thread. */
export interface ParseFeedInput {
  bytes: Uint8Array;
  /** The Content-Type header, with its charset. */
  contentType: string | null;
  /** Where the feed came from, to complete relative addresses. */
  url?: string | null;
}

const binaryStarts: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF file'],
  ['PK\x03\x04', 'a zip file'],
  ['\x1f\x8b', 'a gzip file'],
];

/**
 * Reads RSS 0.9–2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, however broken. An item that cannot be read is in
 * `setAside` with its reason.
 * @throws FeedUnreadable when the whole is no feed; its message names what was found instead
 */
export function parseFeed({ bytes, contentType, url = null }: ParseFeedInput): ParsedFeed {
  if (bytes.length === 0) throw new FeedUnreadable('an empty answer');
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const binary = binaryStarts.find(([magic]) => start.startsWith(magic));
  if (binary) throw new FeedUnreadable(binary[1]);
  const { text } = decodeText(bytes, contentType);
  const source = text.replace(/^[\s\ufeff\0]+/, '');
  return /^[{[]/.test(source) ? parseJsonFeed(source, url) : parseXmlFeed(source, url);
}
