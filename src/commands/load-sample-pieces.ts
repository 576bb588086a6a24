import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captureEvidence, citeSpan } from '#evidence/evidence.ts';
import { addPicture } from '#media/media.ts';
import { createFixedClock, instantText } from '#platform/clock.ts';
import { newId } from '#platform/id.ts';
import {
  type Block,
  createPiece,
  findPieceByPath,
  type PieceContent,
  publishPiece,
  type Sentence,
} from '#pieces/pieces.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import { findReportByExternalId } from '#wires/wires.ts';
import type { Newsroom } from '../newsroom.ts';
import { overrideMarks } from './override-sample.ts';

/** A sentence of the sample: our own reporting where nothing else is said of it. */
type SampleSentence = string | { text: string; vouched: true } | { text: string; cites: SampleCite[] };

interface SampleCite {
  report: string;
  quote: string;
}

type SampleBlock =
  | SampleSentence[]
  | Exclude<SampleSentence, string>
  | { heading: string }
  | { quote: string[]; attribution: string }
  | { list: string[] }
  | { table: string[][] };

type SamplePiece = Pick<PieceContent, 'kind' | 'lang' | 'title' | 'lede' | 'topics'> &
  Partial<
    Pick<PieceContent, 'authors' | 'categories' | 'tags' | 'series' | 'canonical' | 'sharedFrom' | 'sponsor' | 'talk'>
  > & {
    publication: string;
    /** Without the language; so are `members`, but for those in another language than the first. */
    path: string;
    date: string | null;
    publishedAt: string;
    members?: string[];
    topImage?: { file: string; caption: string; credit: string; alt: string };
    body: SampleBlock[];
  };

const by = 'sample newsroom';

/** Loads the sample's pieces that are no summaries, those in a publication's first language before their translations. */
export async function loadSamplePieces(
  newsroom: Newsroom,
  { world, publication }: { world: string; publication: Publication },
  note: (line: string) => void,
): Promise<void> {
  const folder = join(world, 'pieces', publication.slug);
  const first = firstLanguage(publication);
  const names = await readdir(folder).catch(() => []);
  const pieces = await Promise.all(
    names.sort().map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as SamplePiece),
  );
  for (const sample of pieces.sort((a, b) => Number(a.lang !== first) - Number(b.lang !== first)))
    await loadPiece(newsroom, { world, publication }, sample, note);
}

async function loadPiece(
  newsroom: Newsroom,
  { world, publication }: { world: string; publication: Publication },
  sample: SamplePiece,
  note: (line: string) => void,
): Promise<void> {
  const { slug } = publication;
  const db = newsroom.database.read;
  const translated = sample.lang !== firstLanguage(publication);
  const path = translated ? `${sample.lang}/${sample.path}` : sample.path;
  const existing = await findPieceByPath(db, slug, path);
  if (existing?.state === 'live') return;
  const original = translated ? await findPieceByPath(db, slug, sample.path) : null;
  const at = { ...newsroom, clock: createFixedClock(instantText(Temporal.Instant.from(sample.publishedAt))) };
  const content = await readSample(at, { world, publication }, sample);
  const pieceId =
    existing?.id ??
    (await createPiece(
      at,
      { publication: slug, path, dated: sample.date, translationOf: original?.id ?? null },
      content,
      by,
    ));
  await overrideMarks(at, pieceId, content, { by });
  const outcome = await publishPiece(at, pieceId, { revision: existing?.headRevision ?? 1, by });
  if (outcome.kind !== 'published') note(`The sample's ${slug}/${path} was not published: ${JSON.stringify(outcome)}`);
}

async function readSample(
  newsroom: Newsroom,
  { world, publication }: { world: string; publication: Publication },
  sample: SamplePiece,
): Promise<PieceContent> {
  const { publication: _, path: _path, date: _date, publishedAt: _at, topImage, body, ...given } = sample;
  const blocks: Block[] = [];
  for (const block of body) blocks.push(await readBlock(newsroom, publication, block));
  const { file, ...words } = topImage ?? { file: null, caption: '', credit: '', alt: '' };
  const held = file === null ? null : await addPicture(newsroom, await readFile(join(world, file)));
  return {
    version: 1,
    ...given,
    blocks,
    recommendedReads: [],
    topImage: held && { media: held.sha256, width: held.width, height: held.height, ...words },
  };
}

async function readBlock(newsroom: Newsroom, publication: Publication, block: SampleBlock): Promise<Block> {
  const run = (sentences: SampleSentence[]) =>
    Promise.all(sentences.map((sentence) => readSentence(newsroom, publication, sentence)));
  if (Array.isArray(block)) return { type: 'paragraph', id: newId('p'), sentences: await run(block) };
  if ('heading' in block) return { type: 'heading', id: newId('h'), level: 2, text: block.heading };
  if ('quote' in block)
    return { type: 'quote', id: newId('p'), sentences: await run(block.quote), attribution: block.attribution };
  if ('list' in block) {
    const items = await Promise.all(block.list.map((item) => run([item])));
    return { type: 'list', id: newId('p'), ordered: false, items };
  }
  if ('table' in block) {
    const rows = await Promise.all(block.table.map((row) => Promise.all(row.map((cell) => run([cell])))));
    return { type: 'table', id: newId('p'), header: true, rows };
  }
  return { type: 'paragraph', id: newId('p'), sentences: await run([block]) };
}

async function readSentence(newsroom: Newsroom, publication: Publication, sentence: SampleSentence): Promise<Sentence> {
  const id = newId('s');
  if (typeof sentence === 'string') return { id, text: sentence, basis: { kind: 'own' } };
  const { text } = sentence;
  if ('vouched' in sentence) return { id, text, basis: { kind: 'vouched', by, at: instantText(newsroom.clock.now()) } };
  const citations = [];
  for (const { report: name, quote } of sentence.cites) {
    const report = await findReportByExternalId(newsroom.database.read, publication.slug, name);
    if (!report) throw new Error(`the sample cites report ${name}, which is not there`);
    const { evidenceId } = await captureEvidence(newsroom, report);
    citations.push({ id: newId('c'), evidence: evidenceId, ...citeSpan(report.body, quote), madeFor: text });
  }
  return { id, text, basis: { kind: 'cited', citations } };
}
