/** iCalendar (RFC 5545): one event, in UTC, so that no zone has to be explained to the calendar that takes it in. */
import { encodedPath } from './paths.ts';
import type { PieceView, PublicationView, SiteView, TalkView } from './view.ts';

export function calendarFile(site: SiteView, publication: PublicationView, piece: PieceView, talk: TalkView): string {
  const url = site.origin + encodedPath(piece.path);
  const changed = piece.modifiedAt ?? piece.publishedAt ?? talk.startsAt;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daybook//Talks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${textValue(url)}`,
    `DTSTAMP:${instantValue(changed)}`,
    `LAST-MODIFIED:${instantValue(changed)}`,
    `SEQUENCE:${piece.revision - 1}`,
    `DTSTART:${instantValue(talk.startsAt)}`,
    ...(talk.endsAt ? [`DTEND:${instantValue(talk.endsAt)}`] : []),
    `SUMMARY:${textValue(piece.title)}`,
    ...(piece.lede ? [`DESCRIPTION:${textValue(`${piece.lede}\n${url}`)}`] : []),
    ...(talk.place ? [`LOCATION:${textValue(talk.place)}`] : []),
    `URL:${url}`,
    `CATEGORIES:${textValue(publication.name)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** 2026-11-20T17:00:00.000Z → 20261120T170000Z */
const instantValue = (instant: string): string => `${instant.replace(/\.\d+/u, '').replace(/[-:]/gu, '')}`;

/** TEXT (3.3.11): no control character but the line feed, which is written `\n`. */
const textValue = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .replace(/[\\;,]/gu, (char) => `\\${char}`)
    .replaceAll('\n', '\\n');

/** Lines of at most 75 octets, cut between characters; what goes on begins with a space (3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
