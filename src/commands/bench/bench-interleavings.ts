import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFixedClock, instantText } from '#platform/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import { plainPublication, savePublication } from '#publications/publications.ts';
import { openNewsroom } from '../../newsroom.ts';
import type { BenchRow } from './bench-row.ts';
import { arbitraryPlay } from './interleavings/arbitrary-play.ts';
import { playEditors } from './interleavings/play-editors.ts';
import { startServer } from './temporary-postgres.ts';

const plays = 10_000;
const seed = 20_261_126;

/** 10,000 random interleavings of two to five editors at one piece, on SQLite, and on PostgreSQL where its binaries are. */
export async function benchInterleavings(note: (line: string) => void): Promise<BenchRow[]> {
  const rows = await playOn('SQLite', {}, note);
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await startServer();
  if (!server) note('There is no PostgreSQL here, and DATABASE_URL names none: SQLite alone is played on.');
  try {
    if (server) rows.push(...(await playOn('PostgreSQL', { DATABASE_URL: server.url }, note)));
  } finally {
    await server?.stop();
  }
  return rows;
}

async function playOn(engine: string, env: Record<string, string>, note: (line: string) => void): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const clock = createFixedClock('2026-11-20T09:00:00Z');
  const newsroom = await openNewsroom(readConfig({ data }, env), { clock });
  try {
    const publication = plainPublication('plays');
    await newsroom.database.write((tx) => savePublication(tx, publication, instantText(clock.now())));
    const deps = { database: newsroom.database, clock, publication: publication.slug };
    let played = 0;
    let steps = 0;
    const faults: string[] = [];
    const property = fc.asyncProperty(arbitraryPlay, async (play) => {
      played += 1;
      steps += play.rounds.flat().length;
      if (played % 1000 === 0) note(`${engine}: ${played} of ${plays}`);
      faults.push(...(await playEditors(deps, play)));
    });
    await fc.assert(property, { numRuns: plays, seed });
    for (const fault of faults.slice(0, 20)) note(`${engine}: ${fault}`);
    return [
      { name: `${engine}, interleavings`, value: played, unit: '', bar: '10,000' },
      { name: `${engine}, steps of editors in them`, value: steps, unit: '' },
      {
        name: `${engine}, acknowledged edits lost, or published twice or not`,
        value: faults.length,
        unit: '',
        bar: '0',
      },
    ];
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}
