import { corroborate } from '#evidence/evidence.ts';
import { type Figure, findCasualtyFigures } from '#developments/developments.ts';
import { findQuotations, withoutQuotations } from '#lib/text/quotations.ts';
import { findKnown } from '#lib/text/spellings.ts';
import { foldWord, words } from '#lib/text/words.ts';
import type { Lang } from '#platform/language.ts';
import { type Block, type Heading, type PieceContent, type Sentence, sectionsOf, sentencesOf } from '#pieces/pieces.ts';
import type { StoryName } from '#publications/publications.ts';

/**
 * Something that an editor should look at before publishing, and may leave as it is: unlike the gate's marks it stops
 * nothing. `at`: a sentence, a heading, `lede` or `title`. It compares words; it does not know what is true.
 */
export type Advice =
  /** All that a section cites rests on one origin. */
  | { kind: 'one-origin'; at: string; origin: string; outlets: number }
  /** Readers had it in the summary before. */
  | { kind: 'repeated'; at: string; before: string; day: string }
  /** Another count of the same people: in the same section, or for the same development in the summary before (`day`). */
  | { kind: 'contradicts'; at: string; figure: Figure['kind']; value: number; other: number; day: string | null }
  | { kind: 'acronym'; at: string; found: string }
  /** A spelling that this publication does not use. */
  | { kind: 'spelling'; at: string; found: string; write: string }
  /** Named for the first time without what readers are told of it. */
  | { kind: 'undescribed'; at: string; found: string; descriptor: string };

/** Who says what a sentence cites, by evidence id. */
export type AdviceSources = ReadonlyMap<string, { outlet: string; origin: { kind: string; name: string } | null }>;

/** What a content is held against beside itself. */
export interface AdviceContext {
  sources: AdviceSources;
  names: readonly StoryName[];
  /** The summary that readers had before, in the same language. */
  before: { day: string; content: PieceContent } | null;
}

/** Everything that should be looked at, in reading order. */
export function advise(content: PieceContent, context: AdviceContext): Advice[] {
  const parts = readParts(content);
  const order = new Map(['title', 'lede', ...parts.map(({ id }) => id)].map((id, index) => [id, index]));
  return [
    ...oneOrigin(content, context.sources),
    ...repeated(content, context.before),
    ...contradictions(content, context.before),
    ...acronyms(content, parts, context),
    ...houseStyle(content, parts, context.names),
  ].sort((a, b) => (order.get(a.at) ?? 0) - (order.get(b.at) ?? 0));
}

/** A heading or a sentence with its text and language. */
interface Part {
  id: string;
  text: string;
  lang: Lang;
  isHeading: boolean;
}

function readParts(content: PieceContent): Part[] {
  return content.blocks.flatMap((block): Part[] =>
    block.type === 'heading'
      ? [{ id: block.id, text: block.text, lang: block.lang ?? content.lang, isHeading: true }]
      : sentencesOf([block]).map(({ id, text, lang }) => ({ id, text, lang: lang ?? content.lang, isHeading: false })),
  );
}

interface Told {
  heading: Heading | null;
  blocks: Block[];
}

/** What is told under each heading; where there is none, the whole. */
function toldIn(content: PieceContent): Told[] {
  const { preamble, sections } = sectionsOf(content.blocks);
  return sections.length === 0 ? [{ heading: null, blocks: preamble }] : sections;
}

function oneOrigin(content: PieceContent, sources: AdviceSources): Advice[] {
  return toldIn(content).flatMap(({ heading, blocks }): Advice[] => {
    const sentences = sentencesOf(blocks);
    const cited = new Set(
      sentences.flatMap(({ basis }) => (basis.kind === 'cited' ? basis.citations : [])).map(({ evidence }) => evidence),
    );
    const voices = [...cited].flatMap((key) => {
      const source = sources.get(key);
      return source ? [{ key, ...source }] : [];
    });
    const at = heading?.id ?? sentences[0]?.id;
    if (voices.length === 0 || at === undefined) return [];
    const { independent, origins, outlets } = corroborate(voices);
    if (independent > 1) return [];
    return [{ kind: 'one-origin', at, origin: origins[0]?.name ?? outlets[0] ?? '', outlets: outlets.length }];
  });
}

/** Sentences of fewer words say too little to be compared. */
const leastWords = 7;
/** So much of a sentence's runs of three words stood in one sentence before. */
const mostShared = 0.7;

function repeated(content: PieceContent, before: AdviceContext['before']): Advice[] {
  if (!before) return [];
  const earlier = sentencesOf(before.content.blocks).map(({ text }) => ({ text, runs: runsOfThree(text) }));
  return sentencesOf(content.blocks).flatMap(({ id, text }): Advice[] => {
    const runs = runsOfThree(text);
    if (runs.size < leastWords - 2) return [];
    const same = earlier.find(
      ({ runs: theirs }) => [...runs].filter((run) => theirs.has(run)).length >= mostShared * runs.size,
    );
    return same ? [{ kind: 'repeated', at: id, before: same.text, day: before.day }] : [];
  });
}

function runsOfThree(text: string): Set<string> {
  const folded = words(text).map(({ raw }) => foldWord(raw));
  return new Set(folded.slice(2).map((word, at) => `${folded[at]} ${folded[at + 1]} ${word}`));
}

/** Words that say themselves that a count is another one now, or that reports differ. */
const saysSo =
  /\b(?:earlier|previous(?:ly)?|before|revised|rose|risen|rising|up from|down from|increased|lowered|corrected|differ(?:ed|ent|s)?|others?|while|but|although|another|more)\b|ارتفع|ارتفاع|سابق|سابقا|عدّل|عدل|بينما|فيما|أخرى|آخر|لكن|تختلف|اختلف/iu;

function contradictions(content: PieceContent, before: AdviceContext['before']): Advice[] {
  const earlier = new Map(
    (before ? sectionsOf(before.content.blocks).sections : []).flatMap(({ heading, blocks }) =>
      heading.development === undefined ? [] : [[heading.development, countsIn(sentencesOf(blocks))]],
    ),
  );
  return toldIn(content).flatMap(({ heading, blocks }): Advice[] => {
    const sentences = sentencesOf(blocks);
    const found: Advice[] = [];
    const first = new Map<Figure['kind'], { value: number; at: string }>();
    for (const { id, text } of sentences)
      for (const { kind, value } of singleCounts(text)) {
        const known = first.get(kind);
        if (!known) first.set(kind, { value, at: id });
        else if (known.value !== value && known.at !== id && !saysSo.test(text))
          found.push({ kind: 'contradicts', at: id, figure: kind, value, other: known.value, day: null });
      }
    const then = earlier.get(heading?.development ?? '');
    if (!then || !before) return found;
    for (const { id, text } of sentences)
      for (const { kind, value } of singleCounts(text)) {
        const other = then.get(kind);
        // More than before is how such counts go; fewer has to be said.
        if (other !== undefined && value < other && !saysSo.test(text))
          found.push({ kind: 'contradicts', at: id, figure: kind, value, other, day: before.day });
      }
    return found;
  });
}

/** The counts that a sentence gives once: of two of a kind, one is likely part of the other. */
function singleCounts(text: string): Figure[] {
  const figures = findCasualtyFigures(text);
  return figures.filter(({ kind }) => figures.filter((each) => each.kind === kind).length === 1);
}

/** The greatest count of each kind. */
function countsIn(sentences: Sentence[]): Map<Figure['kind'], number> {
  const counts = new Map<Figure['kind'], number>();
  for (const { text } of sentences)
    for (const { kind, value } of singleCounts(text)) counts.set(kind, Math.max(value, counts.get(kind) ?? 0));
  return counts;
}

const acronym = /(?<![\p{L}\p{M}\p{N}.-])\p{Lu}{2,6}(?![\p{L}\p{M}\p{N}-])/gu;
/** Known to readers everywhere. */
const everyday = new Set(
  'UN EU US USA UK UAE TV NGO NGOs AM PM GMT UTC BBC CNN AFP AP NATO COVID DNA HIV VIP ID SMS GPS'.split(' '),
);

/** Each acronym at its first mention that nothing explains: neither a bracket, nor the story's names, nor a source's own. */
function acronyms(content: PieceContent, parts: Part[], { names, sources }: AdviceContext): Advice[] {
  const all = [content.title, content.lede, ...parts.map(({ text }) => text)].join('\n');
  const given = [
    ...names.flatMap(({ name, also = [] }) => [...Object.values(name), ...also]),
    ...[...sources.values()].flatMap(({ outlet, origin }) => [outlet, origin?.name ?? '']),
  ];
  const known = new Set(given.flatMap((text) => text.match(acronym) ?? []));
  const seen = new Set<string>();
  // The text comes first: what it explains, the lede and the headings above it may use.
  return parts
    .filter(({ isHeading }) => !isHeading)
    .flatMap(({ id, text }): Advice[] =>
      (text.match(acronym) ?? []).flatMap((found): Advice[] => {
        if (seen.has(found) || everyday.has(found) || known.has(found)) return [];
        seen.add(found);
        const explained = all.includes(`(${found})`) || all.includes(`${found} (`);
        // A line in capitals is no row of acronyms.
        const shouts = text === text.toUpperCase();
        return explained || shouts ? [] : [{ kind: 'acronym', at: id, found }];
      }),
    );
}

function houseStyle(content: PieceContent, parts: Part[], names: readonly StoryName[]): Advice[] {
  const spelled = names.flatMap((of) => {
    const used = [...Object.values(of.name), ...(of.also ?? [])];
    const avoid = (of.avoid ?? []).filter((spelling) => !used.includes(spelling));
    return [
      { of, isAvoided: false, spellings: used },
      { of, isAvoided: true, spellings: avoid },
    ];
  });
  const lede: Part = { id: 'lede', text: content.lede, lang: content.lang, isHeading: true };
  const title: Part = { id: 'title', text: content.title, lang: content.lang, isHeading: true };
  const described = new Set<StoryName>();
  return [title, lede, ...parts].flatMap(({ id, text, lang, isHeading }): Advice[] => {
    // What somebody said is theirs.
    const quoted = findQuotations(text);
    const found = findKnown(text, spelled).filter(
      ({ start }) => !quoted.some((span) => start >= span.start && start < span.end),
    );
    return found.flatMap(({ known: { of, isAvoided }, text: written }): Advice[] => {
      const advice: Advice[] = [];
      const write = of.name[lang] ?? Object.values(of.name)[0] ?? '';
      if (isAvoided) advice.push({ kind: 'spelling', at: id, found: written, write });
      const descriptor = of.descriptor?.[lang];
      if (descriptor && !isHeading && !described.has(of)) {
        described.add(of);
        if (!saysWords(withoutQuotations(text), descriptor))
          advice.push({ kind: 'undescribed', at: id, found: written, descriptor });
      }
      return advice;
    });
  });
}

/** Whether a text has all the words of another, in any form that Arabic or case gives them. */
function saysWords(text: string, wanted: string): boolean {
  return findKnown(text, [{ spellings: [wanted] }]).length > 0;
}
