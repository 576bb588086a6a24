import type { ReportStatus } from '../handling.ts';
import { maxItemText, maxTitle, type ParsedFeed, type ParsedItem } from '../parsed-feed.ts';
import { ItemUnreadable } from '../read-feed-item.ts';

/** `usable`, `withheld` and `canceled` of the IPTC's list of publishing statuses, with a scheme before it or not. */
export function sentStatus(written: string | undefined): ReportStatus {
  const status = (written ?? '')
    .trim()
    .toLowerCase()
    .replace(/^.*[:/]/, '');
  if (/^cancell?ed$|^kill(?:ed)?$/.test(status)) return 'killed';
  return /^withheld$/.test(status) ? 'withheld' : 'usable';
}

export function wholeNumber(written: string | number | null | undefined): number | null {
  const text = String(written ?? '').trim();
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A language tag as it should be written, or null. */
export function languageTag(written: string | null | undefined): string | null {
  const tag = (written ?? '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

/** What a note to editors begins with where the item corrects an earlier one. */
export function isCorrection(note: string | null): boolean {
  return /^\W*(?:correct(?:ion|s|ed|ing)\b|تصحيح)/iu.test(note ?? '');
}

/** Text as it stands between tags: nothing of it is read as mark-up. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Plain text as HTML of the same paragraphs: empty lines part them, else every line is one. */
export function paragraphs(text: string): string {
  const parts = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split('\n');
  return parts.map((part) => `<p>${escapeText(part.trim())}</p>`).join('');
}

/** The feed with one more item, or with the reason why there is none. */
export function finishItem(feed: ParsedFeed, name: string, read: () => ParsedItem): ParsedFeed {
  try {
    const item = read();
    item.title = item.title.slice(0, maxTitle);
    if ((item.contentHtml?.length ?? 0) > maxItemText)
      throw new ItemUnreadable(`its text is over ${maxItemText} characters`);
    if (feed.items.some(({ externalId }) => externalId === item.externalId))
      throw new ItemUnreadable('an earlier item has the same identifier');
    feed.items.push(item);
  } catch (error) {
    // The boundary of one item: whatever is wrong with it is recorded, and harms no other.
    feed.setAside.push({ item: name.slice(0, 300), reason: error instanceof Error ? error.message : String(error) });
  }
  return feed;
}
