import { decodeText } from '#lib/text/decode-text.ts';
import { hashText } from '#lib/similarity/hash.ts';
import { countSites, type SiteCount } from '../read-page-site.ts';
import { createSurvey, type SiteSurvey } from '../read-page-survey.ts';
import type { ByteSource } from '../zip-folder-bytes.ts';
import { captureOf, isDamaged, isPage, isPicture, type Capture } from './captured-page.ts';
import { decodeBody } from './http-message.ts';
import { isWhole, readRecords, type RecordPlace, type WarcRecord } from './read-records.ts';

/** Larger blocks are not read: nobody writes such a page. */
export const mostBlockBytes = 64_000_000;

/** A record of one of the files, by the file's number. */
export interface IndexedPlace extends RecordPlace {
  file: number;
}

/**
 * What a first reading of all records leaves: where the last good capture of each page and picture stands, and what the
 * pages share. In memory it has one number and one place for each address, about 150 bytes.
 */
export interface RecordIndex {
  sites: SiteCount;
  survey: SiteSurvey;
  records: number;
  pictureAt(address: string): IndexedPlace | null;
  /** Whether a good capture of a page is the one that counts: the last in the order of files and records. */
  isLast(address: string, place: IndexedPlace): boolean;
  add(source: ByteSource, file: number): Promise<void>;
}

export function createRecordIndex(): RecordIndex {
  const pages = new Map<number, IndexedPlace>();
  const pictures = new Map<number, IndexedPlace>();
  const sites = countSites();
  const survey = createSurvey();
  const index: RecordIndex = {
    sites,
    survey,
    records: 0,
    pictureAt: (address) => pictures.get(hashAddress(address)) ?? null,
    isLast(address, place) {
      const last = pages.get(hashAddress(address));
      return last === undefined || (last.file === place.file && last.at === place.at && last.inner === place.inner);
    },
    async add(source, file) {
      for await (const record of readRecords(source, mostBlockBytes)) {
        index.records += 1;
        if (isWhole(record)) addCapture(record, file);
      }
    },
  };

  function addCapture(record: WarcRecord, file: number): void {
    const capture = captureOf(record);
    const address = capture?.address;
    if (!capture || !address || (capture.head !== null && capture.head.status !== 200)) return;
    const place = { ...record.place, file };
    if (isPicture(capture)) pictures.set(hashAddress(address), place);
    if (!isPage(capture) || !record.whole || capture.body.length === 0 || isDamagedSafely(record, capture)) return;
    pages.set(hashAddress(address), place);
    sites.add(address);
    const bytes = bodyOf(capture);
    if (bytes) survey.add(decodeText(bytes, capture.contentType).text);
  }

  return index;
}

/** The body of a capture; null when it grows beyond measure. */
export function bodyOf({ head, body }: Capture): Uint8Array | null {
  try {
    return head ? decodeBody(head, body) : body;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A body that grows beyond measure is told of when it is read. */
export function isDamagedSafely(record: WarcRecord, capture: Capture): boolean {
  try {
    return isDamaged(record, capture);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** 53 bits of an address without its scheme: pages of a site ask for pictures by either. */
function hashAddress(address: string): number {
  const url = URL.canParse(address) ? new URL(address) : null;
  const text = url ? `${url.host}${url.pathname}${url.search}` : address;
  return hashText(text) * 2 ** 22 + (hashText(`${text.length} ${text}`) >>> 9);
}
