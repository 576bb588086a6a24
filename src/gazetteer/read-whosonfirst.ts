import { type GazetteerEntry, keptName, languageOfName, type PlaceName } from './place.ts';

type Properties = Record<string, unknown>;

const classes: Record<string, string> = {
  ...Object.fromEntries(['locality', 'localadmin', 'borough', 'macrohood', 'neighbourhood'].map((kind) => [kind, 'P'])),
  ...Object.fromEntries(
    ['country', 'dependency', 'disputed', 'macroregion', 'region', 'macrocounty', 'county'].map((kind) => [kind, 'A']),
  ),
};

/** One record of Who’s On First, the text of its GeoJSON; `item` names it where it cannot be read. */
export function readWhosOnFirst(text: string, item: string): GazetteerEntry {
  const properties = propertiesOf(text);
  if (properties === null) return { kind: 'wrong', item, reason: 'it is no record of Who’s On First in GeoJSON' };
  const id = properties['wof:id'];
  const kind = textAt(properties, 'wof:placetype');
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return { kind: 'wrong', item, reason: 'it has no wof:id' };
  const featureClass = classes[kind];
  const isGone = ['edtf:deprecated', 'edtf:cessation'].some((key) => /^\d/u.test(textAt(properties, key)));
  if (featureClass === undefined || isGone || properties['mz:is_current'] === 0) return { kind: 'left-out' };
  const placeId = `wof:${id}`;
  const names = namesOf(properties, placeId);
  const name = keptName(textAt(properties, 'wof:name')) ?? names[0]?.name;
  if (name === undefined) return { kind: 'left-out' };
  const [latitude, longitude] = [properties['geom:latitude'], properties['geom:longitude']];
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180))
    return { kind: 'wrong', item, reason: 'its coordinates are none' };
  const country = textAt(properties, 'wof:country').toUpperCase();
  return {
    kind: 'place',
    place: {
      ...{ id: placeId, name, latitude, longitude, featureClass, featureCode: kind },
      country: /^[A-Z]{2}$/u.test(country) ? country : '',
      admin: regionOf(properties['wof:hierarchy']),
      population: ['wof:population', 'gn:population', 'qs:pop'].map((key) => properties[key]).find(isCount) ?? 0,
    },
    names: [{ placeId, name, lang: '' }, ...names.filter((each) => each.name !== name)],
  };
}

/** `name:ara_x_preferred`, `name:eng_x_variant` …: the language, and how the name is used. */
function namesOf(properties: Properties, placeId: string): PlaceName[] {
  const names: PlaceName[] = [];
  for (const [key, value] of Object.entries(properties)) {
    const language = /^name:([a-z]{3})_x_(?:preferred|variant|colloquial|short)$/u.exec(key)?.[1];
    if (language === undefined || !Array.isArray(value)) continue;
    for (const written of value.slice(0, 50)) {
      const name = typeof written === 'string' ? keptName(written) : null;
      if (name !== null) names.push({ placeId, name, lang: languageOfName(language) });
    }
  }
  return names;
}

function propertiesOf(text: string): Properties | null {
  try {
    const record = JSON.parse(text) as { properties?: unknown } | null;
    const properties = record?.properties;
    return typeof properties === 'object' && properties !== null ? (properties as Properties) : null;
  } catch {
    return null;
  }
}

function regionOf(hierarchy: unknown): string {
  const first: unknown = Array.isArray(hierarchy) ? hierarchy[0] : null;
  const region = (first as { region_id?: unknown } | null)?.region_id;
  return typeof region === 'number' && region > 0 ? String(region) : '';
}

const textAt = (properties: Properties, key: string): string => {
  const value = properties[key];
  return typeof value === 'string' ? value : '';
};
const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
