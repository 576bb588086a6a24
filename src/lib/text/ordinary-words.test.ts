import { expect, test } from 'vitest';
import { ordinaryWords } from './ordinary-words.ts';

test('words that stand in lower case somewhere are ordinary, also in another form', () => {
  const isOrdinary = ordinaryWords(['The divers were searching at Belhan.', 'Nine LANTERNS']);
  expect(
    ['divers', 'diver', 'searched', 'search', 'villagers', 'officials'].filter((word) => !isOrdinary(word)),
  ).toEqual([]);
  expect(['belhan', 'hadid', 'lanterns', 'gorvan'].filter(isOrdinary)).toEqual([]);
});

test('a word within another, or after a capital, is not taken for one', () => {
  const isOrdinary = ordinaryWords(['McDonald met eBelhan']);
  expect(isOrdinary('donald')).toBe(false);
  expect(isOrdinary('belhan')).toBe(false);
});
