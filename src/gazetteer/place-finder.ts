import { createKnownFinder } from '#lib/text/spellings.ts';
import { isArabic, words } from '#lib/text/words.ts';
import type { Database } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import type { Place } from './place.ts';
import { countReads, findNamesOf, findPlacesOf } from './place-store.ts';

/** A place that a text names, once for each place, in the order of their first mention. */
export type NamedPlaces = (text: string) => Place[];

/** Which places a publication's reports are looked through for: the larger ones of its countries, cities and countries elsewhere. */
const sizes = { from: 500, elsewhereFrom: 100_000, most: 20_000 };
/** An Arabic word has no capital: one that is a small place’s name is more often the word that it is called after. */
const leastOfArabicWord = 10_000;
const shortest = 3;
/** Only the beginning of a text is looked through. */
const mostRead = 6_000;

interface Spelled {
  place: Place;
  spellings: string[];
}

let made: { database: Database; of: string; find: NamedPlaces } | null = null;

/**
 * Finds the places that a publication's reports may name, in Latin and Arabic letters alike; null where no gazetteer was
 * read. Of several places of one name it is the one in the publication's countries, then the most populous.
 * @param isWord whether a folded word is one of the language's own: it names no place by itself
 */
export async function findPlaceFinder(
  database: Database,
  { countries }: Pick<Publication, 'countries'>,
  isWord: (word: string) => boolean,
): Promise<NamedPlaces | null> {
  const count = await countReads(database.read);
  if (count === 0) return null;
  const of = `${count} ${countries.join(' ')}`;
  if (made?.database === database && made.of === of) return made.find;
  const places = await findPlacesOf(database.read, { countries, ...sizes });
  const names = Map.groupBy(
    await findNamesOf(
      database.read,
      places.map(({ id }) => id),
    ),
    ({ placeId }) => placeId,
  );
  const find = placesIn(
    places.map((place) => ({ place, spellings: (names.get(place.id) ?? []).map(({ name }) => name) })),
    countries,
    isWord,
  );
  made = { database, of, find };
  return find;
}

/** The same of places that are given, the largest first. */
export function placesIn(
  places: readonly Spelled[],
  countries: readonly string[],
  isWord: (word: string) => boolean,
): NamedPlaces {
  const isNear = ({ place }: Spelled) => countries.includes(place.country);
  const ordered = [...places.filter(isNear), ...places.filter((each) => !isNear(each))];
  const taken = new Set<string>();
  const known = ordered.flatMap(({ place, spellings }) => {
    const own = spellings.filter((spelling) => {
      const key = spelling.toLowerCase();
      if (taken.has(key) || !isTelling(spelling, place, isWord)) return false;
      taken.add(key);
      return true;
    });
    return own.length === 0 ? [] : [{ place, spellings: own }];
  });
  const find = createKnownFinder(known);
  return (text) => {
    const found = new Map<string, Place>();
    for (const { known, text: said } of find(text.slice(0, mostRead)))
      // Where there are capitals, a name has one.
      if (/\p{Lu}|\p{Script=Arabic}/u.test(said)) found.set(known.place.id, known.place);
    return [...found.values()];
  };
}

/** Whether a spelling is a name that is told from a word: of several words, or of one that is no word of the language. */
function isTelling(spelling: string, { featureClass, population }: Place, isWord: (word: string) => boolean): boolean {
  const parts = words(spelling);
  const [first] = parts;
  if (!first || spelling.length < shortest) return false;
  if (parts.length > 1) return true;
  // "UK", "SYR": what stands in capitals alone is a code.
  if (/^\p{Lu}+$/u.test(first.raw) || isWord(first.raw)) return false;
  return !isArabic(first.raw) || featureClass === 'A' || population >= leastOfArabicWord;
}
