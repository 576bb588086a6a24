import { expect, test } from 'vitest';
import { scoreClustering } from './b-cubed.ts';

const events = [
  { cluster: 'bridge', article_ids: ['a', 'b', 'c'] },
  { cluster: 'ferry', article_ids: ['d', 'e'] },
  { cluster: 'alone', article_ids: ['f'] },
];

test('scores a perfect clustering 100 and ignores events with one report', () => {
  const scores = scoreClustering(
    new Map([
      ['a', '1'],
      ['b', '1'],
      ['c', '1'],
      ['d', '2'],
      ['e', '2'],
      ['f', '1'],
    ]),
    events,
  );
  expect(scores).toMatchObject({ labelled: 5, events: 2, missing: 0, b3F1: 100, pairF1: 100 });
});

test('scores a mixed clustering as worked out by hand', () => {
  // Development 1 holds a, b and d; c and e are alone, e by being missing.
  const scores = scoreClustering(
    new Map([
      ['a', '1'],
      ['b', '1'],
      ['c', '2'],
      ['d', '1'],
    ]),
    events,
  );
  expect(scores.missing).toBe(1);
  expect(scores.b3Precision).toBeCloseTo((100 * (2 / 3 + 2 / 3 + 1 + 1 / 3 + 1)) / 5, 10);
  expect(scores.b3Recall).toBeCloseTo((100 * (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2)) / 5, 10);
  expect(scores.pairPrecision).toBeCloseTo(100 / 3, 10);
  expect(scores.pairRecall).toBeCloseTo(25, 10);
});

test('scores no reports at all as 0', () => {
  expect(scoreClustering(new Map(), [])).toMatchObject({ labelled: 0, b3F1: 0, pairF1: 0 });
});
