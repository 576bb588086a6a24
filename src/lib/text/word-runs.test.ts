import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestSharedRun } from './word-runs.ts';

test.each([
  ['We saw the ferry sink slowly.', 'They say a Ferry – sink; slowly', 3, 'ferry sink slowly'],
  ['nothing in common', 'other words', 0, ''],
  ['', 'x', 0, ''],
  ['a b\nc d', 'a b c d', 2, 'a b'],
  ['it’s his', "It's his", 2, 'it’s his'],
  ['قُتل ١٢ شخصًا', 'أنه قُتل ١٢ شخصًا هناك', 3, 'قُتل ١٢ شخصًا'],
])('the longest run of %j in %j is %i words', (text, source, words, run) => {
  expect(longestSharedRun(text, source)).toEqual({ words, text: run });
});

test('a run that is copied into a text is found at least whole', () => {
  const word = fc.constantFrom('ferry', 'port', 'nine', 'of', 'the', 'بحر');
  const words = fc.array(word, { maxLength: 12 });
  fc.assert(
    fc.property(words, words, words, words, words, (run, before, after, start, end) => {
      const found = longestSharedRun([...before, ...run, ...after].join(' '), [...start, ...run, ...end].join(', '));
      expect(found.words).toBeGreaterThanOrEqual(run.length);
      expect(found.text.split(/\s+/u).filter(Boolean)).toHaveLength(found.words);
    }),
  );
});

test('long texts that repeat one word end soon', () => {
  const started = performance.now();
  longestSharedRun('the '.repeat(60), 'the '.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(3000);
});
