/** A piece as a file of plain text: to keep, to print, to read in a terminal. Lines of 72 characters. */
import { directionOf } from '#platform/language.ts';
import { dayAndTime } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { runsOf } from '#ui/direction.ts';
import { inFull, printText } from './piece-text.ts';
import { notesOf } from './reading.ts';
import type { PieceView, PublicationView, SiteView } from './view.ts';

const widest = 72;
/** UAX #9: what makes a line run from right to left, and what holds a run in it together from left to right. */
const RIGHT_TO_LEFT_MARK = '\u200f';
const [ISOLATE, END_OF_ISOLATE] = ['\u2066', '\u2069'];

export function textFile(site: SiteView, publication: PublicationView, piece: PieceView): string {
  const { copy, importedFrom } = wordsOf(piece.lang);
  const cited = notesOf(piece).some(({ kind }) => kind === 'report');
  const { talk } = piece;
  const parts = [
    `${publication.name}\n<${piece.path}>`,
    talk ? `${copy.talkBegins}: ${dayAndTime(talk.startsAt, piece.lang, talk.timeZone)} (${talk.timeZone})` : '',
    talk?.place ? `${copy.talkPlace}: ${talk.place}` : '',
    printText(piece).trimEnd(),
    cited ? (piece.kind === 'summary' ? copy.howMadeText : copy.howMadePiece) : '',
    piece.nameWithdrawn ? copy.nameWithdrawn : '',
    piece.republished ? `${copy.republished}: <${piece.republished}>` : '',
    piece.imported?.url ? `${importedFrom} <${piece.imported.url}>. ${copy.importedText}` : '',
  ];
  const text = inFull(parts.filter((part) => part !== '').join('\n\n'), site);
  const lines = text.split('\n').flatMap(wrapped);
  const rightToLeft = directionOf(piece.lang) === 'rtl';
  return `${lines.map((line) => (rightToLeft ? turned(line, piece.lang) : line)).join('\n')}\n`;
}

/** A line cut at its spaces; what follows a bullet, a quotation sign or a note's number stands under its text. */
function wrapped(line: string): string[] {
  const [lead = ''] = /^(?:- (?:\[\S+\] )?|> |\p{Nd}+\. )/u.exec(line) ?? [];
  const indent = lead.startsWith('>') ? '> ' : ' '.repeat(lead === '' ? 0 : 2);
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? (lines.length > 0 ? indent : '') + word : `${current} ${word}`;
    if (current !== '' && widthOf(longer) > widest) {
      lines.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current];
}

/** Marks that stand over letters take no room. */
const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

function turned(line: string, lang: string): string {
  if (line === '') return line;
  const runs = runsOf(line, lang).map(({ text, isolated }) => (isolated ? ISOLATE + text + END_OF_ISOLATE : text));
  return RIGHT_TO_LEFT_MARK + runs.join('');
}
