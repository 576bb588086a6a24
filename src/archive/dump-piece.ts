import { type Evidence, findEvidence } from '#evidence/evidence.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  type Author,
  type Basis,
  type Block,
  findAliases,
  findCorrections,
  type NoteKind,
  findPlainRedirects,
  findRevision,
  type Label,
  type Piece,
  type PieceContent,
  readMinutes,
  type Sentence,
  sectionsOf,
  sentencesOf,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';

/** The version of docs/contracts/dump.md. */
export const dumpSchema = 2;

/** One citation as it is dumped: `quote` stands at `start, end` (UTF-16) of the body of that version of that report. */
export interface DumpedCitation {
  url: string | null;
  outlet: string;
  origin: { kind: string; name: string } | null;
  title: string;
  report: string;
  reportVersion: number;
  reportedAt: string;
  retrievedAt: string;
  captureSha256: string;
  quote: string;
  start: number;
  end: number;
}

/** A link of an imported original, never checked here; `originalHref` is as it was written, where that differs. */
export interface DumpedLink {
  url: string;
  originalHref?: string;
  text: string;
  linked: true;
}

export interface DumpedSentence {
  id: string;
  text: string;
  lang?: string;
  basis: Basis['kind'];
  citations: (DumpedCitation | DumpedLink)[];
}

/** A block that holds sentences, read for its text. */
export interface DumpedParagraph {
  type: 'paragraph' | 'quote' | 'list' | 'table';
  text: string;
  citations: (DumpedCitation | DumpedLink)[];
  sentences: DumpedSentence[];
}

export interface DumpedSection {
  id: string;
  heading: string;
  lang?: string;
  development: string | null;
  /** Paragraphs and quotations. */
  paragraphs: DumpedParagraph[];
  /** Lists and tables. */
  lists: DumpedParagraph[];
}

export type DumpedEvidence = Omit<Evidence, 'reportId'>;

/** One line of a dump; docs/contracts/dump.md is the schema. `document` is the piece; what stands before it is made from it. */
export interface DumpedPiece {
  schema: typeof dumpSchema;
  kind: string;
  publication: string;
  id: string;
  path: string;
  lang: string;
  date: string | null;
  title: string;
  lede: string;
  authors: Author[];
  readMinutes: number;
  preamble: DumpedParagraph[];
  sections: DumpedSection[];
  recommendedReads: { publisher: string; title: string; url: string; originalHref?: string }[];
  topImage: { src: string | null; caption: string; credit: string; alt: string } | null;
  topics: string[];
  categories: Label[];
  tags: Label[];
  series: Label[];
  corrections: { on: string; note: string; sentence: string | null; lang: string; kind?: NoteKind }[];
  translationOf: string | null;
  status: Piece['state'];
  revision: number;
  publishedAt: string | null;
  modifiedAt: string | null;
  originalUrl: string | null;
  aliases: string[];
  document: PieceContent;
  evidence: DumpedEvidence[];
}

/** The first line of a dump: the publication itself. */
export interface DumpedPublication {
  schema: typeof dumpSchema;
  kind: 'publication';
  publication: string;
  profile: Omit<Publication, 'slug'>;
  /** Old addresses of what is no piece. */
  redirects: { from: string; to: string }[];
}

export async function dumpPublication(db: Reader, publication: Publication): Promise<DumpedPublication> {
  const { slug, ...profile } = publication;
  const redirects = await findPlainRedirects(db, slug);
  return { schema: dumpSchema, kind: 'publication', publication: slug, profile, redirects };
}

/** A piece in one of its revisions, as one record of the dump. */
export async function dumpPiece(db: Reader, piece: Piece, number: number): Promise<DumpedPiece> {
  const revision = await findRevision(db, piece.id, number);
  if (!revision) throw new Error(`piece ${piece.path} has no revision ${number}`);
  const { content } = revision;
  const sentences = sentencesOf(content.blocks);
  const evidence = await findEvidence(
    db,
    sentences.flatMap(({ basis }) =>
      basis.kind === 'cited' ? basis.citations.map((citation) => citation.evidence) : [],
    ),
  );
  const read = (blocks: Block[], types: Block['type'][]): DumpedParagraph[] =>
    blocks.filter(({ type }) => types.includes(type)).flatMap((block) => dumpBlock(block, evidence));
  const { preamble, sections } = sectionsOf(content.blocks);
  const text = [
    content.lede,
    ...sections.map(({ heading }) => heading.text),
    ...sentences.map((sentence) => sentence.text),
  ];
  return {
    schema: dumpSchema,
    kind: piece.kind,
    publication: piece.publication,
    id: piece.id,
    path: `${piece.publication}/${piece.path}`,
    lang: piece.lang,
    date: piece.dated,
    title: content.title,
    lede: content.lede,
    authors: content.authors ?? [],
    readMinutes: content.readMinutes ?? readMinutes(text.join(' ').split(/\s+/u).length),
    preamble: read(preamble, ['paragraph', 'quote', 'list', 'table']),
    sections: sections.map(({ heading, blocks }) => ({
      id: heading.id,
      heading: heading.text,
      ...(heading.lang ? { lang: heading.lang } : {}),
      development: heading.development ?? null,
      paragraphs: read(blocks, ['paragraph', 'quote']),
      lists: read(blocks, ['list', 'table']),
    })),
    recommendedReads: content.recommendedReads.map(({ publisher, title, url, originalHref }) => ({
      publisher,
      title,
      url,
      ...(originalHref === undefined ? {} : { originalHref }),
    })),
    topImage: content.topImage && {
      src: content.topImage.media ? `media/${content.topImage.media}.webp` : (content.topImage.src ?? null),
      caption: content.topImage.caption,
      credit: content.topImage.credit,
      alt: content.topImage.alt,
    },
    topics: content.topics,
    categories: content.categories ?? [],
    tags: content.tags ?? [],
    series: content.series ?? [],
    corrections: (await findCorrections(db, piece.id)).map((correction) => ({
      on: correction.at,
      note: correction.note,
      sentence: correction.sentenceId,
      lang: correction.lang,
      ...(correction.kind === 'correction' ? {} : { kind: correction.kind }),
    })),
    translationOf: piece.translationOf,
    status: piece.state,
    revision: number,
    publishedAt: piece.firstPublishedAt,
    modifiedAt: piece.modifiedAt,
    originalUrl: content.imported?.url ?? null,
    aliases: await findAliases(db, piece.id),
    document: content,
    evidence: [...evidence.values()]
      .map(({ reportId: _, ...known }) => known)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

function dumpBlock(block: Block, evidence: Map<string, Evidence>): DumpedParagraph[] {
  if (block.type === 'heading' || block.type === 'figure' || block.type === 'embed') return [];
  const sentences = sentencesOf([block]).map((sentence) => dumpSentence(sentence, evidence));
  if (sentences.length === 0) return [];
  return [
    {
      type: block.type,
      text: sentences.map((sentence) => sentence.text).join(' '),
      citations: sentences.flatMap((sentence) => sentence.citations),
      sentences,
    },
  ];
}

function dumpSentence(sentence: Sentence, evidence: Map<string, Evidence>): DumpedSentence {
  return {
    id: sentence.id,
    text: sentence.text,
    ...(sentence.lang ? { lang: sentence.lang } : {}),
    basis: sentence.basis.kind,
    citations: dumpBasis(sentence.basis, evidence),
  };
}

function dumpBasis(basis: Basis, evidence: Map<string, Evidence>): (DumpedCitation | DumpedLink)[] {
  if (basis.kind === 'linked')
    return basis.links.map(({ href, text, originalHref }) => ({
      url: href,
      ...(originalHref === undefined ? {} : { originalHref }),
      text,
      linked: true,
    }));
  if (basis.kind !== 'cited') return [];
  return basis.citations.flatMap((citation): DumpedCitation[] => {
    const source = evidence.get(citation.evidence);
    if (!source) return [];
    return [
      {
        url: source.url,
        outlet: source.outlet,
        origin: source.origin && { kind: source.origin.kind, name: source.origin.name },
        title: source.title,
        report: source.externalId,
        reportVersion: source.version,
        reportedAt: source.reportedAt,
        retrievedAt: source.retrievedAt,
        captureSha256: source.captureSha256,
        quote: citation.quote,
        start: citation.start,
        end: citation.end,
      },
    ];
  });
}
