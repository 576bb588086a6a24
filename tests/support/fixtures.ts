import type { Blobs } from '#platform/blobs/blobs.ts';
import { createFixedClock, type FixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import type { Citation, PieceContent, Sentence } from '#pieces/pieces.ts';
import { type Publication, plainPublication, savePublication } from '#publications/publications.ts';
import { acceptReports, type ArrivingReport, findReport, plainHandling, type Report } from '#wires/wires.ts';

/** The fictional newsroom of the tests: the port of Gorvan, its outlets, and what they report. */
export const testPublication: Publication = { ...plainPublication('gorvan'), region: { en: 'Gorvan', ar: 'جورفان' } };

export const testMoment = '2026-11-20T09:00:00.000Z';

export function testClock(at = testMoment): FixedClock {
  return createFixedClock(at);
}

/** A publication that is there. */
export async function addPublication(database: Database, changes: Partial<Publication> = {}): Promise<Publication> {
  const publication = { ...testPublication, ...changes };
  await database.write((tx) => savePublication(tx, publication, testMoment));
  return publication;
}

/** A report as it arrives; give what the test is about. */
export function arrivingReport(changes: Partial<ArrivingReport> = {}): ArrivingReport {
  const externalId = changes.externalId ?? 'r1';
  const outlet = changes.outlet ?? 'Gorvan Courier';
  return {
    sourceKey: `file:${outlet}:${externalId}`,
    externalId,
    url: `https://courier.example/${externalId}`,
    outlet,
    wireId: null,
    title: 'Ferry service resumes after storm',
    body: 'The ferry to Tal Amrin sailed again on Friday. Nine passengers waited at the harbour.',
    lang: 'en',
    authors: [],
    agency: null,
    method: 'file',
    reportedAt: '2026-11-20T06:00:00.000Z',
    rawSha256: null,
    ...changes,
  };
}

/** Takes a report into a publication and answers it as it is kept. */
export async function addReport(
  database: Database,
  publication: Publication,
  changes: Partial<ArrivingReport> = {},
): Promise<Report> {
  const batch = { reports: [arrivingReport(changes)], setAside: [], publications: [publication] };
  const accepted = await acceptReports({ database, clock: testClock() }, { ...batch, followUp: 'by-caller' });
  const report = await findReport(database.read, accepted.reportIds[0] ?? '');
  if (!report) throw new Error('the report was not kept');
  return report;
}

/** Blobs in memory. */
export function memoryBlobs(): Blobs & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    put: async (bytes) => {
      held.set(sha256(bytes), bytes);
      return sha256(bytes);
    },
    get: async (name) => held.get(name) ?? null,
    remove: async (name) => void held.delete(name),
  };
}

/** A sentence with its basis; ids count up so that a test can name them. */
export function citedSentence(id: string, text: string, citations: Omit<Citation, 'id' | 'madeFor'>[]): Sentence {
  return {
    id,
    text,
    basis: { kind: 'cited', citations: citations.map((each, at) => ({ ...each, id: `${id}-c${at}`, madeFor: text })) },
  };
}

/** A summary with one section. */
export function summaryOf(sentences: Sentence[], changes: Partial<PieceContent> = {}): PieceContent {
  return {
    version: 1,
    kind: 'summary',
    lang: 'en',
    title: 'Executive Summary for November 20th',
    lede: '',
    blocks: [
      { type: 'heading', id: 'h1', level: 2, text: '' },
      { type: 'paragraph', id: 'p1', sentences },
    ],
    recommendedReads: [],
    topImage: null,
    topics: [],
    ...changes,
  };
}

let reports = 0;

/** A report as code that needs no database takes it; ids go up. Give what the test is about. */
export function plainReport(changes: Partial<Report> = {}): Report {
  reports += 1;
  const id = changes.id ?? `rep_${String(reports).padStart(4, '0')}`;
  return {
    ...{ id, externalId: id, url: null, outlet: 'Gorvan Courier', wireId: null, version: 1 },
    ...{ title: 'Ferry service resumes', body: 'The ferry sailed again.', lang: 'en', authors: [] },
    ...{ agency: null, origins: [], method: 'file', bodySha256: '', rawSha256: null, handling: plainHandling },
    ...{ reportedAt: '2026-11-20T06:00:00.000Z', retrievedAt: '2026-11-20T06:00:00.000Z' },
    ...changes,
  };
}
