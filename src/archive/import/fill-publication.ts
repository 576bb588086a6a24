import { isDeepStrictEqual } from 'node:util';
import { type Publication, plainPublication } from '#publications/publications.ts';
import type { PublicationFacts } from './importer.ts';

/** The publication that an import makes when there is none: archived, in no list and `noindex` until somebody says who owns it. */
export function importedPublication(slug: string): Publication {
  return { ...plainPublication(slug), status: 'archived', listed: false };
}

/**
 * A publication with what an archive says of it: only what nobody has filled in yet is filled, topics and former addresses
 * are added. The same publication when there is nothing to add.
 */
export function fillPublication(publication: Publication, facts: Omit<PublicationFacts, 'redirects'>): Publication {
  const { topics = [], formerAddresses = [], profile, ...given } = facts;
  const plain = importedPublication(publication.slug);
  const untouched = isDeepStrictEqual(publication, plain);
  if (profile && untouched) return { ...publication, ...profile };
  const filled = { ...publication };
  for (const name of Object.keys(given) as (keyof typeof given)[]) {
    const value = given[name];
    if (value !== undefined && isDeepStrictEqual(publication[name], plain[name]))
      Object.assign(filled, { [name]: value });
  }
  const merged = publication.merged.flatMap(({ kind, from }) => (kind === 'topic' ? [from] : []));
  const known = new Set([...publication.topics.map(({ slug }) => slug), ...merged]);
  const added = topics.filter(({ slug }) => !known.has(slug) && known.add(slug));
  const described = publication.topics.map((topic) => {
    const intro = topics.find(({ slug, intro: told }) => slug === topic.slug && told !== undefined)?.intro;
    return topic.intro === undefined && intro !== undefined ? { ...topic, intro } : topic;
  });
  filled.topics = [...described, ...added];
  filled.formerAddresses = [...new Set([...publication.formerAddresses, ...formerAddresses])];
  return isDeepStrictEqual(filled, publication) ? publication : filled;
}
