import { expect, test } from 'vitest';
import { citedSentence, summaryOf } from '../../tests/support/fixtures.ts';
import { compareContents } from './compare-contents.ts';
import type { PieceContent } from './document.ts';

const cite = (start: number) => [{ evidence: 'ev_1', quote: `words at ${start}`, start, end: start + 5 }];
const piece = (texts: [string, string][], changes: Partial<PieceContent> = {}) =>
  summaryOf(
    texts.map(([id, text]) => citedSentence(id, text, cite(0))),
    changes,
  );

test('a piece does not differ from itself', () => {
  const one = piece([['s1', 'One.']], { topics: ['sea'] });
  expect(compareContents(one, structuredClone(one))).toEqual([]);
});

test('says what was changed, added and taken out, where it stands or stood', () => {
  const before = piece([
    ['s1', 'Nine waited.'],
    ['s2', 'It rained.'],
    ['s3', 'They left.'],
  ]);
  const after = piece([
    ['s1', 'Ten waited.'],
    ['s3', 'They left.'],
    ['s4', 'They came back.'],
  ]);
  expect(compareContents(before, after).map(({ at, before: was, after: is }) => [at, was, is])).toEqual([
    ['s1', 'Nine waited.', 'Ten waited.'],
    ['s2', 'It rained.', null],
    ['s4', null, 'They came back.'],
  ]);
});

test('says which sentence was moved, and that one alone', () => {
  const order = (...ids: string[]) => piece(ids.map((id) => [id, `Sentence ${id}.`]));
  const changes = compareContents(order('a', 'b', 'c', 'd'), order('b', 'c', 'a', 'd'));
  expect(changes.map(({ at, moved }) => [at, moved])).toEqual([['a', true]]);
});

test('says that a sentence rests on something else, though it reads the same', () => {
  const before = piece([['s1', 'One.']]);
  const after = summaryOf([citedSentence('s1', 'One.', cite(40))]);
  expect(compareContents(before, after)).toMatchObject([
    { at: 's1', basis: { before: 'cited: “words at 0”', after: 'cited: “words at 40”' } },
  ]);
  const vouched = summaryOf([{ id: 's1', text: 'One.', basis: { kind: 'uncited' } }]);
  expect(compareContents(before, vouched)[0]?.basis?.after).toBe('uncited');
});

test('title, lede, reads and topics are parts too', () => {
  const read = { publisher: 'Courier', title: 'The long night', url: 'https://courier.example/night' };
  const changes = compareContents(
    piece([['s1', 'One.']]),
    piece([['s1', 'One.']], { title: 'Another', lede: 'So.', recommendedReads: [read], topics: ['sea'] }),
  );
  expect(changes.map(({ part }) => part)).toEqual(['title', 'lede', 'read', 'other']);
});
