import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readStylesheet, renderPath } from '#pages/pages.ts';
import { readConfig } from '#platform/config/config.ts';
import { openNewsroom } from '../../newsroom.ts';
import { loadSample } from '../load-sample.ts';
import type { BenchRow } from './bench-row.ts';

const paths = ['/belisar', '/belisar/executive-summaries/2026/11/20', '/belisar/ar/executive-summaries/2026/11/20'];

/** What pages of the sample weigh over the wire (gzip 9): HTML with the one style sheet. */
export async function benchWeight(): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  try {
    await loadSample(newsroom, () => {}, new AbortController().signal);
    const styles = await readStylesheet(newsroom.database.read);
    const css = gzipSync(styles.css, { level: 9 }).length;
    const site = { origin: 'https://example.org', networkName: 'Daybook', assets: { css: styles.path } };
    const rows: BenchRow[] = [{ name: 'style sheet', value: css, unit: 'bytes' }];
    for (const path of paths) {
      const { body } = await renderPath(newsroom.database.read, site, path);
      const html = gzipSync(body, { level: 9 }).length;
      const summary = path.includes('executive-summaries');
      rows.push({ name: `${path}, HTML`, value: html, unit: 'bytes' });
      rows.push({
        name: `${path}, HTML + CSS`,
        value: html + css,
        unit: 'bytes',
        ...(summary ? { bar: '≤ 14000' } : {}),
      });
    }
    return rows;
  } finally {
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}
