import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPlacements, placeReports } from '#developments/developments.ts';
import { captureEvidence, citeSpan } from '#evidence/evidence.ts';
import { addPicture } from '#media/media.ts';
import { createFixedClock, instantText } from '#platform/clock.ts';
import { findLastEvent, recordEvent } from '#platform/events/event-store.ts';
import { newId } from '#platform/id.ts';
import { projectRoot } from '#platform/root.ts';
import {
  type Block,
  type Citation,
  createPiece,
  findPieceByPath,
  type PieceContent,
  type Publishing,
  publishPiece,
  savePiece,
  type Sentence,
  sentencesOf,
  summaryPath,
} from '#pieces/pieces.ts';
import { findPublications, firstLanguage, type Publication, savePublication } from '#publications/publications.ts';
import { dayTitle } from '#locales/locales.ts';
import { findReportByExternalId, ingestReportLines, type Report, saveWire, type WireSettings } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';
import { loadSamplePieces } from './load-sample-pieces.ts';
import { overrideMarks } from './override-sample.ts';
import { originsAmong, type SampleOutlet } from './sample-origins.ts';

const world = join(projectRoot, 'tests/world');
const by = 'sample newsroom';

interface SampleSummary {
  publication: string;
  lang: string;
  date: string;
  publishedAt: string;
  translation_of?: string;
  lede: string;
  sections: {
    heading: string;
    paragraphs: { text: string; cites?: { report: string; quote: string }[]; vouched?: true; override?: string }[][];
  }[];
  reads: { publisher: string; title: string; url: string }[];
  topics: string[];
  topImage: { file: string; caption: string; credit: string; alt: string } | null;
  corrections?: { section: number; paragraph: number; sentence: number; wrong: string; note: string; on: string }[];
}

/**
 * Loads the sample newsroom (fiction: tests/world) into an empty newsroom, by the ways that real reports and summaries
 * come in. Begun and stopped, it goes on at the next start; a newsroom with publications of its own is left alone.
 */
export async function loadSample(newsroom: Newsroom, note: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { database, clock } = newsroom;
  const begun = await findLastEvent(database.read, ['sample begun', 'sample loaded']);
  if (begun === 'sample loaded' || (begun === null && (await findPublications(database.read)).length > 0)) return;
  note('Loading the sample newsroom…');
  const mark = (kind: string) =>
    database.write((tx) => recordEvent(tx, instantText(clock.now()), { kind, data: { from: 'tests/world' } }));
  await mark('sample begun');
  const publications = await loadNetwork(newsroom);
  await loadReports(newsroom, publications, signal);
  for (const publication of publications) await placeReports({ database, clock }, publication);
  for (const publication of publications) {
    if (signal.aborted) return;
    await loadSummaries(newsroom, publication, note);
    await loadSamplePieces(newsroom, { world, publication }, note);
  }
  await mark('sample loaded');
}

async function loadNetwork({ database, clock }: Newsroom): Promise<Publication[]> {
  const network = JSON.parse(await readFile(join(world, 'network.json'), 'utf8')) as {
    publications: Publication[];
    outlets: SampleOutlet[];
    wires: WireSettings[];
  };
  const knownOrigins = originsAmong(network.outlets);
  const publications = network.publications.map((publication): Publication => ({
    ...publication,
    sectionCount: 3,
    knownOrigins,
    listed: true,
  }));
  // Stamped a moment apart, so that the network keeps its order.
  let at = clock.now();
  await database.write(async (tx) => {
    for (const publication of publications) {
      await savePublication(tx, publication, instantText(at));
      at = at.add({ milliseconds: 1 });
    }
    // Their addresses are invented: a paused wire is never fetched.
    for (const { id, outlet, url, lang, visibility, publications: served } of network.wires)
      await saveWire(
        tx,
        {
          id,
          outlet,
          url,
          lang,
          visibility,
          publications: served,
          state: 'paused',
          intervalMinutes: 15,
          idleAlarmHours: 24,
        },
        instantText(at),
      );
  });
  return publications;
}

async function loadReports(newsroom: Newsroom, publications: Publication[], signal: AbortSignal): Promise<void> {
  for (const file of (await readdir(join(world, 'reports'))).sort()) {
    const lines = (await readFile(join(world, 'reports', file), 'utf8')).split('\n').filter(Boolean);
    for (const [index, text] of lines.entries()) {
      const { publication: slug, date } = JSON.parse(text) as { publication: string; date: string };
      const publication = publications.find((each) => each.slug === slug);
      if (!publication) continue;
      // Each came in four minutes after its outlet published it.
      const clock = createFixedClock(instantText(Temporal.Instant.from(date).add({ minutes: 4 })));
      const source = [{ number: index + 1, text }];
      await ingestReportLines({ ...newsroom, clock }, source, {
        publication,
        source: `sample ${file}`,
        followUp: 'by-caller',
        signal,
        progress: () => {},
      });
    }
  }
}

async function loadSummaries(
  newsroom: Newsroom,
  publication: Publication,
  note: (line: string) => void,
): Promise<void> {
  const folder = join(world, 'summaries', publication.slug);
  const files = (await readdir(folder)).sort(
    (a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10)) || b.localeCompare(a),
  );
  const first = firstLanguage(publication);
  for (const file of files.sort(
    (a, b) => Number(!a.endsWith(`.${first}.json`)) - Number(!b.endsWith(`.${first}.json`)),
  )) {
    const sample = JSON.parse(await readFile(join(folder, file), 'utf8')) as SampleSummary;
    const path = summaryPath(sample.date, sample.lang, first);
    const existing = await findPieceByPath(newsroom.database.read, publication.slug, path);
    if (existing?.state === 'live') continue;
    const original = sample.translation_of
      ? await findPieceByPath(
          newsroom.database.read,
          publication.slug,
          summaryPath(sample.date, sample.translation_of, first),
        )
      : null;
    const clock = createFixedClock(instantText(Temporal.Instant.from(sample.publishedAt)));
    const { content, overridden } = await buildContent({ ...newsroom, clock }, publication, sample);
    const pieceId =
      existing?.id ??
      (await createPiece(
        { ...newsroom, clock },
        { publication: publication.slug, path, dated: sample.date, translationOf: original?.id ?? null },
        content,
        by,
      ));
    await overrideMarks({ ...newsroom, clock }, pieceId, content, { by, reasons: overridden });
    await publishWithCorrections({ ...newsroom, clock }, pieceId, existing?.headRevision ?? 1, sample, content, note);
  }
}

/** A sample's content, and by sentence the reasons for letting the gate's marks on it stand. */
async function buildContent(
  newsroom: Newsroom,
  publication: Publication,
  sample: SampleSummary,
): Promise<{ content: PieceContent; overridden: Map<string, string> }> {
  const overridden = new Map<string, string>();
  const blocks: Block[] = [];
  const cite = rememberEvidence(newsroom, publication);
  for (const section of sample.sections) {
    const cited = new Map<string, number>();
    const paragraphs: Block[] = [];
    for (const paragraph of section.paragraphs) {
      const sentences: Sentence[] = [];
      for (const { text, cites = [], vouched, override } of paragraph) {
        const citations: Citation[] = [];
        for (const { report: name, quote } of cites) {
          const { report, evidenceId } = await cite(name);
          citations.push({ id: newId('c'), evidence: evidenceId, ...citeSpan(report.body, quote), madeFor: text });
          cited.set(report.id, (cited.get(report.id) ?? 0) + 1);
        }
        const at = instantText(newsroom.clock.now());
        const id = newId('s');
        if (override) overridden.set(id, override);
        sentences.push({ id, text, basis: vouched ? { kind: 'vouched', by, at } : { kind: 'cited', citations } });
      }
      paragraphs.push({ type: 'paragraph', id: newId('p'), sentences });
    }
    const placements = await findPlacements(newsroom.database.read, publication.slug, [...cited.keys()]);
    const [main] = [...cited].sort((a, b) => b[1] - a[1]);
    const development = main && placements.get(main[0])?.developmentId;
    blocks.push(
      { type: 'heading', id: newId('h'), level: 2, text: section.heading, ...(development ? { development } : {}) },
      ...paragraphs,
    );
  }
  const { file, ...words } = sample.topImage ?? { file: null, caption: '', credit: '', alt: '' };
  const held = file === null ? null : await addPicture(newsroom, await readFile(join(world, file)));
  const content: PieceContent = {
    version: 1,
    kind: 'summary',
    lang: sample.lang,
    title: dayTitle(sample.date, sample.lang),
    lede: sample.lede,
    blocks,
    recommendedReads: sample.reads,
    topImage: held && { media: held.sha256, width: held.width, height: held.height, ...words },
    topics: sample.topics,
  };
  return { content, overridden };
}

/** Evidence of a report by the name that its file gives it, captured once a summary. */
function rememberEvidence(
  newsroom: Newsroom,
  publication: Publication,
): (name: string) => Promise<{ report: Report; evidenceId: string }> {
  const known = new Map<string, { report: Report; evidenceId: string }>();
  return async (name) => {
    const before = known.get(name);
    if (before) return before;
    const report = await findReportByExternalId(newsroom.database.read, publication.slug, name);
    if (!report) throw new Error(`the sample cites report ${name}, which is not there`);
    const made = { report, evidenceId: (await captureEvidence(newsroom, report)).evidenceId };
    known.set(name, made);
    return made;
  };
}

/** A summary that was corrected goes out as it first stood, then again with its note. */
async function publishWithCorrections(
  newsroom: Newsroom,
  pieceId: string,
  head: number,
  sample: SampleSummary,
  content: PieceContent,
  note: (line: string) => void,
): Promise<void> {
  const corrections = (sample.corrections ?? []).map((correction) => {
    const paragraphs = content.blocks.filter((block) => block.type === 'paragraph');
    const before = sample.sections
      .slice(0, correction.section)
      .reduce((sum, section) => sum + section.paragraphs.length, 0);
    const sentence = paragraphs[before + correction.paragraph]?.sentences[correction.sentence];
    if (!sentence) throw new Error(`${sample.date}: the sample corrects a sentence that is not there`);
    return { ...correction, sentence };
  });
  const wrong = new Map(corrections.map(({ sentence, wrong }) => [sentence.id, wrong]));
  const firstContent = structuredClone(content);
  for (const sentence of sentencesOf(firstContent.blocks)) sentence.text = wrong.get(sentence.id) ?? sentence.text;
  let revision = head;
  if (wrong.size > 0) {
    const saved = await savePiece(newsroom, pieceId, revision, firstContent, by);
    if (saved.kind === 'conflict') throw new Error(`${sample.date}: somebody edits the sample while it loads`);
    revision = saved.revision;
    const reason = 'As the agency first reported it; corrected since.';
    await overrideMarks(newsroom, pieceId, firstContent, {
      by,
      reasons: new Map([...wrong.keys()].map((id) => [id, reason])),
    });
  }
  report(sample, await publishPiece(newsroom, pieceId, { revision, by }), note);
  for (const { sentence, note: text, on } of corrections) {
    const saved = await savePiece(newsroom, pieceId, revision, content, by);
    if (saved.kind === 'conflict') throw new Error(`${sample.date}: somebody edits the sample while it loads`);
    revision = saved.revision;
    const at = instantText(Temporal.Instant.from(on));
    report(
      sample,
      await publishPiece(newsroom, pieceId, { revision, by, at, correction: { sentenceId: sentence.id, note: text } }),
      note,
    );
  }
}

function report(sample: SampleSummary, outcome: Publishing, note: (line: string) => void): void {
  if (outcome.kind === 'published') return;
  const marks =
    outcome.kind === 'refused'
      ? outcome.marks
          .map(
            (mark) =>
              `${mark.at.startsWith('s_') ? 'S ' : ''}${mark.at} ${mark.kind} ${'found' in mark ? `“${mark.found}”` : ''}`,
          )
          .join('; ')
      : '';
  note(`The sample's ${sample.publication} ${sample.date}.${sample.lang} was not published: ${outcome.kind} ${marks}`);
}
