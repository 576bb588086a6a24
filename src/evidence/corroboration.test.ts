import { describe, expect, test } from 'vitest';
import { citeSpan, SpanNotFound } from './cite-span.ts';
import { corroborate, type Voice } from './corroboration.ts';

const voice = (key: string, outlet: string, origin?: string, copyOf: string | null = null): Voice => ({
  key,
  outlet,
  origin: origin ? { kind: 'agency', name: origin } : null,
  copyOf,
});

describe('corroboration', () => {
  test('counts ten outlets that carry one agency as one voice', () => {
    const voices = Array.from({ length: 10 }, (_, n) => voice(`r${n}`, `Outlet ${n}`, 'Amrin Agency'));
    expect(corroborate(voices)).toMatchObject({
      independent: 1,
      origins: [{ name: 'Amrin Agency', kind: 'agency', outlets: 10 }],
    });
  });

  test('counts outlets that rest on themselves each', () => {
    expect(corroborate([voice('1', 'A'), voice('2', 'B'), voice('3', 'A')])).toEqual({
      outlets: ['A', 'B'],
      origins: [],
      independent: 2,
    });
  });

  test('counts an agency that is itself among the outlets once', () => {
    expect(corroborate([voice('1', 'Amrin Agency'), voice('2', 'B', 'Amrin Agency')]).independent).toBe(1);
  });

  test('counts a copy as what its original rests on, through a chain', () => {
    const copies = [voice('1', 'A', 'Amrin Agency'), voice('2', 'B', undefined, '1'), voice('3', 'C', undefined, '2')];
    expect(corroborate(copies)).toMatchObject({ independent: 1, origins: [{ outlets: 3 }] });
    const ofOutlet = [voice('1', 'A'), voice('2', 'B', undefined, '1')];
    expect(corroborate(ofOutlet)).toMatchObject({ independent: 1, outlets: ['A', 'B'] });
  });

  test('ends also where copies name each other, or an original that is not there', () => {
    expect(corroborate([voice('1', 'A', undefined, '2'), voice('2', 'B', undefined, '1')]).independent).toBeGreaterThan(
      0,
    );
    expect(corroborate([voice('1', 'A', undefined, 'gone')]).independent).toBe(1);
    expect(corroborate([voice('1', 'A', undefined, '1')]).independent).toBe(1);
  });

  test('of nobody is nothing', () => {
    expect(corroborate([])).toEqual({ outlets: [], origins: [], independent: 0 });
  });

  test('tells the most carried origin first', () => {
    const voices = [voice('1', 'A', 'Few'), voice('2', 'B', 'Many'), voice('3', 'C', 'Many')];
    expect(corroborate(voices).origins.map((origin) => origin.name)).toEqual(['Many', 'Few']);
  });
});

describe('a cited span', () => {
  test('is the report’s own characters', () => {
    const body = '👋 One. Two, three.';
    const span = citeSpan(body, 'Two, three.');
    expect(body.slice(span.start, span.end)).toBe(span.quote);
  });

  test.each(['two, three.', ' ', '', 'Four'])('is refused where “%s” does not stand to the letter', (quote) => {
    expect(() => citeSpan('One. Two, three.', quote)).toThrow(SpanNotFound);
  });
});
