import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clusterFile } from './cluster-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-cluster-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = (id: string, date: string, title: string, body: string) =>
  JSON.stringify({ id, url: `https://marram.example/${id}`, source: 'The Marram Echo', title, body, date });
const CRANE =
  'QUILLPORT (Tarnholm) — A crane fell into the harbour at Quillport on Tuesday, breaking two barges of the Orse Line and closing the eastern basin, the harbour master Una Pell said.';
const lines = [
  report('a', '2026-11-03', 'Crane falls into Quillport harbour', CRANE),
  'not json at all',
  report('b', '2026-11-03', 'Crane crash shuts basin at Quillport', `${CRANE} Nobody was hurt.`),
  '',
  JSON.stringify({ id: 'c', title: 'No date', body: 'x' }),
  JSON.stringify({ id: 'd', date: '2026-11-03', title: 'Too long', body: 'x'.repeat(9 * 1024 * 1024) }),
  report(
    'e',
    '2026-11-01',
    'Teachers of Low Orse vote on new timetable',
    'Teachers in Low Orse voted by a narrow margin to begin lessons an hour later in winter.',
  ),
];
const path = (name: string) => join(folder, name);
const written = (name: string) =>
  readFileSync(path(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each([
  ['reports.jsonl', (text: string) => Buffer.from(text)],
  ['reports.jsonl.gz', (text: string) => gzipSync(text)],
])('groups the reports of %s, in input order, and sets aside what it cannot read', async (name, pack) => {
  writeFileSync(path(name), pack(lines.join('\n')));
  const outcome = await clusterFile({ in: path(name), out: path('out.jsonl') });
  expect(written('out.jsonl')).toEqual([
    { id: 'a', development: 'a' },
    { id: 'b', development: 'a' },
    { id: 'e', development: 'e' },
  ]);
  expect(outcome).toEqual({
    reports: 3,
    developments: 2,
    setAside: [
      { line: 2, reason: 'not JSON' },
      { line: 5, reason: 'no date that can be read' },
      { line: 6, reason: 'longer than 8 MB' },
    ],
  });
});

test('leaves what stood under the output name, and nothing of its own, when the input breaks off', async () => {
  writeFileSync(path('reports.jsonl.gz'), gzipSync(lines.join('\n')).subarray(0, 200));
  writeFileSync(path('out.jsonl'), 'from before');
  await expect(clusterFile({ in: path('reports.jsonl.gz'), out: path('out.jsonl') })).rejects.toThrow();
  expect(readFileSync(path('out.jsonl'), 'utf8')).toBe('from before');
  expect(readdirSync(folder).sort()).toEqual(['out.jsonl', 'reports.jsonl.gz']);
});

test('stops when told to, leaving nothing behind', async () => {
  writeFileSync(path('reports.jsonl'), lines.join('\n'));
  const stopped = AbortSignal.abort(new Error('stopped by hand'));
  await expect(clusterFile({ in: path('reports.jsonl'), out: path('out.jsonl'), signal: stopped })).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['reports.jsonl']);
});
