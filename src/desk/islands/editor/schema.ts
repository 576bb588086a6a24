import type { Basis, Picture } from '#pieces/pieces.ts';
import { type Attrs, type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * What the editor works on. A text block holds its sentences as text under the mark `sentence`, which carries id, basis and
 * language; what stands between two sentences is white space under no such mark. Marks and no wrappers: typing, input
 * methods and right-to-left text then behave as in any text. The stored form stays that of docs/contracts/document.md.
 */

/** What the mark `sentence` carries. */
export interface SentenceAttrs {
  id: string;
  basis: Basis;
  lang: string | null;
}

/** What is known of a picture beside its words. */
export type PictureFile = Omit<Picture, 'caption' | 'credit' | 'alt'>;

/** Text blocks whose text is sentences; `blank` are those without words, and how many others stand before each. */
const sentenceBlock = { content: 'text*', marks: 'sentence strong em link' };
const plain = { content: 'text*', marks: '' };
/** The empty name is one still to be given: settle-document.ts. */
const id = { default: '' };
/** In a translation, what of the original it was made from. */
const madeFrom = { default: null };
const ofSentences = { blank: { default: null } };
const pictureWords = 'caption credit alt';

function dom(tag: string, attributes: (node: Node) => Attrs = () => ({})): Pick<NodeSpec, 'toDOM'> {
  return { toDOM: (node) => [tag, attributes(node), 0] };
}
const named = (node: Node): Attrs => ({ 'data-block': String(node.attrs.id) });
const part =
  (name: string) =>
  (node: Node): Attrs => ({ class: name, 'data-part': name, ...(node.childCount === 0 ? { 'data-empty': '' } : {}) });

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'title lede top? block*', attrs: { rest: { default: {} } } },
  text: {},
  title: { ...plain, defining: true, ...dom('h1', part('title')) },
  lede: { ...plain, defining: true, ...dom('p', part('lede')) },
  top: { content: pictureWords, isolating: true, attrs: { file: {} }, ...dom('figure') },
  // The first of the blocks, so that it is what Enter begins.
  paragraph: { ...sentenceBlock, group: 'block', attrs: { id, madeFrom, ...ofSentences }, ...dom('p', named) },
  heading: {
    ...plain,
    group: 'block',
    defining: true,
    attrs: { id, level: { default: 2 }, lang: { default: null }, development: { default: null }, madeFrom },
    ...dom('h2', (node) => ({ ...named(node), 'data-part': String(node.attrs.id) })),
  },
  list: {
    content: 'item*',
    group: 'block',
    attrs: { id, madeFrom, ordered: { default: false } },
    toDOM: (node) => [node.attrs.ordered === true ? 'ol' : 'ul', named(node), 0],
  },
  item: { ...sentenceBlock, attrs: ofSentences, ...dom('li') },
  quote: {
    content: 'words attribution',
    group: 'block',
    isolating: true,
    attrs: { id, madeFrom, attributed: { default: false } },
    ...dom('blockquote', named),
  },
  words: { ...sentenceBlock, attrs: ofSentences, ...dom('p') },
  attribution: { ...plain, ...dom('p', () => ({ class: 'attribution' })) },
  figure: {
    content: pictureWords,
    group: 'block',
    isolating: true,
    attrs: { id, file: {} },
    ...dom('figure', named),
  },
  caption: { ...plain, ...dom('p', () => ({ class: 'caption' })) },
  credit: { ...plain, ...dom('p', () => ({ class: 'credit' })) },
  alt: { ...plain, ...dom('p', () => ({ class: 'alt' })) },
  table: {
    content: 'row*',
    group: 'block',
    isolating: true,
    attrs: { id, header: { default: false } },
    toDOM: (node) => ['table', named(node), ['tbody', 0]],
  },
  row: { content: 'cell*', ...dom('tr') },
  cell: { ...sentenceBlock, attrs: ofSentences, ...dom('td') },
  embed: {
    ...plain,
    group: 'block',
    attrs: { id, href: {} },
    ...dom('p', (node) => ({ ...named(node), class: 'embed' })),
  },
};

const marks: Record<string, MarkSpec> = {
  // The first, so that it is the outermost in the page.
  sentence: {
    attrs: { id, basis: {}, lang: { default: null } },
    toDOM: (mark) => ['span', { 'data-sentence': String(mark.attrs.id) }, 0],
  },
  strong: { toDOM: () => ['strong', 0] },
  em: { toDOM: () => ['em', 0] },
  link: {
    attrs: { href: {} },
    inclusive: false,
    // No address: a link that is being written is not one to follow.
    toDOM: (mark) => ['a', { class: 'link', title: String(mark.attrs.href) }, 0],
  },
};

export const schema = new Schema({ nodes, marks });

export const sentenceMark = schema.mark.bind(schema, 'sentence');

/** Whether a node's text is cut into sentences. */
export function holdsSentences(node: Node): boolean {
  return node.isTextblock && node.type.allowsMarkType(markType('sentence'));
}

export function markType(name: 'sentence' | 'strong' | 'em' | 'link') {
  const type = schema.marks[name];
  if (!type) throw new Error(`the schema has no mark ${name}`);
  return type;
}

/** The sentence that a piece of text belongs to; null for what stands between two. */
export function sentenceAttrs(node: Node): SentenceAttrs | null {
  const mark = markType('sentence').isInSet(node.marks);
  return mark ? (mark.attrs as SentenceAttrs) : null;
}
