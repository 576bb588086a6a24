import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageDangers } from '#lib/html/page-dangers.ts';

/** What visiting pages found. All but `pages` must be 0. */
export interface Findings {
  pages: number;
  dialogs: number;
  executions: number;
  outside: number;
  reparse: number;
}

export const nothingFound = (): Findings => ({ pages: 0, dialogs: 0, executions: 0, outside: 0, reparse: 0 });

/**
 * A reader and an editor in Chromium, JavaScript on, with our policy left aside: nothing but what our pages are made of
 * stands between a string and its running.
 */
export interface Visitor {
  page: Page;
  /** Goes to an address and looks at what came, and at what stands there once scripts have run. */
  visit(findings: Findings, address: string): Promise<void>;
  /** Looks at the page that stands there, after a form was sent. */
  look(findings: Findings): Promise<void>;
  close(): Promise<void>;
}

export async function openVisitor(
  browser: Browser,
  site: { origin: string; cookie: string },
  note: (line: string) => void,
): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({ bypassCSP: true });
  const [name = '', value = ''] = site.cookie.split('=');
  if (name) await context.addCookies([{ name, value, url: site.origin }]);
  let findings = nothingFound();
  let address = '';
  const found = (what: 'dialogs' | 'executions' | 'outside' | 'reparse', words: string) => {
    findings[what] += 1;
    note(`${address}: ${what}: ${words.slice(0, 300)}`);
  };
  // Strings of our own call canary(); those of others call what opens a dialog.
  await context.exposeFunction('canary', () => found('executions', 'canary'));
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    found('dialogs', dialog.message());
    // A script wrote it, whatever its function is called.
    findings.executions += 1;
    void dialog.dismiss().catch(() => {});
  });
  page.on('pageerror', (error) => found('executions', error.message));
  page.on('popup', (popup) => {
    found('executions', `a window of ${popup.url()}`);
    void popup.close();
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const own = protocol === 'file:' ? address.startsWith('file:') : origin === site.origin;
    // A picture that an editor has just chosen is a blob of ours.
    if (!own && request.url() !== 'about:blank') found('outside', request.url());
  });
  const look = async (into: Findings) => {
    findings = into;
    address = page.url();
    into.pages += 1;
    const html = await page.content().catch(async () => {
      // A browser that is slow may still be putting the page in place.
      await page.waitForLoadState('load');
      return page.content();
    });
    if (page.url() !== address) found('executions', `it went on to ${page.url()}`);
    for (const danger of pageDangers(html, address)) found('reparse', `as it stands: ${danger}`);
  };
  return {
    page,
    look,
    async visit(into, to) {
      findings = into;
      address = to;
      const response = await page.goto(to, { waitUntil: 'load', timeout: 60_000 });
      const type = response?.headers()['content-type'] ?? (to.endsWith('.html') ? 'text/html' : '');
      if (!type.startsWith('text/html')) {
        into.pages += 1;
        return;
      }
      const html = to.startsWith('file:') ? await readFile(new URL(to), 'utf8') : ((await response?.text()) ?? '');
      for (const danger of pageDangers(html, to)) found('reparse', danger);
      await look(into);
    },
    close: () => context.close(),
  };
}
