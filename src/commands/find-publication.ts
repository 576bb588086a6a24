import { instantText } from '#platform/clock.ts';
import {
  findPublication,
  findPublications,
  isPublicationSlug,
  type Publication,
  plainPublication,
  savePublication,
} from '#publications/publications.ts';
import type { Newsroom } from '../newsroom.ts';
import { UsageError } from './command.ts';

/** The publication that `--publication` names, or the only one there is. Throws UsageError with those that there are. */
export async function requirePublication(newsroom: Newsroom, slug: string | null): Promise<Publication> {
  const all = await findPublications(newsroom.database.read);
  const [only] = all;
  const found = slug === null && all.length === 1 ? only : all.find((publication) => publication.slug === slug);
  if (found) return found;
  const names = all.map((publication) => publication.slug).join(', ') || 'none yet';
  throw new UsageError(
    slug === null
      ? `--publication is needed; there are: ${names}`
      : `there is no publication “${slug}”; there are: ${names}`,
  );
}

/** As above, but one that is not there is made, in English and UTC, to be filled in later. */
export async function findOrMakePublication(
  newsroom: Newsroom,
  slug: string | null,
): Promise<{ publication: Publication; made: boolean }> {
  if (slug === null) return { publication: await requirePublication(newsroom, null), made: false };
  const existing = await findPublication(newsroom.database.read, slug);
  if (existing) return { publication: existing, made: false };
  if (!isPublicationSlug(slug))
    throw new UsageError(`“${slug}” cannot be a publication's address: use small letters, digits and hyphens`);
  const publication = plainPublication(slug);
  const at = instantText(newsroom.clock.now());
  await newsroom.database.write((tx) => savePublication(tx, publication, at));
  return { publication, made: true };
}
