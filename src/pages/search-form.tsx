/** The form that searches one publication: a plain GET, so that what was found has an address. */
import { longestQuery } from '#lib/search/read-query.ts';
import { wordsOf } from '#ui/locale.ts';
import { searchPath } from './paths.ts';
import type { PublicationView } from './view.ts';

export function SearchForm({ publication, label }: { publication: PublicationView; label?: string }) {
  const { copy } = wordsOf(publication.lang);
  return (
    <form class="search" role="search" action={searchPath(publication)} aria-label={label ?? copy.search}>
      <input type="search" name="q" maxlength={longestQuery} aria-label={copy.searchFor} autocomplete="off" required />{' '}
      <button>{copy.searchButton}</button>
    </form>
  );
}
