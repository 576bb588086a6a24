import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { readXml, type XmlElement } from '#lib/xml/read-xml.ts';
import {
  childAt,
  childrenCalled,
  elementsOf,
  inherited,
  innerHtml,
  lineOf,
  resolveUrl,
  textOf,
} from '#lib/xml/xml-element.ts';
import { readAuthorNames } from '../author-names.ts';
import { type Handling, plainHandling } from '../handling.ts';
import { FeedUnreadable, maxItems, type ParsedFeed, type ParsedItem } from '../parsed-feed.ts';
import { ItemUnreadable } from '../read-feed-item.ts';
import { freeTerms, strictest, type Terms } from '../terms.ts';
import { finishItem, isCorrection, languageTag, paragraphs, sentStatus, wholeNumber } from './agency-item.ts';
import { hasNitfBody, readNitfBody } from './nitf-body.ts';
import { readPolicy, readXmlPolicy } from './odrl.ts';
import type { SourceFormat } from './source-format.ts';

const roots = new Set(['newsmessage', 'newsitem', 'packageitem', 'conceptitem', 'knowledgeitem', 'planningitem']);

/** NewsML-G2 of the IPTC: a news item, or a message of several. */
export const newsmlG2: SourceFormat = {
  name: 'newsml-g2',
  recognises: ({ rootName }) => rootName !== null && roots.has(rootName),
  read({ text }) {
    const root = elementsOf(readXml(text)).find(({ name }) => roots.has(name.toLowerCase()));
    if (!root) throw new FeedUnreadable('NewsML-G2 without an item');
    const isMessage = /^newsmessage$/i.test(root.name);
    const items = isMessage ? childrenCalled(root, 'itemSet').flatMap(elementsOf) : [root];
    const title = isMessage ? lineOf(childAt(root, 'header', 'sender')) : '';
    const feed: ParsedFeed = { format: 'newsml-g2', title, lang: languageTag(langOf(root)), items: [], setAside: [] };
    const here = new Set(items.map((item) => item.attributes.get('guid')?.trim() ?? ''));
    for (const [place, item] of items.slice(0, maxItems).entries()) {
      const name = item.attributes.get('guid')?.trim() || `item ${place + 1}`;
      if (/^newsitem$/i.test(item.name)) finishItem(feed, name, () => readNewsItem(item));
      else if (/^packageitem$/i.test(item.name)) tellMissing(feed, name, item, here);
      else feed.setAside.push({ item: name.slice(0, 300), reason: `a ${item.name.slice(0, 40)} is no news text` });
    }
    if (items.length > maxItems)
      feed.setAside.push({
        item: `items after ${maxItems}`,
        reason: `the message has ${items.length} items, only the first ${maxItems} are read`,
      });
    return feed;
  },
};

/** A package has no text of its own: it names items, which stand in the message beside it or come by themselves. */
function tellMissing(feed: ParsedFeed, name: string, item: XmlElement, here: Set<string>): void {
  const refs = childrenCalled(item, 'groupSet')
    .flatMap((set) => childrenCalled(set, 'group'))
    .flatMap((group) => childrenCalled(group, 'itemRef'))
    .flatMap(({ attributes }) => attributes.get('residref')?.trim() ?? attributes.get('href')?.trim() ?? []);
  const missing = refs.filter((ref) => !here.has(ref)).length;
  if (missing > 0)
    feed.setAside.push({
      item: name.slice(0, 300),
      reason: `a package that names ${refs.length} items, of which ${missing} did not come with it`,
    });
}

function readNewsItem(item: XmlElement): ParsedItem {
  const guid = item.attributes.get('guid')?.trim().slice(0, 2_000);
  if (!guid) throw new ItemUnreadable('it has no guid');
  const meta = childAt(item, 'itemMeta');
  const content = childAt(item, 'contentMeta');
  const kind = (meta && childAt(meta, 'itemClass')?.attributes.get('qcode')?.replace(/^.*:/, '')) || 'text';
  if (!/^text$/i.test(kind)) throw new ItemUnreadable(`it is of the class “${kind.slice(0, 40)}”: only texts are read`);
  const body = readContentSet(childAt(item, 'contentSet'));
  const handling = handlingOf(item, meta, content);
  const headline =
    lineOf(content && childAt(content, 'headline')) || body.title || lineOf(meta && childAt(meta, 'title'));
  if (headline === '' && body.html === '' && handling.status === 'usable')
    throw new ItemUnreadable('it has neither a headline nor a text');
  const bylines = content ? childrenCalled(content, 'by').map(lineOf) : [];
  const authors = bylines.flatMap((byline) => readAuthorNames(byline, { trusted: true }));
  const summary = lineOf(content && childAt(content, 'description'));
  return {
    externalId: guid,
    url: pageOf(meta),
    title: headline,
    contentHtml: body.html || null,
    summaryHtml: summary === '' ? null : paragraphs(summary),
    authors: authors.length > 0 ? [...new Set(authors)] : body.authors,
    publishedAt: dateIn(meta, 'versionCreated') ?? dateIn(meta, 'firstCreated') ?? dateIn(content, 'contentCreated'),
    updatedAt: null,
    lang:
      languageTag(content && childAt(content, 'language')?.attributes.get('tag')) ??
      body.lang ??
      languageTag(langOf(item)),
    credit: creditOf(item, meta, content) ?? (body.distributor || null),
    categories: content
      ? childrenCalled(content, 'subject').flatMap((subject) => lineOf(childAt(subject, 'name')) || [])
      : [],
    handling: { ...handling, dateline: handling.dateline ?? (body.dateline || null) },
  };
}

function handlingOf(item: XmlElement, meta: XmlElement | null, content: XmlElement | null): Handling {
  const embargo = meta && childAt(meta, 'embargoed');
  const until = embargo && parseLooseDate(textOf(embargo));
  const signals = meta ? childrenCalled(meta, 'signal').map(({ attributes }) => attributes.get('qcode') ?? '') : [];
  const note = meta ? childrenCalled(meta, 'edNote').map(lineOf).join(' ').trim() || null : null;
  const sent = sentStatus((meta && childAt(meta, 'pubStatus')?.attributes.get('qcode')) ?? undefined);
  const rights = childrenCalled(item, 'rightsInfo');
  return {
    ...plainHandling,
    // An embargo without an end is the sender's to lift.
    status: sent === 'usable' && embargo && until === null ? 'withheld' : sent,
    embargoedUntil: until,
    version: wholeNumber(item.attributes.get('version')),
    correction: signals.some((signal) => /(?:^|:)correction$/i.test(signal)) || isCorrection(note),
    urgency: wholeNumber(lineOf(content && childAt(content, 'urgency'))),
    dateline: lineOf(content && childAt(content, 'dateline')) || null,
    usageTerms:
      rights
        .flatMap((info) => childrenCalled(info, 'usageTerms'))
        .map(lineOf)
        .join(' ')
        .trim() || null,
    terms: termsOf(rights, creditOf(item, meta, content)),
    note,
  };
}

/** What the item's policies say together: RightsML as elements, or as text in another form. */
function termsOf(rights: XmlElement[], credit: string | null): Terms | null {
  const policies = rights.flatMap((info) => [
    ...childrenCalled(info, 'rightsExpressionXML').map((each) => readXmlPolicy(elementsOf(each), credit)),
    ...childrenCalled(info, 'rightsExpressionData').map((each) => readPolicy(textOf(each), credit)),
  ]);
  const said = policies.filter((terms) => terms !== null);
  return said.length === 0 ? null : said.reduce(strictest, freeTerms);
}

/** The text in the first form of it that has one: NITF, HTML or plain text. */
function readContentSet(set: XmlElement | null) {
  const none = {
    title: '',
    html: '',
    authors: [] as string[],
    dateline: '',
    distributor: '',
    lang: null as string | null,
  };
  if (!set) return none;
  for (const part of elementsOf(set)) {
    const type = part.attributes.get('contenttype')?.toLowerCase() ?? '';
    const lang = languageTag(part.attributes.get('xml:lang'));
    if (/^inlinedata$/i.test(part.name)) {
      const text = textOf(part).trim();
      if (text !== '') return { ...none, lang, html: type.includes('html') ? text : paragraphs(text) };
    }
    if (!/^inlinexml$/i.test(part.name)) continue;
    const root = elementsOf(part)[0];
    const body = root && (childAt(root, 'body') ?? (/^body$/i.test(root.name) ? root : null));
    if (body && hasNitfBody(body)) return { ...none, ...readNitfBody(body), lang };
    const html = innerHtml(body ?? part).trim();
    if (html !== '') return { ...none, lang: lang ?? languageTag(root?.attributes.get('xml:lang')), html };
  }
  return none;
}

/** Who made it, as it should be named. */
function creditOf(item: XmlElement, meta: XmlElement | null, content: XmlElement | null): string | null {
  const line = lineOf(content && childAt(content, 'creditline'));
  const source = nameOf(content && childAt(content, 'infoSource'));
  return (
    nameOf(meta && childAt(meta, 'provider')) ||
    line ||
    source ||
    nameOf(childAt(item, 'rightsInfo', 'copyrightHolder')) ||
    null
  );
}

/** A party: its name, what stands for it in words, or the end of its code. */
function nameOf(party: XmlElement | null): string {
  if (!party) return '';
  const { attributes } = party;
  const code = attributes.get('qcode') ?? attributes.get('uri') ?? '';
  return lineOf(childAt(party, 'name')) || attributes.get('literal')?.trim() || code.replace(/^.*[:/]/, '').trim();
}

function pageOf(meta: XmlElement | null): string | null {
  const links = meta ? childrenCalled(meta, 'link') : [];
  const page = links.find(({ attributes }) => /html/i.test(attributes.get('contenttype') ?? ''));
  return resolveUrl(page?.attributes.get('href') ?? '', null);
}

function dateIn(holder: XmlElement | null, name: string): string | null {
  return parseLooseDate(lineOf(holder && childAt(holder, name)));
}

function langOf(element: XmlElement): string | undefined {
  return [...inherited(element, 'xml:lang')][0];
}
