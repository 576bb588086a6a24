import type { HeadingMark } from './page-headings.ts';

export interface TitleSources {
  /** JSON-LD's, OpenGraph's and the like, best first. */
  metaTitles: readonly string[];
  /** The text of `<title>`. */
  pageTitle: string;
  headings: readonly HeadingMark[];
  /** The site's own names: og:site_name, the publisher, the host's main label. */
  siteNames: readonly string[];
}

/** The title without the site's name, and the heading that it was read from. */
export interface PageTitle {
  title: string;
  heading: HeadingMark | null;
}

/** Between a title and the name of a site or section; a colon counts for what comes before a title only. */
const divider = /\s+[-–—|·•»«›:/ǀ]+\s+|\s*[|»«]\s*|\s[-–—]\s?|[－｜_—]/u;

/**
 * The title as readers see it: the heading that agrees with what the page says of itself for machines; without one, the
 * machines' title less the name of the site.
 */
export function chooseTitle({ metaTitles, pageTitle, headings, siteNames }: TitleSources): PageTitle {
  const known = [...metaTitles, pageTitle].filter((title) => title !== '');
  const sites = siteNames.map(squeeze).filter((name) => name.length >= 3);
  const isSite = (text: string) => {
    const squeezed = squeeze(text);
    return sites.some(
      (site) =>
        squeezed === site || (site.length >= 5 && squeezed.length <= site.length + 4 && squeezed.includes(site)),
    );
  };
  const usable = headings.filter((heading) => !heading.plate && !isSite(heading.text));
  const single = usable.filter((heading) => heading.level === 1).length === 1;
  const scored = usable
    .map((heading, order) => ({ heading, score: agreement(heading, known) + rank(heading, single) - order * 0.01 }))
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0];
  if (best && best.score >= 0.75)
    return { title: withoutTopic(best.heading.text, metaTitles, pageTitle), heading: best.heading };
  const title = known.map((text) => withoutSite(text, isSite, headings)).find((text) => text !== '' && !isSite(text));
  return { title: title ?? best?.heading.text ?? known[0] ?? '', heading: best?.heading ?? null };
}

/** "Harbour : Ferries sail again" is the second part alone where the page's own title says so, too. */
function withoutTopic(heading: string, metaTitles: readonly string[], pageTitle: string): string {
  const squeezed = squeeze(heading);
  const shorter = metaTitles.find((title) => {
    const end = squeeze(title);
    return (
      end.length >= 8 &&
      end.length < squeezed.length &&
      squeezed.endsWith(end) &&
      /[:|–—]\s*$/.test(heading.slice(0, heading.lastIndexOf(title)))
    );
  });
  if (shorter !== undefined) return shorter;
  const parts = heading.split(/\s+[:|»›]\s+/);
  const known = new Set(pageTitle.split(/\s+[-–—|»]\s+/).map(squeeze));
  return parts.length > 1 && parts.every((part) => known.has(squeeze(part))) ? (parts.at(-1) ?? heading) : heading;
}

/** How far a heading's words are those of the machines' titles, 0–1, of the best of them. */
function agreement(heading: HeadingMark, known: readonly string[]): number {
  const words = new Set(wordsOf(heading.text));
  if (words.size === 0) return 0;
  return Math.max(
    0,
    ...known.map((title) => {
      const other = new Set(wordsOf(title));
      const shared = [...words].filter((word) => other.has(word)).length;
      return (shared / words.size) * 0.6 + (shared / Math.max(1, other.size)) * 0.4;
    }),
  );
}

/** @param single the page has one h1 */
function rank(heading: HeadingMark, single: boolean): number {
  return (
    (heading.level === 1 ? 0.35 : heading.level === 2 ? 0.1 : 0) +
    (heading.titled ? 0.15 : 0) +
    (heading.level === 1 && single ? 0.3 : 0) -
    (heading.aside ? 0.6 : 0)
  );
}

/** Drops the parts of a title that name the site, and prefers the part that stands in the page as a heading. */
function withoutSite(title: string, isSite: (text: string) => boolean, headings: readonly HeadingMark[]): string {
  const texts = new Set(headings.map((heading) => squeeze(heading.text)));
  const parts = title.split(divider).filter((part) => part.trim() !== '');
  if (parts.length < 2 || texts.has(squeeze(title))) return title;
  const heading = parts.find((part) => squeeze(part).length >= 4 && texts.has(squeeze(part)) && !isSite(part));
  if (heading !== undefined) return heading.trim();
  let [from, to] = [0, title.length];
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (isSite(last)) to = title.lastIndexOf(last);
  if (isSite(first)) from = title.indexOf(first) + first.length;
  return title.slice(from, Math.max(from, to)).replace(/^[\s\-–—|·•»«›:/ǀ－｜_]+|[\s\-–—|·•»«›:/ǀ－｜_]+$/gu, '');
}

/** Letters and digits alone, in lower case and without marks: "St. Élan News" and "stelannews" are one. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
