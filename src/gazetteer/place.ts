/** A place of the world, as a gazetteer says it. */
export interface Place {
  /** `geonames:170063`, `wof:421187849`. */
  id: string;
  /** As the gazetteer writes it in the first place. */
  name: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** ISO 3166-1, two letters; '' where it is in none. */
  country: string;
  /** The part of the country that it is in, as its gazetteer names it: a code, or '' . */
  admin: string;
  /** GeoNames’ letter: P is where people live, A what is administered. */
  featureClass: string;
  /** GeoNames’ code (PPLC, ADM1), or Who’s On First’s kind of place (locality, region). */
  featureCode: string;
  /** 0 where it is not known. */
  population: number;
}

/** One name of a place; `lang` is a language tag, '' where the gazetteer does not say. */
export interface PlaceName {
  placeId: string;
  name: string;
  lang: string;
}

/** One entry of a gazetteer: a place with names, names of a place that another file holds, or what cannot be read. */
export type GazetteerEntry =
  | { kind: 'place'; place: Place; names: PlaceName[] }
  | { kind: 'name'; name: PlaceName }
  /** Not of the kinds of places that are kept, or a name that nobody writes. */
  | { kind: 'left-out' }
  | { kind: 'wrong'; item: string; reason: string };

/** The file or folder is no gazetteer that is known; the message says what it is. */
export class GazetteerUnreadable extends Error {
  override name = 'GazetteerUnreadable';
}

const longestName = 200;

/** A name as it is kept: on one line. Null for one that no report in our languages’ scripts can hold. */
export function keptName(written: string): string | null {
  const name = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '' || name.length > longestName || !name.isWellFormed()) return null;
  return /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}]/u.test(name) && !/\p{Cc}/u.test(name) ? name : null;
}

/** A language as its shortest tag: `ara` is `ar`; '' for what is none. */
export function languageOfName(written: string): string {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}$/iu.test(written)) return '';
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0] ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
