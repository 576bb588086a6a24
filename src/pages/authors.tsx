/** Who a piece is by: a line under its title, and at its foot what is said of them. */
import type { AuthorRole } from '#locales/locale.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import type { HeadingLevel } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { AuthorView, PieceView } from './view.ts';

/** More than these are counted in the line and named at the foot. */
const mostInLine = 6;

const lines: [AuthorRole, AuthorView['role'][]][] = [
  ['author', ['author', 'contributor']],
  ['expert', ['expert']],
  ['speaker', ['speaker']],
  ['editor', ['editor']],
  ['translator', ['translator']],
  ['photographer', ['photographer']],
];

export function Bylines({ piece }: { piece: PieceView }) {
  const { byline } = wordsOf(piece.lang);
  return (
    <>
      {lines.map(([role, roles]) => {
        const people = piece.authors.filter((author) => roles.includes(author.role));
        if (people.length === 0) return null;
        const [shown, others] =
          people.length > mostInLine ? [people.slice(0, mostInLine - 1), people.length - mostInLine + 1] : [people, 0];
        return (
          <p class="byline">
            <Phrased phrase={byline(role, shown, others)} />
          </p>
        );
      })}
    </>
  );
}

/** Their own words about themselves; and all their names where the line under the title could not hold them. */
export function AboutAuthors({ piece, level }: { piece: PieceView; level: HeadingLevel }) {
  const { authorsTitle, listOf } = wordsOf(piece.lang);
  const told = piece.authors.filter(({ bio }) => bio);
  const untold = piece.authors.length > mostInLine ? piece.authors.filter(({ bio }) => !bio) : [];
  if (told.length + untold.length === 0) return null;
  const Heading = level;
  return (
    <section class="authors" aria-labelledby="authors">
      <Heading id="authors">{authorsTitle(told.length + untold.length)}</Heading>
      {told.map(({ name, bio }) =>
        (bio ?? '').split(/\n{2,}/u).map((paragraph, index) => (
          <p>
            {index === 0 && !paragraph.startsWith(name) && (
              <>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {'. '}
              </>
            )}
            <Isolated text={paragraph} lang={piece.lang} />
          </p>
        )),
      )}
      {untold.length > 0 && <p>{listOf(untold.map(({ name }) => name))}</p>}
    </section>
  );
}
