import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { resolveUrl } from '#lib/xml/xml-element.ts';
import { readAuthorNames } from '../author-names.ts';
import { type Handling, plainHandling } from '../handling.ts';
import { FeedUnreadable, maxItems, type ParsedFeed, type ParsedItem } from '../parsed-feed.ts';
import { ItemUnreadable } from '../read-feed-item.ts';
import { finishItem, isCorrection, languageTag, paragraphs, sentStatus, wholeNumber } from './agency-item.ts';
import { asRecord, recordsIn, textIn } from './json-values.ts';
import { readPolicy } from './odrl.ts';
import type { SourceFormat } from './source-format.ts';

type Item = Record<string, unknown>;
const maxDepth = 20;

/** ninjs 1.x to 3.x of the IPTC: an item, a list of items, or an item that holds others (`associations`). */
export const ninjs: SourceFormat = {
  name: 'ninjs',
  recognises: ({ json }) => isNinjs(itemsOf(json)[0]),
  read({ json }) {
    const items: unknown[] = [];
    for (const item of itemsOf(json)) gather(item, items, 0);
    if (items.length === 0) throw new FeedUnreadable('ninjs without an item');
    const feed: ParsedFeed = { format: 'ninjs', title: '', lang: null, items: [], setAside: [] };
    for (const [place, item] of items.slice(0, maxItems).entries()) {
      const record = asRecord(item) ?? {};
      finishItem(feed, idOf(record) ?? `item ${place + 1}`, () => readItem(record));
    }
    if (items.length > maxItems)
      feed.setAside.push({
        item: `items after ${maxItems}`,
        reason: `there are ${items.length} items, only the first ${maxItems} are read`,
      });
    return feed;
  },
};

/** A document is an item, a list of them, or holds one as `items`. */
function itemsOf(json: unknown): unknown[] {
  const list = Array.isArray(json) ? json : (asRecord(json)?.items ?? asRecord(json)?._items ?? json);
  return Array.isArray(list) ? list : [list];
}

/** What no other format has: the standard's name, or an identifier with what only news items say. */
function isNinjs(value: unknown): boolean {
  const item = asRecord(value);
  if (!item) return false;
  const standard = textIn(asRecord(item.standard) ?? {}, 'name') ?? textIn(item, '$standard');
  if (/^ninjs$/i.test(standard ?? '')) return true;
  const marks = ['pubstatus', 'versioncreated', 'firstcreated', 'body_text', 'body_xhtml', 'headlines', 'bodies'];
  return idOf(item) !== null && marks.some((mark) => mark in item);
}

/** An item, and the texts among those that it holds. */
function gather(value: unknown, items: unknown[], depth: number): void {
  if (items.length > maxItems || depth > maxDepth) return;
  const item = asRecord(value);
  if (!item) {
    items.push(value);
    return;
  }
  const held = heldIn(item, 'associations');
  const texts = held.filter((each) => isNinjs(each) && bodyOf(asRecord(each) ?? {}) !== '');
  if (texts.length === 0 || bodyOf(item) !== '') items.push(item);
  for (const each of texts) gather(each, items, depth + 1);
}

function readItem(item: Item): ParsedItem {
  const id = idOf(item);
  if (id === null) throw new ItemUnreadable('it has no uri');
  const type = textIn(item, 'type') ?? 'text';
  if (!/^(?:text|composite|article)$/i.test(type))
    throw new ItemUnreadable(`it is of the type “${type.slice(0, 40)}”: only texts are read`);
  const title = valueOf(item, 'headlines', 'headline') ?? textIn(item, 'title') ?? '';
  const html = bodyOf(item);
  const handling = handlingOf(item);
  if (title === '' && html === '' && handling.status === 'usable')
    throw new ItemUnreadable('it has neither a headline nor a text');
  const byline = textIn(item, 'byline') ?? valueOf(item, 'bylines', 'byline');
  const summary = valueOf(item, 'descriptions', 'description_text');
  return {
    externalId: id,
    url: pageOf(item),
    title,
    contentHtml: html === '' ? null : html,
    summaryHtml: summary === null ? null : paragraphs(summary),
    authors: byline === null ? [] : readAuthorNames(byline, { trusted: true }),
    publishedAt: dateIn(item, 'versioncreated') ?? dateIn(item, 'firstcreated') ?? dateIn(item, 'contentcreated'),
    updatedAt: null,
    lang: languageTag(textIn(item, 'language')),
    credit: creditOf(item),
    categories: [...recordsIn(item, 'subjects'), ...recordsIn(item, 'subject')].flatMap(
      (each) => textIn(each, 'name') ?? [],
    ),
    handling,
  };
}

function handlingOf(item: Item): Handling {
  const embargo = 'embargoed' in item ? parseLooseDate(textIn(item, 'embargoed') ?? '') : null;
  const rights = asRecord(item.rightsinfo) ?? {};
  // RightsML as text, or as the object that it is.
  const policy = rights.encodedrights;
  const encoded = textIn(rights, 'encodedrights') ?? (asRecord(policy) ? JSON.stringify(policy) : null);
  const note = textIn(item, 'ednote') ?? textIn(item, 'editornote');
  const created = dateIn(item, 'versioncreated');
  const version = item.version ?? item.versionnumber;
  const sent = sentStatus(textIn(item, 'pubstatus') ?? undefined);
  // Only a text that is there, and no date, is an embargo without an end.
  const endless = textIn(item, 'embargoed') !== null && embargo === null;
  return {
    ...plainHandling,
    status: sent === 'usable' && endless ? 'withheld' : sent,
    embargoedUntil: embargo,
    version:
      (typeof version === 'number' || typeof version === 'string' ? wholeNumber(version) : null) ??
      (created === null ? null : Math.floor(Date.parse(created) / 1000)),
    correction: isCorrection(note),
    urgency: typeof item.urgency === 'number' ? wholeNumber(item.urgency) : null,
    dateline: textIn(item, 'dateline') ?? textIn(item, 'located'),
    usageTerms: textIn(item, 'usageterms') ?? textIn(rights, 'usageterms'),
    terms: encoded === null ? null : readPolicy(encoded, creditOf(item)),
    note,
  };
}

/** The text as HTML: 2.x and 3.x list bodies with their type, 1.x has one key for each form. */
function bodyOf(item: Item): string {
  const bodies = recordsIn(item, 'bodies').filter((body) => textIn(body, 'value') !== null);
  const chosen =
    bodies.find((body) => /^(?:main|body)$/i.test(textIn(body, 'role') ?? '')) ??
    bodies.find((body) => /html/i.test(textIn(body, 'contenttype') ?? '')) ??
    bodies[0];
  if (chosen) {
    const value = textIn(chosen, 'value') ?? '';
    return /html|xml/i.test(textIn(chosen, 'contenttype') ?? '') ? value : paragraphs(value);
  }
  const html = textIn(item, 'body_xhtml') ?? textIn(item, 'body_html');
  const text = textIn(item, 'body_text') ?? textIn(item, 'body');
  return html ?? (text === null ? '' : paragraphs(text));
}

/** 2.x and 3.x list what 1.x has under one key; the main one is the first of its role, else the first. */
function valueOf(item: Item, list: string, single: string): string | null {
  const listed = recordsIn(item, list).filter((each) => textIn(each, 'value') !== null);
  const main = listed.find((each) => /^(?:main|headline)$/i.test(textIn(each, 'role') ?? '')) ?? listed[0];
  return (main && textIn(main, 'value')) ?? textIn(item, single);
}

function creditOf(item: Item): string | null {
  const [source] = [...recordsIn(item, 'infosources'), ...recordsIn(item, 'infosource')];
  return (
    (source && textIn(source, 'name')) ??
    textIn(item, 'provider') ??
    textIn(item, 'copyrightholder') ??
    textIn(item, 'source')
  );
}

function pageOf(item: Item): string | null {
  const held = heldIn(item, 'renditions');
  const page = held
    .map(asRecord)
    .filter((each) => each !== null)
    .find((each) => /html/i.test(textIn(each, 'mimetype') ?? textIn(each, 'contenttype') ?? ''));
  return resolveUrl((page && textIn(page, 'href')) ?? textIn(item, 'url') ?? '', null);
}

/** 2.x and 3.x list what 1.x has by name. */
function heldIn(item: Item, key: string): unknown[] {
  const value = item[key];
  return Array.isArray(value) ? value : Object.values(asRecord(value) ?? {});
}

function idOf(item: Item): string | null {
  return (textIn(item, 'uri') ?? textIn(item, 'guid'))?.slice(0, 2_000) ?? null;
}

function dateIn(item: Item, key: string): string | null {
  return parseLooseDate(textIn(item, key) ?? '');
}
