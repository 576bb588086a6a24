/** A piece of any kind, whole: the same on its own page and, for the latest summary, at the head of the front page. */
import { Calendar } from '#ui/calendar.tsx';
import { dayAndMonth } from '#locales/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#locales/locales.ts';
import { safeHref } from '#ui/safe-href.ts';
import { AboutAuthors } from './authors.tsx';
import { Blocks } from './blocks.tsx';
import { CorrectionList } from './correction.tsx';
import { Development } from './development.tsx';
import { Labels } from './labels.tsx';
import { NoteList } from './note-list.tsx';
import { Origin } from './origin.tsx';
import { PieceLead } from './piece-lead.tsx';
import { type HeadingLevel, headingAt, readingOf } from './reading.ts';
import { Members, SeriesPlace } from './series.tsx';
import { Share } from './share.tsx';
import { TalkFacts } from './talk.tsx';
import type { PieceView, PublicationView, SiteView } from './view.ts';

interface PieceProps {
  site: SiteView;
  publication: PublicationView;
  piece: PieceView;
  /** True on the front page, where the publication's name is the first heading and this title the second. */
  front: boolean;
}

export function PieceArticle({ site, publication, piece, front }: PieceProps) {
  const reading = readingOf(piece, publication.timeZone);
  const { copy } = wordsOf(piece.lang);
  const level = headingAt(1, front);
  return (
    <article class="piece" {...languageAttributes(piece.lang, publication.lang)}>
      <PieceLead publication={publication} piece={piece} reading={reading} front={front} />
      <TalkFacts publication={publication} piece={piece} />
      {piece.preamble.length > 0 && (
        <div class="development">
          <div class="told">
            <Blocks blocks={piece.preamble} notes={piece.preambleNotes ?? []} reading={reading} />
          </div>
          <NoteList notes={piece.preambleNotes ?? []} reading={reading} />
        </div>
      )}
      {piece.sections.map((section) => (
        <Development section={section} reading={reading} level={headingAt(section.depth, front)} />
      ))}
      <div class="after">
        <Members piece={piece} level={level} />
        <SeriesPlace piece={piece} level={level} />
        <Reads piece={piece} level={level} />
        <AboutAuthors piece={piece} level={level} />
        <CorrectionList reading={reading} level={level} />
        <Labels publication={publication} piece={piece} />
        <Origin publication={publication} piece={piece} level={level} />
      </div>
      {piece.kind !== 'page' && (
        <aside class="onward" aria-label={copy.share}>
          <Share site={site} publication={publication} piece={piece} level={level} />
        </aside>
      )}
      <Neighbours piece={piece} />
      {piece.month && (
        <div class="month">
          <Calendar {...piece.month} lang={publication.lang} labels={copy} />
        </div>
      )}
    </article>
  );
}

function Reads({ piece, level }: { piece: PieceView; level: HeadingLevel }) {
  if (piece.reads.length === 0) return null;
  const Heading = level;
  return (
    <section class="reads" aria-labelledby="reads">
      <Heading id="reads">{wordsOf(piece.lang).copy.reads}</Heading>
      <ul>
        {piece.reads.map(({ publisher, title, url, lang }) => {
          const href = safeHref(url);
          const headline = <bdi {...languageAttributes(lang, piece.lang)}>{title}</bdi>;
          return (
            <li>
              {publisher && (
                <>
                  <bdi>{publisher}</bdi>:{' '}
                </>
              )}
              {href ? <a href={href}>{headline}</a> : headline}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Neighbours({ piece }: { piece: PieceView }) {
  const { copy } = wordsOf(piece.lang);
  if (!piece.previous && !piece.next) return null;
  return (
    <nav class="neighbours" aria-label={`${copy.previousDay} / ${copy.nextDay}`}>
      {piece.previous && (
        <a href={piece.previous.path} rel="prev">
          <small>{copy.previousDay}</small> {dayAndMonth(piece.previous.date, piece.lang)}
        </a>
      )}
      {piece.next && (
        <a href={piece.next.path} rel="next">
          <small>{copy.nextDay}</small> {dayAndMonth(piece.next.date, piece.lang)}
        </a>
      )}
    </nav>
  );
}
