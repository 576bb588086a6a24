import { gzipSync } from 'node:zlib';
import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { detectLanguage } from '#lib/text/detect-language.ts';
import type { Blobs } from '#platform/blobs/blobs.ts';
import { type Clock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { type FileLine, readLines } from '#platform/read-lines.ts';
import type { Publication } from '#publications/publications.ts';
import { acceptReports, largestBatch } from './accept-reports.ts';
import type { ArrivingReport, SetAside } from './report.ts';
import { findWires } from './wire-store.ts';

const maxLineBytes = 8_000_000;
const maxBodyCharacters = 2_000_000;
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu;

export interface FileReading {
  added: number;
  changed: number;
  unchanged: number;
  setAside: { line: number; reason: string }[];
}

/** A file of reports ends or breaks off before its end; what came before was kept. */
export class FileDamaged extends Error {
  override name = 'FileDamaged';
}

interface Deps {
  database: Database;
  blobs: Blobs;
  clock: Clock;
}

export interface LineOptions {
  publication: Publication;
  source: string;
  followUp: 'queue' | 'by-caller';
  signal: AbortSignal;
  progress: (read: FileReading) => void;
}

/**
 * Reads reports from a file of JSON Lines, `{id, url, outlet, title, body, date[, lang, wire, agency]}` a line (`source`
 * is an alias of `outlet`; `.gz` is read), batch by batch: each batch is durable before the next is read. A line that is
 * no report is set aside with its number and reason, and the rest goes on. Reading a file again changes nothing.
 */
export async function ingestReportFile(
  deps: Deps,
  file: string,
  options: Pick<LineOptions, 'publication' | 'signal' | 'progress'>,
): Promise<FileReading> {
  return ingestReportLines(deps, readLines(file, maxLineBytes), { ...options, source: file, followUp: 'queue' });
}

/** As above, from lines; `source` names them where one is set aside. */
export async function ingestReportLines(
  deps: Deps,
  source: AsyncIterable<FileLine> | Iterable<FileLine>,
  options: LineOptions,
): Promise<FileReading> {
  const { publication } = options;
  const wires = new Set((await findWires(deps.database.read)).map((wire) => wire.id));
  const total: FileReading = { added: 0, changed: 0, unchanged: 0, setAside: [] };
  let lines: FileLine[] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    const raw = gzipSync(lines.map(({ text }) => text ?? '').join('\n'));
    const rawSha256 = await deps.blobs.put(raw);
    const reports: ArrivingReport[] = [];
    const setAside: SetAside[] = [];
    for (const { number, text } of lines) {
      const read = readReportLine(text, publication.timeZone, wires, rawSha256);
      if (typeof read === 'string') {
        total.setAside.push({ line: number, reason: read });
        const item = `line ${number}`;
        setAside.push({
          publication: publication.slug,
          wireId: null,
          source: options.source,
          item,
          reason: read,
          rawSha256,
        });
      } else reports.push(read);
    }
    const accepted = await acceptReports(deps, {
      reports,
      setAside,
      publications: [publication],
      followUp: options.followUp,
    });
    total.added += accepted.added;
    total.changed += accepted.changed;
    total.unchanged += accepted.unchanged;
    lines = [];
    options.progress(total);
  };
  let last = 0;
  let reading = true;
  try {
    for await (const line of source) {
      if (options.signal.aborted) break;
      last = line.number;
      lines.push(line);
      if (lines.length < largestBatch) continue;
      reading = false;
      await flush();
      reading = true;
    }
  } catch (cause) {
    if (!reading) throw cause;
    // What could be read before the damage is kept.
    await flush();
    throw new FileDamaged(
      `${options.source} cannot be read past line ${last}; the lines before it were kept. Mend or fetch the file again.`,
      { cause },
    );
  }
  await flush();
  return total;
}

/** A report, or why the line is none. */
function readReportLine(
  text: string | null,
  timeZone: string,
  wires: Set<string>,
  rawSha256: string,
): ArrivingReport | string {
  if (text === null) return `it is longer than ${maxLineBytes} bytes`;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return `it is not JSON: ${(error as Error).message}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const record = value as Record<string, unknown>;
  const field = (name: string): string => (typeof record[name] === 'string' ? record[name] : '');
  const id = typeof record.id === 'number' ? String(record.id) : field('id');
  const outlet = field('outlet') || field('source');
  const body = field('body');
  const reportedAt = readDate(field('date'), timeZone);
  if (id === '') return 'it has no “id”';
  if (outlet === '') return 'it has no “outlet” (nor “source”)';
  if (body.trim() === '') return 'it has no “body”';
  if (body.length > maxBodyCharacters) return `its body is longer than ${maxBodyCharacters} characters`;
  if (reportedAt === null) return `its “date” cannot be read: “${field('date').slice(0, 60)}”`;
  const url = field('url');
  return {
    sourceKey: `file:${outlet}:${id}`,
    externalId: id,
    url: /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null,
    outlet,
    wireId: wires.has(field('wire')) ? field('wire') : null,
    title: field('title'),
    body,
    lang: languageTag.test(field('lang'))
      ? field('lang')
      : detectLanguage(`${field('title')}\n${body.slice(0, 2000)}`, null),
    authors: [],
    agency: field('agency') || null,
    method: 'file',
    reportedAt,
    rawSha256,
  };
}

/** An instant as it is; a day alone is noon of that day in the publication's zone, so that it stays that day. */
function readDate(text: string, timeZone: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) {
    try {
      return instantText(
        Temporal.PlainDate.from(text)
          .toZonedDateTime({ timeZone, plainTime: { hour: 12 } })
          .toInstant(),
      );
    } catch {
      return null;
    }
  }
  const instant = parseLooseDate(text);
  return instant === null ? null : instantText(Temporal.Instant.from(instant));
}
