import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { sanitiseHtml } from '#lib/html/sanitise.ts';
import { openDeskPublication, type SinkResult, throughDesk, throughFeeds, throughImport } from './hostile-doors.ts';
import { throughAddresses, throughForms } from './hostile-reader-doors.ts';
import { writeHostileArchives } from './hostile-files.ts';
import { type HostileNewsroom, openHostileNewsroom } from './hostile-newsroom.ts';
import { escaped, hostileHtml } from './hostile-payloads.ts';
import { nothingFound, openVisitor, type Visitor } from './hostile-visit.ts';

/** Sends every string through every door of a newsroom of its own, and visits all that came of it in Chromium. */
export async function goThroughDoors(
  browser: Browser,
  payloads: string[],
  note: (line: string) => void,
): Promise<SinkResult[]> {
  const at = await openHostileNewsroom();
  try {
    const visitor = await openVisitor(browser, at, note);
    await proveThatItSees(visitor, at);
    const deps = { at, visitor, payloads, note };
    const results: SinkResult[] = [];
    const timed = async (run: () => Promise<SinkResult[]>) => {
      const started = performance.now();
      const made = await run();
      results.push(...made);
      for (const { sink, pages, dialogs, executions, outside, reparse } of made) {
        const faults = dialogs + executions + outside + reparse;
        note(`${sink}: ${pages} pages, ${faults} findings, ${Math.round((performance.now() - started) / 1000)} s`);
      }
    };
    await openDeskPublication(deps);
    await timed(async () => [await throughFeeds(deps)]);
    await timed(async () => [await throughDesk(deps)]);
    await timed(async () => [await throughForms(deps)]);
    await timed(async () => [await throughAddresses(deps)]);
    const archives = join(at.folder, 'archives');
    await mkdir(archives);
    for (const [format, path] of await writeHostileArchives(archives, payloads))
      await timed(() => throughImport(deps, format, path));
    await visitor.close();
    return results;
  } finally {
    await at.close();
  }
}

/** What nobody can find proves nothing: a page of another origin, with all that is looked for, must be found out first. */
async function proveThatItSees(visitor: Visitor, { outside, outsideOrigin }: HostileNewsroom): Promise<void> {
  const body = '<!doctype html><title>Planted</title><script>canary()</script><img src="x" onerror="alert(1)">';
  outside.set('/planted', { type: 'text/html', body });
  const found = nothingFound();
  await visitor.visit(found, `${outsideOrigin}/planted`);
  const blind = Object.entries(found).filter(([, times]) => times === 0);
  if (blind.length > 0) throw new Error(`what was planted was not seen: ${blind.map(([what]) => what).join(', ')}`);
}

/** The strings that cleaning changes a second time, whatever they stand in. */
export function notIdempotent(payloads: string[]): string[] {
  return payloads.filter((text) =>
    [text, hostileHtml([text]), `<p title="${text}">${text}</p>`, `<a href="${text}">x</a>`, escaped(text)].some(
      (html) => {
        const once = sanitiseHtml(html, { baseUrl: 'https://a.example/' });
        return sanitiseHtml(once) !== once;
      },
    ),
  );
}
