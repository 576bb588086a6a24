import { expect, test } from 'vitest';
import { CLUSTER_DEFAULTS } from './cluster-options.ts';
import { learnJoinScore } from './learn-joining.ts';

const shipped = CLUSTER_DEFAULTS.joinScore;
const doubtful = shipped - 0.5;
const same = (times: number) => Array.from({ length: times }, () => ({ isSame: true, logOdds: doubtful }));
const two = (times: number) => Array.from({ length: times }, () => ({ isSame: false, logOdds: doubtful }));

test('reports join as shipped until an editor says anything', () => {
  expect(learnJoinScore([])).toBe(shipped);
});

test('joining what was nearly joined makes reports join more readily, parting less', () => {
  expect(learnJoinScore(same(3))).toBeLessThan(shipped);
  expect(learnJoinScore(two(3))).toBeGreaterThan(shipped);
  expect(learnJoinScore(same(1))).toBeGreaterThan(learnJoinScore(same(10)));
});

test('one editor’s mistake moves little, and nobody can teach that everything is one event', () => {
  expect(Math.abs(learnJoinScore(same(1)) - shipped)).toBeLessThan(0.2);
  expect(learnJoinScore(same(500))).toBe(shipped - 1);
  expect(learnJoinScore(two(500))).toBe(shipped + 1);
});

test('as many joined as parted leaves the threshold near where both are as likely', () => {
  expect(Math.abs(learnJoinScore([...same(100), ...two(100)]) - doubtful)).toBeLessThan(0.1);
});
