import type { Block, PieceContent, Sentence } from './document.ts';

/** What became of one part of a piece between two revisions. */
export interface PartChange {
  /** The id of a sentence, heading or other block, or the name of a field: `title`, `topics` … */
  at: string;
  part: 'title' | 'lede' | 'heading' | 'sentence' | 'picture' | 'embed' | 'read' | 'other';
  /** Null: it was not there. */
  before: string | null;
  /** Null: it is not there any more. */
  after: string | null;
  lang: string | null;
  /** It stands elsewhere among what was there before. */
  moved: boolean;
  /** What it rests on is another: the words say what then, and what now. */
  basis: { before: string; after: string } | null;
}

interface Part {
  at: string;
  part: PartChange['part'];
  text: string;
  lang: string | null;
  /** What it rests on, in words; and to the letter, to compare by. */
  basis: string;
  rests: string;
}

/** What differs between two contents, in the order of the newer one; what is gone stands after what it stood after. */
export function compareContents(before: PieceContent, after: PieceContent): PartChange[] {
  const old = new Map(partsOf(before).map((part) => [part.at, part]));
  const now = new Map(partsOf(after).map((part) => [part.at, part]));
  const stayed = [...now.keys()].filter((at) => old.has(at));
  const oldPlaces = new Map([...old.keys()].map((at, place) => [at, place]));
  const inOrder = longestRise(stayed.map((at) => oldPlaces.get(at) ?? 0));
  const kept = new Set(inOrder.map((index) => stayed[index]));

  const gone = new Map<string | null, Part[]>();
  let previous: string | null = null;
  for (const part of old.values()) {
    if (now.has(part.at)) previous = part.at;
    else gone.set(previous, [...(gone.get(previous) ?? []), part]);
  }
  const removed = (at: string | null): PartChange[] =>
    (gone.get(at) ?? []).map((part) => ({ ...changeOf(part), before: part.text }));
  const changes = removed(null);
  for (const part of now.values()) {
    const was = old.get(part.at);
    const moved = was !== undefined && !kept.has(part.at);
    const basis = was && was.rests !== part.rests ? { before: was.basis, after: part.basis } : null;
    if (!was || was.text !== part.text || moved || basis)
      changes.push({ ...changeOf(part), before: was?.text ?? null, after: part.text, moved, basis });
    changes.push(...removed(part.at));
  }
  return changes;
}

function changeOf({ at, part, lang }: Part): PartChange {
  return { at, part, lang, before: null, after: null, moved: false, basis: null };
}

function partsOf(content: PieceContent): Part[] {
  const plain = (at: string, part: Part['part'], text: string): Part => ({
    ...{ at, part, text, lang: content.lang, basis: '', rests: '' },
  });
  const { version: _, kind: __, lang: ___, title, lede, blocks, recommendedReads, topImage, ...others } = content;
  return [
    plain('title', 'title', title),
    plain('lede', 'lede', lede),
    ...(topImage ? [plain('top-image', 'picture', pictureText(topImage))] : []),
    ...blocks.flatMap((block) => partsOfBlock(block, content.lang)),
    ...recommendedReads.map(({ publisher, title: read, url }) => plain(`read ${url}`, 'read', `${publisher}: ${read}`)),
    ...Object.entries(others).flatMap(([name, value]) =>
      value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [plain(name, 'other', valueText(value))],
    ),
  ];
}

function partsOfBlock(block: Block, lang: string): Part[] {
  const plain = (part: Part['part'], text: string): Part => ({ at: block.id, part, text, lang, basis: '', rests: '' });
  switch (block.type) {
    case 'heading':
      return [{ ...plain('heading', block.text), lang: block.lang ?? lang }];
    case 'paragraph':
    case 'quote':
      return block.sentences.map((sentence) => partOfSentence(sentence, lang));
    case 'list':
      return block.items.flat().map((sentence) => partOfSentence(sentence, lang));
    case 'table':
      return block.rows.flat(2).map((sentence) => partOfSentence(sentence, lang));
    case 'figure':
      return [plain('picture', pictureText(block.image))];
    case 'embed':
      return [plain('embed', block.note)];
  }
}

function partOfSentence({ id, text, lang: own, basis }: Sentence, lang: string): Part {
  const words =
    basis.kind === 'cited' ? `cited: ${basis.citations.map(({ quote }) => `“${quote}”`).join(' ')}` : basis.kind;
  return { at: id, part: 'sentence', text, lang: own ?? lang, basis: words, rests: restsOn(basis) };
}

/** What a basis is to the letter, but for the sentence's own text, which is compared by itself. */
function restsOn(basis: Sentence['basis']): string {
  if (basis.kind === 'cited')
    return JSON.stringify(basis.citations.map(({ evidence, start, end }) => [evidence, start, end]));
  return JSON.stringify(basis);
}

const pictureText = ({ caption, credit, alt }: { caption: string; credit: string; alt: string }): string =>
  [caption, credit, alt].filter(Boolean).join(' · ');

function valueText(value: unknown): string {
  return Array.isArray(value)
    ? value.map(valueText).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

/** The places, in a list of numbers, of its longest run that rises; quadratic, for some hundreds of them. */
function longestRise(numbers: number[]): number[] {
  const lengths = numbers.map(() => 1);
  const cameFrom = numbers.map(() => -1);
  let best = numbers.length > 0 ? 0 : -1;
  for (let at = 0; at < numbers.length; at += 1) {
    for (let before = 0; before < at; before += 1)
      if ((numbers[before] ?? 0) < (numbers[at] ?? 0) && (lengths[before] ?? 0) + 1 > (lengths[at] ?? 0)) {
        lengths[at] = (lengths[before] ?? 0) + 1;
        cameFrom[at] = before;
      }
    if ((lengths[at] ?? 0) > (lengths[best] ?? 0)) best = at;
  }
  const places: number[] = [];
  for (let at = best; at >= 0; at = cameFrom[at] ?? -1) places.unshift(at);
  return places;
}
