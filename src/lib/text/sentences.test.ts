import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['One. Two! Three? Four…', ['One.', 'Two!', 'Three?', 'Four…']],
    [
      'Mr. Hadid met Dr. Salam in St. Petersburg. They left.',
      ['Mr. Hadid met Dr. Salam in St. Petersburg.', 'They left.'],
    ],
    ['The U.S. envoy spoke. The U.N. listened.', ['The U.S. envoy spoke.', 'The U.N. listened.']],
    ['J. K. Rowan wrote it. He read it.', ['J. K. Rowan wrote it.', 'He read it.']],
    ['It cost 3.5 million, e.g. for flour. Then more.', ['It cost 3.5 million, e.g. for flour.', 'Then more.']],
    ['It began at 10 a.m. on Friday. It ended.', ['It began at 10 a.m. on Friday.', 'It ended.']],
    ['“Stop!” she said. He did.', ['“Stop!” she said.', 'He did.']],
    ['“We won.” The crowd left.', ['“We won.”', 'The crowd left.']],
    ['He said (twice.) Then left.', ['He said (twice.)', 'Then left.']],
    ['What?! No... Yes.', ['What?!', 'No...', 'Yes.']],
    ['A headline\nThe text. More', ['A headline', 'The text.', 'More']],
    ['قُتل ١٢ شخصًا. هل انتهى الأمر؟ نعم!', ['قُتل ١٢ شخصًا.', 'هل انتهى الأمر؟', 'نعم!']],
    ['see example.com for more. Bye.', ['see example.com for more.', 'Bye.']],
    ['The answer was no. They took gate No. 5 instead.', ['The answer was no.', 'They took gate No. 5 instead.']],
    ['   \n\t ', []],
    ['', []],
  ])('are cut in %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('lie in order, within the text, trimmed, and leave out nothing but white space', () => {
    const pieces = fc.constantFrom(
      '.',
      '!',
      '؟',
      '…',
      ' ',
      '\n',
      '\u2028',
      '\u00a0',
      '"',
      '”',
      'Mr',
      'U.S',
      'a',
      'B',
      'ك',
      '9',
      '👋',
      '\u0301',
      '\ud800',
      '\u0000',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        let left = '';
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const sentence = text.slice(start, end);
          expect(sentence).toBe(sentence.trim());
          left += text.slice(last, start);
          last = end;
        }
        expect((left + text.slice(last)).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('take time in proportion to the text', () => {
    const started = performance.now();
    splitSentences('a. '.repeat(100_000));
    splitSentences(`${'.'.repeat(200_000)}x`);
    splitSentences(`${'"'.repeat(200_000)}.`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
