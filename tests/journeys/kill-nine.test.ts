import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom } from '../../src/newsroom.ts';
import { findPiece, findPieces, findRevision } from '../../src/pieces/pieces.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { findReportByExternalId } from '../../src/wires/wires.ts';
import { checkout, end, startDaybook } from '../support/daybook-process.ts';

/** `KILLS=20` for the figure of docs/measurements.md: each costs seconds of two cores. */
const kills = Number(process.env.KILLS ?? 7);
/** Twice the bar: a machine that does other things meanwhile is no failure. The figure is printed. */
const longestReadyMs = 10_000;

type Acknowledged =
  | { kind: 'ready' }
  | { kind: 'report'; id: string }
  | { kind: 'saved'; piece: string; revision: number; lede: string }
  | { kind: 'published'; piece: string; path: string; title: string };

let data = '';
let compiled = '';
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'daybook-kill-'));
  compiled = await mkdtemp(join(tmpdir(), 'daybook-compiled-'));
});
afterAll(async () => {
  for (const folder of [data, compiled]) await rm(folder, { recursive: true, force: true });
});

test(
  `keeps everything acknowledged through ${kills} kills while taking in, saving and publishing`,
  { timeout: 240_000 },
  async () => {
    const acknowledged: Acknowledged[] = [];
    const readyTimes: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      const writer = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(checkout, 'tests/support/busy-writer.ts'), data, String(round)],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
          // What the first compiled, the others need not.
          env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        },
      );
      let text = '';
      let complaint = '';
      writer.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
      const busy = new Promise<void>((resolve, reject) => {
        writer.stdout.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('\n')) resolve();
        });
        writer.once('exit', (code) => reject(new Error(`the writer ended with ${code}: ${complaint}`)));
      });
      await busy;
      const daybook = await startDaybook(data);
      readyTimes.push(daybook.readyMs);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      await Promise.all([end(writer, 'SIGKILL'), end(daybook.process, 'SIGKILL')]);
      // A last line that was cut by the kill was not acknowledged.
      acknowledged.push(
        ...text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Acknowledged),
      );
    }

    const newsroom = await openNewsroom(readConfig({ data }, {}));
    const db = newsroom.database.read;
    const lost: Acknowledged[] = [];
    try {
      for (const each of acknowledged) {
        if (each.kind === 'report' && !(await findReportByExternalId(db, 'kill', each.id))) lost.push(each);
        if (each.kind === 'saved' && (await findRevision(db, each.piece, each.revision))?.content.lede !== each.lede)
          lost.push(each);
        if (each.kind === 'published' && (await findPiece(db, each.piece))?.state !== 'live') lost.push(each);
      }
      expect(lost).toEqual([]);
      const counts = Map.groupBy(acknowledged, ({ kind }) => kind);
      expect(counts.get('published')?.length ?? 0).toBeGreaterThan(kills);

      // Half-published would be: live without its record, or in one of page, list and feed and not in another.
      const daybook = await startDaybook(data);
      readyTimes.push(daybook.readyMs);
      try {
        const live = await findPieces(db, 'kill', { kind: 'summary', state: 'live' });
        const [latest] = live;
        const [home, feed] = await Promise.all(
          ['/kill', '/kill/rss.xml'].map(async (path) => (await fetch(daybook.site + path)).text()),
        );
        const latestRevision = latest && (await findRevision(db, latest.id, latest.liveRevision ?? 0));
        expect(home).toContain(latestRevision?.content.title ?? 'no live piece');
        expect(feed).toContain(latestRevision?.content.title ?? 'no live piece');
        const years = new Set(live.map(({ dated }) => dated?.slice(0, 4)));
        const ofYear = async (year = '') => (await fetch(`${daybook.site}/kill/sitemap-${year}.xml`)).text();
        const sitemaps = (await Promise.all([...years].map(ofYear))).join('');
        for (const piece of live) expect(sitemaps).toContain(`/kill/${piece.path}<`);
        for (const piece of live.slice(0, 30))
          expect((await fetch(`${daybook.site}/kill/${piece.path}`)).status).toBe(200);
        const unpublished = await findPieces(db, 'kill', { kind: 'summary', state: 'unpublished' });
        for (const piece of unpublished) {
          expect(piece.liveRevision).toBeNull();
          expect((await fetch(`${daybook.site}/kill/${piece.path}`)).status).toBe(404);
        }
      } finally {
        await end(daybook.process);
      }
      const slowest = Math.max(...readyTimes);
      process.stdout.write(
        `kill -9 × ${kills}: ${acknowledged.length} acknowledged writes (${counts.get('published')?.length} publishings), ${lost.length} lost; slowest ready ${Math.round(slowest)} ms\n`,
      );
      expect(slowest).toBeLessThan(longestReadyMs);
    } finally {
      await newsroom.close();
    }
  },
);
