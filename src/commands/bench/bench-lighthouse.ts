import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#platform/config/config.ts';
import { openNewsroom } from '../../newsroom.ts';
import { loadSample } from '../load-sample.ts';
import type { BenchRow } from './bench-row.ts';
import { dayOf, fillNewsroom } from './fill-newsroom.ts';

const pages = {
  home: '/belisar',
  summary: '/belisar/executive-summaries/2026/11/20',
  'summary in Arabic': '/belisar/ar/executive-summaries/2026/11/20',
  article: `/gorvan/articles/${dayOf(6).replaceAll('-', '/')}/piece-7`,
  search: '/belisar/search',
};
const categories = { performance: '≥ 98', accessibility: '100', 'best-practices': '100', seo: '100' };
const rounds = 3;

/** What we use of the two packages, which are not among ours: 114 packages and 176 MB for a measurement made now and then. */
interface Lighthouse {
  default(
    url: string,
    flags: { port: number; onlyCategories: string[]; logLevel: 'error' },
  ): Promise<{ lhr: LighthouseResult } | undefined>;
}
interface LighthouseResult {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}
interface ChromeLauncher {
  launch(options: { chromePath: string; chromeFlags: string[] }): Promise<{ port: number; kill(): void }>;
}

/** Lighthouse's mobile preset on the sample; the median of three rounds. What costs points is said as a note. */
export async function benchLighthouse(note: (line: string) => void): Promise<BenchRow[]> {
  const [lighthouse, launcher] = (await Promise.all(
    ['lighthouse', 'chrome-launcher'].map((name) => import(name) as Promise<unknown>),
  ).catch((cause: unknown) => {
    throw new Error('Lighthouse is not installed here: npm install --no-save --ignore-scripts lighthouse@13.5.0', {
      cause,
    });
  })) as [Lighthouse, ChromeLauncher];
  const chromePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(chromePath)) throw new Error(`there is no Chromium at ${chromePath}; set CHROMIUM_PATH`);
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  await loadSample(newsroom, () => {}, new AbortController().signal);
  await fillNewsroom(newsroom, 10);
  await newsroom.close();
  const main = process.argv[1] ?? '';
  const daybook = spawn(process.execPath, [main, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const site = await new Promise<string>((resolve, reject) => {
      let printed = '';
      daybook.stdout.on('data', (chunk: Buffer) => {
        const found = /^Site {2}(\S+)\/$/mu.exec((printed += chunk.toString()))?.[1];
        if (found) resolve(found);
      });
      daybook.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
    });
    const rows: BenchRow[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const results: LighthouseResult[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const chrome = await launcher.launch({
          chromePath,
          chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
        });
        try {
          const flags = { port: chrome.port, onlyCategories: Object.keys(categories), logLevel: 'error' as const };
          const run = await lighthouse.default(site + path, flags);
          if (run) results.push(run.lhr);
        } finally {
          chrome.kill();
        }
      }
      for (const [category, bar] of Object.entries(categories)) {
        const scores = results.map(({ categories: all }) => 100 * (all[category]?.score ?? 0)).sort((a, b) => a - b);
        rows.push({
          name: `${name}, ${category}`,
          value: scores[Math.floor(scores.length / 2)] ?? 0,
          unit: `(${scores.join(', ')})`,
          bar,
        });
      }
      for (const line of new Set(results.flatMap(lost))) note(`${name}: ${line}`);
    }
    rows.push({ name: 'load of the machine at the end (1 minute)', value: loadavg()[0] ?? 0, unit: '' });
    return rows;
  } finally {
    daybook.kill('SIGTERM');
    await new Promise((ended) => (daybook.exitCode === null ? daybook.once('exit', ended) : ended(null)));
    await rm(data, { recursive: true, force: true });
  }
}

/** Each audit that costs points, with its figure. */
function lost({ categories: all, audits }: LighthouseResult): string[] {
  return Object.entries(all).flatMap(([category, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (weight === 0 || audit?.score === undefined || audit.score === null || audit.score >= 0.9) return [];
      return [`${category}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`];
    }),
  );
}
