import type { Basis, Citation } from '#pieces/pieces.ts';
import { endsSentence, sentenceCuts } from './cut-sentences.ts';
import type { SentenceAttrs } from './schema.ts';

/** A run of a block's text that one sentence claims; offsets into the text, end exclusive. */
export interface Run {
  from: number;
  to: number;
  attrs: SentenceAttrs;
}

/** A sentence as it is to be: `attrs` null where it is new. */
export interface Settled {
  from: number;
  to: number;
  attrs: SentenceAttrs | null;
}

/** What the edit did: which ends of sentences it took away, and where sentences ran on before already. */
export interface Edit {
  startGone(id: string): boolean;
  endGone(id: string): boolean;
  /** Offsets at which a sentence looked like two before the edit, and was one. */
  kept: ReadonlySet<number>;
}

interface Group {
  from: number;
  to: number;
  runs: Run[];
}

/**
 * Cuts a block's edited text into sentences. What was two stays two unless the edit took away what parted them; then the
 * first keeps its id and both their citations. What became two is cut: the part that its citation was made for keeps it.
 * Words that no sentence claims go with their neighbour, or are a new sentence without a source.
 */
export function settleSentences(text: string, claimed: Run[], edit: Edit): Settled[] {
  const cuts = sentenceCuts(text);
  const runs = joinSame(claimed).flatMap((run) => trimmed(text, run));
  const groups: Group[] = [];
  let end = 0;
  for (const run of [...runs, null]) {
    const from = run?.from ?? text.length;
    const last = groups.at(-1) ?? null;
    const parts = cutGap(text, cuts, { from: end, to: from, after: last !== null, before: run !== null });
    if (last && parts.toLast > last.to) last.to = parts.toLast;
    groups.push(...parts.between.map((span) => ({ ...span, runs: [] })));
    if (run) {
      const group: Group = { from: parts.fromNext, to: run.to, runs: [run] };
      const previous = groups.at(-1);
      if (previous && areOne(text, previous, group, edit)) {
        previous.to = group.to;
        previous.runs.push(run);
      } else groups.push(group);
      end = run.to;
    }
  }
  return groups.flatMap((group) => cutGroup(text, group, cuts, edit));
}

/** One sentence whose text was broken by words put into it is one. */
function joinSame(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.attrs.id === run.attrs.id) last.to = run.to;
    else joined.push({ ...run });
  }
  return joined;
}

function trimmed(text: string, run: Run): Run[] {
  let { from, to } = run;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return from === to ? [] : [{ ...run, from, to }];
}

/** Deals out the words between two sentences: to the one before, to the one after, or as sentences of their own. */
function cutGap(
  text: string,
  cuts: number[],
  gap: { from: number; to: number; after: boolean; before: boolean },
): { toLast: number; between: { from: number; to: number }[]; fromNext: number } {
  const words = text.slice(gap.from, gap.to);
  const none = { toLast: gap.from, between: [], fromNext: gap.to };
  if (words.trim() === '') return none;
  const first = gap.from + words.search(/\S/u);
  const last = gap.from + words.trimEnd().length;
  const touchesNext = gap.before && last === gap.to;
  const inside = cuts.filter((cut) => cut >= first && cut < gap.to);
  if (gap.after && inside.length === 0) {
    if (touchesNext && first > gap.from) return { ...none, fromNext: first };
    return { ...none, toLast: last };
  }
  const starts = gap.after ? inside : [first, ...inside.filter((cut) => cut > first)];
  const [start = first] = starts;
  const spans = starts.map((from, index) => ({ from, to: starts[index + 1] ?? gap.to }));
  const tail = spans.at(-1);
  const goesOn = touchesNext && !cuts.includes(gap.to);
  return {
    toLast: start > first ? endOfWords(text, gap.from, start) : gap.from,
    between: (goesOn ? spans.slice(0, -1) : spans).map(({ from, to }) => ({ from, to: endOfWords(text, from, to) })),
    fromNext: goesOn && tail ? tail.from : gap.to,
  };
}

function endOfWords(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

/** Whether two neighbours are one sentence now: nothing parts them, and the edit is why. */
function areOne(text: string, one: Group, other: Group, edit: Edit): boolean {
  const [before, after] = [one.runs.at(-1), other.runs[0]];
  if (!before || !after || endsSentence(text.slice(one.from, one.to))) return false;
  if (one.to === other.from) return true;
  const [endGone, startGone] = [edit.endGone(before.attrs.id), edit.startGone(after.attrs.id)];
  if (endGone && startGone) return true;
  return (endGone || startGone) && /^\p{Ll}/u.test(text.slice(other.from));
}

function cutGroup(text: string, group: Group, cuts: number[], edit: Edit): Settled[] {
  const starts = [group.from, ...cuts.filter((cut) => cut > group.from && cut < group.to && !edit.kept.has(cut))];
  const parts = starts.map((from, index) => ({ from, to: endOfWords(text, from, starts[index + 1] ?? group.to) }));
  const [first] = group.runs;
  if (!first) return parts.map((part) => ({ ...part, attrs: null }));
  const attrs = {
    ...first.attrs,
    basis: group.runs.slice(1).reduce((basis, run) => joinBases(basis, run.attrs.basis), first.attrs.basis),
  };
  const keeper = chooseKeeper(
    parts.map(({ from, to }) => text.slice(from, to)),
    attrs.basis,
  );
  return parts.map((part, index) => ({ ...part, attrs: index === keeper ? attrs : null }));
}

/** Which part keeps the id and the basis: the first of those that a citation was made for, else the longest. */
function chooseKeeper(parts: string[], basis: Basis): number {
  const madeFor = basis.kind === 'cited' ? basis.citations.map((citation) => citation.madeFor) : [];
  const made = parts.findIndex((part) => madeFor.some((text) => isMostlyOf(part, text)));
  if (made >= 0) return made;
  const lengths = parts.map((part) => part.length);
  return lengths.indexOf(Math.max(...lengths));
}

/** Whether a part stands in a text, or its greater part at the text's beginning or end. */
function isMostlyOf(part: string, text: string): boolean {
  if (text.includes(part)) return true;
  let [head, tail] = [0, 0];
  while (head < part.length && part[head] === text[head]) head += 1;
  while (tail < part.length && part.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  return Math.max(head, tail) * 2 > part.length;
}

/** What two sentences rest on together; it is checked again, since neither was cited for the whole. */
export function joinBases(one: Basis, other: Basis): Basis {
  if (one.kind === 'cited' && other.kind === 'cited')
    return { kind: 'cited', citations: uniqueCitations([...one.citations, ...other.citations]) };
  if (one.kind === 'cited') return one;
  if (other.kind === 'cited') return other;
  if (one.kind === 'linked' && other.kind === 'linked')
    return { kind: 'linked', links: [...one.links, ...other.links] };
  return one.kind === other.kind ? one : { kind: 'uncited' };
}

function uniqueCitations(citations: Citation[]): Citation[] {
  return citations.filter(({ id }, index) => citations.findIndex((other) => other.id === id) === index);
}
