/** A series: where a piece stands in it, and, on the series' own page, its pieces in their order. */
import { wordsOf } from '#locales/locales.ts';
import { gathers } from '#pieces/pieces.ts';
import { PieceCards } from './piece-cards.tsx';
import type { HeadingLevel } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { LinkView, PieceView } from './view.ts';

export function SeriesPlace({ piece, level }: { piece: PieceView; level: HeadingLevel }) {
  const { copy, partOf } = wordsOf(piece.lang);
  if (piece.series.length === 0) return null;
  const Heading = level;
  const groups = [...Map.groupBy(piece.series, ({ of }) => of)];
  return groups.map(([of, series]) => (
    <section class="series" aria-labelledby={`in-${of}`}>
      <Heading id={`in-${of}`}>{of === 'project' ? copy.inProject : copy.inSeries}</Heading>
      {series.map(({ title, path, position, pieces, previous, next }) => (
        <>
          <p>
            {path ? (
              <a href={path}>
                <Isolated text={title} lang={piece.lang} />
              </a>
            ) : (
              <Isolated text={title} lang={piece.lang} />
            )}
            {position !== null && <small>{` · ${partOf(position, pieces)}`}</small>}
          </p>
          <Part name={copy.previousPart} part={previous} lang={piece.lang} />
          <Part name={copy.nextPart} part={next} lang={piece.lang} />
        </>
      ))}
    </section>
  ));
}

function Part({ name, part, lang }: { name: string; part: LinkView | null; lang: string }) {
  if (!part) return null;
  return (
    <p>
      <small>{name}:</small>{' '}
      <a href={part.path}>
        <Isolated text={part.title} lang={lang} />
      </a>
    </p>
  );
}

export function Members({ piece, level }: { piece: PieceView; level: HeadingLevel }) {
  const { copy } = wordsOf(piece.lang);
  if (!gathers(piece.kind)) return null;
  const Heading = level;
  return (
    <section class="members" aria-labelledby="members">
      <Heading id="members">{piece.kind === 'project' ? copy.inThisProject : copy.members}</Heading>
      {piece.members.length > 0 ? (
        <PieceCards cards={piece.members} lang={piece.lang} level="h3" mixed />
      ) : (
        <p>{copy.noMembers}</p>
      )}
    </section>
  );
}
