import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPaths, readStylesheets, renderPath } from '#pages/pages.ts';
import { readConfig } from '#platform/config/config.ts';
import { findPublications } from '#publications/publications.ts';
import { openNewsroom } from '../../newsroom.ts';
import { storeAsset, storePage } from '../../site/stored-page.ts';
import { loadSample } from '../load-sample.ts';
import type { BenchRow } from './bench-row.ts';

interface Weighed {
  path: string;
  brotli: number;
  gzip: number;
}

/** What the sample's pages weigh over the wire, HTML with the style sheets that they name, as `serve` sends them: brotli, which every browser takes, and gzip. */
export async function benchWeight(): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    await loadSample(newsroom, () => {}, new AbortController().signal);
    const db = newsroom.database.read;
    const styles = await readStylesheets(db);
    const sheets = await Promise.all(
      styles.map(async ({ path, css }) => ({ path, stored: await storeAsset(css, 'text/css; charset=utf-8') })),
    );
    const site = {
      origin: 'https://example.org',
      networkName: 'Daybook',
      assets: { css: styles.map(({ path }) => path) },
    };
    const weigh = async (path: string): Promise<Weighed> => {
      const rendered = await renderPath(db, site, path);
      const body = String(rendered.body);
      const sent = [await storePage(rendered)];
      for (const { path: sheet, stored } of sheets) if (body.includes(`"${sheet}"`)) sent.push(stored);
      const total = (bytes: (page: (typeof sent)[number]) => number) =>
        sent.reduce((sum, each) => sum + bytes(each), 0);
      return { path, brotli: total(({ brotli }) => brotli.length), gzip: total(({ gzip }) => gzip.length) };
    };
    const summaries: Weighed[] = [];
    const homes: Weighed[] = [];
    for (const publication of await findPublications(db)) {
      homes.push(await weigh(`/${publication.slug}`));
      for (const path of await listPaths(db, publication))
        if (/\/executive-summaries\/\d/u.test(path)) summaries.push(await weigh(path));
    }
    const rowsOf = (pages: Weighed[], bar?: string): BenchRow[] =>
      (['brotli', 'gzip'] as const).flatMap((coding) => {
        const [heaviest] = pages.toSorted((a, b) => b[coding] - a[coding]);
        if (!heaviest) return [];
        const name = `${heaviest.path}, HTML + CSS, ${coding}`;
        return [{ name, value: heaviest[coding], unit: 'bytes', ...(bar ? { bar } : {}) }];
      });
    return [
      ...sheets.flatMap(({ stored }, index) => [
        { name: `style sheet ${index + 1}, brotli`, value: stored.brotli.length, unit: 'bytes' },
        { name: `style sheet ${index + 1}, gzip`, value: stored.gzip.length, unit: 'bytes' },
      ]),
      { name: 'summaries', value: summaries.length, unit: 'pages' },
      {
        name: 'of them over 14000 in gzip',
        value: summaries.filter(({ gzip }) => gzip > 14_000).length,
        unit: 'pages',
      },
      ...rowsOf(summaries, '≤ 14000'),
      ...homes.flatMap((home) => rowsOf([home])),
    ];
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}
