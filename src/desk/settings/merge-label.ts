import { type CountedLabel, moveLabel, moveRedirects } from '#pieces/pieces.ts';
import type { Writer } from '#platform/database/database.ts';
import { firstLanguage, type LabelKind, labelName, type Publication } from '#publications/publications.ts';
import { moveTopicFound } from '#search/search.ts';

/**
 * Makes a topic, tag or category part of another: its live pieces move, in the transaction that it is given, and its address
 * leads there for good. The documents stay as they are; from now on they are filed by what the profile says. Answers the
 * fields of the profile that say so, and how many pieces moved.
 */
export async function mergeLabel(
  tx: Writer,
  publication: Publication,
  { kind, from, into }: { kind: LabelKind; from: string; into: Pick<CountedLabel, 'slug' | 'title'> },
): Promise<{ given: Pick<Publication, 'topics' | 'merged' | 'labels'>; pieces: number }> {
  const { slug, topics, labels } = publication;
  const first = firstLanguage(publication);
  const pieces = await moveLabel(tx, slug, { kind, from, into: into.slug, title: into.title });
  for (const lang of publication.languages) {
    const below = (label: string) =>
      `${lang === first ? '' : `${lang}/`}${kind === 'topic' ? label : `${kind}/${label}`}`;
    await moveRedirects(tx, slug, below(from), below(into.slug));
  }
  if (kind === 'topic') await moveTopicFound(tx, slug, from, into.slug);
  const merged = publication.merged.map((each) =>
    each.kind === kind && each.into === from ? { ...each, into: into.slug } : each,
  );
  // A tag is called what its latest piece calls it; the pieces that come to it now do not.
  const named =
    kind === 'topic' || labelName(publication, kind, into.slug, first) !== undefined
      ? []
      : [{ kind, slug: into.slug, name: { [first]: into.title } }];
  const given = {
    topics: kind === 'topic' ? topics.filter((topic) => topic.slug !== from) : topics,
    merged: [...merged, { kind, from, into: into.slug }],
    labels: [...labels.filter((label) => !(label.kind === kind && label.slug === from)), ...named],
  };
  return { given, pieces };
}
