import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine's Chromium is; null when it has none, which fails a run in CI. */
export const chromiumPath: string | null =
  process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place)) ?? null;

if (chromiumPath === null) {
  const how =
    'Chromium was not found; journeys in a browser need it (Debian: apt-get install chromium, or set CHROMIUM_PATH).';
  if (process.env.CI) throw new Error(how);
  process.stdout.write(`skipped: ${how}\n`);
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
