import { type CountedContributor, findCountedContributors, labelSlug } from '#pieces/pieces.ts';
import type { Reader } from '#platform/database/database.ts';
import { sha256 } from '#platform/hash.ts';
import {
  type Contributor,
  contributorAt,
  firstLanguage,
  labelNow,
  type Localised,
  type Publication,
} from '#publications/publications.ts';

/** Somebody who stands in bylines, or of whom the publication says something. */
export interface Known {
  slug: string;
  /** By language: as the publication calls them, else as the latest of their pieces does. */
  names: Localised;
  pieces: number;
  last: CountedContributor['last'] | null;
  /** What is said of them; null while nobody has said anything. */
  told: Contributor | null;
}

/** Everybody, in the order of the alphabet of the publication's first language. */
export async function findKnown(db: Reader, publication: Publication): Promise<Known[]> {
  const counted = new Map((await findCountedContributors(db, publication.slug)).map((each) => [each.slug, each]));
  const slugs = new Set([...counted.keys(), ...publication.contributors.map(({ slug }) => slug)]);
  const collator = new Intl.Collator(firstLanguage(publication));
  return [...slugs]
    .map((slug): Known => {
      const [told, bylines] = [contributorAt(publication, slug) ?? null, counted.get(slug)];
      const names = { ...bylines?.names, ...told?.name };
      return { slug, names, pieces: bylines?.pieces ?? 0, last: bylines?.last ?? null, told };
    })
    .sort((a, b) => collator.compare(calledIn(publication, a), calledIn(publication, b)));
}

/** What somebody is listed by. */
export function calledIn(publication: Publication, { names, slug }: Pick<Known, 'names' | 'slug'>): string {
  return names[firstLanguage(publication)] ?? Object.values(names)[0] ?? slug;
}

/** Those of whom a name or the address holds some words. */
export function findCalled(known: Known[], words: string): Known[] {
  const wanted = fold(words);
  return known.filter(({ slug, names }) => fold([slug, ...Object.values(names)].join('\n')).includes(wanted));
}

/** Whoever else is called so here, by what is said of them or by the address that the name makes. */
export function namesake(publication: Publication, known: Known[], slug: string, name: string): Known | undefined {
  const at = labelNow(publication, 'contributor', labelSlug(name));
  return known.find(
    (each) => each.slug !== slug && (each.slug === at || Object.values(each.told?.name ?? {}).includes(name)),
  );
}

/** What is seen of somebody: who changes that says what they saw. */
export function versionOfKnown({ slug, told }: Known, email: string | null): string {
  return sha256(JSON.stringify([slug, told, email])).slice(0, 16);
}

/** As it is looked for: without case, accents and Arabic vowel signs. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();
}
