import { describe, expect, test } from 'vitest';
import { benchBilingual } from './bench-bilingual.ts';
import { benchOrigins } from './bench-origins.ts';
import { bootstrapInterval, wilsonInterval } from './intervals.ts';
import { readBilingual, readOrigins } from './labelled-sets.ts';

const wordCount = (text: string) => text.split(/\s+/).length;

describe('the bilingual set', () => {
  const { reports, events } = readBilingual('all');

  test('holds sixty reports of fifteen events, each told in both languages by more than one outlet', () => {
    expect([reports.length, events.length, new Set(reports.map(({ id }) => id)).size]).toEqual([60, 15, 60]);
    for (const event of events) {
      const told = reports.filter((report) => report.event === event);
      expect([event, ...told.map(({ lang }) => lang).toSorted()]).toEqual([event, 'ar', 'ar', 'en', 'en']);
      expect(new Set(told.map(({ outlet }) => outlet)).size).toBeGreaterThan(1);
      expect(new Set(told.map(({ title }) => title)).size).toBe(4);
    }
  });

  test('has sixty to a hundred and twenty words a report, an Arabic one in Arabic', () => {
    for (const { id, lang, body } of reports) {
      expect([id, wordCount(body) >= 60 && wordCount(body) <= 120]).toEqual([id, true]);
      expect([id, /\p{Script=Arabic}/u.test(body)]).toEqual([id, lang === 'ar']);
    }
  });

  test('is cut in time: every report of the seven earlier events is older than those of the eight later', () => {
    const earlier = readBilingual('earlier').events;
    const later = readBilingual('later').events;
    expect([earlier.length, later.length]).toEqual([7, 8]);
    const times = (of: string[]) =>
      reports.filter((each) => of.includes(each.event)).map((each) => Date.parse(each.date));
    expect(Math.max(...times(earlier))).toBeLessThan(Math.min(...times(later)));
    expect(reports.map(({ date }) => date)).toEqual(reports.map(({ date }) => date).toSorted());
  });
});

describe('the set of origins', () => {
  const { developments } = readOrigins('all');

  test('holds 232 developments of one to six reports with a number of origins that can be, and why', () => {
    expect(new Set(developments.map(({ development }) => development)).size).toBe(232);
    for (const { development, origins, why, reports } of developments) {
      expect([development, reports.length >= 1 && reports.length <= 6]).toEqual([development, true]);
      expect([development, origins >= 1 && origins <= reports.length]).toEqual([development, true]);
      expect(why).not.toBe('');
    }
  });

  test('is in English, in Arabic and mixed', () => {
    const languages = developments.map(({ reports }) =>
      [...new Set(reports.map(({ lang }) => lang))].toSorted().join(),
    );
    const count = (which: string) => languages.filter((each) => each === which).length;
    expect(count('en')).toBeGreaterThanOrEqual(20);
    expect(count('ar')).toBeGreaterThanOrEqual(5);
    expect(count('ar,en')).toBeGreaterThanOrEqual(10);
  });

  test('is cut before the last two sets of 40, which no rule was tuned on; the first is newer than the one that was written with it', () => {
    expect([readOrigins('earlier').scored.size, readOrigins('later').scored.size]).toEqual([152, 80]);
    const times = developments.map(({ reports }) => reports.map(({ date }) => Date.parse(date)));
    expect(Math.max(...times.slice(112, 152).flat())).toBeLessThan(Math.min(...times.slice(152, 192).flat()));
  });
});

describe('the benches of the labelled sets', () => {
  test.each(['earlier', 'later', 'all'] as const)('run over the %s part', (part) => {
    const pairs = benchBilingual(part, () => undefined);
    expect(pairs.find(({ name }) => name === 'all pairs, F1')?.value).toBeGreaterThan(0);
    expect(pairs.filter(({ name }) => name.startsWith('English–Arabic pairs'))).toHaveLength(3);
    const notes: string[] = [];
    const rows = benchOrigins(part, (line) => notes.push(line));
    const exact = rows.find(({ name }) => name === 'number of origins exact');
    const of = rows[0]?.value ?? 0;
    const wrong = rows.length - 2;
    expect(exact?.value).toBeCloseTo((100 * (of - wrong)) / of, 0);
    expect(notes.filter((line) => !line.startsWith(' '))).toHaveLength(wrong);
  });
});

describe('intervals', () => {
  test('Wilson’s for 34 of 40 is 71 to 93 per cent', () => {
    expect(wilsonInterval(34, 40).map((share) => Math.round(100 * share))).toEqual([71, 93]);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  test('the bootstrap’s hold the figure, are the same each time, and are narrow where all things are alike', () => {
    const values = [0, 0, 1, 1, 1, 0, 1, 1];
    const mean = (drawn: number[]) => drawn.reduce((sum, times, thing) => sum + times * (values[thing] ?? 0), 0) / 8;
    const [low, high] = bootstrapInterval(8, mean);
    expect(low).toBeLessThan(0.625);
    expect(high).toBeGreaterThan(0.625);
    expect(bootstrapInterval(8, mean)).toEqual([low, high]);
    expect(bootstrapInterval(8, (drawn) => drawn.reduce((sum, times) => sum + times, 0))).toEqual([8, 8]);
  });
});
