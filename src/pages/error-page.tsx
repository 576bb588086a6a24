/** For a failure of our own. It says nothing about the cause. */
import { wordsOf } from '#locales/locales.ts';
import { noticePage } from './notice.tsx';
import type { PublicationView, SiteView } from './view.ts';

/** `publication` is null where it is not known. */
export function errorPage(site: SiteView, publication: PublicationView | null): string {
  const { copy } = wordsOf(publication?.lang ?? 'en');
  return noticePage(site, publication, { title: copy.failed, text: copy.failedText });
}
