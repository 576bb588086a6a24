import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlacements } from '../../src/developments/developments.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { instantText } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { plainPublication, savePublication } from '../../src/publications/publications.ts';
import { findReportsOfDays, findSetAside, saveWire, usualWire } from '../../src/wires/wires.ts';
import { checkout, end } from '../support/daybook-process.ts';

const files = 200;
const kills = 5;
const day = '2026-11-20';

let data = '';
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'daybook-folder-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** A file in one of the formats, each of one report that no other is like. */
function delivery(n: number): { name: string; text: string } {
  const title = `Report ${n} of the port`;
  const text = `Barge number ${n} reached the quay at ${n} minutes past noon.`;
  switch (n % 3) {
    case 0:
      return {
        name: `${n}.eml`,
        text: `From: port@port.example\nDate: Fri, 20 Nov 2026 08:00:00 +0000\nSubject: ${title}\n\n${text}\n`,
      };
    case 1:
      return {
        name: `${n}.json`,
        text: JSON.stringify({ uri: `u${n}`, versioncreated: `${day}T08:00:00Z`, headline: title, body_text: text }),
      };
    default:
      return {
        name: `${n}.xml`,
        text: `<nitf><head><docdata><date.issue norm="20261120T080000Z"/></docdata></head><body><body.head><hedline><hl1>${title}</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`,
      };
  }
}

test(`takes each file of a folder once through ${kills} kills`, { timeout: 240_000 }, async () => {
  const inbox = join(data, 'inbox/port');
  await mkdir(inbox, { recursive: true });
  for (let n = 0; n < files; n += 1) {
    const { name, text } = delivery(n);
    await writeFile(join(inbox, name), text);
  }
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    const { database, clock } = newsroom;
    const at = instantText(clock.now());
    const wire = {
      kind: 'folder' as const,
      outlet: 'Port',
      url: 'folder:port',
      lang: 'en',
      visibility: 'public' as const,
    };
    await database.write(async (tx) => {
      await savePublication(tx, plainPublication('port'), at);
      await saveWire(tx, { id: 'port', ...wire, publications: ['port'], ...usualWire }, at);
    });
    // The files must have lain there for a while.
    await wait(2_100);
    const ingest = () =>
      spawn(process.execPath, [join(checkout, 'dist/main.js'), 'ingest', '--once', '--data', data], {
        stdio: 'ignore',
      });
    let between = 0;
    const count = async () => (await findReportsOfDays(database.read, 'port', day, day)).length;
    for (let round = 0; round < kills; round += 1) {
      const before = await count();
      const child = ingest();
      // Until it has taken something, so that the kill falls into the work.
      while (child.exitCode === null && (await count()) === before) await wait(5);
      await wait(Math.random() * 60);
      await end(child, 'SIGKILL');
      const here = await count();
      if (here > 0 && here < files) between += 1;
    }
    expect(await new Promise((resolve) => ingest().once('exit', resolve))).toBe(0);
    expect(between).toBeGreaterThan(kills / 4);
    const reports = await findReportsOfDays(database.read, 'port', day, day);
    expect(reports.map(({ title }) => title).sort()).toEqual(
      Array.from({ length: files }, (_, n) => `Report ${n} of the port`).sort(),
    );
    expect(new Set(reports.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await findSetAside(database.read, 10)).toEqual([]);
    const placed = await findPlacements(
      database.read,
      'port',
      reports.map(({ id }) => id),
    );
    expect(placed.size).toBe(files);
    process.stdout.write(`kill -9 × ${kills} while reading ${files} files: ${between} kills fell between\n`);
  } finally {
    await newsroom.close();
  }
});
