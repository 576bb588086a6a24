import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  configure(spec: { rules: { id: string; selector: string }[] }): void;
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The HTML of a page has the same colours in either language; in the dark it has others, and nothing else is new. */
type Rules = 'every rule' | 'all but contrast' | 'colours';

/**
 * What axe finds in a page as it stands, each as a rule and the HTML that breaks it. Two thirds of its time go into contrast,
 * and the fiftieth note has the colours of the first: of what is made alike in one place, contrast is looked at in two,
 * every other rule in all.
 */
export async function axeFaults(page: Page, rules: Rules = 'every rule'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axeSource);
  return page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    /** What no style of ours hangs on by its value. */
    const ofContent =
      /^(?:id|href|src|srcset|alt|title|datetime|value|for|name|content|cite|aria-(?:label|labelledby|describedby|controls)|popovertarget|data-.*)$/u;
    const numbers = new Map<string, number>();
    const shapes = new Map<Element, number>();
    const outside = (each: Element) =>
      [
        each.localName,
        ...Array.from(each.attributes, ({ name, value }) => (ofContent.test(name) ? name : `${name}=${value}`)).sort(),
        each.matches(':hover, :focus') ? 'now' : '',
      ].join(' ');
    const shapeOf = (each: Element): number => {
      const inside = Array.from(each.childNodes, (node) =>
        node instanceof Element ? shapeOf(node) : node.textContent?.trim() ? 't' : '',
      );
      const shape = `${outside(each)}>${inside.join()}`;
      const number = numbers.get(shape) ?? numbers.size;
      numbers.set(shape, number);
      shapes.set(each, number);
      return number;
    };
    const seen = new Map<string, number>();
    const again: Element[] = [];
    const walk = (parent: Element, place: string): void => {
      for (const each of parent.children) {
        const key = `${place}/${shapes.get(each)}`;
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        if (times >= 2) again.push(each);
        // The editor answers each change of its text.
        else if (!each.matches('[contenteditable]')) walk(each, `${place}/${outside(each)}`);
      }
    };
    shapeOf(document.body);
    walk(document.body, '');
    for (const each of again) each.setAttribute('data-again', '');
    axe.configure({ rules: [{ id: 'color-contrast', selector: ':not([data-again], [data-again] *)' }] });
    const asked =
      wanted === 'colours'
        ? { runOnly: ['color-contrast', 'link-in-text-block'] }
        : { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: wanted === 'every rule' } } };
    const { violations } = await axe.run({ ...asked, resultTypes: ['violations'] });
    for (const each of again) each.removeAttribute('data-again');
    return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`);
  }, rules);
}

/**
 * Shows the HTML of another address of a site where one of its pages is open already: axe stays there, and stays compiled,
 * which halves what a page costs. For pages that run no script, or whose script may find itself there already.
 */
export async function showInPlace(page: Page, address: string): Promise<void> {
  await page.setContent(await (await fetch(address)).text());
}
