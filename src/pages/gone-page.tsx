/** For what was published and is withdrawn: it says so, and why where the editors said it; nothing of what it was. */
import { wordsOf } from '#locales/locales.ts';
import { noticePage } from './notice.tsx';
import type { CorrectionView } from './text-view.ts';
import type { PublicationView, SiteView } from './view.ts';

export function gonePage(site: SiteView, publication: PublicationView, why: CorrectionView | null = null): string {
  const { copy } = wordsOf(publication.lang);
  return noticePage(site, publication, { title: copy.gone, text: copy.goneText, why });
}
