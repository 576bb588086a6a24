import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freezePublication, runImport, verifyCopy } from '#archive/archive.ts';
import { readStylesheets, renderPath, type SiteView } from '#pages/pages.ts';
import { readConfig } from '#platform/config/config.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { findPublication } from '#publications/publications.ts';
import { openNewsroom } from '../../newsroom.ts';
import { importThreadUrl } from '../../worker/import-thread-url.ts';
import type { BenchRow } from './bench-row.ts';

/**
 * Imports the archive into a newsroom that is thrown away, walks every page that links lead to from its home, as the
 * site renders it, and checks its static copy, fragments included. Every broken link is a note.
 * @param folder ../shared/data/newsdeeply-syria
 */
export async function benchLinks(folder: string, note: (line: string) => void): Promise<BenchRow[]> {
  const data = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const newsroom = await openNewsroom(readConfig({ data }, {}));
  const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: 320 });
  const { signal } = new AbortController();
  const progress = () => {};
  try {
    const asked = { format: 'newsdeeply' as const, path: folder, publication: 'syria', address: null, dryRun: false };
    await runImport({ ...newsroom, sandbox }, { ...asked, signal, progress });
    const db = newsroom.database.read;
    const publication = await findPublication(db, 'syria');
    if (!publication) throw new Error('the import made no publication');
    const css = (await readStylesheets(db)).map(({ path }) => path);
    const site = { origin: 'https://daybook.example', networkName: 'Daybook', assets: { css } };
    const walk = await walkSite((path) => renderPath(db, site satisfies SiteView, path), ['/', '/syria'], css);
    for (const { from, to, status } of walk.broken) note(`${from} leads to ${to}, which answers ${status}`);
    const copy = join(data, 'copy');
    await freezePublication({ ...newsroom, networkName: 'Daybook' }, publication, {
      out: copy,
      origin: null,
      signal,
      progress,
    });
    const check = await verifyCopy(copy);
    for (const fault of check.faults) note(`copy: ${JSON.stringify(fault)}`);
    return [
      { name: 'site: addresses that links lead to from the home', value: walk.addresses, unit: '' },
      { name: 'site: links inside', value: walk.links, unit: '' },
      { name: 'site: broken links inside', value: walk.broken.length, unit: '', bar: '0' },
      { name: 'copy: links, with their fragments', value: check.links, unit: '' },
      { name: 'copy: faults', value: check.faults.length, unit: '', bar: '0' },
    ];
  } finally {
    await sandbox.close();
    await newsroom.close();
    await rm(data, { recursive: true, force: true });
  }
}

interface Answer {
  status: number;
  contentType: string;
  body: string;
  location?: string;
}

async function walkSite(render: (path: string) => Promise<Answer>, start: string[], css: string[]) {
  const from = new Map(start.map((path) => [path, 'the start']));
  const broken: { from: string; to: string; status: number }[] = [];
  let links = 0;
  for (const [path, by] of from) {
    const page = await render(path);
    if (page.status === 301 && page.location?.startsWith('/')) {
      if (!from.has(page.location)) from.set(page.location, path);
      continue;
    }
    if (page.status !== 200) broken.push({ from: by, to: path, status: page.status });
    if (!page.contentType.startsWith('text/html')) continue;
    for (const [, , href = ''] of page.body.matchAll(/ (href|src|action)="(\/[^"]*)"/gu)) {
      links += 1;
      const to = href.replaceAll('&amp;', '&').split('#')[0] ?? '';
      if (!css.includes(to) && !to.startsWith('/media/') && !from.has(to)) from.set(to, path);
    }
  }
  return { addresses: from.size, links, broken };
}
