import { applyRules, type HidingRule, hidesPage, readHidingRules, rulesFor } from '../withdrawn-by-script.ts';
import { readAuthors, slugOf, textOf } from './page-authors.ts';
import { type ArchivePage, linkedAuthors } from './read-page.ts';

/** What the archive's scripts hide: by page, and whole pages of contributors. */
export interface Hiding {
  rules: HidingRule[];
  contributors: Set<string>;
}

export function readHiding(script: string): Hiding {
  const rules = readHidingRules(script);
  const contributors = rules.map(({ test }) => slugOfContributor(test.path)).filter((slug) => slug !== null);
  return { rules, contributors: new Set(contributors) };
}

function slugOfContributor(path: string): string | null {
  return /\/contributor\/([^/?#]+?)(?:\.html)?\/?$/u.exec(path)?.[1] ?? null;
}

/** The statements in a page's own scripts that hide something on it. */
export function rulesIn(html: string): HidingRule[] {
  const rules: HidingRule[] = [];
  if (!/\bif\s*\([^{}]{0,300}\blocation\b/u.test(html)) return rules;
  for (const [, script = ''] of html.matchAll(/<script(?![^<>]*\ssrc=)[^<>]*>([\s\S]*?)<\/script>/giu)) {
    if (/\blocation\b/u.test(script) && /\bif\s*\(/u.test(script)) rules.push(...readHidingRules(script));
  }
  return rules;
}

/** Bylines that name nobody: they stay what they are. */
const nobody = /^(?:(?:the )?(?:staff|editors?|editorial team|admin|anonymous|guest|reporters?)|.* deeply)$/iu;

/**
 * Takes out of a page what the archive hides on it. Answers the names that nobody was to see any more, or 'page' when the
 * whole of it was hidden. A byline that a script changes in a way that is not understood is hidden.
 */
export function hideNames(page: ArchivePage, main: Element, path: string, hiding: Hiding): string[] | 'page' {
  const own = [...rulesFor(hiding.rules, path), ...rulesFor(rulesIn(page.html), path)];
  if (own.some(hidesPage)) return 'page';
  if (own.length === 0 && hiding.contributors.size === 0) return [];
  const before = namesOn(main);
  applyRules(own, main);
  if (own.some(({ unclear }) => unclear)) hideBylines(main);
  for (const [name, slug] of before)
    if (slug !== null && hiding.contributors.has(slug)) hideContributor(main, name, slug);
  const shown = namesOn(main);
  const gone = [...before.keys()].filter((name) => !shown.has(name));
  // A script that is not understood hides every byline of its page, and withdraws nobody anywhere else.
  if (gone.length === 0 || own.some(({ unclear }) => unclear)) return [];
  const slugs = new Set(gone.map((name) => before.get(name)));
  for (const link of main.querySelectorAll('a[href*="contributor/"]'))
    if (slugs.has(slugOf(link))) link.removeAttribute('href');
  // What the page tells machines may name somebody whom it shows to nobody.
  const told = linkedAuthors(page.html).filter((name) => !shown.has(name));
  return [...new Set([...gone, ...told])].filter((name) => name !== '' && !nobody.test(name));
}

/** The names of bylines and boxes, each with the contributor's page that it leads to. */
function namesOn(main: Element): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { name, slug } of readAuthors(main)) names.set(name, slug ?? null);
  for (const heading of main.querySelectorAll('.authorbio .author h3')) {
    const name = textOf(heading);
    if (name !== '' && !names.has(name)) names.set(name, slugOf(heading.querySelector('a')));
  }
  return names;
}

function hideBylines(main: Element): void {
  for (const box of main.querySelectorAll('.authorbio')) box.remove();
  for (const link of main.querySelectorAll('table.meta a[href*="contributor/"]')) (link.closest('td') ?? link).remove();
}

function hideContributor(main: Element, name: string, slug: string): void {
  for (const link of main.querySelectorAll('a[href*="contributor/"]')) {
    if (slugOf(link) !== slug || textOf(link) !== name) continue;
    (link.closest('.author') ?? link).remove();
  }
}
