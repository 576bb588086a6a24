import type { ArchiveItem, ImportContext, ParsedItem } from '../importer.ts';
import { plainAddress } from '../read-page-address.ts';
import { webAddress } from '../read-page-head.ts';
import { type PageOptions, readPage, redirectBetween } from '../read-page.ts';
import { hasDigest } from './check-digest.ts';
import { decodeBody, type HttpHead, readHttpHead, withoutTransferCoding } from './http-message.ts';
import type { RecordPlace, WarcRecord } from './read-records.ts';

/** A response or resource of an archive: what was captured at an address. */
export interface Capture {
  address: string | null;
  /** Null for a resource, which is the thing itself, and for an ARC record without a response. */
  head: HttpHead | null;
  contentType: string | null;
  body: Uint8Array;
}

/** What the rest of the archive, or the record itself, says against reading a capture; in its item's bytes, because it decides. */
export type Verdict = 'read' | 'later' | 'damaged' | 'too-large';

const capturing = new Set(['response', 'resource', 'conversion', 'arc']);

/** Null for records of other types: requests, metadata, revisits. */
export function captureOf(record: WarcRecord): Capture | null {
  const { header, block } = record;
  if (!capturing.has(header.type)) return null;
  const address = header.url === null ? null : plainAddress(header.url.trim().replace(/ /gu, '%20'));
  const isHttp = header.type === 'arc' || header.type === 'response';
  const head = isHttp ? readHttpHead(block) : null;
  return {
    address,
    head,
    contentType: head ? (head.fields.get('content-type') ?? null) : header.contentType,
    body: head ? block.subarray(head.bodyAt) : block,
  };
}

/** What kind of thing was captured, by its type, else by how it begins. */
export function isPage({ contentType, body }: Capture): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return true;
  if (type !== '' && type !== 'unk' && type !== 'no-type') return false;
  return /^\s*(?:<!doctype html|<html)/iu.test(Buffer.from(body.subarray(0, 512)).toString('latin1'));
}

export function isPicture({ contentType }: Capture): boolean {
  return contentType?.toLowerCase().startsWith('image/') ?? false;
}

/** Whether a record's bytes differ from the digest that was taken when it was captured. The block's counts where it is stated. */
export function isDamaged({ header, block, whole }: WarcRecord, capture: Capture): boolean {
  if (!whole) return false;
  const blockFits = hasDigest(block, header.blockDigest);
  if (blockFits !== null) return !blockFits;
  const { head, body } = capture;
  // Tools take the payload's digest before or after the chunks are undone, or of what was unpacked.
  const forms = [
    (): Uint8Array => body,
    () => (head ? withoutTransferCoding(head, body) : body),
    () => (head ? decodeBody(head, body) : body),
  ];
  const fits = forms.map((form) => hasDigest(form(), header.payloadDigest));
  return fits.every((fit) => fit === false);
}

/** The item of a capture: a line with the verdict and the type, then the block. */
export function captureItem(name: string, record: WarcRecord, capture: Capture, verdict: Verdict): ArchiveItem {
  const wanted = verdict === 'read' && (isPage(capture) || isRedirect(capture));
  const cover = JSON.stringify({ verdict, type: record.header.type });
  return {
    name,
    url: capture.address,
    contentType: capture.contentType,
    // What is passed over is known by its head: pictures and films need not be carried about.
    bytes: Buffer.concat([
      Buffer.from(`${cover}\n`),
      wanted ? record.block : record.block.subarray(0, capture.head?.bodyAt ?? 0),
    ]),
  };
}

export function isRedirect({ head }: Capture): boolean {
  return head !== null && head.status >= 300 && head.status < 400 && head.fields.has('location');
}

/** What an item of `captureItem` says. */
export function readCapture(item: ArchiveItem, context: ImportContext, options: PageOptions): ParsedItem {
  const end = item.bytes.indexOf(10);
  const { verdict, type } = JSON.parse(Buffer.from(item.bytes.subarray(0, end)).toString()) as {
    verdict: Verdict;
    type: string;
  };
  const block = item.bytes.subarray(end + 1);
  const head = type === 'resource' || type === 'conversion' ? null : readHttpHead(block);
  const capture: Capture = {
    address: item.url,
    head,
    contentType: item.contentType,
    body: head ? block.subarray(head.bodyAt) : block,
  };
  const { address } = capture;
  if (verdict === 'damaged') {
    return {
      kind: 'set-aside',
      reason: 'its bytes are not those that were captured (the digest is another); take the page from another copy',
    };
  }
  if (verdict === 'too-large') return { kind: 'set-aside', reason: 'the record has more than 64 MB; look what it is' };
  if (address === null) return passed('record without a web address');
  if (isRedirect(capture)) {
    const to = webAddress(head?.fields.get('location') ?? null, address);
    const redirect = to === null ? null : redirectBetween(address, to, options.bases);
    return redirect ? { kind: 'facts', facts: { redirects: [redirect] } } : passed('redirect that leads nowhere new');
  }
  if (head !== null && head.status !== 200) return passed(head.status >= 400 ? 'error page' : 'answer without a page');
  if (!isPage(capture)) return passed(kindOfCapture(capture));
  if (verdict === 'later') return passed('an earlier capture of the same address');
  try {
    const bytes = head ? decodeBody(head, capture.body) : capture.body;
    return readPage({ ...item, bytes }, context, options);
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'set-aside', reason: `${error.message}; look at it with care` };
    throw error;
  }
}

function kindOfCapture(capture: Capture): string {
  const type = capture.contentType?.toLowerCase() ?? '';
  if (isPicture(capture)) return 'picture';
  if (type.includes('css')) return 'style sheet';
  return type.includes('javascript') ? 'script' : 'other file';
}

function passed(why: string): ParsedItem {
  return { kind: 'passed-over', why };
}

/** How a record's place is written: the byte of the file and, within a gzip member of several records, the byte in there. */
export function placeInWords({ at, inner }: RecordPlace): string {
  return inner === 0 ? String(at) : `${at}+${inner}`;
}
