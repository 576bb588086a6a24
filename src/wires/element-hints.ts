/** Words in a class or id that mark an author. */
export const authorHint =
  /author(?!i[tsz])|\bautor(?!e[sl])|auteur|byline|by-line|writer|verfasser|redakteur|yazar|journalist|contributor/;
const strongAuthor = /(?:^|\s)(?:author|creator|dc:creator|schema:author)(?:\s|$)/;
const vcard = /(?:^|\s)(?:vcard|fn)(?:\s|$)/;
const asideHint =
  /(?:^|[\s_-])(?:comments?|kommentare?|comentarios?|respond|related|recommend\w*|similar|sidebar|side-bar|widgets?|newsletter|cookie\w*|consent|promo\w*|most-?read|popular|menu|nav|navigation|navbar|breadcrumbs?|footer|teasers?|teaser-?list|ticker|banner|advert\w*)(?:[\s_-]|$)/;

const foreignHint =
  /(?:^|[\s_-])(?:comments?|kommentare?|comentarios?|commentlist|respond|related|recommend\w*|similar|most-?read|popular|teasers?|ticker)(?:[\s_-]|$)/;

/** An element with one of these inside is no aside, whatever it is called. */
const reportParts = 'h1, article, .entry-title, .post-title, .entry-content, .post-body, [itemprop="articleBody"]';
const reportHint = /entry|post|article|node/;

/** What standing in an aside costs, in lines of distance to the heading: little right beside it, where names of classes mislead. */
export function asidePenalty(distance: number): number {
  return distance <= 5 ? 6 : 300;
}

/** Whether an element begins an aside: navigation, a sidebar, comments, related reports, the page's header or footer. */
export function isAside(element: Element, tag: string, names: string, inArticle: boolean): boolean {
  if (tag === 'NAV' || tag === 'ASIDE') return true;
  if ((tag === 'FOOTER' || tag === 'HEADER') && !inArticle && !reportHint.test(names) && !element.querySelector('h1'))
    return true;
  const isNamed = asideHint.test(names) && !/(?:entry|post|article)[-_]?footer/.test(names);
  return isNamed && !element.querySelector(reportParts);
}

/** Whether it is an aside of others' words: comments and teasers of other reports. */
export function isForeign(element: Element, names: string): boolean {
  return foreignHint.test(names) && !element.querySelector(reportParts);
}

/** Whether an element says of itself that an author stands in it, by relation, microdata or vCard (`strong`) or by a word. */
export function authorStrength(element: Element, names: string): 'strong' | 'weak' | null {
  const relations = `${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  if (strongAuthor.test(relations) || vcard.test(names)) return 'strong';
  return authorHint.test(names) ? 'weak' : null;
}

/** Class, id, microdata and relation of an element in lower case, '' when it has none. */
export function namesOf(element: Element): string {
  const names = ['class', 'id', 'itemprop', 'rel'].map((name) => element.getAttribute(name)).filter(Boolean);
  return names.length === 0 ? '' : names.join(' ').slice(0, 300).toLowerCase();
}

/** The date that an element gives for machines, as written. */
export function machineDateOf(element: Element, tag: string, names: string): string | null {
  if (tag === 'TIME') return element.getAttribute('datetime') ?? element.getAttribute('dateTime');
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  if (/date(?:Published|Created)/i.test(property))
    return element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.getAttribute('title');
  if (tag === 'ABBR' && /publish|date|time|updated/.test(names)) return element.getAttribute('title');
  return null;
}
