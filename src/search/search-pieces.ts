import { isFunctionWord } from '#lib/search/function-words.ts';
import { plainQuery, type QueryWord, readQuery } from '#lib/search/read-query.ts';
import type { Reader } from '#platform/database/database.ts';
import type { Lang } from '#platform/language.ts';
import { knownWords } from './known-words.ts';
import { orderFound } from './order-found.ts';
import { findShelves } from './search-index-store.ts';
import {
  type Asked,
  countMatches,
  findFacts,
  findMatches,
  type Found,
  type SearchFilters,
} from './search-words-store.ts';

export interface SearchRequest {
  publication: string;
  /** Whose words the query is in. */
  lang: Lang;
  /** Which languages' pieces are looked through. */
  inLanguage: (lang: Lang) => boolean;
  synonyms: readonly (readonly string[])[];
  text: string;
  filters: SearchFilters;
  /** True: the newest first, however well each says it. */
  newest?: boolean;
  /** From 1. */
  page: number;
  perPage: number;
}

export interface SearchOutcome {
  /** `all`: every word stands in each; `similar`: words much like them do; `some`: not all of them do. */
  matched: 'nothing-asked' | 'all' | 'similar' | 'some' | 'none';
  /** The pieces of the page, the best first. */
  pieceIds: string[];
  /** How many there are; `mostFound` stands for as many or more. */
  total: number;
  /** What was found, to be marked where it stands. */
  stems: Set<string>;
  /** A query that finds something, where this one holds a word that stands nowhere. */
  suggestion: string | null;
  /** How many there would be without filters, where none was found with them. */
  withoutFilters: number;
}

export const mostFound = 1000;
/** How many of an engine's best are put in our own order. */
const ordered = 200;
const similarOffered = 6;

/** Looks for what a reader typed, whatever it is. */
export async function searchPieces(db: Reader, request: SearchRequest): Promise<SearchOutcome> {
  const words = readQuery(request.text, request.lang, request.synonyms);
  const none: SearchOutcome = {
    matched: words.length === 0 ? 'nothing-asked' : 'none',
    pieceIds: [],
    total: 0,
    stems: new Set(),
    suggestion: null,
    withoutFilters: 0,
  };
  const shelves = (await findShelves(db, request.publication)).filter(({ lang }) => request.inLanguage(lang));
  if (words.length === 0 || shelves.length === 0) return none;
  const shelf: Shelves = { db, numbers: shelves.map(({ number }) => number) };
  const exact: Asked = { words: words.map(({ stems }) => stems), every: true };
  const all = await findPage(shelf, exact, request);
  if (all.total > 0) return { ...none, ...all, matched: 'all' };
  if (Object.keys(request.filters).length > 0) {
    const withoutFilters = await count(shelf, exact, {}, mostFound);
    if (withoutFilters > 0) return { ...none, withoutFilters };
  }
  const { asked, suggestion } = await similar(shelf, request, words);
  const alike = await findPage(shelf, asked, request);
  if (alike.total > 0) return { ...none, ...alike, matched: 'similar', suggestion };
  if (words.length === 1) return { ...none, suggestion };
  const some = await findPage(shelf, { ...asked, every: false }, request);
  return some.total > 0 ? { ...none, ...some, matched: 'some', suggestion } : { ...none, suggestion };
}

interface Shelves {
  db: Reader;
  numbers: number[];
}

async function count({ db, numbers }: Shelves, asked: Asked, filters: SearchFilters, most: number): Promise<number> {
  let found = 0;
  for (const number of numbers) found += await countMatches(db, number, asked, filters, most - found);
  return found;
}

async function findPage(
  shelves: Shelves,
  asked: Asked,
  { filters, page, perPage, newest = false }: SearchRequest,
): Promise<Pick<SearchOutcome, 'pieceIds' | 'total' | 'stems'>> {
  const stems = new Set(asked.words.flat());
  const last = Math.min(page * perPage, mostFound);
  const limit = Math.max(ordered, last);
  const found: Found[] = [];
  for (const number of shelves.numbers)
    found.push(...(await findMatches(shelves.db, number, asked, { filters, limit, newest })));
  if (found.length === 0) return { pieceIds: [], total: 0, stems };
  found.sort((a, b) => b.score - a.score);
  const facts = await findFacts(
    shelves.db,
    found.map(({ number }) => number),
  );
  if (newest) {
    const day = (each: Found): string => facts.get(each.number)?.dated ?? '';
    found.sort((a, b) => (day(a) === day(b) ? b.number - a.number : day(a) < day(b) ? 1 : -1));
  }
  const best = newest ? [] : orderFound(found.slice(0, ordered), facts, asked.words);
  const rest = found
    .slice(best.length === 0 ? 0 : ordered, limit)
    .flatMap(({ number }) => facts.get(number)?.pieceId ?? []);
  // What came short of the limit was everything.
  const total = found.length < limit ? found.length : await count(shelves, asked, filters, mostFound);
  return { pieceIds: [...best, ...rest].slice((page - 1) * perPage, last), total, stems };
}

/**
 * The words of a query with others much like them: instead of those that stand nowhere, or, where each stands somewhere,
 * beside all of them. The suggestion takes for each the one that stands in most pieces together with the others.
 */
async function similar(
  shelves: Shelves,
  request: SearchRequest,
  words: QueryWord[],
): Promise<{ asked: Asked; suggestion: string | null }> {
  const known = await Promise.all(
    words.map(async ({ stems }) => (await count(shelves, { words: [stems], every: true }, {}, 1)) > 0),
  );
  const strange = known.includes(false);
  const asked: string[][] = [];
  const replaced = new Map<string, string>();
  for (const [index, word] of words.entries()) {
    if (strange && known[index]) {
      asked.push(word.stems);
      continue;
    }
    const near = await nearWords(shelves, word);
    asked.push([...new Set([...word.stems, ...near.map(({ stem }) => stem)])]);
    if (known[index]) continue;
    const others = words.filter((_, at) => at !== index && known[at]).map(({ stems }) => stems);
    const best = await bestOf(shelves, near, others);
    if (best !== null) replaced.set(word.raw, best);
  }
  let suggestion = plainQuery(request.text);
  for (const [raw, written] of replaced) suggestion = suggestion.replace(raw, () => written);
  return { asked: { words: asked, every: true }, suggestion: replaced.size > 0 ? suggestion : null };
}

type Near = { stem: string; written: string; distance: number };

async function nearWords({ db, numbers }: Shelves, { form }: QueryWord): Promise<Near[]> {
  if (isFunctionWord(form)) return [];
  const found: Near[] = [];
  for (const number of numbers) found.push(...(await knownWords(db, number)).near(form, similarOffered * 2));
  const best = new Map<string, Near>();
  for (const each of found.sort((a, b) => a.distance - b.distance)) if (!best.has(each.stem)) best.set(each.stem, each);
  return [...best.values()].slice(0, similarOffered);
}

async function bestOf(shelves: Shelves, near: Near[], others: string[][]): Promise<string | null> {
  let best: { written: string; found: number; distance: number } | null = null;
  for (const { stem, written, distance } of near) {
    if (best && best.found > 0 && distance > best.distance) break;
    const found = await count(shelves, { words: [[stem], ...others], every: true }, {}, mostFound);
    if (found > (best?.found ?? 0)) best = { written, found, distance };
  }
  return best?.written ?? null;
}
