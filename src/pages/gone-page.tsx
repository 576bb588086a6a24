/** For what was published and is withdrawn: it says so, and nothing of what it was. */
import { wordsOf } from '#locales/locales.ts';
import { noticePage } from './notice.tsx';
import type { PublicationView, SiteView } from './view.ts';

export function gonePage(site: SiteView, publication: PublicationView): string {
  const { copy } = wordsOf(publication.lang);
  return noticePage(site, publication, { title: copy.gone, text: copy.goneText });
}
