import { bytesFrom, type ByteSource } from '../zip-folder-bytes.ts';
import { ByteReader } from './byte-reader.ts';
import { findMember, openMember } from './gzip-member.ts';
import { beginsWarc, readArcHeader, readWarcHeader, type RecordHeader } from './record-header.ts';

/** Where a record begins: the byte of the file, and within the gzip member there the byte of what that unpacks to. */
export interface RecordPlace {
  at: number;
  inner: number;
}

/** A record as it stands in the file. */
export interface WarcRecord {
  place: RecordPlace;
  header: RecordHeader;
  /** The block, or its first 64 KB when it is larger than was asked for. */
  block: Uint8Array;
  whole: boolean;
}

/** Something at that place that is no whole record. */
export interface Damage {
  place: RecordPlace;
  why: string;
}

const longestLine = 65_536;
const mostHeaderLines = 1_000;
const headBytes = 65_536;

/**
 * Every record of a WARC or ARC, gzipped (a member for each record, or one for all) or not, in order. At damage the next
 * record is looked for, so that what follows is had. Ends always: each step goes forward in the file. Unpacked, no more than
 * one block is in memory.
 * @param mostBlock larger blocks are passed over but for their beginning
 */
export async function* readRecords(source: ByteSource, mostBlock: number): AsyncGenerator<WarcRecord | Damage> {
  const [first, second] = await source.read(0, 2);
  if (first === 0x1f && second === 0x8b) yield* readMembers(source, mostBlock);
  else yield* readPlain(source, mostBlock);
}

/** The one record at a place; null when none can be read there. */
export async function readRecordAt(
  source: ByteSource,
  place: RecordPlace,
  mostBlock: number,
): Promise<WarcRecord | null> {
  const [first, second] = await source.read(0, 2);
  const packed = first === 0x1f && second === 0x8b;
  const member = packed ? await openMember(source, place.at) : null;
  if (packed && !member) return null;
  const reader = new ByteReader(member ? member.chunks : bytesFrom(source, place.at));
  try {
    await reader.skip(place.inner);
    const found = await readRecord(reader, mostBlock, () => place);
    return found && 'header' in found ? found : null;
  } finally {
    await reader.end();
  }
}

export function isWhole(found: WarcRecord | Damage): found is WarcRecord {
  return 'header' in found;
}

async function* readPlain(source: ByteSource, mostBlock: number): AsyncGenerator<WarcRecord | Damage> {
  let start = 0;
  for (;;) {
    const from = start;
    const reader = new ByteReader(bytesFrom(source, from));
    if (from > 0) await skipToHeader(reader);
    const cut = yield* readStream(reader, mostBlock, (position) => ({ at: from + position, inner: 0 }));
    await reader.end();
    if (cut === null) return;
    // A length that goes beyond the end may be wrong: records that follow are looked for in the block itself.
    const next = await findHeader(source, cut.place.at + 1);
    yield next === null ? { ...cut, why: `${cut.why}; nothing follows it` } : cut;
    if (next === null) return;
    start = next;
  }
}

async function* readMembers(source: ByteSource, mostBlock: number): AsyncGenerator<WarcRecord | Damage> {
  // After damage the next member is a guess: what is no record there is part of the same damage.
  let guessing = false;
  for (let at: number | null = 0; at !== null && at < source.size;) {
    const start: number = at;
    const member = await openMember(source, start);
    let next: number | null = null;
    if (member) {
      const reader = new ByteReader(member.chunks);
      let last: WarcRecord | Damage | null = null;
      try {
        for await (const found of readWholeStream(reader, mostBlock, (inner) => ({ at: start, inner }))) {
          if (last) yield last;
          last = isWhole(found) || !guessing ? found : null;
          guessing &&= !isWhole(found);
        }
        // The last record is whole only when the check sum of the member is right.
        next = await member.next();
        if (last) yield last;
      } catch (error) {
        const place: RecordPlace = last?.place ?? { at: start, inner: 0 };
        if (error instanceof StreamBroken && last) yield last;
        const broken = error instanceof StreamBroken ? error.place : place;
        if (!guessing) yield { place: broken, why: `its gzip data are damaged (${(error as Error).message})` };
      } finally {
        await reader.end();
      }
    } else if (!guessing && !(await isPadding(source, start))) {
      yield { place: { at: start, inner: 0 }, why: 'no gzip member begins there' };
    }
    guessing = next === null;
    at = next ?? (await findMember(source, start + 1));
  }
}

/** The stream under the records cannot be read further. */
class StreamBroken extends Error {
  readonly place: RecordPlace;

  constructor(place: RecordPlace, cause: unknown) {
    super((cause as Error).message, { cause });
    this.place = place;
  }
}

/** The records of one stream, with the damage that it may end with. */
async function* readWholeStream(...given: Parameters<typeof readStream>): AsyncGenerator<WarcRecord | Damage> {
  const cut = yield* readStream(...given);
  if (cut) yield cut;
}

/** The records of one stream. Answers the damage that it ended with, null when it ended well. Throws StreamBroken. */
async function* readStream(
  reader: ByteReader,
  mostBlock: number,
  placeOf: (position: number) => RecordPlace,
): AsyncGenerator<WarcRecord | Damage, Damage | null> {
  let held: WarcRecord | null = null;
  let searching = false;
  for (;;) {
    const place = placeOf(reader.position);
    let found: WarcRecord | BrokenRecord | null;
    try {
      if (searching) await skipToHeader(reader);
      found = await readRecord(reader, mostBlock, placeOf);
    } catch (error) {
      if (held) yield held;
      throw new StreamBroken(place, error);
    }
    if (found === null || isWhole(found)) {
      if (held) yield held;
      if (found === null) return null;
      [held, searching] = [found, false];
      continue;
    }
    if (found.kind === 'no-header' && held) {
      // The block went on: the record says another length than it has.
      const why = 'it is longer than the length that it states, so that it cannot be told where it ends';
      yield { place: held.place, why };
    } else {
      if (held) yield held;
      if (found.kind === 'cut') return { place: found.place, why: found.why };
      yield { place: found.place, why: found.why };
    }
    [held, searching] = [null, true];
  }
}

interface BrokenRecord extends Damage {
  kind: 'no-header' | 'bad-header' | 'cut';
}

async function readRecord(
  reader: ByteReader,
  mostBlock: number,
  placeOf: (position: number) => RecordPlace,
): Promise<WarcRecord | BrokenRecord | null> {
  let line = '';
  let place = placeOf(reader.position);
  do {
    place = placeOf(reader.position);
    const bytes = await reader.line(longestLine);
    if (bytes.length === 0) return null;
    line = textOf(bytes);
  } while (line.trim() === '');
  const warc = beginsWarc(line.trimEnd());
  const header = warc ? readWarcHeader(await headerLines(reader)) : readArcHeader(line);
  if (header === null) return { kind: 'no-header', place, why: 'no record begins there' };
  const { length } = header;
  if (length === null)
    return {
      kind: 'bad-header',
      place,
      why: 'it states no length that can be, so that it cannot be told where it ends',
    };
  const wanted = length <= mostBlock ? length : Math.min(length, headBytes);
  const block = await reader.take(wanted);
  const had = block.length + (block.length === wanted ? await reader.skip(length - wanted) : 0);
  if (had < length) return { kind: 'cut', place, why: `the file ends inside it, after ${had} of ${length} bytes` };
  return { place, header, block, whole: wanted === length };
}

async function headerLines(reader: ByteReader): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < mostHeaderLines) {
    const line = textOf(await reader.line(longestLine));
    if (line.trim() === '') break;
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Goes on to the next line that begins a record, or to the end. */
async function skipToHeader(reader: ByteReader): Promise<void> {
  let atLineStart = true;
  for (;;) {
    const bytes = await reader.line(longestLine);
    if (bytes.length === 0) return;
    const line = atLineStart ? textOf(bytes) : '';
    if (atLineStart && (beginsWarc(line.trimEnd()) || readArcHeader(line) !== null)) {
      reader.putBack(bytes);
      return;
    }
    atLineStart = bytes.at(-1) === 10;
  }
}

async function findHeader(source: ByteSource, from: number): Promise<number | null> {
  const reader = new ByteReader(bytesFrom(source, from));
  await reader.line(longestLine);
  await skipToHeader(reader);
  const [byte] = await reader.take(1);
  await reader.end();
  return byte === undefined ? null : from + reader.position - 1;
}

/** Whether only zeros follow. */
async function isPadding(source: ByteSource, from: number): Promise<boolean> {
  for await (const chunk of bytesFrom(source, from)) if (chunk.some((byte) => byte !== 0)) return false;
  return true;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
