import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpLines, runImport } from '#archive/archive.ts';
import { readConfig } from '#platform/config/config.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { openNewsroom } from '../../newsroom.ts';
import { importThreadUrl } from '../../worker/import-thread-url.ts';
import { findPublication } from '#publications/publications.ts';
import type { BenchRow } from './bench-row.ts';
import { compareImport, type DumpedSummary, type ExpectedSummary } from './compare-import.ts';

/**
 * Imports the archive into a newsroom that is thrown away, dumps it and compares the dump with the expected records.
 * Memory is the most that the process held until the import was done.
 * @param folder ../shared/data/newsdeeply-syria
 * @param note gets a line for each field of a record that differs
 */
export async function benchImport(folder: string, note: (line: string) => void): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: 320 });
  try {
    const report = await runImport(
      { ...newsroom, sandbox },
      {
        format: 'newsdeeply',
        path: folder,
        publication: 'syria',
        address: null,
        dryRun: false,
        signal: new AbortController().signal,
        progress: () => {},
      },
    );
    const peakMb = process.resourceUsage().maxRSS / 1024;
    const publication = await findPublication(newsroom.database.read, 'syria');
    if (!publication) throw new Error('the import made no publication');
    const summaries: DumpedSummary[] = [];
    for await (const line of dumpLines(newsroom.database, publication, { drafts: false })) {
      const record = JSON.parse(line) as DumpedSummary & { kind: string };
      if (record.kind === 'summary') summaries.push(record);
    }
    const expected: ExpectedSummary[] = [];
    for (const line of readFileSync(join(folder, 'expected.jsonl'), 'utf8').split('\n')) {
      if (line !== '') expected.push(JSON.parse(line) as ExpectedSummary);
    }
    const scores = compareImport(summaries, expected);
    for (const { field, misses } of scores) {
      for (const { path, wanted, found } of misses) {
        note(`${field}, ${path}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
      }
    }
    return [
      ...scores.map(({ field, right, all }) => ({
        name: `${field} (${right} of ${all})`,
        value: (100 * right) / all,
        unit: '%',
        bar: '≥ 99',
      })),
      { name: 'items seen', value: report.seen, unit: 'items' },
      { name: 'pieces', value: report.pieces.made, unit: 'pieces' },
      { name: 'set aside', value: report.outcomes['set-aside'], unit: 'items' },
      { name: 'speed', value: report.seen / report.seconds, unit: 'pages/s', bar: '≥ 150' },
      { name: 'peak memory', value: peakMb, unit: 'MB', bar: '≤ 500' },
    ];
  } finally {
    await sandbox.close();
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}
