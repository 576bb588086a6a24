import { type GazetteerEntry, keptName, languageOfName } from './place.ts';

/** What stands in `isolanguage` and is no language: links, codes of airports and posts, abbreviations, and the like. */
const noLanguage =
  /^(?:link|post|iata|icao|faac|fr_1793|wkdt|unlc|abbr|phon|piny|tcid|uicn|ttid|ruri|lauc|nuts|name|\d.*)$/iu;

/**
 * One line of a dump of GeoNames, told by its columns: 19 of a place (`allCountries.txt`, `cities500.txt`, `SY.txt`), 8 or 10
 * of another name (`alternateNames.txt`, `alternateNamesV2.txt`). The format: download.geonames.org/export/dump/readme.txt
 */
export function readGeonamesLine(line: string): GazetteerEntry {
  const columns = line.split('\t');
  if (columns.length === 19) return readPlace(columns);
  if (columns.length === 8 || columns.length === 10) return readName(columns);
  const item = (columns[0] ?? '').slice(0, 60);
  return { kind: 'wrong', item, reason: `it has ${columns.length} columns; a place has 19, another name 8 or 10` };
}

function readPlace(columns: string[]): GazetteerEntry {
  const [id = '', written = '', ascii = '', alternates = '', latitude, longitude, featureClass, featureCode, country] =
    columns;
  const item = `${id} ${written}`.slice(0, 60);
  const wrong = (reason: string): GazetteerEntry => ({ kind: 'wrong', item, reason });
  if (!/^\d{1,12}$/u.test(id)) return wrong('its first column is no number');
  const name = keptName(written) ?? keptName(ascii);
  if (name === null) return written.trim() === '' ? wrong('it has no name') : { kind: 'left-out' };
  const [lat, lon] = [degrees(latitude, 90), degrees(longitude, 180)];
  if (lat === null || lon === null) return wrong('its coordinates are none');
  const population = Number(columns[14] || '0');
  if (!Number.isSafeInteger(population) || population < 0) return wrong('its population is no number');
  const placeId = `geonames:${id}`;
  const names = new Set([written, ascii, ...alternates.split(',')].flatMap((each) => keptName(each) ?? []));
  return {
    kind: 'place',
    place: {
      ...{ id: placeId, name, latitude: lat, longitude: lon },
      country: /^[A-Z]{2}$/u.test(country ?? '') ? (country ?? '') : '',
      admin: (columns[10] ?? '').slice(0, 40),
      featureClass: (featureClass ?? '').slice(0, 1),
      featureCode: (featureCode ?? '').slice(0, 10),
      population,
    },
    names: [...names].map((each) => ({ placeId, name: each, lang: '' })),
  };
}

function readName(columns: string[]): GazetteerEntry {
  const [, id = '', language = '', written = ''] = columns;
  if (!/^\d{1,12}$/u.test(id))
    return { kind: 'wrong', item: (columns[0] ?? '').slice(0, 60), reason: 'its second column is no number' };
  // The eighth column: not used any more.
  const name = noLanguage.test(language) || columns[7] === '1' ? null : keptName(written);
  if (name === null) return { kind: 'left-out' };
  return { kind: 'name', name: { placeId: `geonames:${id}`, name, lang: languageOfName(language) } };
}

function degrees(text: string | undefined, most: number): number | null {
  const value = text?.trim() ? Number(text) : Number.NaN;
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null;
}
