import { chainHash, hashText } from '#lib/similarity/hash.ts';
import { readNumberWord } from '#lib/text/number-words.ts';
import { soundsOf } from '#lib/text/sounds.ts';
import {
  eachWord,
  foldWord,
  isArabic,
  isNumeric,
  isStopWord,
  stemArabic,
  stemWord,
  stripArabicArticle,
} from '#lib/text/words.ts';
import { bridgeWords } from './bridge-words.ts';

/** How one report uses a term (the stem of a word, by its hash). Valid until the next report is read. */
export interface TermUse {
  readonly hash: number;
  readonly number: boolean;
  /** Times in the body, in its lead, in the title, and with a capital inside a sentence of the body. */
  body: number;
  lead: number;
  title: number;
  name: number;
  /** The report that these counts are of. */
  report: number;
}

/** How one report uses what stands in either script: a fact (a number, a thing that news is made of), or the consonants of a name. Valid until the next report is read. */
export interface BridgeUse {
  readonly hash: number;
  readonly kind: 'fact' | 'name';
  /** Times in title and body, those in title and lead twice. */
  times: number;
  /** The report that these times are of. */
  report: number;
}

/** One spelling of a word, and what folding made of it. */
interface Spelling {
  use: TermUse;
  /** Hash of the folded word before stemming, for shingles. */
  folded: number;
  stop: boolean;
  capital: boolean;
  arabic: boolean;
  /** What the word says in either script; null: nothing. */
  bridge: BridgeUse | null;
}

/** What one pass over title and body found. */
export interface WordsRead {
  /** The terms used, ascending by hash, each once. */
  uses: TermUse[];
  /** Pairs of terms that stand side by side: the pair's hash, and where its terms' hashes stand in `pairs`. */
  phrases: Map<number, number>;
  pairs: number[];
  /** The body's words in order, for shingles. */
  order: number[];
  /** What is said in either script, each once. */
  bridges: BridgeUse[];
  /** Words in Arabic letters, and others. */
  arabic: number;
  latin: number;
}

export interface ReadingLimits {
  bodyCharacters: number;
  leadCharacters: number;
  phraseCharacters: number;
}

/** Reads texts into terms. Keeps the words seen lately, because folding is the slowest step and most words come again. */
export interface Lexicon {
  read(title: string, body: string, limits: ReadingLimits): WordsRead;
}

const MOST_SPELLINGS = 200_000;
const SENTENCE_END = /[.!?:;\n\r“"«(؟؛]/;

export function createLexicon(): Lexicon {
  const spellings = new Map<number, Spelling>();
  const terms = new Map<number, TermUse>();
  const bridges = new Map<number, BridgeUse>();
  let report = 0;

  function spellingAt(text: string, start: number, end: number): Spelling {
    const key = hashText(text, start, end);
    const known = spellings.get(key);
    if (known !== undefined) return known;
    const raw = text.slice(start, end);
    const folded = foldWord(raw);
    const number = isNumeric(folded);
    const stem = number ? folded : stemWord(folded);
    const hash = hashText(stem);
    let use = terms.get(hash);
    if (use === undefined) {
      use = { hash, number, body: 0, lead: 0, title: 0, name: 0, report: 0 };
      terms.set(hash, use);
    }
    const first = raw.charAt(0);
    const stop = !number && (folded.length < 2 || isStopWord(folded));
    const capital = first !== first.toLowerCase();
    const spelling = {
      ...{ use, folded: hashText(folded), stop, capital },
      ...{ arabic: isArabic(folded), bridge: bridgeAt(raw, folded, stem, number, capital) },
    };
    spellings.set(key, spelling);
    return spelling;
  }

  function bridgeAt(...word: Parameters<typeof bridgeOf>): BridgeUse | null {
    const said = bridgeOf(...word);
    if (said === null) return null;
    const hash = hashText(said.key);
    const known = bridges.get(hash) ?? { hash, kind: said.kind, times: 0, report: 0 };
    bridges.set(hash, known);
    return known;
  }

  function readText(text: string, inTitle: boolean, limits: ReadingLimits, found: WordsRead): void {
    const { uses, phrases, pairs, order, bridges } = found;
    let before = 0;
    let previousEnd = -1;
    eachWord(text, (start, end) => {
      const { use, folded, stop, capital, arabic, bridge } = spellingAt(text, start, end);
      if (!inTitle) order.push(folded);
      const oneSpace = start === previousEnd + 1 && text.charCodeAt(previousEnd) === 0x20;
      const broken = !oneSpace && (previousEnd < 0 || SENTENCE_END.test(text.slice(previousEnd, start)));
      previousEnd = end;
      if (arabic) found.arabic++;
      else found.latin++;
      // Where there are capitals, a name has one, and not because it begins a sentence.
      if (bridge !== null && (bridge.kind === 'fact' || arabic || (capital && !broken))) {
        if (bridge.report !== report) {
          bridge.report = report;
          bridge.times = 0;
          bridges.push(bridge);
        }
        bridge.times += inTitle || start < limits.leadCharacters ? 2 : 1;
      }
      if (stop) {
        before = 0;
        return;
      }
      if (use.report !== report) {
        use.report = report;
        use.body = use.lead = use.title = use.name = 0;
        uses.push(use);
      }
      if (inTitle) use.title++;
      else {
        use.body++;
        if (start < limits.leadCharacters) use.lead++;
        if (capital && !broken) use.name++;
      }
      if (before !== 0 && !broken && start < limits.phraseCharacters) {
        phrases.set(chainHash(before, use.hash), pairs.length);
        pairs.push(before, use.hash);
      }
      before = use.hash;
    });
  }

  return {
    read(title, body, limits) {
      // Only between reports, so that within one a term has one entry.
      if (spellings.size >= MOST_SPELLINGS) {
        spellings.clear();
        terms.clear();
        bridges.clear();
      }
      report++;
      const found: WordsRead = {
        ...{ uses: [], phrases: new Map(), pairs: [], order: [] },
        ...{ bridges: [], arabic: 0, latin: 0 },
      };
      readText(body.slice(0, limits.bodyCharacters), false, limits, found);
      readText(title, true, limits, found);
      found.uses = sortByHash(found.uses);
      return found;
    },
  };
}

const LEAST_SOUNDS = 2;

/** What a word says beyond its language and script. Where there are capitals, a name has one. */
function bridgeOf(
  raw: string,
  folded: string,
  stem: string,
  number: boolean,
  capital: boolean,
): { key: string; kind: BridgeUse['kind'] } | null {
  if (number) return { key: `#${folded}`, kind: 'fact' };
  const numberWord = readNumberWord(raw);
  if (numberWord?.alone === true && numberWord.kind !== 'times') return { key: `#${numberWord.value}`, kind: 'fact' };
  const arabic = isArabic(folded);
  const line =
    bridgeWords.get(stem) ??
    (arabic ? bridgeWords.get(stemArabic(folded.replace(/^[بفكلو](?=.{3})/u, ''))) : undefined);
  if (line !== undefined) return { key: `=${line}`, kind: 'fact' };
  if (!arabic && !capital) return null;
  const sounds = soundsOf(arabic ? stripArabicArticle(folded) : raw);
  return sounds.length < LEAST_SOUNDS ? null : { key: `~${sounds}`, kind: 'name' };
}

/** Sorts by hash through one typed array of hash and place together, which is much faster than a comparing sort. */
function sortByHash(uses: readonly TermUse[]): TermUse[] {
  const span = 2 ** 20;
  const keys = new Float64Array(uses.map((use, place) => use.hash * span + place)).sort();
  const sorted: TermUse[] = [];
  for (const key of keys) {
    const use = uses[key - Math.floor(key / span) * span];
    if (use !== undefined) sorted.push(use);
  }
  return sorted;
}
