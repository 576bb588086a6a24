import { hashText } from '#lib/similarity/hash.ts';
import { createHashRows } from '#lib/similarity/hash-rows.ts';
import { RowTable } from '#lib/similarity/row-table.ts';
import { placesByHash } from '#lib/similarity/sort-hashes.ts';
import { eachWord, foldWord, isArabic, isNumeric, isStopWord, stemWord } from '#lib/text/words.ts';
import { bridgeOf, countOf } from './bridge-words.ts';
import { dateOf, type DatesTold, tellDate } from './date-words.ts';

/** How often a report says what it says, hashes ascending, each once. */
export interface Counted {
  hashes: Uint32Array;
  times: Uint16Array;
}

/**
 * What one pass over title and body found. The columns of terms run alike, ascending by hash; but for what is
 * kept (`hashes`, `facts`, `sounds`) they are room that the next reading uses anew, the first so many entries of which are meant.
 */
export interface WordsRead {
  /** The terms used (the stems of words, by their hashes), each once. */
  hashes: Uint32Array;
  /** Times in the body, in its lead, in the title, and with a capital inside a sentence of the body. */
  body: Int32Array;
  lead: Int32Array;
  title: Int32Array;
  name: Int32Array;
  /** 1 where the term is a number, in digits or in words. */
  number: Int32Array;
  dates: DatesTold;
  /** The hashes of the body's words in order, for shingles. */
  order: { count: number; hashes: Int32Array };
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
/** The columns of a term's row: the report that its counts are of, the counts, whether it is a number, its hash. */
const [REPORT, BODY, LEAD, TITLE, NAME, NUMBER, TERM_HASH, TERM_WIDTH] = [0, 1, 2, 3, 4, 5, 6, 8];
/** The columns of a bridge's row: the report that its times are of, the times (in title and lead twice), its kind, its hash. */
const [TIMES, IS_NAME, BRIDGE_HASH, BRIDGE_WIDTH] = [1, 2, 3, 4];

/** What a reading fills: a column each for words in order, the terms and bridges used, each once. */
function makeRoom(words: number) {
  const column = () => new Int32Array(words);
  return {
    words,
    ...{ starts: column(), ends: column(), opening: column(), spelled: column(), order: column() },
    ...{ used: column(), usedHashes: column() },
    ...{ body: column(), lead: column(), title: column(), name: column(), number: column() },
    ...{ bridged: column(), chosen: column(), chosenHashes: column() },
  };
}

export function createLexicon(): Lexicon {
  const spellings = createHashRows();
  const terms = createHashRows();
  const bridges = createHashRows();
  const spellingTable = new RowTable(SPELLING_WIDTH);
  const termTable = new RowTable(TERM_WIDTH);
  const bridgeTable = new RowTable(BRIDGE_WIDTH);
  let room = makeRoom(1024);
  let report = 0;

  /**
   * Puts where words stand and the rows of their spellings into the room; gives their number. Step by step for all words,
   * not word by word: the processor then waits for many rows at once.
   */
  function findWords(text: string, most: number): number {
    const { starts, ends, opening, spelled } = room;
    let count = 0;
    eachWord(
      text,
      (start, end, opens) => {
        starts[count] = start;
        ends[count] = end;
        opening[count] = opens ? 1 : 0;
        spelled[count++] = hashText(text, start, end);
      },
      most,
    );
    for (let i = 0; i < count; i++) {
      const key = spelled[i] ?? 0;
      const known = spellings.find(key);
      spelled[i] = known >= 0 ? known : addSpelling(key, text.slice(starts[i], ends[i]));
    }
    return count;
  }

  function addSpelling(key: number, raw: string): number {
    const folded = foldWord(raw);
    const numeric = isNumeric(folded);
    const stop = !numeric && (folded.length < 2 || isStopWord(folded));
    const count = countOf(raw, folded);
    const number = count !== null && !stop;
    const stem = number ? count : stemWord(folded);
    const hash = hashText(stem);
    let term = terms.find(hash);
    if (term < 0) {
      term = terms.add(hash);
      const at = termTable.begin(term);
      termTable.cells.fill(0, at, at + TERM_WIDTH);
      termTable.cells[at + NUMBER] = number ? 1 : 0;
      termTable.cells[at + TERM_HASH] = hash;
    }
    const first = raw.charAt(0);
    const capital = first !== first.toLowerCase();
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
      (dateOf(folded, numeric, capital, arabic) << DATE_BIT);
    cells[at + BRIDGE] = addBridge(raw, folded, stem, count, capital);
    return row;
  }

  function addBridge(...word: Parameters<typeof bridgeOf>): number {
    const said = bridgeOf(...word);
    if (said === null) return -1;
    const hash = hashText(said.key);
    const known = bridges.find(hash);
    if (known >= 0) return known;
    const row = bridges.add(hash);
    const at = bridgeTable.begin(row);
    bridgeTable.cells.fill(0, at, at + BRIDGE_WIDTH);
    bridgeTable.cells[at + IS_NAME] = said.kind === 'name' ? 1 : 0;
    bridgeTable.cells[at + BRIDGE_HASH] = hash;
    return row;
  }

  /** How far the room is filled, and what else is being read. */
  interface Reading {
    order: number;
    used: number;
    bridged: number;
    dates: DatesTold;
    arabic: number;
    latin: number;
  }

  function readText(text: string, inTitle: boolean, limits: ReadingLimits, reading: Reading): void {
    const count = findWords(text, inTitle ? text.length : limits.bodyCharacters);
    const { starts, opening, spelled, order, used, usedHashes, bridged } = room;
    const word = spellingTable.cells;
    for (let i = 0; i < count; i++) {
      const spelling = (spelled[i] ?? 0) * SPELLING_WIDTH;
      const start = starts[i] ?? 0;
      const opens = opening[i] === 1;
      const kind = word[spelling + KIND] ?? 0;
      const inLead = start < limits.leadCharacters;
      const date = kind >>> DATE_BIT;
      if (date !== 0 && (inTitle || start < limits.dateCharacters)) tellDate(reading.dates, date);
      if (!inTitle) order[reading.order++] = word[spelling + FOLDED] ?? 0;
      const arabic = (kind & IS_ARABIC) !== 0;
      if (arabic) reading.arabic++;
      else reading.latin++;
      const isName = (kind & IS_CAPITAL) !== 0 && !opens;
      const bridge = word[spelling + BRIDGE] ?? -1;
      if (bridge >= 0) {
        const { cells } = bridgeTable;
        const at = bridge * BRIDGE_WIDTH;
        // Where there are capitals, a name has one, and not because it begins a sentence.
        if (cells[at + IS_NAME] === 0 || arabic || isName) {
          if (cells[at + REPORT] !== report) {
            cells[at + REPORT] = report;
            cells[at + TIMES] = 0;
            bridged[reading.bridged++] = bridge;
          }
          cells[at + TIMES] = (cells[at + TIMES] ?? 0) + (inTitle || inLead ? 2 : 1);
        }
      }
      if ((kind & IS_STOP) !== 0) continue;
      const term = word[spelling + TERM] ?? 0;
      const { cells } = termTable;
      const at = term * TERM_WIDTH;
      if (cells[at + REPORT] !== report) {
        cells[at + REPORT] = report;
        cells[at + BODY] = cells[at + LEAD] = cells[at + TITLE] = cells[at + NAME] = 0;
        usedHashes[reading.used] = cells[at + TERM_HASH] ?? 0;
        used[reading.used++] = term;
      }
      if (inTitle) cells[at + TITLE] = (cells[at + TITLE] ?? 0) + 1;
      else {
        cells[at + BODY] = (cells[at + BODY] ?? 0) + 1;
        if (inLead) cells[at + LEAD] = (cells[at + LEAD] ?? 0) + 1;
        if (isName) cells[at + NAME] = (cells[at + NAME] ?? 0) + 1;
      }
    }
  }

  /** The terms that were used, ascending by hash, as columns. */
  function columnsOf(count: number) {
    const { used, usedHashes, body, lead, title, name, number } = room;
    const sorted = placesByHash(usedHashes, count);
    const hashes = new Uint32Array(count);
    const { cells } = termTable;
    for (let place = 0; place < count; place++) {
      const from = sorted[place] ?? 0;
      const at = (used[from] ?? 0) * TERM_WIDTH;
      hashes[place] = usedHashes[from] ?? 0;
      body[place] = cells[at + BODY] ?? 0;
      lead[place] = cells[at + LEAD] ?? 0;
      title[place] = cells[at + TITLE] ?? 0;
      name[place] = cells[at + NAME] ?? 0;
      number[place] = cells[at + NUMBER] ?? 0;
    }
    return { hashes, body, lead, title, name, number };
  }

  function countedOf(bridged: number, isName: 0 | 1): Counted {
    const { chosen, chosenHashes } = room;
    const { cells } = bridgeTable;
    let count = 0;
    for (let i = 0; i < bridged; i++) {
      const at = (room.bridged[i] ?? 0) * BRIDGE_WIDTH;
      if (cells[at + IS_NAME] !== isName) continue;
      chosen[count] = at;
      chosenHashes[count++] = cells[at + BRIDGE_HASH] ?? 0;
    }
    const sorted = placesByHash(chosenHashes, count);
    const hashes = new Uint32Array(count);
    const times = new Uint16Array(count);
    for (let place = 0; place < count; place++) {
      hashes[place] = chosenHashes[sorted[place] ?? 0] ?? 0;
      times[place] = cells[(chosen[sorted[place] ?? 0] ?? 0) + TIMES] ?? 0;
    }
    return { hashes, times };
  }

  return {
    read(title, body, limits) {
      // Only between reports, so that within one a term has one row.
      if (spellings.size >= MOST_SPELLINGS) for (const rows of [spellings, terms, bridges]) rows.clear();
      report++;
      const mostWords = Math.min(body.length, limits.bodyCharacters) + title.length;
      if (room.words < mostWords) room = makeRoom(2 * mostWords);
      const dates = { days: 0, years: 0 };
      const reading: Reading = { order: 0, used: 0, bridged: 0, dates, arabic: 0, latin: 0 };
      readText(body, false, limits, reading);
      readText(title, true, limits, reading);
      return {
        ...columnsOf(reading.used),
        dates,
        order: { count: reading.order, hashes: room.order },
        facts: countedOf(reading.bridged, 0),
        sounds: countedOf(reading.bridged, 1),
        arabic: reading.arabic,
        latin: reading.latin,
      };
    },
  };
}
