import { decodeText } from '#lib/text/decode-text.ts';
import { resolveUrl, textOf } from '#lib/xml/xml-element.ts';
import type { XmlElement } from '#lib/xml/read-xml.ts';
import {
  childNamed,
  childrenNamed,
  FeedUnreadable,
  ItemUnreadable,
  type ParsedItem,
  parseJsonFeed,
  readAlternate,
  readFeedItem,
  readFeedText,
  readFeedTree,
  readLang,
  toPlainLine,
} from '#wires/wires-parsers.ts';

/** An item of a feed with what a newsroom's own reader of feeds leaves aside: its picture and its sound. */
export interface FeedEntry {
  item: ParsedItem;
  picture: { src: string; caption: string; credit: string } | null;
  /** Addresses of sound and film that came with it. */
  media: string[];
}

export interface FeedFile {
  title: string;
  tagline: string;
  lang: string | null;
  /** The address of the site that the feed is of. */
  home: string | null;
  entries: (FeedEntry | { name: string; unread: string })[];
}

/** Reads a feed of any format (src/wires/parse-feed.ts) whole, however many items it has. @throws FeedUnreadable */
export function readFeedFile(bytes: Uint8Array): FeedFile {
  const { text } = decodeText(bytes, null);
  const source = text.replace(/^[\s\ufeff\0]+/u, '');
  if (source === '') throw new FeedUnreadable('an empty file');
  if (/xmlns:wp=|<wp:wxr_version>/u.test(source.slice(0, 16_384))) {
    throw new FeedUnreadable('an export of WordPress, which has drafts in it: daybook import wxr');
  }
  return /^[{[]/u.test(source) ? readJson(source) : readXml(source);
}

function readXml(source: string): FeedFile {
  const { format, root, head, items } = readFeedTree(source);
  const texts = format === 'atom' ? 'atom' : 'rss';
  const link = childNamed(head, 'link');
  const home = (texts === 'rss' && link ? resolveUrl(textOf(link), null) : null) ?? readAlternate(head, null);
  const lang = readLang(head) ?? root.attributes.get('xml:lang') ?? null;
  const line = (...names: string[]) => {
    const found = childNamed(head, ...names);
    return found ? toPlainLine(readFeedText(found, texts)) : '';
  };
  const entries = items.map((element, at) => {
    try {
      const item = readFeedItem(element, { format: texts, base: home, lang });
      return { item, picture: readPicture(element), media: readMedia(element) };
    } catch (error) {
      if (!(error instanceof ItemUnreadable)) throw error;
      return { name: `item ${at + 1}`, unread: error.message };
    }
  });
  return {
    title: line('title', 'dc:title', 'atom:title'),
    tagline: line('description', 'subtitle', 'tagline', 'dc:description'),
    lang,
    home,
    entries,
  };
}

/** Media RSS 1.5.1 and enclosures, inside groups too. */
function mediaOf(item: XmlElement): XmlElement[] {
  const groups = [item, ...childrenNamed(item, 'media:group')];
  const names = ['enclosure', 'media:content', 'media:thumbnail', 'itunes:image'];
  const links = childrenNamed(item, 'link').filter(({ attributes }) => attributes.get('rel') === 'enclosure');
  return [...groups.flatMap((group) => names.flatMap((name) => childrenNamed(group, name))), ...links];
}

function addressOf(element: XmlElement): string | null {
  return resolveUrl(element.attributes.get('url') ?? element.attributes.get('href') ?? '', null);
}

const pictureName = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/iu;

function isPicture(element: XmlElement): boolean {
  const said = `${element.attributes.get('type') ?? ''} ${element.attributes.get('medium') ?? ''}`.trim();
  if (said !== '') return /image/iu.test(said);
  return element.name !== 'content' || pictureName.test(element.attributes.get('url') ?? '');
}

function readPicture(item: XmlElement): FeedEntry['picture'] {
  for (const element of mediaOf(item)) {
    const src = isPicture(element) ? addressOf(element) : null;
    if (src === null) continue;
    const said = (name: string) => {
      const found = childNamed(element, name) ?? (element.name === 'content' ? childNamed(item, name) : null);
      return found ? toPlainLine(readFeedText(found, 'rss')).slice(0, 1_000) : '';
    };
    return { src, caption: said('media:description') || said('media:title'), credit: said('media:credit') };
  }
  return null;
}

function readMedia(item: XmlElement): string[] {
  const found = mediaOf(item).filter(({ attributes }) => {
    return /audio|video/iu.test(`${attributes.get('type') ?? ''} ${attributes.get('medium') ?? ''}`);
  });
  return [...new Set(found.map(addressOf))].filter((address) => address !== null);
}

/** JSON Feed 1.1: each item is read as a feed of its own, so that there may be any number. */
function readJson(source: string): FeedFile {
  let feed: unknown;
  try {
    feed = JSON.parse(source);
  } catch (cause) {
    throw new FeedUnreadable('broken JSON', { cause });
  }
  const { items, ...head } = (typeof feed === 'object' && feed !== null ? feed : {}) as Record<string, unknown>;
  if (!Array.isArray(items)) throw new FeedUnreadable('JSON that is no feed (it has no list of items)');
  const text = (key: string) => (typeof head[key] === 'string' ? head[key].trim() : '');
  const entries = (items as unknown[]).map((each, at): FeedFile['entries'][number] => {
    const read = parseJsonFeed(JSON.stringify({ ...head, items: [each] }), null);
    const [item] = read.items;
    if (!item) return { name: `item ${at + 1}`, unread: read.setAside[0]?.reason ?? 'it is no item' };
    return { item, ...jsonMedia(each as Record<string, unknown>) };
  });
  const lang = text('language') || null;
  return {
    title: text('title'),
    tagline: text('description'),
    lang,
    home: resolveUrl(text('home_page_url'), null),
    entries,
  };
}

function jsonMedia(item: Record<string, unknown>): Pick<FeedEntry, 'picture' | 'media'> {
  const attached = (Array.isArray(item.attachments) ? item.attachments : []) as Record<string, unknown>[];
  const ofType = (type: RegExp) =>
    attached.flatMap((each) => {
      const url = typeof each?.mime_type === 'string' && type.test(each.mime_type) ? each.url : undefined;
      return typeof url === 'string' ? (resolveUrl(url, null) ?? []) : [];
    });
  const own = [item.banner_image, item.image].find((each) => typeof each === 'string' && each !== '');
  const src = (typeof own === 'string' ? resolveUrl(own, null) : null) ?? ofType(/^image\//u)[0];
  return { picture: src === undefined ? null : { src, caption: '', credit: '' }, media: ofType(/^(?:audio|video)\//u) };
}
