import { parseHTML } from 'linkedom';
import { decodeEntities } from '#lib/html/entities.ts';
import { limitNesting } from '#lib/html/limit-nesting.ts';
import type { Letter, Topic } from '#publications/publications.ts';
import type { PublicationFacts } from '../importer.ts';
import { textOf } from './page-authors.ts';
import { slugOfAddress } from './read-labels.ts';

/** What stands above `main` on every page of a publication: its name, its line, its menu, the letter to its readers. */
export function readMasthead(html: string): PublicationFacts {
  const start = html.search(/<body[\s>]/iu);
  const end = html.search(/<main[\s>]/iu);
  if (start === -1) return {};
  const { document } = parseHTML(
    `<html>${limitNesting(html.slice(start, end === -1 ? start + 200_000 : end))}</body></html>`,
  );
  const heading = document.querySelector('.topic-title a.topic');
  heading?.querySelector('i')?.remove();
  const name = textOf(heading);
  const line = document.querySelector('.learn-more-container p');
  line?.querySelector('a')?.remove();
  const tagline = textOf(line);
  const letter = readLetter(document);
  const moved = [...document.querySelectorAll('.sunset-content p a')]
    .map((link) => slugOfAddress(link.getAttribute('href')))
    .filter((slug) => slug !== null && /^[a-z-]+$/u.test(slug));
  const contact = /^mailto:([^?]+)/u.exec(
    document.querySelector('.wng-sunset-panel a[href^="mailto:"]')?.getAttribute('href') ?? '',
  )?.[1];
  return {
    ...(name === '' ? {} : { name, region: { en: name.replace(/\s+Deeply$/u, '') } }),
    ...(tagline === '' ? {} : { tagline: { en: tagline } }),
    ...(letter === null ? {} : { letter: { en: letter }, status: 'paused' as const }),
    ...(moved.length > 0 ? { siblings: moved as string[] } : {}),
    ...(contact === undefined ? {} : { contact }),
    topics: menuTopicsOf(html),
  };
}

/** The letter that a paused publication opens with: in the panel above the text, its title and signature in the pop-up. */
function readLetter(document: Document): Letter | null {
  const said = [...document.querySelectorAll('.wng-sunset-panel p')].map(textOf).filter((text) => text !== '');
  const [salutation = '', ...paragraphs] = said;
  const date = dayIn(paragraphs.join(' '));
  if (paragraphs.length === 0 || date === null) return null;
  const popup = [...document.querySelectorAll('.sunset-content p')].map(textOf).filter((text) => text !== '');
  const close = popup.findIndex((text) => /^(?:sincerely|yours|best|with thanks)/iu.test(text));
  return {
    title: textOf(document.querySelector('.sunset-content h1')) || salutation.replace(/,$/u, ''),
    salutation,
    paragraphs,
    signed: close === -1 ? '' : popup.slice(close + 1).join(', '),
    date,
  };
}

/** The first day that a text names ("on May 15, 2018"). */
function dayIn(text: string): string | null {
  const [, month, day, year] = /\b([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})\b/u.exec(text) ?? [];
  const time = month === undefined ? Number.NaN : Date.parse(`${month} ${day}, ${year} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The topics in the order of the menu. */
export function menuTopicsOf(html: string): Topic[] {
  const menu = /<ul class="sub-menu-container">([\s\S]{0,20000}?)<\/ul>/u.exec(html)?.[1] ?? '';
  const topics: Topic[] = [];
  for (const [, href = '', words = ''] of menu.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/gu)) {
    const slug = slugOfAddress(href);
    const name = decodeEntities(words).replace(/\s+/gu, ' ').trim();
    if (slug !== null && name !== '' && !topics.some((topic) => topic.slug === slug))
      topics.push({ slug, name: { en: name } });
  }
  return topics;
}

/** The publications that the page of all of them names, but one. */
export function siblingsOf(html: string, site: string): string[] {
  const links = html.matchAll(/<div class="platform-block[^"]*">\s*<a href="([^"]*)"/gu);
  const slugs = [...links].flatMap(([, href = '']) => slugOfAddress(href) ?? []);
  return [...new Set(slugs.filter((slug) => slug !== site && /^[a-z-]+$/u.test(slug)))];
}

/** The page of a topic: its name and what it covers; null for lists of other things. */
export function topicOf(main: Element, slug: string): Topic | null {
  const header = main.querySelector('section.stream > header');
  const label = textOf(header?.querySelector('h4.sub') ?? null);
  const name = textOf(header?.querySelector('h2') ?? null);
  if (name === '' || !/^(?:in[- ]depth|topic)/iu.test(label)) return null;
  const intro = textOf(header?.querySelector('.intro') ?? null);
  return { slug, name: { en: name }, ...(intro === '' ? {} : { intro: { en: intro } }) };
}
