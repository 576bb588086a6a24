import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type ReadArchive, readArchive } from '../../../../tests/support/read-archive.ts';
import { ghost } from '../ghost/ghost.ts';
import { wxr } from './wxr.ts';

const folder = fileURLToPath(new URL('../../../../../shared/data/imports/', import.meta.url));
const filesIn = (name: string, ending: RegExp): string[] => {
  if (!existsSync(folder + name)) return [];
  return readdirSync(folder + name)
    .filter((file) => ending.test(file))
    .map((file) => `${folder}${name}/${file}`);
};
const exports = [...filesIn('wordpress-theme-test-data', /\.xml$/u), ...filesIn('tryghost-migrate', /\.xml$/u)];
const ghostExports = filesIn('tryghost-migrate', /ghost.*\.json$/u);

const kindsOf = (read: ReadArchive) => [...read.parsed.values()].map(({ kind }) => kind);

describe.skipIf(exports.length === 0)('the exports of ../shared/data/imports (skipped where they are absent)', () => {
  test.each(exports)('%s: items in are items out, and only what was published is live', async (path) => {
    const source = readFileSync(path, 'utf8');
    const items = source.split(/<item>/u).slice(1);
    const read = await readArchive(wxr, path);
    expect(read.items).toBe(read.count);
    expect(kindsOf(read).filter((kind) => kind !== 'facts')).toHaveLength(items.length);
    expect(kindsOf(read)).not.toContain('unread');
    const field = (item: string, name: string) =>
      new RegExp(`<wp:${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</wp:${name}>`, 'u').exec(item)?.[1] ?? '';
    const open = items.filter((item) => field(item, 'status') === 'publish' && field(item, 'post_password') === '');
    const ids = open.map((item) => {
      const id = field(item, 'post_id');
      return id === '' ? /<link>(.*?)<\/link>/u.exec(item)?.[1] : `${field(item, 'post_type')} ${id}`;
    });
    for (const [name, piece] of read.pieces) {
      if (piece.state === 'live') expect(ids).toContain(name.replace(/ \(\d+\)$/u, ''));
    }
  });

  test.each(ghostExports)('%s: posts in are items out', async (path) => {
    const read = await readArchive(ghost, path);
    expect(read.items).toBe(read.count);
    expect(new Set(kindsOf(read))).toEqual(new Set(read.facts.length > 0 ? ['facts', 'piece'] : ['piece']));
  });
});
