import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPaths, readStylesheet, renderPath } from '#pages/pages.ts';
import { readConfig } from '#platform/config/config.ts';
import { findPublications } from '#publications/publications.ts';
import { openNewsroom } from '../../newsroom.ts';
import { storeAsset, storePage } from '../../site/stored-page.ts';
import { loadSample } from '../load-sample.ts';
import type { BenchRow } from './bench-row.ts';

/** What the sample's pages weigh over the wire, HTML with the one style sheet, as `serve` sends them: brotli, which every browser takes, and gzip. */
export async function benchWeight(): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    await loadSample(newsroom, () => {}, new AbortController().signal);
    const db = newsroom.database.read;
    const styles = await readStylesheet(db);
    const sheet = await storeAsset(styles.css, 'text/css; charset=utf-8');
    const site = { origin: 'https://example.org', networkName: 'Daybook', assets: { css: styles.path } };
    const weigh = async (path: string) => {
      const page = await storePage(await renderPath(db, site, path));
      return { path, brotli: page.brotli.length + sheet.brotli.length, gzip: page.gzip.length + sheet.gzip.length };
    };
    const summaries = [];
    const homes = [];
    for (const publication of await findPublications(db)) {
      homes.push(await weigh(`/${publication.slug}`));
      for (const path of await listPaths(db, publication))
        if (/\/executive-summaries\/\d/u.test(path)) summaries.push(await weigh(path));
    }
    const heaviest = summaries.sort((a, b) => b.brotli - a.brotli)[0];
    const rowsOf = ({ path, brotli, gzip }: Awaited<ReturnType<typeof weigh>>, bar?: string): BenchRow[] => [
      { name: `${path}, HTML + CSS, brotli`, value: brotli, unit: 'bytes', ...(bar ? { bar } : {}) },
      { name: `${path}, HTML + CSS, gzip`, value: gzip, unit: 'bytes' },
    ];
    return [
      { name: 'style sheet, brotli', value: sheet.brotli.length, unit: 'bytes' },
      { name: 'style sheet, gzip', value: sheet.gzip.length, unit: 'bytes' },
      { name: 'summaries', value: summaries.length, unit: 'pages' },
      {
        name: 'of them over 14000 in gzip',
        value: summaries.filter(({ gzip }) => gzip > 14_000).length,
        unit: 'pages',
      },
      ...(heaviest ? rowsOf(heaviest, '≤ 14000') : []),
      ...homes.flatMap((home) => rowsOf(home)),
    ];
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}
