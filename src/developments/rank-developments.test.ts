import { describe, expect, test } from 'vitest';
import type { Report } from '#wires/wires.ts';
import { plainReport } from '../../tests/support/fixtures.ts';
import { notNews } from './genre/not-news.ts';
import { type DevelopmentOfDay, rankDevelopments } from './rank-developments.ts';
import { defaultWeights, weightsOf } from './rank-weights.ts';
import type { Change } from './storylines/what-changed.ts';

const report = plainReport;
const agency = (name: string): Report['origins'] => [
  { kind: 'agency', name, evidence: name, start: 0, end: name.length },
];
const development = (id: string, reports: Report[], changes: Partial<DevelopmentOfDay> = {}): DevelopmentOfDay => ({
  id,
  reports: reports.map((each) => ({ report: each, copyOf: null, notNews: notNews(each) })),
  story: null,
  state: { kind: 'new', changes: [], contradictions: [] },
  lastAt: null,
  begins: false,
  toldOn: null,
  nearMiss: null,
  fresh: false,
  ...changes,
});
const order = (developments: DevelopmentOfDay[], weights = defaultWeights) =>
  rankDevelopments(developments, weights).map((each) => each.id);
const reasons = (one: DevelopmentOfDay) => rankDevelopments([one], defaultWeights)[0]?.reasons ?? [];
const part = (one: DevelopmentOfDay, name: string) => reasons(one).find((reason) => reason.part === name);
const act: Change = { kind: 'act', act: 'order', words: 'orders', outlet: 'A' };
const continuing = (changes: Change[] = []): Pick<DevelopmentOfDay, 'state' | 'lastAt'> => ({
  state: { kind: changes.length > 0 ? 'changed' : 'continuing', changes, contradictions: [] },
  lastAt: '2026-11-18T06:00:00.000Z',
});

describe('the rank of a day’s developments', () => {
  test('puts what several rest on themselves before what several carry from one agency', () => {
    const outlets = ['A', 'B', 'C', 'D'];
    const own = development(
      'z-own',
      outlets.map((outlet) => report({ outlet })),
    );
    const carried = development(
      'a-carried',
      outlets.map((outlet) => report({ outlet, origins: agency('Amrin Agency') })),
    );
    expect(order([carried, own])).toEqual(['z-own', 'a-carried']);
    expect(part(own, 'independent')).toEqual({ part: 'independent', count: 4, points: 4.6 });
    expect(part(carried, 'independent')).toEqual({ part: 'independent', count: 1, points: 2 });
    expect(part(carried, 'outlets')).toMatchObject({ count: 4 });
  });

  test('counts a wire copy with its original', () => {
    const [first, copy] = [report({ outlet: 'A' }), report({ outlet: 'B' })];
    const one = {
      ...development('a', [first]),
      reports: [
        { report: first, copyOf: null, notNews: null },
        { report: copy, copyOf: first.id, notNews: null },
      ],
    };
    expect(part(one, 'independent')).toMatchObject({ count: 1 });
    expect(part(one, 'outlets')).toMatchObject({ count: 2 });
  });

  test('lets a repeat sink, further where a summary told it, and what changed rise', () => {
    const fresh = development('fresh', [report()]);
    const repeated = development('repeated', [report()], continuing());
    const told = development('told', [report()], { ...continuing(), toldOn: '2026-11-18' });
    const changed = development('changed', [report()], { ...continuing([act]), toldOn: '2026-11-18' });
    expect(order([told, repeated, fresh, changed])).toEqual(['changed', 'fresh', 'repeated', 'told']);
    expect(part(told, 'repeat')).toMatchObject({ toldOn: '2026-11-18', points: -2 });
    expect(part(repeated, 'repeat')).toMatchObject({ toldOn: null, since: '2026-11-18T06:00:00.000Z', points: -1 });
    expect(part(changed, 'repeat')).toBeUndefined();
    // Another event of the same storyline repeats nothing.
    expect(part({ ...told, begins: true }, 'repeat')).toBeUndefined();
  });

  test('is the sum of its parts, as they are shown', () => {
    const one = development('a', [report({ outlet: 'A' }), report({ outlet: 'B', title: 'Blast: 4 killed' })], {
      ...continuing([act, act]),
      fresh: true,
      story: { id: 'sl', name: '', followed: true, days: 3, continues: true },
    });
    const [ranked] = rankDevelopments([one], defaultWeights);
    const sum = (ranked?.reasons ?? []).reduce((points, reason) => points + reason.points, 0);
    expect(ranked?.score).toBeCloseTo(sum, 10);
    expect(ranked?.reasons.map((reason) => reason.part)).toEqual([
      ...['independent', 'outlets', 'change', 'figure', 'fresh', 'followed'],
    ]);
  });

  test('follows the weights of a publication, and the default where they say nothing or too much', () => {
    const fresh = development('fresh', [report()]);
    const changed = development('changed', [report()], continuing([act]));
    expect(order([fresh, changed], weightsOf({ rankWeights: { new: 5 } }))).toEqual(['fresh', 'changed']);
    expect(weightsOf({ rankWeights: { change: 400, other: 1 } })).toEqual(defaultWeights);
  });

  test('puts a feature last, and a report beside it lifts it', () => {
    const feature = report({ title: 'Analysis: why the ferries stopped' });
    expect(order([development('a', [feature]), development('b', [report()])])).toEqual(['b', 'a']);
    expect(reasons(development('a', [feature]))).toContainEqual({ part: 'feature', points: -4 });
    expect(reasons(development('a', [feature, report()]))).not.toContainEqual(
      expect.objectContaining({ part: 'feature' }),
    );
  });

  test('counts no comment on an event as a voice, nor the figures that it gives', () => {
    const one = development('a', [
      report({ outlet: 'A' }),
      report({ outlet: 'B', title: 'Opinion: 40 killed, and nobody asks why' }),
    ]);
    const [ranked] = rankDevelopments([one], defaultWeights);
    expect(ranked).toMatchObject({ tellsNews: true, corroboration: { outlets: ['A'], independent: 1 } });
    expect(ranked?.figures.size).toBe(0);
  });

  test('counts the voices of comment where there is nothing else, and says that no news report tells it', () => {
    const comment = ['A', 'B'].map((outlet) => report({ outlet, title: 'Opinion: let them sail' }));
    const [ranked] = rankDevelopments([development('a', comment)], defaultWeights);
    expect(ranked).toMatchObject({ tellsNews: false, corroboration: { outlets: ['A', 'B'] } });
  });

  test('puts the newest first where nothing else parts them', () => {
    const at = (hour: string) => report({ reportedAt: `2026-11-20T${hour}:00:00.000Z` });
    const [early, late] = [development('a', [at('06')]), development('b', [at('09')])];
    expect(order([early, late])).toEqual(['b', 'a']);
  });

  test('is the same whatever order the developments come in', () => {
    const all = ['c', 'a', 'b', 'd'].map((id) => development(id, [report()]));
    expect(order(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(order(all.toReversed())).toEqual(['a', 'b', 'c', 'd']);
    expect(order([])).toEqual([]);
  });
});
