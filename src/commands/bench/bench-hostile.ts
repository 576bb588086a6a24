import type { BenchRow } from './bench-row.ts';
import { goThroughDoors, notIdempotent } from './hostile/go-through-doors.ts';
import { readPayloads } from './hostile/hostile-payloads.ts';

/** Every hostile string of ../shared/data through every door, and what came of it visited in Chromium, JavaScript on. */
export async function benchHostile(folder: string, note: (line: string) => void): Promise<BenchRow[]> {
  const payloads = readPayloads(folder);
  // For development alone: the command line starts without it.
  const { chromium } = await import('playwright-core');
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const results = await goThroughDoors(browser, payloads, note);
    return [
      { name: 'strings', value: payloads.length, unit: '' },
      {
        name: 'strings that cleaning changes a second time',
        value: notIdempotent(payloads).length,
        unit: '',
        bar: '= 0',
      },
      ...results.flatMap(({ sink, pages, dialogs, executions, outside, reparse }): BenchRow[] => [
        { name: `${sink}: pages`, value: pages, unit: '' },
        {
          name: `${sink}: dialogs, executions, requests to elsewhere, findings by re-parse`,
          value: dialogs + executions + outside + reparse,
          unit: '',
          bar: '= 0',
        },
      ]),
    ];
  } finally {
    await browser.close();
  }
}
