import type { Lang } from '#platform/language.ts';
import type { Localised, Publication } from './publication.ts';

/**
 * Somebody who stands in bylines, as their publication writes of them. Public as a whole: how to reach them is kept apart
 * (`contact-store.ts`), and is in no page, feed, dump or copy.
 */
export interface Contributor {
  /** Their page below `contributor/`. */
  slug: string;
  name: Localised;
  /** What they are: "engineer". */
  title?: Localised;
  /** Whom they work for. */
  affiliation?: Localised;
  /** Paragraphs, joined by blank lines. */
  bio?: Localised;
  /** A picture of the media library, and what it shows. */
  portrait?: { media: string; alt: Localised };
  /** Where else they are found: https alone. */
  links?: { label: string; url: string }[];
}

/** What is known of the contributors of a publication. */
interface Known {
  contributors: Contributor[];
}

/** The pictures of the media library that a publication shows of itself and its people. */
export function picturesShown({ contributors, logo }: Pick<Publication, 'contributors' | 'logo'>): string[] {
  const portraits = contributors.flatMap(({ portrait }) => portrait?.media ?? []);
  return [...portraits, ...(logo ? [logo.media] : []), ...(logo?.dark === undefined ? [] : [logo.dark])];
}

export function contributorAt({ contributors }: Known, slug: string): Contributor | undefined {
  return contributors.find((each) => each.slug === slug);
}

/** Who is called so, in whatever language. */
export function contributorCalled({ contributors }: Known, name: string): Contributor | undefined {
  return contributors.find((each) => Object.values(each.name).includes(name));
}

/** What somebody is called on pages in a language; undefined where their publication has no name for them in it. */
export function contributorName(known: Known, slug: string, lang: Lang): string | undefined {
  return contributorAt(known, slug)?.name[lang];
}
