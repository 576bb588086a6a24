import type { ArchiveItem, ImportContext, OpenArchive, UnreadItem } from '../importer.ts';
import type { PageOptions } from '../read-page.ts';
import type { ByteSource } from '../zip-folder-bytes.ts';
import { captureItem, captureOf, isPage, placeInWords, readCapture, type Verdict } from './captured-page.ts';
import { isWhole, readRecordAt, readRecords, type WarcRecord } from './read-records.ts';
import { bodyOf, createRecordIndex, isDamagedSafely, mostBlockBytes, type RecordIndex } from './survey-records.ts';

/** A WARC or ARC that can be opened again and again. */
export interface WarcFile {
  name: string;
  open: () => Promise<ByteSource>;
}

export interface WarcReading extends Pick<OpenArchive, 'formerAddresses' | 'parse' | 'picture'> {
  /** How many records the first reading found. */
  records: number;
  index: RecordIndex;
  /** The records of the file of that number. */
  items(file: number): AsyncIterable<ArchiveItem | UnreadItem>;
}

const mostPictureBytes = 32_000_000;

/** Reads the records of files twice: once for an index, once for what they say. Shared by `warc` and `wacz`. */
export async function readWarcFiles(
  files: WarcFile[],
  context: ImportContext,
  options: Pick<PageOptions, 'format'> & { titleOf?: (address: string) => string | null },
): Promise<WarcReading> {
  const index = createRecordIndex();
  for (const [number, file] of files.entries()) {
    const source = await file.open();
    await index.add(source, number).finally(() => source.close());
  }
  const bases = index.sites.bases(context);

  return {
    records: index.records,
    index,
    formerAddresses: bases,
    async *items(number) {
      const file = files[number];
      if (!file) return;
      const source = await file.open();
      try {
        for await (const found of readRecords(source, mostBlockBytes)) {
          const place = `${file.name}@${placeInWords(found.place)}`;
          if (isWhole(found)) yield itemOf(found, place, number, index);
          else {
            const unread = `the record at byte ${placeInWords(found.place)} of ${file.name} cannot be read: ${found.why}. Fetch the file again, or capture the page anew`;
            yield { name: place, unread };
          }
        }
      } finally {
        await source.close();
      }
    },
    parse(item) {
      if (item.contentType === passedOver)
        return { kind: 'passed-over', why: `${Buffer.from(item.bytes).toString()} record` };
      const title = item.url === null ? null : (options.titleOf?.(item.url) ?? null);
      return readCapture(item, context, { format: options.format, bases, survey: index.survey, title });
    },
    async picture(address) {
      const place = index.pictureAt(address);
      const file = place && files[place.file];
      if (!file) return null;
      const source = await file.open();
      try {
        const record = await readRecordAt(source, place, mostPictureBytes);
        const capture = record?.whole ? captureOf(record) : null;
        const body = capture && bodyOf(capture);
        return body && body.length > 0 && body.length <= mostPictureBytes ? body : null;
      } finally {
        await source.close();
      }
    },
  };
}

const passedOver = 'x-record/passed-over';

function itemOf(record: WarcRecord, place: string, file: number, index: RecordIndex): ArchiveItem {
  const { header } = record;
  const name = [place, header.type, header.url].filter(Boolean).join(' ').slice(0, 1_000);
  const capture = captureOf(record);
  if (!capture) return { name, bytes: Buffer.from(header.type), url: null, contentType: passedOver };
  return captureItem(name, record, capture, verdict());

  function verdict(): Verdict {
    if (!capture || !isPage(capture)) return 'read';
    if (!record.whole || capture.body.length > mostBlockBytes) return 'too-large';
    if (isDamagedSafely(record, capture)) return 'damaged';
    const isGood = (capture.head === null || capture.head.status === 200) && capture.body.length > 0;
    return isGood && capture.address !== null && !index.isLast(capture.address, { ...record.place, file })
      ? 'later'
      : 'read';
  }
}
