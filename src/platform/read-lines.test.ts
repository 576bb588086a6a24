import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer, limit = 1000): Promise<[number, string | null][]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const lines: [number, string | null][] = [];
  for await (const { number, text } of readLines(file, limit)) lines.push([number, text?.trimEnd() ?? null]);
  return lines;
}

describe('the lines of a file', () => {
  test.each<[string, string, [number, string | null][]]>([
    [
      'with a line end at the end',
      'a\nb\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'without',
      'a\nb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'of Windows',
      'a\r\nb\r\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'with empty lines, which count',
      'a\n\n  \nb',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['that is empty', '', []],
    [
      'with letters of several bytes',
      'قُتل 👋\nß',
      [
        [1, 'قُتل 👋'],
        [2, 'ß'],
      ],
    ],
    ['with other line separators, which are none', 'a\u2028b\u0085c', [[1, 'a\u2028b\u0085c']]],
  ])('%s', async (_, content, lines) => {
    expect(await read('plain.jsonl', content)).toEqual(lines);
    expect(await read('packed.jsonl.gz', gzipSync(content))).toEqual(lines);
  });

  test('that are too long are counted, not kept, and the rest goes on', async () => {
    expect(await read('long', `${'x'.repeat(1000)}\n${'x'.repeat(1001)}\nb`)).toEqual([
      [1, 'x'.repeat(1000)],
      [2, null],
      [3, 'b'],
    ]);
    expect(await read('long-last', `a\n${'x'.repeat(5000)}`)).toEqual([
      [1, 'a'],
      [2, null],
    ]);
    expect(await read('long-many', `${'x'.repeat(3_000_000)}\n`.repeat(3))).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  test('are whole where a letter lies across two chunks', async () => {
    const line = 'é'.repeat(200_001);
    expect(await read('chunks', `x${line}\n${line}\n`, 1_000_000)).toEqual([
      [1, `x${line}`],
      [2, line],
    ]);
  });

  test('reject with what is wrong, after the lines before', async () => {
    await expect(read('no-gzip.gz', 'not packed')).rejects.toThrow();
    const packed = gzipSync(Array.from({ length: 100_000 }, (_, n) => `line ${n} ${Math.sqrt(n)}`).join('\n'));
    const file = join(folder, 'cut.gz');
    writeFileSync(file, packed.subarray(0, packed.length / 2));
    let lines = 0;
    const reading = async () => {
      for await (const _ of readLines(file, 1000)) lines += 1;
    };
    await expect(reading()).rejects.toThrow(/unexpected end/);
    expect(lines).toBeGreaterThan(1000);
    await expect(readLines(join(folder, 'absent'), 10).next()).rejects.toThrow(/ENOENT/);
    await expect(readLines(folder, 10).next()).rejects.toThrow(/EISDIR/);
  });
});
