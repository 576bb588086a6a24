import type { Block } from '#pieces/pieces.ts';
import { blocksFromHtml, fullAddress } from '#pieces/pieces-parsers.ts';
import type { ParsedItem } from '../importer.ts';
import { makePiece, type PageReading } from './make-piece.ts';
import { textOf } from './page-authors.ts';
import { withOriginalAddresses } from './site-place.ts';

/** The page of the talks: each past one with the link to its page and to its recording. */
export function readTalks(reading: PageReading, main: Element): ParsedItem {
  const { baseUrl, ids, place } = reading;
  const blocks: Block[] = [];
  for (const item of main.querySelectorAll('.past-events-list .past-event-list-item')) {
    const title = item.querySelector('.event-title');
    if (title === null || textOf(title) === '') continue;
    blocks.push(...blocksFromHtml(title, { baseUrl, lang: 'en', ids }));
    const recording = fullAddress(item.querySelector('[data-sc_url]')?.getAttribute('data-sc_url') ?? '', null);
    if (recording !== null) blocks.push({ type: 'embed', id: ids('e'), href: recording, note: 'Audio on SoundCloud' });
  }
  if (blocks.length === 0) {
    return { kind: 'set-aside', reason: 'the page of the talks lists none; look for it in another copy of the site' };
  }
  const title = textOf(main.querySelector('h1'));
  const lede = textOf(main.querySelector('.top-image-subtitle'));
  const piece = makePiece(
    reading,
    { kind: 'talk', title: isShouted(title) ? calm(title) : title, lede, blocks: withOriginalAddresses(place, blocks) },
    { dated: false },
  );
  return { kind: 'piece', piece: { ...piece, aliases: ['talks', 'talks.html'] } };
}

function isShouted(title: string): boolean {
  return title === title.toUpperCase();
}

function calm(title: string): string {
  return title.toLowerCase().replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
