import type { Reader, Writer } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { Place, PlaceName } from './place.ts';

interface PlaceRow {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  country: string;
  admin: string;
  feature_class: string;
  feature_code: string;
  /** PostgreSQL answers a bigint as text. */
  population: number | string;
}

type PlaceTables = {
  places: PlaceRow;
  place_names: { place_id: string; name: string; lang: string };
  gazetteer_reads: { id: string; at: string; source: string; places: number };
};

/** Keeps places, the newest word of each; at most 500. */
export async function savePlaces(tx: Writer, places: readonly Place[]): Promise<void> {
  // Of two of one id in one statement neither engine knows which to take.
  const rows = [...new Map(places.map((place) => [place.id, place])).values()].map((place) => ({
    ...{ id: place.id, name: place.name, latitude: place.latitude, longitude: place.longitude },
    ...{ country: place.country, admin: place.admin, population: place.population },
    ...{ feature_class: place.featureClass, feature_code: place.featureCode },
  }));
  if (rows.length === 0) return;
  await tx
    .withTables<PlaceTables>()
    .insertInto('places')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        ...{ name: eb.ref('excluded.name'), country: eb.ref('excluded.country'), admin: eb.ref('excluded.admin') },
        ...{ latitude: eb.ref('excluded.latitude'), longitude: eb.ref('excluded.longitude') },
        ...{ feature_class: eb.ref('excluded.feature_class'), feature_code: eb.ref('excluded.feature_code') },
        population: eb.ref('excluded.population'),
      })),
    )
    .execute();
}

/** Keeps names of places that are here, each once; at most 500. */
export async function savePlaceNames(tx: Writer, names: readonly PlaceName[]): Promise<void> {
  if (names.length === 0) return;
  await tx
    .withTables<PlaceTables>()
    .insertInto('place_names')
    .values(names.map(({ placeId, name, lang }) => ({ place_id: placeId, name, lang })))
    .onConflict((conflict) => conflict.columns(['place_id', 'name', 'lang']).doNothing())
    .execute();
}

/** Which of some places are here. */
export async function findPlaceIds(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .withTables<PlaceTables>()
    .selectFrom('places')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Writes down that a file was read to its end, or as far as somebody let it. */
export async function recordRead(tx: Writer, read: { at: string; source: string; places: number }): Promise<void> {
  await tx
    .withTables<PlaceTables>()
    .insertInto('gazetteer_reads')
    .values({ id: newId('gz'), ...read })
    .execute();
}

/** How often a file was read; 0 where there is no gazetteer. */
export async function countReads(db: Reader): Promise<number> {
  const row = await db
    .withTables<PlaceTables>()
    .selectFrom('gazetteer_reads')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

const nation = ['PCLI', 'PCLS', 'PCLD', 'PCL', 'country', 'dependency'];

/** The places of some countries from a size on, those elsewhere from another, and every country; the largest first. */
export async function findPlacesOf(
  db: Reader,
  of: { countries: readonly string[]; from: number; elsewhereFrom: number; most: number },
): Promise<Place[]> {
  const rows = await db
    .withTables<PlaceTables>()
    .selectFrom('places')
    .selectAll()
    .where('feature_class', 'in', ['P', 'A'])
    .where((eb) =>
      eb.or([
        eb('population', '>=', of.elsewhereFrom),
        eb('feature_code', 'in', nation),
        ...(of.countries.length === 0
          ? []
          : [
              eb.and([
                eb('country', 'in', of.countries),
                eb.or([eb('population', '>=', of.from), eb('feature_code', 'in', ['ADM1', 'PPLC', 'PPLA', 'region'])]),
              ]),
            ]),
      ]),
    )
    .orderBy('population', 'desc')
    .orderBy('id')
    .limit(of.most)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, latitude: row.latitude, longitude: row.longitude },
    ...{ country: row.country, admin: row.admin, population: Number(row.population) },
    ...{ featureClass: row.feature_class, featureCode: row.feature_code },
  }));
}

/** The names of some places. */
export async function findNamesOf(db: Reader, ids: readonly string[]): Promise<PlaceName[]> {
  const found: PlaceName[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .withTables<PlaceTables>()
      .selectFrom('place_names')
      .selectAll()
      .where('place_id', 'in', ids.slice(start, start + 500))
      .execute();
    for (const row of rows) found.push({ placeId: row.place_id, name: row.name, lang: row.lang });
  }
  return found;
}
