import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { testZip } from '../../tests/support/test-zip.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { testClock } from '../../tests/support/fixtures.ts';
import { importGazetteer } from './import-gazetteer.ts';
import { GazetteerUnreadable } from './place.ts';
import { findPlaceFinder } from './place-finder.ts';
import { findNamesOf, findPlacesOf } from './place-store.ts';
import { readGeonamesLine } from './read-geonames.ts';
import { readWhosOnFirst } from './read-whosonfirst.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A line as a dump of GeoNames has it. */
const line = (id: string, name: string, also: string, country: string, population: number, code = 'P.PPL') => {
  const [featureClass, featureCode] = code.split('.');
  return [
    ...[id, name, name, also, '36.2', '37.1', featureClass, featureCode, country],
    ...['', '09', '', '', '', String(population), '', '400', 'Asia/Damascus', '2026-01-01'],
  ].join('\t');
};
const syria = [
  line('170063', 'Aleppo', 'Alep,Halab,حلب', 'SY', 1602264, 'P.PPLA'),
  line('170654', 'Damascus', 'Damas,دمشق', 'SY', 1569394, 'P.PPLC'),
  line('1', 'Tal Amrin', 'تل عمرين,塔爾', 'SY', 900),
  line('2', 'Al Bab', 'الباب', 'SY', 130745),
  line('163843', 'Syria', 'سوريا,SYR', 'SY', 16906283, 'A.PCLI'),
  line('9', 'Aleppo', '', 'US', 120),
  line('10', 'Spring of Amrin', '', 'SY', 0, 'H.SPNG'),
];
const record = (id: number, properties: object) =>
  JSON.stringify({
    type: 'Feature',
    properties: { 'wof:id': id, 'geom:latitude': 33.5, 'geom:longitude': 36.3, 'wof:country': 'SY', ...properties },
    geometry: { type: 'Point', coordinates: [36.3, 33.5] },
  });
const damascus = record(421168683, {
  ...{ 'wof:name': 'Damascus', 'wof:placetype': 'locality', 'wof:population': 1569394 },
  ...{ 'name:ara_x_preferred': ['دمشق'], 'name:zho_x_preferred': ['大馬士革'], 'name:eng_x_variant': ['Dimashq'] },
  'wof:hierarchy': [{ region_id: 85678487, country_id: 85632413 }],
});

describe('a line of GeoNames', () => {
  test('is a place with its names in the scripts that our reports are in', () => {
    expect(readGeonamesLine(syria[2] ?? '')).toEqual({
      kind: 'place',
      place: {
        ...{ id: 'geonames:1', name: 'Tal Amrin', latitude: 36.2, longitude: 37.1, country: 'SY', admin: '09' },
        ...{ featureClass: 'P', featureCode: 'PPL', population: 900 },
      },
      names: [
        { placeId: 'geonames:1', name: 'Tal Amrin', lang: '' },
        { placeId: 'geonames:1', name: 'تل عمرين', lang: '' },
      ],
    });
  });

  test('is another name with its language; links, codes and names of the past are left out', () => {
    const name = (language: string, text: string, historic = '') =>
      readGeonamesLine(['5', '170063', language, text, '1', '', '', historic, '', ''].join('\t'));
    expect(name('ar', 'حلب')).toEqual({ kind: 'name', name: { placeId: 'geonames:170063', name: 'حلب', lang: 'ar' } });
    for (const [language, text, historic] of [
      ['link', 'https://en.wikipedia.org/wiki/Aleppo', ''],
      ['iata', 'ALP', ''],
      ['la', 'Beroea', '1'],
      ['zh', '阿勒坡', ''],
    ] as const)
      expect(name(language, text, historic)).toEqual({ kind: 'left-out' });
  });

  test('that cannot be read is told what is wrong with it', () => {
    const wrong = (text: string) => {
      const entry = readGeonamesLine(text);
      return entry.kind === 'wrong' ? entry.reason : entry.kind;
    };
    expect(wrong('Aleppo,SY')).toContain('it has 1 columns');
    expect(wrong(line('x', 'Aleppo', '', 'SY', 1))).toBe('its first column is no number');
    expect(wrong((syria[0] ?? '').replace('36.2', '136.2'))).toBe('its coordinates are none');
    expect(wrong((syria[0] ?? '').replace('1602264', '-1'))).toBe('its population is no number');
    expect(wrong(line('3', ' ', '', 'SY', 1))).toBe('it has no name');
  });
});

describe('a record of Who’s On First', () => {
  test('is a place with its names and their languages', () => {
    expect(readWhosOnFirst(damascus, 'x')).toMatchObject({
      place: {
        id: 'wof:421168683',
        featureClass: 'P',
        featureCode: 'locality',
        admin: '85678487',
        population: 1569394,
      },
      names: [
        { name: 'Damascus', lang: '' },
        { name: 'دمشق', lang: 'ar' },
        { name: 'Dimashq', lang: 'en' },
      ],
    });
  });

  test('of another kind, or of what is not there any more, is left out; what is none is named', () => {
    const kind = (properties: object) => readWhosOnFirst(record(1, { 'wof:name': 'X', ...properties }), 'x').kind;
    expect(kind({ 'wof:placetype': 'venue' })).toBe('left-out');
    expect(kind({ 'wof:placetype': 'county', 'edtf:cessation': '1990' })).toBe('left-out');
    expect(kind({ 'wof:placetype': 'county', 'geom:latitude': null })).toBe('wrong');
    expect(readWhosOnFirst('{"type": "Feature"', 'a.geojson')).toMatchObject({ kind: 'wrong', item: 'a.geojson' });
  });
});

describeOnBothEngines('a gazetteer', (open) => {
  const read = async (database: Database, path: string, countries: string[] = []) => {
    const aside: string[] = [];
    const deps = { database, clock: testClock(), signal: new AbortController().signal };
    const setAside = (item: string, reason: string) => void aside.push(`${item}: ${reason}`);
    return { done: await importGazetteer(deps, path, { countries, classes: ['P', 'A'], setAside }), aside };
  };
  const file = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const all = { countries: ['SY'], from: 0, elsewhereFrom: 0, most: 99 };
  const isWord = (word: string) => word === 'Spring';

  test('is read from text, packed or not, and reading it again changes nothing', async () => {
    const database = await open();
    const text = [...syria, 'Nonsense'].join('\r\n');
    const { done, aside } = await read(database, file('SY.txt', text), ['SY']);
    expect(done).toEqual({
      ...{ seen: 8, places: 5, names: 14, otherNames: 0, leftOut: 2, setAside: 1, interrupted: false },
    });
    expect(aside).toEqual(['line 8 (Nonsense): it has 1 columns; a place has 19, another name 8 or 10']);
    const before = await findPlacesOf(database.read, all);
    expect(before.map(({ name }) => name)).toEqual(['Syria', 'Aleppo', 'Damascus', 'Al Bab', 'Tal Amrin']);
    await read(database, file('SY.txt.gz', gzipSync(text)), ['SY']);
    const zip = testZip([
      { name: 'readme.txt', bytes: Buffer.from('This is GeoNames.') },
      { name: 'SY.txt', bytes: Buffer.from(text) },
    ]);
    const zipped = await read(database, file('SY.zip', zip), ['SY']);
    expect(zipped.aside).toEqual(['SY.txt line 8 (Nonsense): it has 1 columns; a place has 19, another name 8 or 10']);
    expect(await findPlacesOf(database.read, all)).toEqual(before);
    expect(await findNamesOf(database.read, ['geonames:170063'])).toHaveLength(4);
  });

  test('takes other names of the places that are here, and no others', async () => {
    const database = await open();
    await read(database, file('SY.txt', syria.join('\n')));
    const names = [
      '1\t170063\tku\tHeleb\t\t\t\t\t\t',
      '2\t170063\tku\tHeleb\t\t\t\t\t\t',
      '3\t777\tar\tحمص\t\t\t\t\t\t',
    ];
    const { done } = await read(database, file('alternateNamesV2.txt', names.join('\n')));
    expect(done).toMatchObject({ places: 0, otherNames: 2, leftOut: 1 });
    expect(await findNamesOf(database.read, ['geonames:170063'])).toContainEqual({
      ...{ placeId: 'geonames:170063', name: 'Heleb', lang: 'ku' },
    });
  });

  test('is read from Who’s On First, as a folder of records and as one file of SQLite', async () => {
    const database = await open();
    mkdirSync(join(folder, 'wof/421/168'), { recursive: true });
    file('wof/421/168/421168683.geojson', damascus);
    file('wof/421/168/421168683-alt-quattroshapes.geojson', 'an outline');
    file('wof/broken.geojson', '{');
    const { done, aside } = await read(database, join(folder, 'wof'));
    expect([done.places, done.setAside, aside.length]).toEqual([1, 1, 1]);
    const bundle = new DatabaseSync(join(folder, 'sy.db'));
    bundle.exec('create table geojson (id integer, body text, is_alt integer)');
    const keep = bundle.prepare('insert into geojson values (?, ?, ?)');
    keep.run(1, record(1, { 'wof:name': 'Tal Amrin', 'wof:placetype': 'locality' }), 0);
    keep.run(1, 'an outline', 1);
    bundle.close();
    expect((await read(database, join(folder, 'sy.db'))).done).toMatchObject({ places: 1, setAside: 0 });
    expect((await findPlacesOf(database.read, all)).map(({ id }) => id)).toEqual(['wof:421168683', 'wof:1']);
  });

  test('that is none says what it is instead', async () => {
    const database = await open();
    await expect(read(database, join(folder, 'none.txt'))).rejects.toThrow(GazetteerUnreadable);
    await expect(read(database, file('wof.db.bz2', 'BZh9'))).rejects.toThrow('unpack it first');
    await expect(read(database, file('SY.zip', 'PK'))).rejects.toThrow('no whole zip');
  });

  test('finds what a text names, in both scripts: the place of the publication’s countries, then the largest', async () => {
    const database = await open();
    expect(await findPlaceFinder(database, { countries: ['SY'] }, isWord)).toBeNull();
    await read(database, file('all.txt', syria.join('\n')));
    const find = await findPlaceFinder(database, { countries: ['SY'] }, isWord);
    const named = (text: string) => find?.(text).map(({ id }) => id.replace('geonames:', ''));
    expect(named('Shelling in Aleppo and near Tal Amrin; aleppo soap.')).toEqual(['170063', '1']);
    expect(named('قصف في حلب وقرب تل عمرين ومن دمشق إلى حلب')).toEqual(['170063', '1', '170654']);
    expect(named('وبدمشق')).toEqual(['170654']);
    expect(named('SYR')).toEqual([]);
    // "The door" is a town after a word that says so.
    expect([named('فتح الباب'), named('قصف على مدينة الباب')]).toEqual([[], ['2']]);
    const elsewhere = await findPlaceFinder(database, { countries: [] }, isWord);
    // Without its country a small place is not looked for.
    expect(elsewhere?.('Tal Amrin, Damascus, Syria').map(({ name }) => name)).toEqual(['Damascus', 'Syria']);
  });
});
