import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { readQuery } from '#lib/search/read-query.ts';
import type { Database } from '#platform/database/database.ts';
import { readConfig } from '#platform/config/config.ts';
import { findPieceByPath, insertImportedPiece, summaryPath } from '#pieces/pieces.ts';
import { findPublications, firstLanguage, plainPublication, savePublication } from '#publications/publications.ts';
import { indexPending, searchPieces } from '#search/search.ts';
import { type Newsroom, openNewsroom } from '../../newsroom.ts';
import { loadSample } from '../load-sample.ts';
import { analyseTables, bareSearch } from './bare-search-store.ts';
import type { BenchRow } from './bench-row.ts';
import { createChance, inventPiece, type InventedPiece, mistype } from './invented-pieces.ts';
import { labelledSearches } from './labelled-searches.ts';
import { startServer } from './temporary-postgres.ts';

const pieces = 20_000;
const arabicPieces = 2_000;
const asked = 300;
/** Fewer where a query takes several times as long. */
const rounds = { sqlite: 3, postgres: 1 };
const at = '2026-11-20T09:00:00.000Z';
const slug = 'invented';

/**
 * Search over 20,000 invented pieces on SQLite, and on PostgreSQL (the empty database that `databaseUrl` names, else a
 * server started for this run where its binaries are): its time
 * beside the engine's own query for the same words, whether a piece is found by its title, and a labelled set of the sample.
 * @param arabicFile titles and texts in Arabic from `../shared/data`, left out where they are not there
 */
export async function benchSearch(
  options: { databaseUrl: string | null; arabicFile: string },
  note: (line: string) => void,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  rows.push(...(await inNewsroom({}, (newsroom) => benchLabelled(newsroom))));
  const benchEngine = (env: Record<string, string>) =>
    inNewsroom(env, async ({ database }) => {
      if ((await findPublications(database.read)).length > 0)
        throw new Error('bench search needs an empty database; this one holds publications');
      return benchInvented(database, options.arabicFile, note);
    });
  rows.push(...(await benchEngine({})));
  const server = options.databaseUrl ? null : await startServer();
  const url = options.databaseUrl ?? server?.url;
  try {
    if (url) rows.push(...(await benchEngine({ DATABASE_URL: url })));
    else note('There is no PostgreSQL here, and DATABASE_URL names none: SQLite alone is measured.');
  } finally {
    await server?.stop();
  }
  return rows;
}

async function inNewsroom(
  env: Record<string, string>,
  run: (newsroom: Newsroom) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, env));
  try {
    return await run(newsroom);
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Mean reciprocal rank and first places over the labelled searches of the sample newsroom. */
async function benchLabelled(newsroom: Newsroom): Promise<BenchRow[]> {
  const { database } = newsroom;
  await loadSample(newsroom, () => {}, new AbortController().signal);
  await indexPending(database);
  const publications = await findPublications(database.read);
  let reciprocal = 0;
  let first = 0;
  for (const { publication: name, lang, text, days } of labelledSearches) {
    const publication = publications.find((each) => each.slug === name);
    if (!publication) throw new Error(`the sample has no publication ${name}`);
    const right = new Set<string>();
    for (const day of days) {
      const piece = await findPieceByPath(database.read, name, summaryPath(day, lang, firstLanguage(publication)));
      if (!piece) throw new Error(`the sample has no summary of ${day}`);
      right.add(piece.id);
    }
    const { pieceIds } = await searchPieces(database.read, { ...plainRequest(name, lang), text });
    const place = pieceIds.slice(0, 10).findIndex((id) => right.has(id)) + 1;
    reciprocal += place > 0 ? 1 / place : 0;
    first += place === 1 ? 1 : 0;
  }
  const count = labelledSearches.length;
  return [
    { name: `sample, ${count} labelled searches, MRR@10`, value: reciprocal / count, unit: '' },
    { name: `sample, ${count} labelled searches, success@1`, value: first / count, unit: '' },
  ];
}

const plainRequest = (publication: string, lang: string) => ({
  publication,
  lang,
  inLanguage: (each: string) => each === lang,
  synonyms: [],
  filters: {},
  page: 1,
  perPage: 20,
});

async function benchInvented(
  database: Database,
  arabicFile: string,
  note: (line: string) => void,
): Promise<BenchRow[]> {
  const name = database.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  note(`${name}: making ${pieces} pieces…`);
  await database.write((tx) => savePublication(tx, { ...plainPublication(slug), languages: ['en', 'ar'] }, at));
  const invented = Array.from({ length: pieces }, (_, number) =>
    inventPiece(number, number < pieces - arabicPieces ? 'en' : 'ar'),
  );
  await insert(database, invented);
  note(`${name}: indexing…`);
  const started = performance.now();
  await indexPending(database);
  const seconds = (performance.now() - started) / 1000;
  await analyseTables(database);
  const rows = [{ name: `${name}, indexing`, value: pieces / seconds, unit: 'pieces/s' }];
  note(`${name}: searching…`);
  return [
    ...rows,
    ...(await benchTime(database, name, invented)),
    ...(await benchTitles(database, name, invented)),
    ...(existsSync(arabicFile) ? await benchArabic(database, name, arabicFile) : []),
  ];
}

async function insert(database: Database, some: InventedPiece[]): Promise<void> {
  const before = { revision: 1, live: true, firstPublishedAt: at, modifiedAt: null };
  for (let start = 0; start < some.length; start += 200)
    await database.write(async (tx) => {
      for (const { id, path, dated, content } of some.slice(start, start + 200)) {
        const { kind, lang } = content;
        const piece = { id, publication: slug, kind, lang, path, dated, translationOf: null };
        await insertImportedPiece(tx, piece, content, { by: 'bench', at }, before);
      }
    });
}

/** A mix: common words alone and together, words of titles, names; and apart from them, mistyped and filtered ones. */
async function benchTime(database: Database, name: string, invented: InventedPiece[]): Promise<BenchRow[]> {
  const chance = createChance(42);
  const common = ['ferry', 'harbour', 'bridge', 'council', 'water', 'ceasefire', 'border', 'hospital'];
  const pick = <T>(from: T[]): T => from[Math.floor(chance() * from.length)] as T;
  const english = invented.filter(({ content }) => content.lang === 'en');
  const title = (): string[] => pick(english).content.title.split(' ');
  const mixes: ((turn: number) => string)[] = [
    () => pick(common),
    () => `${pick(common)} ${pick(common)}`,
    () => title().slice(0, 2).join(' '),
    () => title().slice(0, 4).join(' '),
    () => title().slice(3).join(' '),
  ];
  const texts = Array.from({ length: asked }, (_, turn) => mixes[turn % mixes.length]?.(turn) ?? '');
  const typos = texts.slice(0, 100).map((text) => {
    const words = text.split(' ');
    return [mistype(words[0] ?? '', chance), ...words.slice(1)].join(' ');
  });
  const request = plainRequest(slug, 'en');
  const search = (text: string) => searchPieces(database.read, { ...request, text });
  const ours: number[] = [];
  const bare: number[] = [];
  for (const text of texts.slice(0, 20)) await search(text);
  for (let round = 0; round < rounds[database.engine]; round += 1)
    for (const text of texts) {
      const stems = readQuery(text, 'en').flatMap((word) => word.stems);
      bare.push(await timed(() => bareSearch(database, stems)));
      ours.push(await timed(() => search(text)));
    }
  const mistyped: number[] = [];
  for (const text of typos) mistyped.push(await timed(() => search(text)));
  const filtered: number[] = [];
  const filters = { kind: 'article' as const, topic: 'harbour', from: '2014-01-01' };
  for (const text of texts.slice(0, 100))
    filtered.push(await timed(() => searchPieces(database.read, { ...request, text, filters })));
  const of = (what: string, value: number): BenchRow => ({ name: `${name}, ${what}`, value, unit: 'ms' });
  return [
    of('p50', quantile(ours, 0.5)),
    of('p50 of the bare query', quantile(bare, 0.5)),
    of('p95', quantile(ours, 0.95)),
    of('p95 of the bare query', quantile(bare, 0.95)),
    { name: `${name}, p95 ratio`, value: quantile(ours, 0.95) / quantile(bare, 0.95), unit: '', bar: '≤ 1.3' },
    of('p95, mistyped', quantile(mistyped, 0.95)),
    of('p95, with three filters', quantile(filtered, 0.95)),
  ];
}

async function benchTitles(database: Database, name: string, invented: InventedPiece[]): Promise<BenchRow[]> {
  const chance = createChance(7);
  const sample = (lang: string, many: number) => {
    const from = invented.filter(({ content }) => content.lang === lang);
    return Array.from({ length: many }, () => from[Math.floor(chance() * from.length)] as InventedPiece);
  };
  const english = sample('en', 200);
  const typo = (title: string): string => {
    const words = title.split(' ');
    const long = words.flatMap((word, at) => (word.length >= 4 ? at : []));
    const at = long[Math.floor(chance() * long.length)] ?? 0;
    return words.map((word, place) => (place === at ? mistype(word, chance) : word)).join(' ');
  };
  const share = (found: InventedPiece[], text: (title: string) => string, lang: string) =>
    shareInFirst(
      database,
      lang,
      found.map(({ id, content }) => ({ id, text: text(content.title) })),
    );
  return [
    {
      name: `${name}, found in the first 3 by its title`,
      value: await share(english, same, 'en'),
      unit: '%',
      bar: '≥ 99',
    },
    { name: `${name}, with one typo`, value: await share(english, typo, 'en'), unit: '%', bar: '≥ 90' },
  ];
}

const same = (title: string): string => title;

/** News in Arabic: by its title as it is, and with the article taken off every word that has it and put before those that have none. */
async function benchArabic(database: Database, name: string, file: string): Promise<BenchRow[]> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  const found: InventedPiece[] = [];
  for await (const line of lines) {
    const { id, title, body } = JSON.parse(line) as { id: string | number; title: string; body: string };
    const piece = inventPiece(found.length, 'ar');
    const sentences = [{ id: 's', text: body, basis: { kind: 'uncited' as const } }];
    const blocks = [{ type: 'paragraph' as const, id: 'p', sentences }];
    found.push({
      ...piece,
      id: `ant-${id}`,
      path: `ar/ant/${id}`,
      content: { ...piece.content, title, lede: '', blocks },
    });
  }
  await insert(database, found);
  await indexPending(database);
  const times = new Map<string, number>();
  for (const { content } of found) times.set(content.title, (times.get(content.title) ?? 0) + 1);
  const once = found.filter(({ content }) => times.get(content.title) === 1).slice(0, 300);
  const words = (title: string, change: (word: string) => string) => title.split(/\s+/u).map(change).join(' ');
  const turned = (word: string): string =>
    /^ال\p{L}{3,}$/u.test(word) ? word.slice(2) : /^\p{Script=Arabic}{4,}$/u.test(word) ? `ال${word}` : word;
  const share = (change: (word: string) => string) =>
    shareInFirst(
      database,
      'ar',
      once.map(({ id, content }) => ({ id, text: words(content.title, change) })),
    );
  const off = (word: string): string => word.replace(/^ال(?=\p{L}{3})/u, '');
  return [
    { name: `${name}, Arabic, found in the first 3 by its title`, value: await share(same), unit: '%', bar: '≥ 95' },
    { name: `${name}, Arabic, without articles`, value: await share(off), unit: '%', bar: '≥ 95' },
    { name: `${name}, Arabic, articles off or on`, value: await share(turned), unit: '%', bar: '≥ 95' },
  ];
}

async function shareInFirst(
  database: Database,
  lang: string,
  searches: { id: string; text: string }[],
): Promise<number> {
  let found = 0;
  for (const { id, text } of searches) {
    const { pieceIds } = await searchPieces(database.read, { ...plainRequest(slug, lang), text });
    if (pieceIds.slice(0, 3).includes(id)) found += 1;
  }
  return (100 * found) / searches.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function quantile(values: number[], share: number): number {
  return (
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
  );
}
