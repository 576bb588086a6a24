import { describe, expect, test } from 'vitest';
import type { PlacedReport } from '#developments/developments.ts';
import { plainReport } from '../../tests/support/fixtures.ts';
import { countsOfPeople, findDifferingCounts } from './differing-counts.ts';

const told = (outlet: string, body: string): PlacedReport => ({
  copyOf: null,
  notNews: null,
  report: plainReport({ id: `rep_${outlet}`, outlet, title: 'Ferry sinks', body }),
});
const found = (...reports: PlacedReport[]) =>
  findDifferingCounts(reports, 'en').map(({ kind, counts }) => [
    kind,
    ...counts.map(({ value, report }) => `${report.outlet} ${value}`),
  ]);

describe('counts that differ', () => {
  const twelve = told('Courier', 'The ferry Marwa sank off Tal Amrin on Friday, and 12 people were killed.');
  const fifteen = told('Ledger', 'Off Tal Amrin the ferry Marwa went down with her crew, killing 15 people.');

  test('are told with who says each, and its sentence', () => {
    expect(found(twelve, fifteen)).toEqual([['killed', 'Courier 12', 'Ledger 15']]);
    const [{ counts } = { counts: [] }] = findDifferingCounts([twelve, fifteen], 'en');
    for (const { report, start, end, text } of counts) expect(report.body.slice(start, end)).toBe(text);
  });

  test('are those of one thing: near each other, in reports of one language, and no copy', () => {
    expect(found(twelve, told('Ledger', 'The ferry Marwa sank off Tal Amrin, and 12 people were killed.'))).toEqual([]);
    expect(
      found(twelve, told('Ledger', 'In ten years 400 people were killed on ferries off Tal Amrin, as the Marwa.')),
    ).toEqual([]);
    expect(found(twelve, told('Ledger', 'At the market of Ostrava 15 people were killed.'))).toEqual([]);
    expect(found(twelve, { ...fifteen, copyOf: 'rep_Courier' })).toEqual([]);
    expect(found(twelve, { ...fifteen, report: { ...fifteen.report, lang: 'ar' } })).toEqual([]);
  });

  test('are none where the later one is higher, or one says “at least”', () => {
    const later = { ...fifteen, report: { ...fifteen.report, reportedAt: '2026-11-20T20:00:00.000Z' } };
    expect(found(twelve, later)).toEqual([]);
    const least = told('Courier', 'The ferry Marwa sank off Tal Amrin on Friday, and at least 12 people were killed.');
    expect(found(least, fifteen)).toEqual([]);
    expect(
      found(twelve, {
        ...least,
        report: { ...least.report, id: 'x', outlet: 'Watch', body: least.report.body.replace('12', '15') },
      }),
    ).toHaveLength(1);
  });

  test('are found where what happened is told as killing people, too', () => {
    expect(countsOfPeople('It toppled homes, killing at least 247 people and wounding 30.')).toEqual([
      { kind: 'killed', value: 247 },
      { kind: 'injured', value: 30 },
    ]);
    expect(countsOfPeople('12 killed.')).toEqual([{ kind: 'killed', value: 12 }]);
  });
});
