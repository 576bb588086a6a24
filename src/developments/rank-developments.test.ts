import { describe, expect, test } from 'vitest';
import { plainHandling, type Report } from '#wires/wires.ts';
import { type DevelopmentOfDay, isFeature, rankDevelopments } from './rank-developments.ts';

let count = 0;
const report = (changes: Partial<Report> = {}): Report => {
  count += 1;
  const id = changes.id ?? `rep_${String(count).padStart(4, '0')}`;
  return {
    id,
    externalId: id,
    url: null,
    outlet: 'Gorvan Courier',
    wireId: null,
    version: 1,
    title: 'Ferry service resumes',
    body: 'The ferry sailed again.',
    lang: 'en',
    authors: [],
    agency: null,
    origins: [],
    method: 'file',
    reportedAt: '2026-11-20T06:00:00.000Z',
    retrievedAt: '2026-11-20T06:00:00.000Z',
    bodySha256: '',
    rawSha256: null,
    handling: plainHandling,
    ...changes,
  };
};
const agency = (name: string): Report['origins'] => [
  { kind: 'agency', name, evidence: name, start: 0, end: name.length },
];
const development = (id: string, reports: Report[], changes: Partial<DevelopmentOfDay> = {}): DevelopmentOfDay => ({
  id,
  reports: reports.map((each) => ({ report: each, copyOf: null })),
  earlier: [],
  toldOn: null,
  ...changes,
});
const order = (developments: DevelopmentOfDay[]) => rankDevelopments(developments).map((each) => each.id);
const reasons = (one: DevelopmentOfDay) => rankDevelopments([one])[0]?.reasons;

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
    expect(reasons(own)).toContainEqual({ kind: 'voices', independent: 4, outlets: 4 });
    expect(reasons(carried)).toContainEqual({ kind: 'voices', independent: 1, outlets: 4 });
    expect(reasons(carried)).toContainEqual({ kind: 'carrying', name: 'Amrin Agency', outlets: 4 });
  });

  test('counts a wire copy with its original', () => {
    const [first, copy] = [report({ outlet: 'A' }), report({ outlet: 'B' })];
    const one = {
      ...development('a', [first]),
      reports: [
        { report: first, copyOf: null },
        { report: copy, copyOf: first.id },
      ],
    };
    expect(reasons(one)).toContainEqual({ kind: 'voices', independent: 1, outlets: 2 });
  });

  test('puts the new before what an earlier summary told, unless a figure changed', () => {
    const dead = (n: number, at: string) =>
      report({ title: `Blast kills ${n}`, body: `${n} people were killed.`, reportedAt: at });
    const [before, today] = ['2026-11-18T06:00:00.000Z', '2026-11-20T06:00:00.000Z'];
    const fresh = development('fresh', [report()]);
    const told = development('told', [dead(12, today)], { earlier: [dead(12, before)], toldOn: '2026-11-18' });
    const grown = development('grown', [dead(19, today)], { earlier: [dead(12, before)], toldOn: '2026-11-18' });
    expect(order([told, grown, fresh])).toEqual(['grown', 'fresh', 'told']);
    expect(reasons(fresh)).toContainEqual({ kind: 'new' });
    expect(reasons(told)).toContainEqual({ kind: 'already-told', on: '2026-11-18' });
    expect(reasons(grown)).toContainEqual({
      kind: 'figure-changed',
      figure: { kind: 'killed', value: 19 },
      before: 12,
    });
    expect(reasons({ ...told, toldOn: null })).toContainEqual({ kind: 'continuing', since: before });
  });

  test('puts a feature last, and a report beside it lifts it', () => {
    const feature = report({ title: 'Analysis: why the ferries stopped' });
    expect(order([development('a', [feature]), development('b', [report()])])).toEqual(['b', 'a']);
    expect(reasons(development('a', [feature]))).toContainEqual({ kind: 'feature' });
    expect(reasons(development('a', [feature, report()]))).not.toContainEqual({ kind: 'feature' });
  });

  test('is the same whatever order the developments come in', () => {
    const all = ['c', 'a', 'b', 'd'].map((id) => development(id, [report()]));
    expect(order(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(order(all.toReversed())).toEqual(['a', 'b', 'c', 'd']);
    expect(order([])).toEqual([]);
  });

  test.each([
    ['Opinion: let them sail', true],
    ['ANALYSIS – who owns the port', true],
    ['تحليل: من يملك المرفأ', true],
    ['Video shows ferry sinking', false],
    ['Opinion polls close in Belhan', false],
    ['Ferry sinks', false],
  ])('takes “%s” for a feature: %s', (title, feature) => {
    expect(isFeature({ title })).toBe(feature);
  });
});
