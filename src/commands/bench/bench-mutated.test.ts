import { expect, test } from 'vitest';
import { benchMutated } from './bench-mutated.ts';

test('3,000 mutated documents of every format are read or refused by name', { timeout: 120_000 }, async () => {
  const notes: string[] = [];
  const rows = await benchMutated((line) => notes.push(line), { documents: 3_000 });
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? 0;
  expect(notes).toEqual([]);
  expect(value('crashes, hangs and results that cannot be')).toBe(0);
  expect(value('read')).toBeGreaterThan(500);
  expect(value('refused by name')).toBeGreaterThan(200);
});
