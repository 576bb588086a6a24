import type { Label } from '#pieces/pieces.ts';
import type { Topic } from '#publications/publications.ts';
import { textOf } from './page-authors.ts';

/** The last part of an address without `.html`. */
export function slugOfAddress(href: string | null): string | null {
  return /([^/?#]+?)(?:\.html)?(?:[?#].*)?$/u.exec(href ?? '')?.[1]?.toLowerCase() ?? null;
}

/** The links of a kind as labels, in the page's order. */
export function labelsOf(root: Element | null, selector: string): Label[] {
  const labels: Label[] = [];
  for (const link of root?.querySelectorAll(selector) ?? []) {
    const title = textOf(link);
    const slug = slugOfAddress(link.getAttribute('href')) ?? slugOfTitle(title);
    if (slug !== '' && title !== '' && !labels.some((label) => label.slug === slug)) labels.push({ slug, title });
  }
  return labels;
}

/** The topics under which a page stands. */
export function topicsOf(main: Element): Topic[] {
  return labelsOf(main.querySelector('ul.categories'), 'a.channel').map(({ slug, title }) => ({
    slug,
    name: { en: title },
  }));
}

function slugOfTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** "Approx. 3 minutes". */
export function readMinutesOf(main: Element): number | null {
  for (const cell of main.querySelectorAll('table.meta td')) {
    const minutes = /(\d{1,3})\s*min/iu.exec(textOf(cell))?.[1];
    if (minutes !== undefined && Number(minutes) > 0) return Number(minutes);
  }
  return null;
}
