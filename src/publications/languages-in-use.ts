import type { Lang } from '#platform/language.ts';
import { firstLanguage, type Publication } from './publication.ts';

/** Which languages cannot change as asked, as pieces would then stand where nobody finds them. */
export type LanguagesInUse =
  /** The addresses of pieces in these follow from which language is first. */
  | { kind: 'first-stays'; first: Lang; langs: Lang[] }
  /** Pieces stand in these. */
  | { kind: 'stay'; langs: Lang[] };

/** Null where the languages can be so. `pieces` counts those of each language, whatever their state. */
export function languagesInUse(
  publication: Pick<Publication, 'languages'>,
  languages: Lang[],
  pieces: Map<Lang, number>,
): LanguagesInUse | null {
  const stands = (lang: Lang) => (pieces.get(lang) ?? 0) > 0;
  const first = firstLanguage(publication);
  const moved = first === languages[0] ? [] : [first, languages[0] ?? ''].filter(stands);
  if (moved.length > 0) return { kind: 'first-stays', first, langs: moved };
  const gone = publication.languages.filter((lang) => !languages.includes(lang)).filter(stands);
  return gone.length > 0 ? { kind: 'stay', langs: gone } : null;
}
