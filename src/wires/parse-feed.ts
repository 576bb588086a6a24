/**
 * Documents of every format, read into one shape. Never run on foreign bytes in the main thread: it is a task of the sandbox.
 */
import { formats } from './formats/formats.ts';
import { sourceDocument } from './formats/source-format.ts';
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
 * Reads a document of any format that there is (formats/formats.ts), however broken. An item that cannot be read is in
 * `setAside` with its reason.
 * @throws FeedUnreadable when the whole is none of them; its message names what was found instead
 */
export async function parseFeed({ bytes, contentType, url = null }: ParseFeedInput): Promise<ParsedFeed> {
  if (bytes.length === 0) throw new FeedUnreadable('an empty answer');
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const binary = binaryStarts.find(([magic]) => start.startsWith(magic));
  if (binary) throw new FeedUnreadable(binary[1]);
  const document = sourceDocument(bytes, contentType, url);
  const format = formats.find((each) => each.recognises(document));
  if (!format) throw new FeedUnreadable('no format that is known');
  return format.read(document);
}
