import type { XmlElement } from '#lib/xml/read-xml.ts';
import { childAt, childrenCalled, elementsOf, innerHtml, lineOf } from '#lib/xml/xml-element.ts';
import { readAuthorNames } from '../author-names.ts';

/** NITF's own names for what HTML has. */
const asHtml: Record<string, string> = { hl2: 'h3', bq: 'blockquote', block: 'div', note: 'div', credit: 'p' };
/** Pictures and what is said of them: no part of the text. */
const left = new Set(['media', 'media-metadata', 'media-caption', 'custom-table', 'fn']);

/** What stands in the `body` of NITF, wherever that stands: a document of its own, or inside another format. */
export interface NitfBody {
  title: string;
  html: string;
  authors: string[];
  dateline: string;
  /** Who sends it out. */
  distributor: string;
  note: string;
}

/** Reads `body` after NITF 3.6 (iptc.org). */
export function readNitfBody(body: XmlElement): NitfBody {
  const head = childAt(body, 'body.head') ?? body;
  const parts = [
    ...childrenCalled(body, 'body.content'),
    // A byline at the end of a story is the sender's words, too.
    ...childrenCalled(body, 'body.end').flatMap((end) => childrenCalled(end, 'tagline')),
  ];
  const bylines = childrenCalled(head, 'byline').flatMap((byline) => {
    const people = childrenCalled(byline, 'person').map(lineOf);
    const title = lineOf(childAt(byline, 'byttl'));
    return people.length > 0 ? people : readAuthorNames(lineOf(byline).replace(title, ' '), { trusted: true });
  });
  return {
    title: lineOf(childAt(head, 'hedline', 'hl1')),
    html: parts.map((part) => `<div>${htmlOf(part)}</div>`).join(''),
    authors: [...new Set(bylines)],
    dateline: lineOf(childAt(head, 'dateline')),
    distributor: lineOf(childAt(head, 'distributor', 'org') ?? childAt(head, 'distributor')),
    note: childrenCalled(head, 'note').map(lineOf).join(' '),
  };
}

function htmlOf(element: XmlElement): string {
  return innerHtml(plain(element)).trim();
}

/** The same with HTML's names, without pictures. */
function plain(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child) =>
    typeof child === 'string' ? child : left.has(child.name.toLowerCase()) ? [] : plain(child),
  );
  const name = asHtml[element.name.toLowerCase()] ?? element.name;
  return { ...element, name, children };
}

/** Whether an element has a body of NITF in it. */
export function hasNitfBody(element: XmlElement): boolean {
  return elementsOf(element).some(({ name }) => /^body\.(?:head|content)$/i.test(name));
}
