import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { recordChanges } from '#platform/changes/change-store.ts';
import type { Database } from '#platform/database/database.ts';
import { createPageCache } from './page-cache.ts';

const change = (database: Database, ...keys: string[]) =>
  database.write((tx) => recordChanges(tx, '2026-11-20T09:00:00.000Z', keys));

function cacheOf(database: Database, options: { maxBytes?: number; during?: () => Promise<void> } = {}) {
  const rendered: string[] = [];
  const { during = async () => {}, ...rest } = options;
  const cache = createPageCache({
    db: database.read,
    ...rest,
    render: async (path) => {
      rendered.push(path);
      await during();
      const status = path.startsWith('/absent') ? 404 : 200;
      const reads = new Set([`key:${path}`, 'everywhere']);
      return { status, contentType: 'text/html', body: `${path} ${rendered.length}`, noindex: false, reads };
    },
  });
  return { cache, rendered };
}

describeOnBothEngines('the page cache', (open) => {
  test('renders a page once however many ask, and again when what it read has changed, and only then', async () => {
    const database = await open();
    const { cache, rendered } = cacheOf(database);
    await cache.catchUp();
    await Promise.all([cache.get('/a'), cache.get('/a'), cache.get('/b')]);
    await cache.get('/a');
    expect(rendered).toEqual(['/a', '/b']);
    await change(database, 'key:/a', 'key:/other');
    await cache.catchUp();
    expect([cache.lookUp('/a'), cache.lookUp('/b')?.status]).toEqual([undefined, 200]);
    await change(database, 'everywhere');
    await Promise.all([cache.catchUp(), cache.catchUp()]);
    expect(cache.lookUp('/b')).toBeUndefined();
  });

  test('makes a page anew that was being made while what it reads changed', async () => {
    const database = await open();
    let changes = 1;
    const { cache, rendered } = cacheOf(database, {
      during: async () => {
        if (changes === 0) return;
        changes -= 1;
        await change(database, 'everywhere');
        await cache.catchUp();
      },
    });
    await cache.catchUp();
    await cache.get('/a');
    expect(rendered).toEqual(['/a', '/a']);
    expect(cache.lookUp('/a')).toBeDefined();
  });

  test('holds no more than it may, and lets go of what was not asked for longest', async () => {
    const database = await open();
    const size = await cacheOf(database)
      .cache.get('/a')
      .then(({ gzip, brotli }) => gzip.length + brotli.length);
    const { cache } = cacheOf(database, { maxBytes: 2 * size });
    await cache.get('/a');
    await cache.get('/b');
    expect(cache.lookUp('/a')).toBeDefined();
    await cache.get('/c');
    expect(['/a', '/b', '/c'].filter((path) => cache.lookUp(path))).toEqual(['/a', '/c']);
  });
});
