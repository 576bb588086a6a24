/** The executive summary of a day, whole: the same on its own page and at the head of a publication's front page. */
import { Calendar } from '#ui/calendar.tsx';
import { dayAndMonth, dayAndTime, fullDay, longDay } from '#ui/dates.ts';
import { languageAttributes } from '#ui/direction.ts';
import { wordsOf } from '#ui/locale.ts';
import { Phrased } from '#ui/phrase.tsx';
import { Picture } from '#ui/picture.tsx';
import { safeHref } from '#ui/safe-href.ts';
import { Blocks } from './blocks.tsx';
import { CorrectionList } from './correction.tsx';
import { Development } from './development.tsx';
import { NoteList } from './note-list.tsx';
import { topicPath } from './paths.ts';
import { notesOf, readingOf } from './reading.ts';
import { Isolated } from './sentence.tsx';
import type { PublicationView, SiteView, SummaryView } from './view.ts';

interface SummaryProps {
  site: SiteView;
  publication: PublicationView;
  summary: SummaryView;
  /** True on the front page, where the publication's name is the first heading and this title the second. */
  front: boolean;
}

export function SummaryArticle({ site, publication, summary, front }: SummaryProps) {
  const reading = readingOf(summary, publication.timeZone);
  const { copy } = wordsOf(summary.lang);
  const level = front ? 'h3' : 'h2';
  return (
    <article class="summary" {...languageAttributes(summary.lang, publication.lang)}>
      <Lead publication={publication} summary={{ ...summary, corrections: reading.corrections }} front={front} />
      {summary.preamble.length > 0 && (
        <div class="development">
          <div class="told">
            <Blocks blocks={summary.preamble} notes={summary.preambleNotes ?? []} reading={reading} />
          </div>
          <NoteList notes={summary.preambleNotes ?? []} reading={reading} />
        </div>
      )}
      {summary.sections.map((section) => (
        <Development section={section} reading={reading} level={level} />
      ))}
      <div class="after">
        <Reads summary={summary} level={level} />
        <CorrectionList reading={reading} level={level} />
        <HowMade publication={publication} summary={summary} level={level} />
      </div>
      <aside class="onward" aria-label={copy.share}>
        <Share site={site} summary={summary} level={level} />
      </aside>
      <Neighbours summary={summary} />
      <div class="month">
        <Calendar {...summary.month} lang={publication.lang} labels={copy} />
      </div>
    </article>
  );
}

function Lead({ publication, summary, front }: Omit<SummaryProps, 'site'>) {
  const { copy, readTime, correctedOn } = wordsOf(summary.lang);
  const Title = front ? 'h2' : 'h1';
  const lastCorrection = summary.corrections
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return (
    <header class="lead">
      <p class="dateline">
        <time datetime={summary.publishedAt}>{fullDay(summary.date, summary.lang)}</time>
        {` · ${readTime(summary.readMinutes)}`}
      </p>
      {lastCorrection ? (
        <p class="dateline">
          <a class="warning" href="#corrections">
            <Phrased phrase={correctedOn(lastCorrection, longDay(lastCorrection, summary.lang))} />
          </a>
        </p>
      ) : (
        summary.modifiedAt && (
          <p class="dateline">
            {copy.updated}{' '}
            <time datetime={summary.modifiedAt}>
              {dayAndTime(summary.modifiedAt, summary.lang, publication.timeZone)}
            </time>
          </p>
        )
      )}
      <Title>{front ? <a href={summary.path}>{summary.title}</a> : summary.title}</Title>
      <p class="lede">
        <Isolated text={summary.lede} lang={summary.lang} />
      </p>
      {summary.topImage && (
        <Picture picture={summary.topImage} eager labels={{ absent: copy.pictureAbsent, credit: copy.photo }} />
      )}
      {summary.sections.length > 1 && (
        <nav class="contents" aria-label={copy.inThisSummary}>
          <ol>
            {summary.sections.map(({ id, heading }) => (
              <li>
                <a href={`#${id}`}>
                  <Isolated text={heading} lang={summary.lang} />
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </header>
  );
}

function Reads({ summary, level }: { summary: SummaryView; level: 'h2' | 'h3' }) {
  if (summary.reads.length === 0) return null;
  const Heading = level;
  return (
    <section class="reads" aria-labelledby="reads">
      <Heading id="reads">{wordsOf(summary.lang).copy.reads}</Heading>
      <ul>
        {summary.reads.map(({ publisher, title, url, lang }) => {
          const href = safeHref(url);
          const headline = <bdi {...languageAttributes(lang, summary.lang)}>{title}</bdi>;
          return (
            <li>
              <bdi>{publisher}</bdi>: {href ? <a href={href}>{headline}</a> : headline}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function HowMade({ publication, summary, level }: Omit<SummaryProps, 'site' | 'front'> & { level: 'h2' | 'h3' }) {
  const { copy, revision } = wordsOf(summary.lang);
  const cited = notesOf(summary).some(({ kind }) => kind === 'report');
  const Heading = level;
  return (
    <section class="made" aria-labelledby="made">
      <Heading id="made">{copy.howMade}</Heading>
      <p>
        {cited ? copy.howMadeText : copy.howMadeImported} {summary.revision > 1 && revision(summary.revision)}
      </p>
      {summary.topics.length > 0 && (
        <p>
          {copy.topics}:{' '}
          {summary.topics.map(({ slug, name }, index) => (
            <>
              {index > 0 && ' · '}
              <a href={topicPath(publication, slug)}>{name}</a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}

function Share({ site, summary, level }: { site: SiteView; summary: SummaryView; level: 'h2' | 'h3' }) {
  const { copy } = wordsOf(summary.lang);
  const url = site.origin + summary.path;
  const Heading = level;
  return (
    <>
      <Heading>{copy.share}</Heading>
      <p>
        <a href={`mailto:?subject=${encodeURIComponent(summary.title)}&body=${encodeURIComponent(url)}`}>
          {copy.shareMail}
        </a>
      </p>
      <p class="page-address">
        {copy.shareLink}:{' '}
        <bdi class="address" dir="ltr">
          {url.replace(/^https?:\/\//, '')}
        </bdi>
      </p>
    </>
  );
}

function Neighbours({ summary }: { summary: SummaryView }) {
  const { copy } = wordsOf(summary.lang);
  if (!summary.previous && !summary.next) return null;
  return (
    <nav class="neighbours" aria-label={`${copy.previousDay} / ${copy.nextDay}`}>
      {summary.previous && (
        <a href={summary.previous.path} rel="prev">
          <small>{copy.previousDay}</small> {dayAndMonth(summary.previous.date, summary.lang)}
        </a>
      )}
      {summary.next && (
        <a href={summary.next.path} rel="next">
          <small>{copy.nextDay}</small> {dayAndMonth(summary.next.date, summary.lang)}
        </a>
      )}
    </nav>
  );
}
