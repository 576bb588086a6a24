import { htmlToText } from '#lib/html/html-to-text.ts';
import { type ParseFeedInput, type ParsedFeed, type ParsedItem, parseFeed } from './parse-feed.ts';

/** A feed with the plain text of each item, made where foreign HTML may be read: in a parsing thread. */
export interface ReadFeed extends Omit<ParsedFeed, 'items'> {
  items: (ParsedItem & { text: string; teaser: string })[];
}

export async function readFeed(input: ParseFeedInput): Promise<ReadFeed> {
  const feed = await parseFeed(input);
  const items: ReadFeed['items'] = [];
  const setAside = [...feed.setAside];
  for (const item of feed.items) {
    try {
      const text = htmlToText(item.contentHtml ?? '');
      items.push({ ...item, text, teaser: htmlToText(item.summaryHtml ?? '') });
    } catch (error) {
      setAside.push({ item: item.externalId, reason: `its text cannot be read: ${(error as Error).message}` });
    }
  }
  return { ...feed, items, setAside };
}
