import type { ParsedItem } from '../importer.ts';
import { fullAddress } from '#pieces/pieces-parsers.ts';
import { makePiece, type PageReading } from './make-piece.ts';
import { textOf } from './page-authors.ts';
import { plainBlocks } from './read-article.ts';
import { originalAddress, pathBelow } from './site-place.ts';

/** A series: its introduction, and its pieces in the page's order. */
export function readSeries(reading: PageReading, main: Element): ParsedItem {
  const header = main.querySelector('section.stream > header');
  const title = textOf(header?.querySelector('h2') ?? null);
  const members = membersOf(reading, main);
  if (!header || title === '') {
    return { kind: 'set-aside', reason: 'the page of a series names none; look for it in another copy of the site' };
  }
  const intro = header.querySelector('.series-intro, .intro');
  const piece = makePiece(
    reading,
    { kind: 'series', title, blocks: intro ? plainBlocks(reading, intro, 'a.sponsor') : [], members },
    { dated: false },
  );
  return { kind: 'piece', piece };
}

function membersOf({ baseUrl, place }: PageReading, main: Element): string[] {
  const paths = [...main.querySelectorAll('section.stream > article a[href]')].map((link) => {
    const address = fullAddress(link.getAttribute('href') ?? '', baseUrl);
    return address === null ? null : pathBelow(place, originalAddress(place, address));
  });
  return [...new Set(paths.filter((path) => path !== null))];
}
