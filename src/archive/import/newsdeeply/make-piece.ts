import type { ImportedPiece } from '../importer.ts';
import type { PieceContent } from '#pieces/pieces.ts';
import { readDates } from './page-dates.ts';
import { type ArchivePage, linkedData } from './read-page.ts';
import { otherForms, pathBelow, type SitePlace } from './site-place.ts';

/** What the pages of all kinds have in common when they are read. */
export interface PageReading {
  page: ArchivePage;
  place: SitePlace;
  /** The path of the piece below the publication. */
  path: string;
  /** Where the page stood, in full. */
  address: string;
  /** Where relative addresses start from. */
  baseUrl: string;
  ids: (prefix: string) => string;
  /** Days on which pages were saved again in bulk. */
  resaved: ReadonlySet<string>;
}

type Told = Pick<PieceContent, 'kind' | 'title' | 'blocks'> & Partial<PieceContent>;

/** A piece from what its page told; dates, addresses and language are read here. */
export function makePiece(reading: PageReading, told: Told, options: { dated: boolean }): ImportedPiece {
  const { page, place, path, address: url, resaved } = reading;
  const dates = options.dated
    ? readDates(`/${path}`, page.html, resaved)
    : { dated: null, published: null, modified: null };
  const stated = [linkedData(page.html, 'url'), page.metas.get('og:url') ?? null]
    .filter((address) => address !== null && /^https?:\/\//u.test(address) && address !== url)
    .map(String);
  const others = stated.filter((address) => pathBelow(place, address) !== path);
  return {
    path,
    content: {
      version: 1,
      lang: page.lang ?? 'en',
      lede: '',
      recommendedReads: [],
      topImage: null,
      topics: [],
      ...told,
      imported: {
        format: 'newsdeeply',
        url,
        published: dates.published?.precision ?? null,
        modified: dates.modified?.precision ?? null,
      },
    },
    dated: dates.dated,
    publishedAt: dates.published?.at ?? null,
    modifiedAt: dates.modified?.at ?? null,
    state: 'live',
    aliases: [...new Set([...otherForms(path), ...others])],
  };
}
