import type { ParsedItem, SetAsideItem } from './parsed-feed.ts';
import { ItemUnreadable } from './read-feed-item.ts';

/**
 * Reads items one by one; one that cannot be read, or that says again what an earlier one said, is set aside and the rest
 * goes on. Feeds that give every item the same identifier are met: there the link tells items apart.
 */
export function uniqueItems<T>(
  sources: readonly T[],
  read: (source: T) => ParsedItem,
  nameOf: (source: T, place: number) => string,
): { items: ParsedItem[]; setAside: SetAsideItem[] } {
  const items = new Map<string, ParsedItem>();
  const setAside: SetAsideItem[] = [];
  for (const [place, source] of sources.entries()) {
    try {
      const item = read(source);
      const first = items.get(item.externalId);
      if (first && item.url !== null && item.url !== first.url && !items.has(item.url)) item.externalId = item.url;
      if (items.has(item.externalId)) throw new ItemUnreadable('an earlier item has the same identifier');
      items.set(item.externalId, item);
    } catch (error) {
      // The boundary of one item: whatever is wrong with it is recorded, and harms no other.
      const reason = error instanceof Error ? error.message : String(error);
      setAside.push({ item: nameOf(source, place), reason });
    }
  }
  return { items: [...items.values()], setAside };
}
