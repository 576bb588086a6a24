/** For an address that nothing stands at. It keeps no record of the address and is not indexed. */
import { wordsOf } from '#locales/locales.ts';
import { noticePage } from './notice.tsx';
import type { PublicationView, SiteView } from './view.ts';

/** `publication` is null where the address belongs to none. */
export function notFoundPage(site: SiteView, publication: PublicationView | null): string {
  const { copy } = wordsOf(publication?.lang ?? 'en');
  return noticePage(site, publication, { title: copy.notFound, text: copy.notFoundText, search: true });
}
