/** For an address that nothing stands at. It keeps no record of the address and is not indexed. */
import { wordsOf } from '#locales/locales.ts';
import { noticePage } from './notice.tsx';
import type { PieceCard, PublicationView, SiteView } from './view.ts';

/** What the words of the address may have meant. */
export interface LostView {
  q: string;
  cards: PieceCard[];
}

/** `publication` is null where the address belongs to none. */
export function notFoundPage(site: SiteView, publication: PublicationView | null, lost?: LostView): string {
  const { copy } = wordsOf(publication?.lang ?? 'en');
  return noticePage(site, publication, {
    title: copy.notFound,
    text: copy.notFoundText,
    search: { q: lost?.q ?? '', cards: lost?.cards ?? [] },
  });
}
