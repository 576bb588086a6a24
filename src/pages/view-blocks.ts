import { corroborate, type Evidence } from '#evidence/evidence.ts';
import type { PictureToShow } from '#media/media.ts';
import { dayIn } from '#platform/clock.ts';
import { type Block, type Correction, type Mark, type Section, type Sentence, sentencesOf } from '#pieces/pieces.ts';
import type { Lang } from '#platform/language.ts';
import { type Publication, publicationName } from '#publications/publications.ts';
import { hostOf } from '#ui/safe-href.ts';
import type { BlockView, NoteView, SectionView, SentenceView } from './text-view.ts';
import { viewPicture } from './view-picture.ts';

export function citedIn(blocks: Block[]): string[] {
  return sentencesOf(blocks).flatMap(({ basis }) =>
    basis.kind === 'cited' ? basis.citations.map((citation) => citation.evidence) : [],
  );
}

/** Every address that running text and its notes link to. */
export function linkedIn(blocks: Block[]): string[] {
  return sentencesOf(blocks).flatMap(({ marks, basis }) => [
    ...(marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.href] : [])),
    ...(basis.kind === 'linked' ? basis.links.map(({ href }) => href) : []),
  ]);
}

/** What the blocks of one piece are shown with. */
export interface Facts {
  /** What a publication says of itself (a page): its own word is no basis worth a mark. */
  ofItself?: boolean;
  publication: Publication;
  /** Of the piece. */
  lang: Lang;
  /** Where links lead on this site, by the link; others stay as they are. */
  here: Map<string, string>;
  evidence: Map<string, Evidence>;
  corrections: Correction[];
  pictures: Map<string, PictureToShow>;
}

/** Sections as they are shown; no level is skipped on the way down, as readers who jump by headings need. */
export function viewSections(sections: Section[], facts: Facts): SectionView[] {
  let depth = 0;
  return sections.map((section) => {
    depth = Math.min(section.heading.level - 1, depth + 1);
    return { ...viewSection(section, facts), depth };
  });
}

function viewSection({ heading, blocks }: Section, facts: Facts): Omit<SectionView, 'depth'> {
  const { publication, evidence } = facts;
  const cited = [...new Set(citedIn(blocks))].flatMap((id) => evidence.get(id) ?? []);
  const voices = cited.map(({ id, reportId, outlet, origin }) => ({ key: reportId ?? id, outlet, origin }));
  const days = cited.map((source) => dayIn(publication.timeZone, source.reportedAt)).sort();
  return {
    id: heading.id,
    heading: heading.text,
    basis: { ...corroborate(voices), firstReportedOn: days[0] ?? null },
    ...viewBlocks(blocks, heading.id, facts),
  };
}

/** Blocks with the numbered notes of their sentences; the same span of the same evidence has one note. */
export function viewBlocks(blocks: Block[], part: string, facts: Facts): { blocks: BlockView[]; notes: NoteView[] } {
  const { publication, lang, evidence, corrections, pictures, here } = facts;
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
  const leadHere = (mark: Mark): Mark =>
    mark.type === 'link' ? { ...mark, href: here.get(mark.href) ?? mark.href } : mark;
  const viewSentence = (sentence: Sentence): SentenceView => ({
    id: sentence.id,
    text: sentence.text,
    marks: (sentence.marks ?? []).map(leadHere),
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
        return basis.links.map((link) => {
          const local = here.get(link.href);
          const href = local ?? link.href;
          const outlet =
            local === undefined ? hostOf(link.href).replace(/^www\./u, '') : publicationName(publication, lang);
          return numberOf(`linked:${href}`, { kind: 'linked', href, outlet, text: link.text });
        });
      case 'vouched':
        return facts.ofItself ? [] : [numberOf('vouched', { kind: 'vouched' })];
      case 'own':
        return facts.ofItself ? [] : [numberOf('own', { kind: 'own' })];
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
