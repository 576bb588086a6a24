import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { readXml, type XmlElement } from '#lib/xml/read-xml.ts';
import { sha256 } from '#platform/hash.ts';
import { childAt, childrenCalled, elementsOf, inherited, lineOf } from '#lib/xml/xml-element.ts';
import { type Handling, plainHandling } from '../handling.ts';
import { FeedUnreadable, type ParsedFeed, type ParsedItem } from '../parsed-feed.ts';
import { ItemUnreadable } from '../read-feed-item.ts';
import { freeTerms, termsOrNull } from '../terms.ts';
import { finishItem, languageTag, sentStatus, wholeNumber } from './agency-item.ts';
import { readNitfBody } from './nitf-body.ts';
import type { SourceFormat } from './source-format.ts';

/** NITF 3.x of the IPTC: one story a document. */
export const nitf: SourceFormat = {
  name: 'nitf',
  recognises: ({ rootName }) => rootName === 'nitf',
  read({ text }) {
    const root = elementsOf(readXml(text)).find(({ name }) => /^nitf$/i.test(name));
    if (!root) throw new FeedUnreadable('NITF without a story');
    // One that is taken back may have no words.
    const body = childAt(root, 'body') ?? { ...root, children: [] };
    const feed: ParsedFeed = { format: 'nitf', title: '', lang: languageOf(root), items: [], setAside: [] };
    return finishItem(feed, idOf(root) ?? 'the story', () => readStory(root, body));
  },
};

function readStory(root: XmlElement, body: XmlElement): ParsedItem {
  const docdata = childAt(root, 'head', 'docdata');
  const { title, html, authors, dateline, distributor, note } = readNitfBody(body);
  const headTitle = lineOf(childAt(root, 'head', 'title'));
  const at = (name: string) => readNorm(docdata && childAt(docdata, name));
  const handling = handlingOf(docdata);
  if (title === '' && headTitle === '' && html === '' && handling.status === 'usable')
    throw new ItemUnreadable('it has neither a headline nor a text');
  const owner = docdata && childAt(docdata, 'doc.copyright')?.attributes.get('holder')?.trim();
  return {
    // Without a name, the same words of the same day are the same story.
    externalId: idOf(root) ?? `sha256:${sha256(`${title || headTitle}\n${at('date.issue') ?? ''}\n${html}`)}`,
    url: null,
    title: title || headTitle,
    contentHtml: html,
    summaryHtml: null,
    authors,
    publishedAt: at('date.issue') ?? at('date.release'),
    updatedAt: null,
    lang: languageOf(root),
    credit: distributor || lineOf(childAt(body, 'body.head', 'rights', 'rights.owner')) || owner || null,
    categories: [],
    handling: {
      ...handling,
      dateline: dateline || null,
      note: [handling.note, note].filter(Boolean).join(' ') || null,
    },
  };
}

function handlingOf(docdata: XmlElement | null): Handling {
  if (!docdata) return plainHandling;
  const child = (name: string) => childAt(docdata, name);
  const management = docdata.attributes.get('management-status')?.trim().toLowerCase() ?? '';
  const [issued, release] = [readNorm(child('date.issue')), readNorm(child('date.release'))];
  const embargoed = management === 'embargoed' || (release !== null && issued !== null && release > issued);
  const rights = childrenCalled(docdata, 'doc.rights');
  const duKey = child('du-key')?.attributes;
  const message = child('ed-msg')?.attributes.get('info')?.trim();
  return {
    ...plainHandling,
    // An embargo without an end is the sender's to lift.
    status: embargoed && release === null ? 'withheld' : sentStatus(management),
    embargoedUntil: embargoed ? release : null,
    version: wholeNumber(duKey?.get('version') ?? duKey?.get('generation')),
    correction: child('correction') !== null,
    urgency: wholeNumber(child('urgency')?.attributes.get('ed-urg')),
    usageTerms: rights.map(lineOf).join(' ') || null,
    terms: termsOrNull({ ...freeTerms, from: dateIn(rights, 'startdate'), until: dateIn(rights, 'enddate') }),
    note: [message, child('correction')?.attributes.get('info')?.trim()].filter(Boolean).join(' ') || null,
  };
}

/** `doc-id` names the story; `uno` on the root the document. */
function idOf(root: XmlElement): string | null {
  const id = childAt(root, 'head', 'docdata', 'doc-id')?.attributes.get('id-string') ?? root.attributes.get('uno');
  return id?.trim().slice(0, 2_000) || null;
}

function languageOf(root: XmlElement): string | null {
  return languageTag([...inherited(childAt(root, 'body', 'body.content') ?? root, 'xml:lang')][0]);
}

/** The first date that one of some elements says in an attribute. */
function dateIn(elements: XmlElement[], attribute: string): string | null {
  return (
    elements.map(({ attributes }) => parseLooseDate(attributes.get(attribute) ?? '')).find((date) => date !== null) ??
    null
  );
}

/** A date as the `norm` attribute says it, "20261124T080000Z". */
function readNorm(element: XmlElement | null): string | null {
  return parseLooseDate(element?.attributes.get('norm') ?? '');
}
