/** What a piece is filed under: topics, which have pages here, and the categories and tags that an original had. */
import { wordsOf } from '#locales/locales.ts';
import { labelSlug } from '#pieces/pieces.ts';
import { type LabelKind, labelPath, topicPath } from './paths.ts';
import type { PieceView, PublicationView } from './view.ts';

export function Labels({ publication, piece }: { publication: PublicationView; piece: PieceView }) {
  const { copy } = wordsOf(piece.lang);
  const topics = piece.topics.map(({ slug, name }) => ({ text: name, href: topicPath(publication, slug) }));
  const named = new Set(topics.map(({ text }) => text.toLowerCase()));
  const plain = (of: LabelKind, labels: PieceView['tags']) =>
    labels
      .filter(({ title }) => !named.has(title.toLowerCase()))
      .map(({ slug, title }): Label => {
        const name = labelSlug(slug || title);
        return { text: title, href: name ? labelPath(publication, of, name) : null };
      });
  const lines: [string, Label[]][] = [
    [copy.topics, topics],
    [copy.categories, plain('category', piece.categories)],
    [copy.tags, plain('tag', piece.tags)],
  ];
  if (lines.every(([, labels]) => labels.length === 0)) return null;
  return (
    <section class="made">
      {lines.map(
        ([name, labels]) =>
          labels.length > 0 && (
            <p>
              {name}:{' '}
              {labels.map(({ text, href }, index) => (
                <>
                  {index > 0 && ' · '}
                  {href ? <a href={href}>{text}</a> : <bdi>{text}</bdi>}
                </>
              ))}
            </p>
          ),
      )}
    </section>
  );
}

interface Label {
  text: string;
  href: string | null;
}
