/** The picture of a piece where its address is shared: its own where it is held, else a card with its words. */
import { type Card, cardSize } from '#media/media.ts';
import { accentPair, PAPER } from '#ui/accent.ts';
import { fullDay, knownDate } from '#locales/dates.ts';
import { directionOf } from '#platform/language.ts';
import { cardPath, encodedPath } from './paths.ts';
import type { PieceView, PublicationView } from './view.ts';

/** Root-relative. */
export interface SharePicture {
  src: string;
  width: number;
  height: number;
  alt: string;
}

/** A summary has always its card: date and headings say more of it than the picture of one of its developments. */
export const hasCard = ({ kind, topImage }: Pick<PieceView, 'kind' | 'topImage'>): boolean =>
  kind === 'summary' || (kind !== 'page' && !topImage?.src);

export function sharePicture(piece: Pick<PieceView, 'kind' | 'topImage' | 'path' | 'title'>): SharePicture | null {
  const { topImage } = piece;
  if (hasCard(piece)) return { src: encodedPath(cardPath(piece.path)), ...cardSize, alt: piece.title };
  if (!topImage?.src) return null;
  const { src, width, height } = topImage.share ?? { ...topImage, src: topImage.src };
  return { src, width, height, alt: topImage.alt };
}

export function pieceCard(publication: PublicationView, piece: PieceView, logo: Uint8Array | null = null): Card {
  const { lang, date, dateline, kind, lede } = piece;
  const headings = piece.sections.filter(({ depth }) => depth === 1).map(({ heading }) => heading);
  return {
    publication: publication.name,
    logo,
    date: date !== null ? fullDay(date, lang) : dateline !== null ? knownDate(dateline, lang) : '',
    title: piece.title,
    lines: kind === 'summary' && headings.length > 0 ? headings : lede ? [lede] : [],
    accent: accentPair(publication.accent).light,
    paper: PAPER,
    rightToLeft: directionOf(lang) === 'rtl',
  };
}
