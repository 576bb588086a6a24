import { corroborate, type Evidence, findEvidence } from '#evidence/evidence.ts';
import { findPictures, mediaPath, type PictureFile } from '#media/media.ts';
import { dayIn } from '#platform/clock.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  type Block,
  type Correction,
  findCorrections,
  findNeighbour,
  type Picture,
  type Piece,
  type PieceContent,
  readMinutes,
  type Revision,
  type Section,
  type Sentence,
  sectionsOf,
  sentencesOf,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { houseForm } from '#summaries/summaries.ts';
import type { ReadLog } from './read-log.ts';
import { readMonthView } from './read-month-view.ts';
import { topicViews } from './read-publication-view.ts';
import type {
  BlockView,
  NeighbourView,
  NoteView,
  PictureView,
  SectionView,
  SentenceView,
  SummaryCard,
  SummaryView,
} from './view.ts';

/** A summary in one revision, as its page shows it. */
export async function readSummaryView(
  db: Reader,
  publication: Publication,
  piece: Piece,
  revision: Revision,
  log: ReadLog,
): Promise<SummaryView> {
  log.add(`piece:${piece.id}`, `list:${publication.slug}:summary:${piece.lang}`);
  const { content } = revision;
  const corrections = await findCorrections(db, piece.id);
  const facts: Facts = {
    publication,
    evidence: await findEvidence(db, citedIn(content.blocks)),
    corrections,
    pictures: await findPictures(
      db,
      content.blocks.flatMap((block) => (block.type === 'figure' ? (block.image.media ?? []) : [])),
    ),
  };
  const { preamble, sections } = sectionsOf(content.blocks);
  const day = piece.dated ?? dayIn(publication.timeZone, revision.savedAt);
  const opening = viewBlocks(preamble, 'preamble', facts);
  return {
    path: `/${publication.slug}/${piece.path}`,
    date: day,
    title: content.title,
    lede: content.lede,
    lang: piece.lang,
    publishedAt: piece.firstPublishedAt ?? revision.savedAt,
    modifiedAt: piece.modifiedAt,
    readMinutes: minutesToRead(content),
    topImage: await readPicture(db, content.topImage),
    preamble: opening.blocks,
    preambleNotes: opening.notes,
    sections: sections.map((section) => viewSection(section, facts)),
    reads: content.recommendedReads.map((read) => ({ ...read, lang: read.lang ?? null })),
    corrections: corrections.map(({ id, at, note, sentenceId, lang }) => ({ id, on: at, note, sentenceId, lang })),
    previous: await readNeighbour(db, publication, piece, day, 'before'),
    next: await readNeighbour(db, publication, piece, day, 'after'),
    month: await readMonthView(db, publication, piece.lang, day, log),
    topics: topicViews(publication, piece.lang, content.topics),
    revision: revision.number,
  };
}

/** A summary as a list shows it. */
export async function readSummaryCard(
  db: Reader,
  publication: Publication,
  piece: Piece,
  revision: Revision,
  log: ReadLog,
): Promise<SummaryCard> {
  log.add(`piece:${piece.id}`);
  const { content } = revision;
  return {
    path: `/${publication.slug}/${piece.path}`,
    date: piece.dated ?? '',
    title: content.title,
    lede: content.lede,
    headings: sectionsOf(content.blocks).sections.map(({ heading }) => heading.text),
    readMinutes: minutesToRead(content),
    lang: piece.lang,
    corrected: piece.modifiedAt !== null,
    image: await readPicture(db, content.topImage),
  };
}

function minutesToRead(content: PieceContent): number {
  const texts = [content.lede, ...sentencesOf(content.blocks).map((sentence) => sentence.text)];
  const headings = sectionsOf(content.blocks).sections.map(({ heading }) => heading.text);
  return readMinutes([...texts, ...headings].join(' ').split(/\s+/u).length);
}

async function readPicture(db: Reader, picture: Picture | null): Promise<PictureView | null> {
  return picture && viewPicture(picture, await findPictures(db, picture.media ? [picture.media] : []));
}

/** A picture that is held with its copies; one that is not, without an address. */
function viewPicture(picture: Picture, files: Map<string, PictureFile>): PictureView {
  const { caption, credit, alt } = picture;
  const held = files.get(picture.media ?? '');
  if (!held) return { src: null, width: picture.width ?? 0, height: picture.height ?? 0, caption, credit, alt };
  const srcset = [{ sha256: held.sha256, width: held.width }, ...held.variants];
  return {
    src: mediaPath(held.sha256),
    width: held.width,
    height: held.height,
    srcset: srcset.map(({ sha256, width }) => ({ src: mediaPath(sha256), width })),
    caption,
    credit,
    alt,
  };
}

async function readNeighbour(
  db: Reader,
  publication: Publication,
  piece: Piece,
  day: string,
  side: 'before' | 'after',
): Promise<NeighbourView | null> {
  const found = await findNeighbour(db, publication.slug, { kind: piece.kind, lang: piece.lang, day, side });
  return (
    found && {
      path: `/${publication.slug}/${found.path}`,
      date: found.dated ?? '',
      title: houseForm(piece.lang).title(found.dated ?? day),
    }
  );
}

function citedIn(blocks: Block[]): string[] {
  return sentencesOf(blocks).flatMap(({ basis }) =>
    basis.kind === 'cited' ? basis.citations.map((citation) => citation.evidence) : [],
  );
}

/** What the blocks of one piece are shown with. */
interface Facts {
  publication: Publication;
  evidence: Map<string, Evidence>;
  corrections: Correction[];
  pictures: Map<string, PictureFile>;
}

function viewSection({ heading, blocks }: Section, facts: Facts): SectionView {
  const { publication, evidence } = facts;
  const cited = [...new Set(citedIn(blocks))].flatMap((id) => evidence.get(id) ?? []);
  const voices = cited.map(({ reportId, outlet, origin }) => ({ key: reportId, outlet, origin }));
  const days = cited.map((source) => dayIn(publication.timeZone, source.reportedAt)).sort();
  return {
    id: heading.id,
    heading: heading.text,
    basis: { ...corroborate(voices), firstReportedOn: days[0] ?? null },
    ...viewBlocks(blocks, heading.id, facts),
  };
}

/** Blocks with the numbered notes of their sentences; the same span of the same evidence has one note. */
function viewBlocks(blocks: Block[], part: string, facts: Facts): { blocks: BlockView[]; notes: NoteView[] } {
  const { publication, evidence, corrections, pictures } = facts;
  const notes: NoteView[] = [];
  const numbers = new Map<string, number>();
  type Note<T> = T extends NoteView ? Omit<T, 'number' | 'id'> : never;
  const numberOf = (key: string, note: Note<NoteView>): number => {
    const known = numbers.get(key);
    if (known) return known;
    const number = notes.length + 1;
    numbers.set(key, number);
    notes.push({ ...note, number, id: `${part}-n${number}` });
    return number;
  };
  const viewSentence = (sentence: Sentence): SentenceView => ({
    id: sentence.id,
    text: sentence.text,
    marks: sentence.marks ?? [],
    lang: sentence.lang ?? null,
    basis: sentence.basis.kind,
    notes: [...new Set(notesOfSentence(sentence))],
    corrections: corrections.flatMap(({ sentenceId }, index) => (sentenceId === sentence.id ? [index] : [])),
  });
  const notesOfSentence = ({ basis }: Sentence): number[] => {
    switch (basis.kind) {
      case 'cited':
        return basis.citations.flatMap((citation) => {
          const source = evidence.get(citation.evidence);
          if (!source) return [];
          const origin = source.origin && source.origin.name !== source.outlet ? source.origin : null;
          return numberOf(`${citation.evidence}:${citation.start}-${citation.end}`, {
            kind: 'report',
            outlet: source.outlet,
            origin: origin?.name ?? null,
            originKind: origin ? (origin.kind as 'agency' | 'monitor' | 'official') : null,
            title: source.title,
            url: source.url,
            quote: citation.quote,
            quoteLang: source.lang,
            reportedOn: dayIn(publication.timeZone, source.reportedAt),
            retrievedAt: source.retrievedAt,
            bodySha256: source.captureSha256,
            version: source.version,
          });
        });
      case 'linked':
        return basis.links.map(({ href, text }) => numberOf(`linked:${href}`, { kind: 'linked', href, text }));
      case 'vouched':
        return [numberOf('vouched', { kind: 'vouched' })];
      case 'own':
        return [numberOf('own', { kind: 'own' })];
      default:
        return [];
    }
  };
  const views = blocks.flatMap((block): BlockView[] => {
    switch (block.type) {
      case 'paragraph':
        return [{ type: 'paragraph', sentences: block.sentences.map(viewSentence) }];
      case 'quote':
        return [
          { type: 'quote', sentences: block.sentences.map(viewSentence), attribution: block.attribution ?? null },
        ];
      case 'list':
        return [{ type: 'list', ordered: block.ordered, items: block.items.map((item) => item.map(viewSentence)) }];
      case 'table':
        return [
          {
            type: 'table',
            header: block.header,
            rows: block.rows.map((row) => row.map((cell) => cell.map(viewSentence))),
          },
        ];
      case 'embed':
        return [{ type: 'embed', href: block.href, note: block.note }];
      case 'figure':
        return [{ type: 'figure', picture: viewPicture(block.image, pictures) }];
      case 'heading':
        return [];
    }
  });
  return { blocks: views, notes };
}
