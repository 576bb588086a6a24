/** The head of a piece: when, what it is called, who it is by, what it says in a sentence, its picture, what is in it. */
import { directionOf } from '#platform/language.ts';
import { dayAndTime, knownDate, languageName, longDay } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import { Picture } from '#ui/picture.tsx';
import { hostOf, safeHref } from '#ui/safe-href.ts';
import { gathers } from '#pieces/pieces.ts';
import { Bylines } from './authors.tsx';
import { kindNames } from './kind-names.ts';
import { listPath } from './paths.ts';
import type { Reading } from './reading.ts';
import { Isolated } from './sentence.tsx';
import { Sponsor } from './sponsor.tsx';
import type { PieceView, PublicationView } from './view.ts';

interface LeadProps {
  publication: PublicationView;
  piece: PieceView;
  reading: Reading;
  front: boolean;
}

export function PieceLead({ publication, piece, reading, front }: LeadProps) {
  const { copy } = wordsOf(piece.lang);
  const Title = front ? 'h2' : 'h1';
  return (
    <header class="lead">
      <Dateline publication={publication} piece={piece} />
      <Changes publication={publication} piece={piece} reading={reading} />
      <Sponsor sponsor={piece.sponsor} lang={piece.lang} />
      <Title>
        {front ? (
          <a href={piece.path}>
            <Isolated text={piece.title} lang={piece.lang} />
          </a>
        ) : (
          <Isolated text={piece.title} lang={piece.lang} />
        )}
      </Title>
      {piece.lede && (
        <p class="lede">
          <Isolated text={piece.lede} lang={piece.lang} />
        </p>
      )}
      <Bylines piece={piece} />
      <Provenance piece={piece} />
      {piece.topImage && <Picture picture={piece.topImage} eager labels={copy} />}
      <Contents piece={piece} />
    </header>
  );
}

function Dateline({ publication, piece }: Pick<LeadProps, 'publication' | 'piece'>) {
  const { copy, readTime } = wordsOf(piece.lang);
  const { kind, dateline } = piece;
  if (kind === 'page') return null;
  const read = gathers(kind) ? '' : readTime(piece.readMinutes);
  return (
    <p class="dateline">
      {kind !== 'summary' && (
        <>
          <a href={listPath(publication, kind)}>{copy[kindNames[kind]]}</a>
          {(dateline ?? read) && ' · '}
        </>
      )}
      {dateline && (
        <>
          <time datetime={piece.imported ? dateline : (piece.publishedAt ?? dateline)}>
            {knownDate(dateline, piece.lang)}
          </time>
          {read && ' · '}
        </>
      )}
      {read}
    </p>
  );
}

/** When it was corrected, or else changed. */
function Changes({ publication, piece, reading }: Omit<LeadProps, 'front'>) {
  const { copy, correctedOn } = wordsOf(piece.lang);
  const lastCorrection = reading.corrections
    .filter(({ kind }) => kind === 'correction')
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (lastCorrection)
    return (
      <p class="dateline">
        <a class="warning" href="#corrections">
          <Phrased phrase={correctedOn(lastCorrection, longDay(lastCorrection, piece.lang))} />
        </a>
      </p>
    );
  if (piece.updated === null) return null;
  const exact = piece.updated.includes('T');
  return (
    <p class="dateline">
      {copy.updated}{' '}
      <time datetime={piece.updated}>
        {exact ? dayAndTime(piece.updated, piece.lang, publication.timeZone) : knownDate(piece.updated, piece.lang)}
      </time>
    </p>
  );
}

/** Where else it stands, in which languages, and what was taken out of it. */
function Provenance({ piece }: { piece: PieceView }) {
  const { copy, comma } = wordsOf(piece.lang);
  const original = piece.republished === null ? null : safeHref(piece.republished);
  const others = piece.translations.filter(({ lang }) => lang !== piece.lang);
  return (
    <>
      {original && (
        <p class="dateline">
          {copy.republished}{' '}
          <a href={original}>
            <bdi>{hostOf(original)}</bdi>
          </a>
        </p>
      )}
      {piece.sharedFrom && (
        <p class="dateline">
          {copy.sharedFrom}{' '}
          <a href={piece.sharedFrom.path}>
            <bdi>{piece.sharedFrom.title}</bdi>
          </a>
        </p>
      )}
      {others.length > 0 && (
        <p class="dateline">
          {copy.alsoIn}{' '}
          {others.map(({ lang, path }, index) => (
            <>
              {index > 0 && comma}
              <a href={path} lang={lang} dir={directionOf(lang)} hreflang={lang}>
                {languageName(lang)}
              </a>
            </>
          ))}
        </p>
      )}
      {piece.nameWithdrawn && <p class="dateline withdrawn">{copy.nameWithdrawn}</p>}
    </>
  );
}

const mostContents = 12;

/** A summary names its developments; a long explanation its chapters. */
function Contents({ piece }: { piece: PieceView }) {
  const { copy } = wordsOf(piece.lang);
  const chapters = piece.sections.filter(({ depth }) => depth === 1);
  const wanted = piece.kind === 'summary' ? 2 : piece.kind === 'background' ? 3 : Infinity;
  if (chapters.length < wanted || chapters.length > mostContents) return null;
  return (
    <nav class="contents" aria-label={piece.kind === 'summary' ? copy.inThisSummary : copy.onThisPage}>
      <ol>
        {chapters.map(({ id, heading }) => (
          <li>
            <a href={`#${id}`}>
              <Isolated text={heading} lang={piece.lang} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
