import { expect, test } from 'vitest';
import type { PieceContent, Sentence } from '#pieces/pieces.ts';
import {
  allSentences,
  breakParagraph,
  dropEmpty,
  insertAfter,
  insertWords,
  mergeBack,
  moveSentence,
  removeSentence,
  setText,
} from './edit-content.ts';
import { headingAbove, moveParagraph, moveSection, removeSection } from './edit-sections.ts';
import { sameContent } from './same-content.ts';

let made = 0;
const newId = (prefix: string) => `${prefix}_new${(made += 1)}`;
const cited = (id: string, text: string): Sentence => ({
  id,
  text,
  basis: {
    kind: 'cited',
    citations: [{ id: `c_${id}`, evidence: 'ev', quote: text, start: 0, end: text.length, madeFor: text }],
  },
});

function piece(): PieceContent {
  return {
    version: 1,
    kind: 'summary',
    lang: 'en',
    title: 'T',
    lede: 'L',
    blocks: [
      { type: 'heading', id: 'h1', level: 2, text: 'One' },
      { type: 'paragraph', id: 'p1', sentences: [cited('a', 'First here.'), cited('b', 'Second here.')] },
      { type: 'heading', id: 'h2', level: 2, text: 'Two' },
      { type: 'paragraph', id: 'p2', sentences: [cited('c', 'Third here.')] },
    ],
    recommendedReads: [],
    topImage: null,
    topics: [],
  };
}

const order = (content: PieceContent) => allSentences(content).map(({ id }) => id);

test('joining keeps what both rest on, each made for its own text', () => {
  const content = piece();
  expect(mergeBack(content, 'b')).toEqual({ id: 'a', at: 11 });
  const [first] = allSentences(content);
  expect(first?.text).toBe('First here. Second here.');
  expect(first?.basis.kind === 'cited' && first.basis.citations.map(({ madeFor }) => madeFor)).toEqual([
    'First here.',
    'Second here.',
  ]);
});

test('a vouched sentence joined to one without a source vouches for nothing', () => {
  const content = piece();
  const [a, b] = allSentences(content);
  if (a) a.basis = { kind: 'uncited' };
  if (b) b.basis = { kind: 'vouched', by: 'E', at: '' };
  mergeBack(content, 'b');
  expect(allSentences(content)[0]?.basis).toEqual({ kind: 'uncited' });
});

test('a paragraph breaks before a sentence and joins again', () => {
  const content = piece();
  breakParagraph(content, 'b', newId);
  expect(content.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'heading', 'paragraph']);
  mergeBack(content, 'b');
  expect(sameContent(content, piece())).toBe(true);
});

test('a sentence moves within its paragraph and past its end into the next', () => {
  const content = piece();
  moveSentence(content, 'a', 1);
  expect(order(content)).toEqual(['b', 'a', 'c']);
  moveSentence(content, 'a', 1);
  expect(content.blocks[3]).toMatchObject({ id: 'p2', sentences: [{ id: 'a' }, { id: 'c' }] });
  expect(moveSentence(content, 'b', -1)).toBe(false);
});

test('sections and paragraphs move with what they hold', () => {
  const content = piece();
  expect(moveSection(content, 'h1', -1)).toBe(false);
  moveSection(content, 'h2', -1);
  expect(order(content)).toEqual(['c', 'a', 'b']);
  moveParagraph(content, 'a', -1);
  expect(headingAbove(content, 'p1')).toBe('h2');
  removeSection(content, 'h2');
  expect(order(content)).toEqual([]);
});

test('taking out the last sentence of a paragraph takes the paragraph, and empty ones are dropped before publishing', () => {
  const content = piece();
  removeSentence(content, 'c');
  expect(content.blocks.some(({ id }) => id === 'p2')).toBe(false);
  insertAfter(content, 'h2', { id: 'd', text: ' ', basis: { kind: 'uncited' } }, newId);
  expect(headingAbove(content, content.blocks.at(-1)?.id ?? '')).toBe('h2');
  expect(dropEmpty(content)).toBe(true);
  expect(order(content)).toEqual(['a', 'b']);
});

test('words are put in at the cursor, else before the full stop, with the white space that they need', () => {
  const put = (text: string, at: number | null) => {
    const sentence = cited('a', text);
    insertWords(sentence, 'X (Courier)', at);
    return sentence.text;
  };
  expect(put('They said it.', null)).toBe('They said it X (Courier).');
  expect(put('They said it.', 9)).toBe('They said X (Courier) it.');
  expect(put('They said, and left.', 9)).toBe('They said X (Courier), and left.');
  expect(put('', null)).toBe('X (Courier)');
});

test('marks over a text move with what they stand on', () => {
  const sentence: Sentence = { ...cited('a', 'The old bridge fell.'), marks: [{ type: 'em', start: 8, end: 14 }] };
  setText(sentence, 'The very old bridge fell.');
  const [mark] = sentence.marks ?? [];
  expect(mark && sentence.text.slice(mark.start, mark.end)).toBe('bridge');
  setText(sentence, 'The very old fell.');
  expect(sentence.marks).toBeUndefined();
});

test('contents are the same whatever the order of their keys and whoever vouched', () => {
  const [one, other] = [piece(), piece()];
  const [a] = allSentences(one);
  const [b] = allSentences(other);
  if (a && b) {
    a.basis = { kind: 'vouched', by: '', at: '' };
    b.basis = { at: 'now', by: 'E', kind: 'vouched' };
  }
  expect(sameContent(one, other)).toBe(true);
  other.title = 'Other';
  expect(sameContent(one, other)).toBe(false);
});
