import type { XmlElement } from '#lib/xml/read-xml.ts';
import { elementsOf } from '#lib/xml/xml-element.ts';

/** Prefixes by which this reader knows namespaces, whatever a feed calls them; '' is plain RSS in its many namespaces. */
const knownNamespaces: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://example.com/newformat#': 'atom',
  'http://example.com/necho': 'atom',
  'http://purl.org/echo': 'atom',
  'uri/of/echo/namespace#': 'atom',
  'http://purl.org/pie': 'atom',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss091': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://cyber.law.harvard.edu/rss/rss.html': '',
  'http://purl.org/net/rss1.1#': '',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/dcterms': 'dcterms',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://web.resource.org/cc': 'cc',
  'http://creativecommons.org/ns': 'cc',
  'http://backend.userland.com/creativecommonsrssmodule': 'creativecommons',
};

const knownPrefixes = new Map(Object.entries(knownNamespaces));

function prefixOf(element: XmlElement): string {
  if (element.namespace === '') return element.prefix.toLowerCase();
  const address = element.namespace.toLowerCase().replace(/^https:/, 'http:');
  // A known prefix bound to a misspelt address is commoner than one bound to something else.
  return knownPrefixes.get(address) ?? knownPrefixes.get(address.replace(/[/#]$/, '')) ?? element.prefix.toLowerCase();
}

/**
 * The name that an element goes by here, in lower case: `title`, `dc:creator`, `atom:link`. Inside an Atom element, and at
 * the top, Atom's own names are bare, so that `title` is the title of RSS and of Atom alike.
 */
export function feedName(element: XmlElement): string {
  const name = element.name.toLowerCase();
  const prefix = prefixOf(element);
  if (prefix === '') return name;
  const parent = element.parent;
  if (prefix === 'atom' && (parent === null || parent.name === '' || prefixOf(parent) === 'atom')) return name;
  return `${prefix}:${name}`;
}

/** Children with one of these names, in document order. */
export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).filter((child) => names.includes(feedName(child)));
}

/** The first child of the first of these names that there is. */
export function childNamed(element: XmlElement, ...names: string[]): XmlElement | null {
  for (const name of names) {
    const found = elementsOf(element).find((child) => feedName(child) === name);
    if (found) return found;
  }
  return null;
}
