import { chainHash, hashText } from '#lib/similarity/hash.ts';
import { createHashRows } from '#lib/similarity/hash-rows.ts';
import { RowTable } from '#lib/similarity/row-table.ts';
import { placesByHash } from '#lib/similarity/sort-hashes.ts';
import { eachWord, foldWord, isArabic, isBroken, isNumeric, isStopWord, stemWord } from '#lib/text/words.ts';
import { bridgeOf } from './bridge-words.ts';
import { dateOf, type DatesTold, tellDate } from './date-words.ts';

/** How often a report says what it says, hashes ascending, each once. */
export interface Counted {
  hashes: Uint32Array;
  times: Uint16Array;
}

/** What one pass over title and body found. All arrays of terms run alike, ascending by hash. */
export interface WordsRead {
  /** The terms used (the stems of words, by their hashes), each once. */
  hashes: Uint32Array;
  /** Times in the body, in its lead, in the title, and with a capital inside a sentence of the body. */
  body: Uint16Array;
  lead: Uint16Array;
  title: Uint16Array;
  name: Uint16Array;
  /** 1 where the term is a number. */
  number: Uint8Array;
  /** Terms that stand side by side: the pair's hash, ascending, each once, and the places of its two terms. */
  phrases: { hashes: Uint32Array; first: Int32Array; second: Int32Array };
  dates: DatesTold;
  /** The hashes of the body's words in order, for shingles. */
  order: number[];
  /** What is said in either script: facts (numbers, things that news is made of), and the consonants of names. */
  facts: Counted;
  sounds: Counted;
  /** Words in Arabic letters, and others. */
  arabic: number;
  latin: number;
}

export interface ReadingLimits {
  bodyCharacters: number;
  leadCharacters: number;
  phraseCharacters: number;
  dateCharacters: number;
}

/** Reads texts into terms. Keeps the words seen lately, because folding is the slowest step and most words come again. */
export interface Lexicon {
  read(title: string, body: string, limits: ReadingLimits): WordsRead;
}

const MOST_SPELLINGS = 200_000;

/** The columns of a spelling's row: its term's row, its folded word's hash (for shingles), what it is, its bridge's row or -1. */
const [TERM, FOLDED, KIND, BRIDGE, SPELLING_WIDTH] = [0, 1, 2, 3, 4];
const [IS_STOP, IS_CAPITAL, IS_ARABIC] = [1, 2, 4];
/** Above what it is stands what it says of when. */
const DATE_BIT = 3;
/** The columns of a term's row: the report that its counts are of, the counts, whether it is a number, its place in what was read. */
const [REPORT, BODY, LEAD, TITLE, NAME, NUMBER, PLACE, TERM_WIDTH] = [0, 1, 2, 3, 4, 5, 6, 8];
/** The columns of a bridge's row: the report that its times are of, the times (in title and lead twice), and its kind. */
const [TIMES, IS_NAME, BRIDGE_WIDTH] = [1, 2, 4];

export function createLexicon(): Lexicon {
  const spellings = createHashRows();
  const terms = createHashRows();
  const bridges = createHashRows();
  const spellingTable = new RowTable(SPELLING_WIDTH);
  const termTable = new RowTable(TERM_WIDTH);
  const bridgeTable = new RowTable(BRIDGE_WIDTH);
  const termHashes: number[] = [];
  const bridgeHashes: number[] = [];
  let report = 0;

  /** The row of the spelling that stands there. */
  function spellingAt(text: string, start: number, end: number): number {
    const key = hashText(text, start, end);
    const known = spellings.find(key);
    return known >= 0 ? known : addSpelling(key, text.slice(start, end));
  }

  function addSpelling(key: number, raw: string): number {
    const folded = foldWord(raw);
    const number = isNumeric(folded);
    const stem = number ? folded : stemWord(folded);
    const hash = hashText(stem);
    let term = terms.find(hash);
    if (term < 0) {
      term = terms.add(hash);
      termHashes[term] = hash;
      const at = termTable.begin(term);
      termTable.cells.fill(0, at, at + TERM_WIDTH);
      termTable.cells[at + NUMBER] = number ? 1 : 0;
    }
    const first = raw.charAt(0);
    const capital = first !== first.toLowerCase();
    const stop = !number && (folded.length < 2 || isStopWord(folded));
    const row = spellings.add(key);
    const at = spellingTable.begin(row);
    const { cells } = spellingTable;
    cells[at + TERM] = term;
    cells[at + FOLDED] = hashText(folded);
    const arabic = isArabic(folded);
    cells[at + KIND] =
      (stop ? IS_STOP : 0) |
      (capital ? IS_CAPITAL : 0) |
      (arabic ? IS_ARABIC : 0) |
      (dateOf(folded, number, capital, arabic) << DATE_BIT);
    cells[at + BRIDGE] = addBridge(raw, folded, stem, number, capital);
    return row;
  }

  function addBridge(...word: Parameters<typeof bridgeOf>): number {
    const said = bridgeOf(...word);
    if (said === null) return -1;
    const hash = hashText(said.key);
    const known = bridges.find(hash);
    if (known >= 0) return known;
    const row = bridges.add(hash);
    bridgeHashes[row] = hash;
    const at = bridgeTable.begin(row);
    bridgeTable.cells.fill(0, at, at + BRIDGE_WIDTH);
    bridgeTable.cells[at + IS_NAME] = said.kind === 'name' ? 1 : 0;
    return row;
  }

  /** What is being read: the rows used, each once, and pairs of them with their hashes. */
  interface Reading {
    dates: DatesTold;
    used: number[];
    bridged: number[];
    pairHashes: number[];
    pairFirst: number[];
    pairSecond: number[];
    order: number[];
    arabic: number;
    latin: number;
  }

  function readText(text: string, inTitle: boolean, limits: ReadingLimits, reading: Reading): void {
    const { used, bridged, pairHashes, pairFirst, pairSecond, order } = reading;
    let before = -1;
    let previousEnd = -1;
    eachWord(text, (start, end) => {
      const spelling = spellingAt(text, start, end) * SPELLING_WIDTH;
      const word = spellingTable.cells;
      const kind = word[spelling + KIND] ?? 0;
      const date = kind >>> DATE_BIT;
      if (date !== 0 && (inTitle || start < limits.dateCharacters)) tellDate(reading.dates, date);
      if (!inTitle) order.push(word[spelling + FOLDED] ?? 0);
      const broken = previousEnd < 0 || isBroken(text, previousEnd, start);
      previousEnd = end;
      const arabic = (kind & IS_ARABIC) !== 0;
      if (arabic) reading.arabic++;
      else reading.latin++;
      const isName = (kind & IS_CAPITAL) !== 0 && !broken;
      const bridge = word[spelling + BRIDGE] ?? -1;
      if (bridge >= 0) {
        const { cells } = bridgeTable;
        const at = bridge * BRIDGE_WIDTH;
        // Where there are capitals, a name has one, and not because it begins a sentence.
        if (cells[at + IS_NAME] === 0 || arabic || isName) {
          if (cells[at + REPORT] !== report) {
            cells[at + REPORT] = report;
            cells[at + TIMES] = 0;
            bridged.push(bridge);
          }
          cells[at + TIMES] = (cells[at + TIMES] ?? 0) + (inTitle || start < limits.leadCharacters ? 2 : 1);
        }
      }
      if ((kind & IS_STOP) !== 0) {
        before = -1;
        return;
      }
      const term = word[spelling + TERM] ?? 0;
      const { cells } = termTable;
      const at = term * TERM_WIDTH;
      if (cells[at + REPORT] !== report) {
        cells[at + REPORT] = report;
        cells[at + BODY] = cells[at + LEAD] = cells[at + TITLE] = cells[at + NAME] = 0;
        used.push(term);
      }
      const count = (column: number) => {
        cells[at + column] = (cells[at + column] ?? 0) + 1;
      };
      if (inTitle) count(TITLE);
      else {
        count(BODY);
        if (start < limits.leadCharacters) count(LEAD);
        if (isName) count(NAME);
      }
      if (before >= 0 && !broken && start < limits.phraseCharacters) {
        pairHashes.push(chainHash(termHashes[before] ?? 0, termHashes[term] ?? 0));
        pairFirst.push(before);
        pairSecond.push(term);
      }
      before = term;
    });
  }

  /** The rows that were used, ascending by hash, as columns; each row is told its place. */
  function columnsOf(used: readonly number[]) {
    const sorted = placesByHash(used.map((row) => termHashes[row] ?? 0));
    const { length } = sorted;
    const hashes = new Uint32Array(length);
    const [body, lead, title, name] = [1, 2, 3, 4].map(() => new Uint16Array(length)) as [
      Uint16Array,
      Uint16Array,
      Uint16Array,
      Uint16Array,
    ];
    const number = new Uint8Array(length);
    const { cells } = termTable;
    for (let place = 0; place < length; place++) {
      const row = used[sorted[place] ?? 0] ?? 0;
      const at = row * TERM_WIDTH;
      hashes[place] = termHashes[row] ?? 0;
      body[place] = cells[at + BODY] ?? 0;
      lead[place] = cells[at + LEAD] ?? 0;
      title[place] = cells[at + TITLE] ?? 0;
      name[place] = cells[at + NAME] ?? 0;
      number[place] = cells[at + NUMBER] ?? 0;
      cells[at + PLACE] = place;
    }
    return { hashes, body, lead, title, name, number };
  }

  function phrasesOf({ pairHashes, pairFirst, pairSecond }: Reading): WordsRead['phrases'] {
    const sorted = placesByHash(pairHashes);
    const distinct = sorted.filter((pair, i) => i === 0 || pairHashes[pair] !== pairHashes[sorted[i - 1] ?? 0]);
    const placeOf = (row: number | undefined) => termTable.cells[(row ?? 0) * TERM_WIDTH + PLACE] ?? 0;
    return {
      hashes: Uint32Array.from(distinct, (pair) => pairHashes[pair] ?? 0),
      first: distinct.map((pair) => placeOf(pairFirst[pair])),
      second: distinct.map((pair) => placeOf(pairSecond[pair])),
    };
  }

  function countedOf(bridged: readonly number[], isName: 0 | 1): Counted {
    const { cells } = bridgeTable;
    const rows = bridged.filter((row) => cells[row * BRIDGE_WIDTH + IS_NAME] === isName);
    const sorted = placesByHash(rows.map((row) => bridgeHashes[row] ?? 0));
    return {
      hashes: Uint32Array.from(sorted, (place) => bridgeHashes[rows[place] ?? 0] ?? 0),
      times: Uint16Array.from(sorted, (place) => cells[(rows[place] ?? 0) * BRIDGE_WIDTH + TIMES] ?? 0),
    };
  }

  return {
    read(title, body, limits) {
      // Only between reports, so that within one a term has one row.
      if (spellings.size >= MOST_SPELLINGS) for (const rows of [spellings, terms, bridges]) rows.clear();
      report++;
      const reading: Reading = {
        dates: { days: 0, years: 0 },
        ...{ used: [], bridged: [], order: [], arabic: 0, latin: 0 },
        ...{ pairHashes: [], pairFirst: [], pairSecond: [] },
      };
      readText(body.slice(0, limits.bodyCharacters), false, limits, reading);
      readText(title, true, limits, reading);
      const columns = columnsOf(reading.used);
      const { order, bridged, arabic, latin } = reading;
      return {
        ...columns,
        dates: reading.dates,
        phrases: phrasesOf(reading),
        order,
        facts: countedOf(bridged, 0),
        sounds: countedOf(bridged, 1),
        arabic,
        latin,
      };
    },
  };
}
