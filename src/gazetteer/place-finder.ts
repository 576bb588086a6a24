import { isArabic, words } from '#lib/text/words.ts';
import type { Database } from '#platform/database/database.ts';
import type { Publication } from '#publications/publications.ts';
import type { Place } from './place.ts';
import { createPlacer, type NamedPlaces } from './placer.ts';
import { countReads, findNamesOf, findPlacesOf } from './place-store.ts';

/** Which places a publication's reports are looked through for: the larger ones of its countries, cities and countries elsewhere. */
const sizes = { from: 500, elsewhereFrom: 100_000, most: 20_000 };
/** An Arabic word has no capital: that of a smaller place is more often the word that the place is called after. */
const leastOfArabicWord = 500_000;
const nation = /^(?:PCL|country|dependency|PPLC)/u;
const shortest = 3;

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
function placesIn(
  places: readonly Spelled[],
  countries: readonly string[],
  isWord: (word: string) => boolean,
): NamedPlaces {
  const isNear = ({ place }: Spelled) => countries.includes(place.country);
  const ordered = [...places.filter(isNear), ...places.filter((each) => !isNear(each))];
  const taken = new Set<string>();
  const known = ordered.flatMap(({ place, spellings }) => {
    const own = spellings.flatMap((name) => {
      const key = name.toLowerCase();
      const telling = taken.has(key) ? 'no' : howTelling(name, place, isWord);
      if (telling === 'no') return [];
      taken.add(key);
      return [{ name, cued: telling === 'after a cue' }];
    });
    return own.length === 0 ? [] : [{ place, spellings: own }];
  });
  return createPlacer(known);
}

/** Whether a spelling is told from a word: it is several words, or one that is no word of the language. */
function howTelling(
  spelling: string,
  { featureClass, featureCode, population }: Place,
  isWord: (word: string) => boolean,
): 'always' | 'after a cue' | 'no' {
  const parts = words(spelling);
  const [first] = parts;
  if (!first || spelling.length < shortest) return 'no';
  if (parts.length > 1) return 'always';
  // "UK", "SYR": what stands in capitals alone is a code.
  if (/^\p{Lu}+$/u.test(first.raw) || isWord(first.raw)) return 'no';
  const isLarge = featureClass === 'P' && population >= leastOfArabicWord;
  return !isArabic(first.raw) || isLarge || nation.test(featureCode) ? 'always' : 'after a cue';
}
