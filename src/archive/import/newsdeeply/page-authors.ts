import { foldText } from '#pieces/pieces-parsers.ts';
import type { Author } from '#pieces/pieces.ts';

/** Who wrote an article: the byline, with the words about each in the box beside the text. */
export function readAuthors(main: Element): Author[] {
  const boxes = [...main.querySelectorAll('.authorbio .author')].map((box) => ({
    slug: slugOf(box.querySelector('h3 a')),
    name: textOf(box.querySelector('h3')),
    title: textOf(box.querySelector('h4')),
    bio: [...box.querySelectorAll('p')]
      .filter((paragraph) => paragraph.querySelector('p') === null)
      .map(textOf)
      .filter((text) => text !== '')
      .join('\n\n'),
  }));
  const named = bylinesOf(main);
  const names = named.length > 0 ? named : boxes.map(({ name, slug }) => ({ name, slug }));
  const authors: Author[] = [];
  for (const { name, slug } of names) {
    if (name === '' || authors.some((author) => author.name === name)) continue;
    const box = boxes.find((each) => (slug !== null && each.slug === slug) || each.name === name);
    authors.push({
      name,
      ...(slug === null ? {} : { slug }),
      role: 'author',
      ...(box?.title ? { title: box.title } : {}),
      ...(box?.bio ? { bio: box.bio } : {}),
    });
  }
  return authors;
}

function bylinesOf(main: Element): { name: string; slug: string | null }[] {
  for (const cell of main.querySelectorAll('table.meta td')) {
    const label = textOf(cell.querySelector('small'));
    if (!/^(?:written|words|by|author|compiled|reported|photograph)/iu.test(label)) continue;
    const links = [...cell.querySelectorAll('a')].map((link) => ({ name: textOf(link), slug: slugOf(link) }));
    if (links.length > 0) return links;
    const text = textOf(cell).slice(label.length).trim();
    return text === '' ? [] : text.split(/\s*,\s*|\s+and\s+/u).map((name) => ({ name, slug: null }));
  }
  return [];
}

/** The last part of a link to a contributor's page. */
export function slugOf(link: Element | null): string | null {
  return /(?:^|\/)contributor\/([^/?#]+?)(?:\.html)?(?:[?#]|$)/u.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

export function textOf(element: Element | null): string {
  return foldText(element?.textContent ?? '').trim();
}
