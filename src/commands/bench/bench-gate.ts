import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArabic } from '#lib/text/words.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { readConfig } from '#platform/config/config.ts';
import type { Reader } from '#platform/database/database.ts';
import { readLines } from '#platform/read-lines.ts';
import {
  checkPiece,
  type CitedSource,
  findCitedSources,
  findLiveRevisions,
  findOverrides,
  findPieces,
  knownNamesOf,
  ownNamesOf,
  type PieceContent,
  type Sentence,
  sentencesOf,
} from '#pieces/pieces.ts';
import { findPublications } from '#publications/publications.ts';
import { openNewsroom } from '../../newsroom.ts';
import { loadSample } from '../load-sample.ts';
import type { BenchRow } from './bench-row.ts';
import { createChance } from './invented-pieces.ts';
import {
  capitalNames,
  type FaultKind,
  type Planted,
  pick,
  plantName,
  plantNumber,
  plantQuotation,
  restated,
  spanText,
  withSentence,
} from './planted-faults.ts';
import { rewordings } from './rewordings.ts';

const plantedInAll = 1000;
const untouchedOfStream = 1000;
const reportsOfPiece = 12;
const everyNthReport = 23;

type Known = ReturnType<typeof knownNamesOf>[number];

/** A piece as the gate gets it. */
interface Written {
  content: PieceContent;
  check: (content: PieceContent) => ReturnType<typeof checkPiece>;
  /** Names with their spellings, as the publication knows them. */
  known: Known[];
}

/**
 * What passes the gate: 1,000 sentences with one planted fault (a number, a name, a quotation), half of them from the
 * sample's published summaries in both languages, half from the stream's reports reworded as an editor would; and how
 * many of the untouched ones are marked. A fault counts as seen when its own sentence has any mark that it had not before.
 */
export async function benchGate(streamFile: string, note: (line: string) => void): Promise<BenchRow[]> {
  const sample = await readSample(note);
  note(`${sample.length} summaries of the sample`);
  const stream = await readStream(streamFile);
  note(`${stream.length} pieces from the stream`);
  const english = sample.filter(({ content }) => content.lang === 'en');
  const arabic = sample.filter(({ content }) => content.lang === 'ar');
  return [
    ...plant('sample, English', english, plantedInAll / 4, note),
    ...plant('sample, Arabic', arabic, plantedInAll / 4, note),
    ...plant('stream', stream, plantedInAll / 2, note),
    ...falseAlarms('sample', sample, note),
    ...falseAlarms('stream', stream, note),
  ];
}

function plant(set: string, pieces: Written[], wanted: number, note: (line: string) => void): BenchRow[] {
  const chance = createChance(set.length * 7907);
  const counts: Record<FaultKind, { planted: number; unmarked: number }> = {
    number: { planted: 0, unmarked: 0 },
    name: { planted: 0, unmarked: 0 },
    quotation: { planted: 0, unmarked: 0 },
  };
  const kinds: FaultKind[] = ['number', 'name', 'quotation'];
  const othersOf = new Map(['en', 'ar'].map((lang) => [lang, allNames(pieces, lang)]));
  let total = 0;
  for (let attempt = 0; total < wanted && attempt < wanted * 40; attempt += 1) {
    const piece = pick(pieces, chance);
    const sentence = piece && pick(citedSentences(piece.content), chance);
    const kind = kinds[total % kinds.length];
    if (!piece || !sentence || !kind) continue;
    const fault = plantOne(kind, sentence, piece, othersOf.get(piece.content.lang) ?? [], chance);
    if (!fault) continue;
    total += 1;
    counts[kind].planted += 1;
    const before = new Set(marksOn(piece, piece.content, sentence.id));
    const after = marksOn(piece, withSentence(piece.content, restated(sentence, fault.text)), sentence.id);
    if (after.some((mark) => !before.has(mark))) continue;
    counts[kind].unmarked += 1;
    note(`unmarked ${kind} (${set}): ${fault.text}\n    was: ${sentence.text}`);
  }
  return kinds.map((kind) => ({
    name: `${set}: a planted ${kind} that passes, of ${counts[kind].planted}`,
    value: counts[kind].unmarked,
    unit: '',
    bar: '0',
  }));
}

function plantOne(
  kind: FaultKind,
  sentence: Sentence,
  { content, known }: Written,
  others: readonly string[],
  chance: () => number,
): Planted | null {
  const span = spanText(sentence);
  if (kind === 'number') return plantNumber(sentence.text, span, chance);
  if (kind === 'quotation') return plantQuotation(sentence.text, span, others, chance);
  const isHere = ({ spellings }: Known): boolean => spellings.some((spelling) => span.includes(spelling));
  if (content.lang === 'en') {
    const here = new Set(known.filter(isHere).flatMap(({ spellings }) => spellings));
    const foreign = others.filter((name) => !here.has(name));
    return plantName(sentence.text, span, capitalNames(sentence.text), foreign, chance);
  }
  const elsewhere = known.filter((each) => !isHere(each));
  const written = (some: Known[]) => some.flatMap(({ spellings }) => spellings.filter(isArabic));
  return plantName(sentence.text, span, written(known), written(elsewhere), chance);
}

function falseAlarms(set: string, pieces: Written[], note: (line: string) => void): BenchRow[] {
  let sentences = 0;
  let marked = 0;
  for (const piece of pieces) {
    const marks = piece.check(piece.content).filter(({ kind }) => kind !== 'copied');
    for (const { id, text } of citedSentences(piece.content)) {
      sentences += 1;
      const own = marks.filter((mark) => mark.at === id);
      if (own.length === 0) continue;
      marked += 1;
      note(
        `false alarm (${set}) ${own.map((mark) => ('found' in mark ? `${mark.kind}:${mark.found}` : mark.kind)).join(', ')}: ${text}`,
      );
    }
  }
  return [
    { name: `${set}: untouched sentences`, value: sentences, unit: '' },
    { name: `${set}: of them marked`, value: (100 * marked) / sentences, unit: '%', bar: '≤ 5' },
  ];
}

function marksOn(piece: Written, content: PieceContent, at: string): string[] {
  return piece.check(content).flatMap((mark) => {
    if (mark.at !== at || mark.kind === 'copied') return [];
    return [`${mark.kind}:${'found' in mark ? mark.found : ''}`];
  });
}

const citedSentences = (content: PieceContent): Sentence[] =>
  sentencesOf(content.blocks).filter(({ basis }) => basis.kind === 'cited' && basis.citations.length > 0);

function allNames(pieces: Written[], lang: string): string[] {
  const some = pieces.filter(({ content }) => content.lang === lang);
  const known = [
    ...new Set(some.flatMap(({ known: all }) => all.flatMap(({ spellings }) => spellings.filter(isArabic)))),
  ];
  if (lang === 'ar') return known;
  return [...new Set(some.flatMap(({ content }) => citedSentences(content).flatMap(({ text }) => capitalNames(text))))];
}

async function readSample(note: (line: string) => void): Promise<Written[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    await loadSample(newsroom, note, new AbortController().signal);
    const db = newsroom.database.read;
    const pieces: Written[] = [];
    for (const publication of await findPublications(db)) pieces.push(...(await readSummaries(db, publication)));
    return pieces;
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function readSummaries(
  db: Reader,
  publication: Awaited<ReturnType<typeof findPublications>>[number],
): Promise<Written[]> {
  const summaries = (await findPieces(db, publication.slug, { kind: 'summary' })).filter(
    ({ kind, state }) => kind === 'summary' && state === 'live',
  );
  const live = await findLiveRevisions(
    db,
    summaries.map(({ id }) => id),
  );
  return Promise.all(
    summaries.flatMap(({ id }) => {
      const content = live.get(id)?.content;
      if (!content) return [];
      return [
        (async () => {
          const sources = await findCitedSources(db, content, Temporal.Now.instant());
          const overrides = await findOverrides(db, id);
          const known = knownNamesOf(publication);
          const check = (changed: PieceContent) =>
            checkPiece(changed, sources, overrides, ownNamesOf(publication), known);
          return { content, check, known };
        })(),
      ];
    }),
  );
}

interface StreamReport {
  id: string;
  source: string;
  title: string;
  body: string;
}

/** Pieces of a dozen reports each, which stand near each other in time; a sentence or two of each, reworded. */
async function readStream(file: string): Promise<Written[]> {
  const chance = createChance(4211);
  const pieces: Written[] = [];
  let sentences = 0;
  let reports: StreamReport[] = [];
  let number = 0;
  for await (const { text } of readLines(file, 4_000_000)) {
    number += 1;
    // Runs of reports of the same days, far apart from each other.
    if (text === null || number % (everyNthReport * reportsOfPiece) >= reportsOfPiece) continue;
    reports.push(JSON.parse(text) as StreamReport);
    if (reports.length < reportsOfPiece) continue;
    const piece = writePiece(reports, chance);
    reports = [];
    pieces.push(piece);
    sentences += citedSentences(piece.content).length;
    if (sentences >= untouchedOfStream) break;
  }
  return pieces;
}

function writePiece(reports: StreamReport[], chance: () => number): Written {
  const sources = new Map<string, CitedSource>(
    reports.map(({ id, source, title, body }) => [id, { outlet: source, originName: null, title, body }]),
  );
  const sentences = reports.flatMap((report) => {
    const spans = splitSentences(report.body).slice(0, 20);
    const chosen = Array.from({ length: 2 }, () => Math.floor(chance() * spans.length));
    return [...new Set(chosen)].flatMap((index): Sentence[] => {
      const [from, to] = [spans[index], spans[Math.min(index + 1, spans.length - 1)]];
      if (!from || !to) return [];
      const original = report.body.slice(from.start, from.end);
      if (original.split(/\s+/u).length < 9 || original.length > 600) return [];
      const text = (pick(rewordings, chance) ?? ((same: string) => same))(original, report.source);
      const quote = report.body.slice(from.start, to.end);
      const id = `${report.id}-${index}`;
      const citation = { id, evidence: report.id, quote, start: from.start, end: to.end, madeFor: text };
      return [{ id, text, basis: { kind: 'cited', citations: [citation] } }];
    });
  });
  const content: PieceContent = {
    version: 1,
    kind: 'summary',
    lang: 'en',
    title: '',
    lede: '',
    blocks: [{ type: 'paragraph', id: 'p', sentences }],
    recommendedReads: [],
    topImage: null,
    topics: [],
  };
  return { content, check: (changed) => checkPiece(changed, sources), known: [] };
}
