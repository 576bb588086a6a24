import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations, foldForQuoting, withoutQuotations } from './quotations.ts';

const quoted = (text: string) => findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  test.each([
    ['He said “we won” and «لا».', ['we won', 'لا']],
    ['She "left" and "came".', ['left', 'came']],
    ['„Genug“, sagte sie.', ['Genug']],
    ['“He called it ‘a day’ and left”', ['He called it ‘a day’ and left']],
    ['They said ‘it’s over’ and left.', ['it’s over']],
    ['He quoted ‹نعم› once.', ['نعم']],
    ['the ferry’s crew, the ‘90s', []],
    ['never closed: “and so on', ['and so on']],
    ['“”', []],
    ['no quotation', []],
  ])('are found in %j', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test('leave a break where they are taken out', () => {
    expect(withoutQuotations('He said “we won” twice.').replace(/[“”]/gu, '')).toBe('He said \n twice.');
  });

  test.each([
    ['It’s “over”,', "it's over"],
    ['one –\n two', 'one - two'],
    ['«قال\u200f نعم»،', 'قال نعم'],
    ['caf\u0065\u0301.', 'caf\u00e9'],
  ])('%j is the same as %j', (one, other) => {
    expect(foldForQuoting(one)).toBe(foldForQuoting(other));
  });

  test('lie in order, within the text, and hold something', () => {
    const pieces = fc.constantFrom('“', '”', '"', '«', '»', '„', '‘', '’', '‹', '›', 'a', ' ', '.', 'ب');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
