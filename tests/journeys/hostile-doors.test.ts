import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goThroughDoors, notIdempotent } from '../../src/commands/bench/hostile/go-through-doors.ts';
import { readPayloads, samplePayloads } from '../../src/commands/bench/hostile/hostile-payloads.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { checkout } from '../support/daybook-process.ts';

const shared = join(checkout, '../shared/data/hostile');
const own = readPayloads(null, join(checkout, 'tests/corpus/hostile/vectors.txt'));
// A few of each; `daybook bench hostile` sends them all.
const payloads = [...samplePayloads(own, 24), ...(existsSync(shared) ? samplePayloads(readPayloads(shared), 12) : [])];

describe('hostile strings that come in by every door', () => {
  test('are the same cleaned once and twice', () => {
    expect(notIdempotent(payloads)).toEqual([]);
  });

  test.skipIf(chromiumPath === null)(
    'run nowhere, ask nobody, and leave nothing in a page that could',
    { timeout: 180_000 },
    async () => {
      const browser = await openBrowser();
      const notes: string[] = [];
      try {
        const results = await goThroughDoors(browser, payloads, (line) => notes.push(line));
        for (const { sink, pages, dialogs, executions, outside, reparse } of results) {
          expect({ sink, dialogs, executions, outside, reparse }, notes.join('\n')).toEqual({
            sink,
            dialogs: 0,
            executions: 0,
            outside: 0,
            reparse: 0,
          });
          expect(pages, sink).toBeGreaterThan(1);
        }
        expect(results.length).toBe(14);
      } finally {
        await browser.close();
      }
    },
  );
});
