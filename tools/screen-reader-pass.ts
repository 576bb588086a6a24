// What a screen reader is given on a pass through the composer by keys: at each step the focused part as the browser's
// accessibility tree names it, the text at the cursor, and what live regions said since. docs/screen-reader.md describes it.
// sh tools/with-node.sh tools/screen-reader-pass.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../tests/support/browser.ts';
import { end, startDaybook } from '../tests/support/daybook-process.ts';

const data = mkdtempSync(join(tmpdir(), 'daybook-reader-'));
const daybook = await startDaybook(data, ['--sample']);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const cdp = await page.context().newCDPSession(page);

interface AxNode {
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

/** The focused part, as it would be read out, and the sentence under the cursor. */
async function focused(): Promise<string> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
    fetchRelatives: false,
  });
  const [node] = nodes as AxNode[];
  const states = (node?.properties ?? [])
    .filter(
      ({ name, value }) =>
        ['expanded', 'checked', 'pressed', 'multiline', 'required', 'invalid'].includes(name) &&
        value.value !== 'false' &&
        value.value !== false,
    )
    .map(({ name, value }) =>
      value.value === true || value.value === 'true' ? name : `${name} ${String(value.value)}`,
    );
  const said = [node?.name?.value, node?.role?.value, ...states, node?.description?.value].filter(Boolean).join(', ');
  const at = await page.evaluate<string>('document.querySelector(".writing .lit")?.textContent?.slice(0, 90) ?? ""');
  return node?.role?.value === 'textbox' && at ? `${said}\n    at: ${at}` : said;
}

/** What live regions have said since the last step. */
const heard = () => page.evaluate<string[]>('window.heard.splice(0)');

async function step(what: string, keys: () => Promise<void>): Promise<void> {
  await keys();
  await page.waitForTimeout(900);
  process.stdout.write(`\n${what}\n    ${await focused()}\n`);
  for (const words of await heard()) process.stdout.write(`    said: ${words}\n`);
}
const press =
  (...keys: string[]) =>
  async () => {
    for (const key of keys) await page.keyboard.press(key);
  };

await page.addInitScript(`window.heard = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]');
      const words = region?.textContent.trim();
      if (words && window.heard.at(-1) !== words) window.heard.push(words);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });`);
await page.goto(daybook.desk);
await page.goto(`${daybook.site}/desk/belisar/2026-11-21`);
await page.getByRole('button', { name: 'Draft the summary' }).click();
await page.locator('[data-ready]').waitFor();
await page.waitForTimeout(2500);
await heard();

process.stdout.write('Landmarks and headings\n');
const outline = await page.evaluate<
  string[]
>(`[...document.querySelectorAll('header.bar nav, main, section[aria-label], aside, h1, h2, [role=toolbar], [role=textbox]')]
  .filter((each) => each.checkVisibility())
  .map((each) => (each.getAttribute('role') ?? each.localName) + ': ' + (each.getAttribute('aria-label') ?? each.textContent).trim().slice(0, 70))`);
for (const line of outline) process.stdout.write(`    ${line}\n`);

await step('Tab', press('Tab'));
await step('Enter on the skip link', press('Enter'));
await step('F6: the first column', press('F6'));
await step('F6: the text', press('F6'));
await step('Down to the first sentence', async () => {
  await page.keyboard.press('Control+Home');
  for (let count = 0; count < 40 && !(await page.locator('.writing .lit[data-sentence]').count()); count += 1)
    await press('ArrowDown')();
});
await step('Alt+I: what it rests on', press('Alt+i'));
await step('Alt+A, then words with a number that is in no source', async () => {
  await page.keyboard.press('Alt+a');
  await page.keyboard.insertText('Halyard counts 99 people aboard.');
  await page.waitForTimeout(2500);
});
await step('Alt+N: to the mark', press('Alt+n'));
await step('F6: what it rests on, lit in the report', press('F6'));
await step('Shift+F6 and Control+Z: taken back', async () => {
  await press('Shift+F6')();
  await press('Control+z')();
  await page.waitForTimeout(2500);
});
await step('Alt+N: no mark stands, to what should be looked at', press('Alt+n'));
await step('Alt+M: a comment', press('Alt+m'));
await step('Escape', press('Escape'));
await step('Alt+W: the work', press('Alt+w'));
await step('Escape', press('Escape'));
await step('Control+slash: the keys', press('Control+/'));
await step('Escape', press('Escape'));
await step('To Publish…', async () => {
  for (let count = 0; count < 60 && !(await page.locator('[data-publish]:focus').count()); count += 1)
    await press('Shift+Tab')();
});
await step('Enter', press('Enter'));

await browser.close();
await end(daybook.process);
rmSync(data, { recursive: true, force: true });
