import { findAnnouncedNames } from '#lib/text/arabic-names.ts';
import { findNames, nameStandsIn } from '#lib/text/names.ts';
import { findNumbers } from '#lib/text/numbers.ts';
import { ordinaryWords } from '#lib/text/ordinary-words.ts';
import { findQuotations, foldForQuoting, withoutQuotations } from '#lib/text/quotations.ts';
import { findKnown, type Known, wordStandsIn } from '#lib/text/spellings.ts';
import { longestSharedRun } from '#lib/text/word-runs.ts';
import { shareScript } from '#lib/text/scripts.ts';
import {
  type Citation,
  type PieceContent,
  type Sentence,
  sectionsOf,
  sentencesOf,
  speaksForItself,
} from './document.ts';
import { findMissing, type MissingMark, picturesOf } from './gate-missing.ts';
import { findTermsMarks, type TermsMark } from './gate-terms.ts';
import type { Override } from './piece.ts';
import type { Hold, Terms } from '#wires/wires.ts';

/**
 * What the gate has against a sentence. `found` is the offending number, name, quotation or run of words.
 * It checks that they stand in the cited span, and nothing more: not who did what to whom. `translated` is a quotation
 * whose spans are in another script: nobody looked whether they say the same.
 */
export type GateMark =
  | { kind: 'uncited'; at: string }
  | { kind: 'changed'; at: string }
  | { kind: 'number' | 'name' | 'quotation' | 'translated'; at: string; found: string }
  | { kind: 'copied'; at: string; found: string; words: number }
  | HeldMark
  | TermsMark
  | MissingMark;

/** A sentence rests on a report that is held back. Only of one that is taken back, or whose terms ended, may an editor say why it is cited. */
export interface HeldMark {
  kind: 'held';
  at: string;
  hold: Hold;
  outlet: string;
}

/** What the checks need to know of a report that is cited. */
export interface CitedSource {
  outlet: string;
  originName: string | null;
  title: string;
  body: string;
  /** Its sender holds it back, or its terms do not allow to cite it. */
  hold?: Hold;
  /** The report that this is a version of, and what it may be used for. */
  report?: string;
  terms?: Terms;
}

/** A longer run of a source's words outside quotation marks is marked. */
export const longestUnquotedRun = 12;

/** A mark's name as overrides keep it: its kind, and what it found where there is something. */
export function markName(mark: GateMark): string {
  if (mark.kind === 'missing') return `missing:${mark.what}`;
  if (mark.kind === 'held') return `held:${mark.hold.why}`;
  if (mark.kind === 'terms') return `terms:${mark.what}:${mark.outlet}`;
  return 'found' in mark ? `${mark.kind}:${mark.found}` : mark.kind;
}

/**
 * Every mark that stands between a piece and publishing, in reading order; those that an editor overrode for the
 * sentence as it reads now are left out. `at` is a sentence's id, a heading's or a figure's, `title`, `lede` or `top-image`.
 * `sources` holds the cited evidence by id; a citation whose evidence is not there, or whose quote does not stand at its
 * place in it, counts as none.
 */
export function checkPiece(
  content: PieceContent,
  sources: Map<string, CitedSource>,
  overrides: Override[] = [],
  /** Names that headings and the lede need no source for: the publication's own and its region's. */
  ownNames: string[] = [],
  /** Names of the story with their spellings: an Arabic name is found by them. */
  known: readonly Known[] = [],
  /** Pictures whose rights have ended, with the last day of them. */
  ended: ReadonlyMap<string, string> = new Map(),
): GateMark[] {
  const written = sentencesOf(content.blocks).map((sentence) => sentence.text);
  const isOrdinary = ordinaryWords([...[...sources.values()].map((source) => source.body), ...written]);
  const everybody = [...attributions(sources), ...ownNames];
  const asksForSources = !speaksForItself(content.kind);
  const common = { attributed: everybody, isOrdinary, known, headline: true };
  const checks: { text: string; marks: GateMark[] }[] = [];
  const { preamble, sections } = sectionsOf(content.blocks);
  const whole: string[] = [];
  const parts = [{ heading: null, blocks: preamble }, ...sections];
  const broken = findTermsMarks(content, sources, (sentence) => spansOf(sentence, sources));
  for (const part of parts) {
    const sentences = sentencesOf(part.blocks);
    const spans = sentences.flatMap((sentence) => spansOf(sentence, sources));
    // A heading may also rest on the headlines of what its section cites.
    const headlines = spans.flatMap((span) => sources.get(span.evidence)?.title ?? []);
    const pool = [...sentences.map((sentence) => sentence.text), ...spans.map((span) => span.quote), ...headlines];
    whole.push(...pool);
    if (part.heading) {
      const { id, text } = part.heading;
      checks.push({ text, marks: checkAgainst(text, { ...common, at: id, spans: pool }) });
    }
    for (const sentence of sentences) {
      const own = checkSentence(sentence, sources, { isOrdinary, known });
      const marks = [...own, ...(broken.get(sentence.id) ?? [])];
      checks.push({
        text: sentence.text,
        marks: asksForSources ? marks : marks.filter((mark) => mark.kind !== 'uncited'),
      });
    }
  }
  const headings = sections.map((section) => section.heading.text);
  const everything = [...whole, ...headings, content.title];
  const lede = { text: content.lede, marks: checkAgainst(content.lede, { ...common, at: 'lede', spans: everything }) };
  const captions = picturesOf(content).map(({ at, image: { caption } }) => ({
    text: caption,
    marks: checkAgainst(caption, { ...common, at, spans: [...everything, content.lede] }),
  }));
  const missing = findMissing(content, ended);
  const standing = ({ text, marks }: { text: string; marks: GateMark[] }) =>
    marks.filter(
      (mark) =>
        !overrides.some(
          (override) =>
            mayStand(mark) &&
            override.sentenceId === mark.at &&
            override.mark === markName(mark) &&
            override.sentenceText === text,
        ),
    );
  return [
    ...missing.filter(isAtTop),
    ...[lede, ...captions, ...checks].flatMap(standing),
    ...missing.filter((mark) => !isAtTop(mark)),
  ];
}

/** Whether an editor may let a mark stand, with a reason. */
export function mayStand(mark: GateMark): boolean {
  return mark.kind !== 'missing' && !(mark.kind === 'held' && mark.hold.why !== 'killed' && mark.hold.why !== 'ended');
}

/** What is read before the first section. */
function isAtTop({ at }: GateMark): boolean {
  return at === 'title' || at === 'top-image';
}

/** The marks of one sentence. */
export function checkSentence(
  sentence: Sentence,
  sources: Map<string, CitedSource>,
  rules: { isOrdinary: (word: string) => boolean; known: readonly Known[] },
): GateMark[] {
  const { basis, id, text } = sentence;
  if (text.trim() === '') return [];
  if (basis.kind === 'vouched' || basis.kind === 'own') return [];
  const spans = spansOf(sentence, sources);
  if (spans.length === 0) return [{ kind: 'uncited', at: id }];
  const marks: GateMark[] = [];
  for (const evidence of new Set(spans.map((span) => span.evidence))) {
    const source = sources.get(evidence);
    if (source?.hold && !marks.some((mark) => mark.kind === 'held' && mark.hold.why === source.hold?.why))
      marks.push({ kind: 'held', at: id, hold: source.hold, outlet: source.outlet });
  }
  if (spans.some((span) => span.madeFor !== text)) marks.push({ kind: 'changed', at: id });
  const cited = new Map(spans.map((span) => [span.evidence, sources.get(span.evidence)]));
  const names = attributions(new Map([...cited].flatMap(([key, source]) => (source ? [[key, source]] : []))));
  const { isOrdinary, known } = rules;
  const quotes = spans.map((span) => span.quote);
  const attributed = names;
  marks.push(...checkAgainst(text, { at: id, spans: quotes, attributed, isOrdinary, known, headline: false }));
  const own = withoutQuotations(text);
  const runs = [...cited.values()].map((source) => longestSharedRun(own, source?.body ?? ''));
  const longest = runs.reduce((best, run) => (run.words > best.words ? run : best), { words: 0, text: '' });
  if (longest.words > longestUnquotedRun)
    marks.push({ kind: 'copied', at: id, found: longest.text, words: longest.words });
  return marks;
}

/** A sentence's citations that hold: their evidence is here, and their quote stands at its place in it. */
function spansOf(sentence: Sentence, sources: Map<string, CitedSource>): Citation[] {
  if (sentence.basis.kind !== 'cited') return [];
  return sentence.basis.citations.filter(({ evidence, quote, start, end }) => {
    const source = sources.get(evidence);
    return source !== undefined && quote !== '' && source.body.slice(start, end) === quote;
  });
}

/** Who says so may always be named: the outlets and origins of what is cited. */
function attributions(sources: Map<string, CitedSource>): string[] {
  return [...sources.values()].flatMap(({ outlet, originName, terms }) => [
    outlet,
    ...[originName, terms?.credit].flatMap((name) => name ?? []),
  ]);
}

interface Against {
  at: string;
  /** What it may rest on: spans, and of headings and the lede also what stands below them. */
  spans: string[];
  /** Whole names that need no source here: outlets and origins of what is cited. */
  attributed: string[];
  isOrdinary: (word: string) => boolean;
  known: readonly Known[];
  /** Headlines set ordinary words with capitals too. */
  headline: boolean;
}

function checkAgainst(text: string, against: Against): GateMark[] {
  const { at, spans, attributed } = against;
  const marks: GateMark[] = [];
  const all = spans.join('\n');
  const folded = spans.map(foldForQuoting);
  for (const { start, end } of findQuotations(text)) {
    const quotation = foldForQuoting(text.slice(start, end));
    if (!quotation || folded.some((span) => span.includes(quotation))) continue;
    marks.push({
      kind: shareScript(quotation, all) ? 'quotation' : 'translated',
      at,
      found: text.slice(start, end),
    });
  }
  const plain = withoutNames(text, attributed);
  const values = new Set(findNumbers(all).map((number) => number.value));
  for (const number of findNumbers(plain))
    if (!values.has(number.value)) marks.push({ kind: 'number', at, found: number.text });
  for (const found of findForeignNames(plain, all, against)) marks.push({ kind: 'name', at, found });
  return marks.filter((mark, index) => marks.findIndex((other) => markName(other) === markName(mark)) === index);
}

/** The names of a text that are not in what it rests on, in any spelling that is known. */
function findForeignNames(plain: string, all: string, { isOrdinary, known, headline }: Against): string[] {
  const here = findKnown(plain, known);
  const carried = new Set(here.length > 0 ? findKnown(all, known).map(({ known: entry }) => entry) : []);
  const inKnown = (start: number, end: number) => here.some((each) => each.start <= start && end <= each.end);
  return [
    // Where there are capitals, an unknown spelling is found by them, word by word.
    ...here.filter(({ known: entry, text }) => !carried.has(entry) && !wordsStandIn(text, all)).map(({ text }) => text),
    ...findNames(plain, isOrdinary, headline)
      .filter(({ start, end }) => !inKnown(start, end))
      .map(({ text }) => text)
      .filter((name) => !nameStandsIn(name, all)),
    ...findAnnouncedNames(plain)
      .filter(({ start, end, text }) => !inKnown(start, end) && !wordStandsIn(text, all))
      .map(({ text }) => text),
  ];
}

/** Whether each word of a name stands in a text: what is said in pieces is said. */
function wordsStandIn(name: string, text: string): boolean {
  return name.split(/\s+/u).every((word) => wordStandsIn(word, text));
}

/** The text without the names of outlets and origins; each leaves a break. Of two that begin at one place, the longer. */
function withoutNames(text: string, names: string[]): string {
  const forms = names.filter((name) => name.trim() !== '').flatMap(formsOfName);
  if (forms.length === 0) return text;
  const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst})(?![\\p{L}\\p{N}])`, 'giu'), ' \u2022 ');
}

/** Words of an outlet's name that say what it is: what stands before them is its short name. */
const generic = String.raw`(?:\s+(?:News|Agency|Press|Radio|Television|TV|Channel|Network|Media|Group|Service|Wire))`;

/**
 * Patterns of a name as it may stand in a sentence: with or without its article, short of the words that say what it is ("Mawja" for
 * "Mawja News Agency"), or by its last word after the article ("the Ledger").
 */
function formsOfName(name: string): string[] {
  const bare = name.replace(/^the\s+/iu, '').replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const short = bare.replace(new RegExp(`${generic}+$`, 'iu'), '');
  const last = /\s(?<last>\p{Lu}\S*)$/u.exec(bare)?.groups?.last;
  return [bare, short].map((form) => `(?:the\\s+)?${form}`).concat(last === undefined ? [] : [`the\\s+${last}`]);
}
