import { htmlToText } from '#lib/html/html-to-text.ts';
import { readXml, type XmlElement } from '#lib/xml/read-xml.ts';
import { baseOf, elementsOf, inherited, resolveUrl, textOf } from '#lib/xml/xml-element.ts';
import { childNamed, childrenNamed, feedName } from './feed-element.ts';
import { readFeedText, toPlainLine } from './feed-text.ts';
import { FeedUnreadable, maxItems, maxTitle, type ParsedFeed } from './parsed-feed.ts';
import { type FeedContext, readAlternate, readFeedItem, readLang } from './read-feed-item.ts';
import { uniqueItems } from './unique-items.ts';

const neverNested = new Set(['item', 'entry', 'channel']);
/** Elements of plain text, and what opens after one that was not closed. */
const textElements = 'title link guid pubdate id updated published language copyright'.split(' ');
const leaves = {
  names: new Set(textElements),
  ends: new Set([...textElements, ...'description summary content author category channel item entry'.split(' ')]),
};

/** A feed's parts as elements: where its own fields stand, and its items. */
export interface FeedTree {
  format: 'rss' | 'atom' | 'rdf';
  root: XmlElement;
  head: XmlElement;
  items: XmlElement[];
}

/** Finds the feed in XML of any quality. @throws FeedUnreadable saying what stands there instead */
export function readFeedTree(source: string): FeedTree {
  const document = readXml(source, { neverNested, leaves });
  const tops = elementsOf(document);
  const root = tops.find((top) => formatOf(top) !== null);
  const format = root ? formatOf(root) : null;
  if (!root || !format) throw new FeedUnreadable(describeXml(document, tops[0]));
  const head = format === 'atom' ? root : (childNamed(root, 'channel') ?? root);
  const inside = format === 'atom' ? childrenNamed(root, 'entry') : childrenNamed(head, 'item');
  // RSS 0.90 and 1.0 keep items beside the channel; some RSS 2.0 does so by mistake.
  const beside = head === root ? [] : childrenNamed(root, 'item');
  return { format, root, head, items: [...inside, ...beside] };
}

function formatOf(top: XmlElement): 'rss' | 'atom' | 'rdf' | null {
  const name = feedName(top);
  if (name === 'feed') return 'atom';
  if (name === 'rss' || name === 'channel') return 'rss';
  return name === 'rdf:rdf' || name === 'rdf' ? 'rdf' : null;
}

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0. @throws FeedUnreadable */
export function parseXmlFeed(source: string, feedUrl: string | null): ParsedFeed {
  const { format, root, head, items } = readFeedTree(source);
  const texts = format === 'atom' ? 'atom' : 'rss';
  const title = childNamed(head, 'title', 'dc:title', 'atom:title');
  const lang = readLang(head) ?? [...inherited(root, 'xml:lang')][0] ?? null;
  const context: FeedContext = { format: texts, base: readHome(head, texts, feedUrl) ?? feedUrl, lang };
  const readable = uniqueItems(items.slice(0, maxItems), (item) => readFeedItem(item, context), nameOf);
  if (items.length > maxItems) {
    const reason = `the feed has ${items.length} items, only the first ${maxItems} are read`;
    readable.setAside.push({ item: `items after ${maxItems}`, reason });
  }
  const line = title ? toPlainLine(readFeedText(title, texts)) : '';
  return { format, title: line.slice(0, maxTitle), lang, ...readable };
}

/** The address of the site that the feed is of. */
function readHome(head: XmlElement, texts: 'rss' | 'atom', feedUrl: string | null): string | null {
  const base = baseOf(head, feedUrl);
  const link = childNamed(head, 'link');
  return (texts === 'rss' && link ? resolveUrl(textOf(link), base) : null) ?? readAlternate(head, base);
}

function nameOf(item: XmlElement, place: number): string {
  const named = childNamed(item, 'guid', 'id', 'link', 'title');
  const text = named ? textOf(named).trim() || named.attributes.get('href') : '';
  return text ? text.slice(0, 300) : `item ${place + 1}`;
}

/** The first title at any depth: in HTML read as XML, elements without end tags hold what follows. */
function findTitle(element: XmlElement): XmlElement | null {
  for (const child of elementsOf(element)) {
    const found = /^title$/i.test(child.name) ? child : findTitle(child);
    if (found) return found;
  }
  return null;
}

function describeXml(document: XmlElement, top: XmlElement | undefined): string {
  if (!top) {
    const start = textOf(document).trim().slice(0, 40);
    return start === '' ? 'an empty document' : `text without markup ("${start}…")`;
  }
  if (!/^(?:html|head|body|!doctype)$/i.test(top.name)) return `XML of another kind (<${top.name.slice(0, 40)}>)`;
  const title = findTitle(document);
  const words = title ? htmlToText(textOf(title)).slice(0, 100) : '';
  return words === '' ? 'an HTML page without a title' : `an HTML page titled "${words}"`;
}
