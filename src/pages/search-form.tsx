/** The form that searches one publication: a plain GET, so that what was found has an address. Light: it is on every page. */
import { wordsOf } from '#locales/locales.ts';
import { searchPath } from './paths.ts';
import type { PublicationView } from './view.ts';

export function SearchForm({ publication, q }: { publication: PublicationView; q?: string }) {
  const { copy } = wordsOf(publication.lang);
  return (
    <form class="search" role="search" action={searchPath(publication)}>
      <input type="search" name="q" value={q} aria-label={copy.searchFor} required />{' '}
      <button>{copy.searchButton}</button>
    </form>
  );
}
