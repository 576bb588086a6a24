import { findNames, nameStandsIn } from '#lib/text/names.ts';
import { findNumbers } from '#lib/text/numbers.ts';
import { ordinaryWords } from '#lib/text/ordinary-words.ts';
import { findQuotations, foldForQuoting, withoutQuotations } from '#lib/text/quotations.ts';
import { longestSharedRun } from '#lib/text/word-runs.ts';
import { type Citation, type PieceContent, type Sentence, sectionsOf, sentencesOf } from './document.ts';
import { findMissing, type MissingMark, picturesOf } from './gate-missing.ts';
import type { Override } from './piece.ts';

/**
 * What the gate has against a sentence. `found` is the offending number, name, quotation or run of words.
 * It checks that they stand in the cited span, and nothing more: not who did what to whom.
 */
export type GateMark =
  | { kind: 'uncited'; at: string }
  | { kind: 'changed'; at: string }
  | { kind: 'number' | 'name' | 'quotation'; at: string; found: string }
  | { kind: 'copied'; at: string; found: string; words: number }
  | MissingMark;

/** What the checks need to know of a report that is cited. */
export interface CitedSource {
  outlet: string;
  originName: string | null;
  title: string;
  body: string;
}

/** A longer run of a source's words outside quotation marks is marked. */
export const longestUnquotedRun = 12;

/** A mark's name as overrides keep it: its kind, and what it found where there is something. */
export function markName(mark: GateMark): string {
  if (mark.kind === 'missing') return `missing:${mark.what}`;
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
  /** Names that need no source: the publication's own and its region's. */
  ownNames: string[] = [],
): GateMark[] {
  const written = sentencesOf(content.blocks).map((sentence) => sentence.text);
  const isOrdinary = ordinaryWords([...[...sources.values()].map((source) => source.body), ...written]);
  const everybody = [...attributions(sources), ...ownNames];
  const checks: { text: string; marks: GateMark[] }[] = [];
  const { preamble, sections } = sectionsOf(content.blocks);
  const whole: string[] = [];
  const parts = [{ heading: null, blocks: preamble }, ...sections];
  for (const part of parts) {
    const sentences = sentencesOf(part.blocks);
    const spans = sentences.flatMap((sentence) => spansOf(sentence, sources));
    // A heading may also rest on the headlines of what its section cites.
    const headlines = spans.flatMap((span) => sources.get(span.evidence)?.title ?? []);
    const pool = [...sentences.map((sentence) => sentence.text), ...spans.map((span) => span.quote), ...headlines];
    whole.push(...pool);
    if (part.heading) {
      const { id, text } = part.heading;
      checks.push({ text, marks: checkAgainst(id, text, pool, everybody, isOrdinary, true) });
    }
    for (const sentence of sentences)
      checks.push({ text: sentence.text, marks: checkSentence(sentence, sources, isOrdinary, ownNames) });
  }
  const headings = sections.map((section) => section.heading.text);
  const known = [...whole, ...headings, content.title];
  const lede = { text: content.lede, marks: checkAgainst('lede', content.lede, known, everybody, isOrdinary, true) };
  const captions = picturesOf(content).map(({ at, image: { caption } }) => ({
    text: caption,
    marks: checkAgainst(at, caption, [...known, content.lede], everybody, isOrdinary, true),
  }));
  const missing = findMissing(content);
  const standing = ({ text, marks }: { text: string; marks: GateMark[] }) =>
    marks.filter(
      (mark) =>
        !overrides.some(
          (override) =>
            override.sentenceId === mark.at && override.mark === markName(mark) && override.sentenceText === text,
        ),
    );
  return [
    ...missing.filter(isAtTop),
    ...[lede, ...captions, ...checks].flatMap(standing),
    ...missing.filter((mark) => !isAtTop(mark)),
  ];
}
/** What is read before the first section. */
function isAtTop({ at }: GateMark): boolean {
  return at === 'title' || at === 'top-image';
}

/** The marks of one sentence. */
export function checkSentence(
  sentence: Sentence,
  sources: Map<string, CitedSource>,
  isOrdinary: (word: string) => boolean,
  ownNames: string[] = [],
): GateMark[] {
  const { basis, id, text } = sentence;
  if (text.trim() === '') return [];
  if (basis.kind === 'vouched' || basis.kind === 'own') return [];
  const spans = spansOf(sentence, sources);
  if (spans.length === 0) return [{ kind: 'uncited', at: id }];
  const marks: GateMark[] = [];
  if (spans.some((span) => span.madeFor !== text)) marks.push({ kind: 'changed', at: id });
  const cited = new Map(spans.map((span) => [span.evidence, sources.get(span.evidence)]));
  const names = attributions(new Map([...cited].flatMap(([key, source]) => (source ? [[key, source]] : []))));
  marks.push(
    ...checkAgainst(
      id,
      text,
      spans.map((span) => span.quote),
      [...names, ...ownNames],
      isOrdinary,
    ),
  );
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
  return [...sources.values()].flatMap((source) =>
    source.originName ? [source.outlet, source.originName] : [source.outlet],
  );
}

function checkAgainst(
  at: string,
  text: string,
  spans: string[],
  attributed: string[],
  isOrdinary: (word: string) => boolean,
  /** Headlines set ordinary words with capitals too. */
  headline = false,
): GateMark[] {
  const marks: GateMark[] = [];
  const all = spans.join('\n');
  const folded = spans.map(foldForQuoting);
  for (const { start, end } of findQuotations(text)) {
    const quotation = foldForQuoting(text.slice(start, end));
    if (quotation && !folded.some((span) => span.includes(quotation)))
      marks.push({ kind: 'quotation', at, found: text.slice(start, end) });
  }
  const values = new Set(findNumbers(all).map((number) => number.value));
  const plain = attributed
    .filter((name) => name.trim() !== '')
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);
  for (const number of findNumbers(plain)) {
    if (!values.has(number.value)) marks.push({ kind: 'number', at, found: number.text });
  }
  for (const name of findNames(text, isOrdinary, headline)) {
    if (!nameStandsIn(name.text, all) && !attributed.some((each) => nameStandsIn(name.text, each)))
      marks.push({ kind: 'name', at, found: name.text });
  }
  return marks.filter((mark, index) => marks.findIndex((other) => markName(other) === markName(mark)) === index);
}
