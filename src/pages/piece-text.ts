/** A piece as plain text: for mail, for a terminal, for a line that carries nothing else. */
import { knownDate, longDay, numberIn } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { phraseText } from '#locales/phrase.ts';
import { encodedPath } from './paths.ts';
import { basisOf, nameOf, notesOf, type Reading, readingOf } from './reading.ts';
import type { BlockView, NoteView, PictureView, SentenceView } from './text-view.ts';
import { sponsorLine } from './view-sponsor.ts';
import type { PieceView, SiteView } from './view.ts';

/** Paragraphs apart by an empty line, notes as `[3]`, the sources listed at the end; ends with a line feed. */
export function printText(piece: PieceView): string {
  const reading = readingOf(piece, 'UTC');
  const { copy, basisLine, listOf, readTime } = wordsOf(piece.lang);
  const parts = [
    piece.sponsor ? sponsorLine(piece.sponsor, piece.lang) : '',
    piece.title,
    [piece.dateline && knownDate(piece.dateline, piece.lang), readTime(piece.readMinutes)].filter(Boolean).join(' · '),
    listOf(piece.authors.map(({ name }) => name)),
    piece.lede,
    ...blocksText(piece.preamble, piece.preambleNotes ?? [], reading),
    ...piece.sections.flatMap((section) => [
      section.heading.toLocaleUpperCase(piece.lang),
      phraseText(basisLine(basisOf(section, piece), piece.date ?? '')),
      ...blocksText(section.blocks, section.notes, reading),
    ]),
    ...listText(
      copy.reads,
      piece.reads.map(({ publisher, title, url }) => `${publisher}: ${title} <${url}>`),
    ),
    ...listText(
      copy.corrections,
      reading.corrections.map(({ on, note }) => `${longDay(on, piece.lang)}: ${note}`),
    ),
    ...listText(
      copy.sources,
      notesOf(piece).map((note) => noteText(note, reading)),
    ),
    notesOf(piece).some(({ kind }) => kind === 'linked') ? copy.linkedLong : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The text with every address of this site in full, for where it is read elsewhere. */
export function inFull(text: string, site: SiteView): string {
  return text.replace(/<(\/[^>\s]*)>/gu, (_, path: string) => `<${site.origin}${encodedPath(path)}>`);
}

function listText(heading: string, lines: string[]): string[] {
  return lines.length > 0 ? [heading, lines.map((line) => `- ${line}`).join('\n')] : [];
}

function blocksText(blocks: BlockView[], notes: NoteView[], reading: Reading): string[] {
  const run = (sentences: SentenceView[]) =>
    sentences.map((sentence) => sentenceText(sentence, notes, reading)).join(' ');
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return run(block.sentences);
      case 'quote':
        return `> ${run(block.sentences)}${block.attribution ? `\n> ${block.attribution}` : ''}`;
      case 'list':
        return block.items
          .map((item, index) => `${block.ordered ? `${numberIn(index + 1, reading.lang)}.` : '-'} ${run(item)}`)
          .join('\n');
      case 'table':
        return block.rows.map((row) => row.map(run).join(' | ')).join('\n');
      case 'figure':
        return pictureText(block.picture);
      case 'embed':
        return `${block.note} <${block.href}>`;
    }
  });
}

function sentenceText(sentence: SentenceView, notes: NoteView[], reading: Reading): string {
  const marks = notes
    .filter(({ number }) => sentence.notes.includes(number))
    .map((note) => `[${nameOf(note, reading).label}]`);
  return sentence.text + marks.join('');
}

const pictureText = ({ caption, credit, alt }: PictureView): string =>
  [alt || caption, credit].filter((part) => part !== '').join(' / ');

function noteText(note: NoteView, reading: Reading): string {
  const { copy, carrying, quotes } = wordsOf(reading.lang);
  const label = `[${nameOf(note, reading).label}]`;
  if (note.kind === 'vouched') return `${label} ${copy.vouched}`;
  if (note.kind === 'own') return `${label} ${copy.ownLong}`;
  if (note.kind === 'linked') return `${label} ${note.text || note.outlet} <${note.href}>`;
  const carried = note.origin && note.origin !== note.outlet ? phraseText(carrying(note.origin, note.originKind)) : '';
  const where = note.url ? ` <${note.url}>` : '';
  const said = `${note.outlet}${carried}, ${longDay(note.reportedOn, reading.lang)}`;
  return `${label} ${said}: ${quotes[0]}${note.quote}${quotes[1]} ${note.title}${where}`;
}
