import { type Evidence, findEvidence } from '#evidence/evidence.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  type Block,
  findCorrections,
  findRevision,
  type Piece,
  readMinutes,
  type Sentence,
  sectionsOf,
  sentencesOf,
} from '#pieces/pieces.ts';

/** One citation as it is dumped: `quote` stands at `start, end` (UTF-16) of the body of that version of that report. */
export interface DumpedCitation {
  url: string | null;
  originalHref?: string;
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

export interface DumpedSentence {
  id: string;
  text: string;
  lang?: string;
  basis: string;
  citations: DumpedCitation[];
}

export interface DumpedParagraph {
  text: string;
  citations: DumpedCitation[];
  sentences: DumpedSentence[];
}

/** One line of a dump; docs/contracts/dump.md is the schema. */
export interface DumpedPiece {
  schema: 1;
  kind: string;
  publication: string;
  path: string;
  lang: string;
  date: string | null;
  title: string;
  lede: string;
  readMinutes: number;
  preamble: DumpedParagraph[];
  sections: { id: string; heading: string; lang?: string; development: string | null; paragraphs: DumpedParagraph[] }[];
  recommendedReads: { publisher: string; title: string; url: string }[];
  topImage: { src: string | null; caption: string; credit: string; alt: string } | null;
  topics: string[];
  corrections: { on: string; note: string; sentence: string | null; lang: string }[];
  translationOf: string | null;
  status: Piece['state'];
  revision: number;
  publishedAt: string | null;
  modifiedAt: string | null;
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
  const paragraphs = (blocks: Block[]): DumpedParagraph[] =>
    blocks.flatMap((block) => {
      const dumped = sentencesOf([block]).map((sentence) => dumpSentence(sentence, evidence));
      if (dumped.length === 0) return [];
      const text = dumped.map((sentence) => sentence.text).join(' ');
      return [{ text, citations: dumped.flatMap((sentence) => sentence.citations), sentences: dumped }];
    });
  const { preamble, sections } = sectionsOf(content.blocks);
  const text = [
    content.lede,
    ...sections.map(({ heading }) => heading.text),
    ...sentences.map((sentence) => sentence.text),
  ];
  return {
    schema: 1,
    kind: piece.kind,
    publication: piece.publication,
    path: piece.path,
    lang: piece.lang,
    date: piece.dated,
    title: content.title,
    lede: content.lede,
    readMinutes: readMinutes(text.join(' ').split(/\s+/u).length),
    preamble: paragraphs(preamble),
    sections: sections.map(({ heading, blocks }) => ({
      id: heading.id,
      heading: heading.text,
      ...(heading.lang ? { lang: heading.lang } : {}),
      development: heading.development ?? null,
      paragraphs: paragraphs(blocks),
    })),
    recommendedReads: content.recommendedReads.map(({ publisher, title, url }) => ({ publisher, title, url })),
    topImage: content.topImage && {
      src: content.topImage.media ? `media/${content.topImage.media}` : (content.topImage.src ?? null),
      caption: content.topImage.caption,
      credit: content.topImage.credit,
      alt: content.topImage.alt,
    },
    topics: content.topics,
    corrections: (await findCorrections(db, piece.id)).map((correction) => ({
      on: correction.at,
      note: correction.note,
      sentence: correction.sentenceId,
      lang: correction.lang,
    })),
    translationOf: piece.translationOf,
    status: piece.state,
    revision: number,
    publishedAt: piece.firstPublishedAt,
    modifiedAt: piece.modifiedAt,
  };
}

function dumpSentence(sentence: Sentence, evidence: Map<string, Evidence>): DumpedSentence {
  const { basis } = sentence;
  const citations =
    basis.kind !== 'cited'
      ? []
      : basis.citations.flatMap((citation): DumpedCitation[] => {
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
  return {
    id: sentence.id,
    text: sentence.text,
    ...(sentence.lang ? { lang: sentence.lang } : {}),
    basis: basis.kind,
    citations,
  };
}
