import { languageAttributes } from '#ui/direction.ts';
import { safeHref } from '#ui/safe-href.ts';
import type { DevelopmentView, ReportView } from './read-day.ts';
import { capital, counted, listed } from './words.ts';

interface Props {
  development: DevelopmentView;
  rank: number;
  open: boolean;
  publication: string;
  added: string | null;
}

/** One development of the day: what it is, who says so, why it stands here, and its reports side by side. */
export function DayDevelopment({ development, rank, open, added, publication }: Props) {
  const { headline, reports } = development;
  return (
    <li class="development" id={development.id} data-development tabindex={-1}>
      <span class="rank" aria-hidden="true">
        {rank}
      </span>
      <Choose development={development} />
      <div class="telling">
        <h2 {...languageAttributes(headline.lang, 'en')}>{headline.text}</h2>
        <p class="voices">
          <Monograms development={development} /> {development.corroboration}
        </p>
        <StoryLine development={development} publication={publication} />
        <Rank development={development} />
        <Reports reports={reports} open={open} added={added} />
      </div>
    </li>
  );
}

/** Ticking it tells it. */
export function Choose({ development: { id, headline } }: { development: DevelopmentView }) {
  return (
    <label class="choose">
      <input type="checkbox" name="chosen" value={id} aria-label={`Tell “${headline.text}”`} />
    </label>
  );
}

/** Its reports side by side, behind their number. */
export function Reports({ reports, open, added }: { reports: ReportView[]; open: boolean; added: string | null }) {
  return (
    <details class="side" open={open || holds(reports, added)}>
      <summary>
        {reports.length === 1 ? 'The report' : capital(counted(reports.length, 'report'))}
        {reports.length > 1 && <span class="wide"> side by side</span>}
      </summary>
      <div class="reports">
        {reports.map((report) => (
          <DayReport report={report} added={added} splits={reports.length > 1} />
        ))}
      </div>
    </details>
  );
}

function holds(reports: ReportView[], id: string | null): boolean {
  return id !== null && reports.some((report) => report.id === id || holds(report.copies, id));
}

export function Monograms({ development }: { development: Pick<DevelopmentView, 'outlets'> }) {
  return (
    <span class="monograms">
      {development.outlets.map(({ name, letters }) => (
        <abbr title={name} aria-label={name}>
          {letters}
        </abbr>
      ))}
    </span>
  );
}

/** The storyline that it goes on, and what is new in it. */
function StoryLine({ development, publication }: { development: DevelopmentView; publication: string }) {
  const { story, ownStory, state } = development;
  const path = `/desk/${publication}/storylines`;
  return (
    <div class="story-line">
      <p>
        <b class="state" data-state={state.kind}>
          {state.word}
        </b>{' '}
        {story && (
          <>
            <a href={`${path}/${story.id}`}>
              <bdi lang={story.lang}>{story.text}</bdi>
            </a>
            <span class="soft">
              , day {story.days}
              {story.followed && ', followed'}
            </span>
          </>
        )}
        {ownStory && (
          <a class="soft" href={`${path}/${ownStory}`}>
            {state.kind === 'new' ? 'a storyline of its own' : 'its storyline'}
          </a>
        )}
      </p>
      {state.lines.length > 0 && (
        <ul class="brings">
          {state.lines.map((line) => (
            <li>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
      {development.places.length > 0 && (
        <p class="places">
          Names <bdi>{listed(development.places)}</bdi>
        </p>
      )}
      <NearMiss development={development} />
    </div>
  );
}

/** The development that it may be one with: whoever says which, teaches how readily reports are joined. */
function NearMiss({ development: { id, nearMiss } }: { development: DevelopmentView }) {
  if (!nearMiss) return null;
  const value = JSON.stringify([nearMiss.id, id]);
  return (
    <p class="near-miss">
      <span>
        Perhaps one with{' '}
        <a href={`#${nearMiss.id}`}>
          <bdi lang={nearMiss.headline.lang}>{nearMiss.headline.text}</bdi>
        </a>{' '}
        ({nearMiss.percent} %)
      </span>{' '}
      <button class="quiet" form="join-pair" name="pair" value={value}>
        Make one of them
      </button>
      <button class="quiet" form="keep-apart" name="pair" value={value}>
        They are two
      </button>
    </p>
  );
}

/** Why it stands here: the parts of its rank, which add up. */
function Rank({ development }: { development: Pick<DevelopmentView, 'score' | 'why'> }) {
  return (
    <dl class="why" aria-label="Why it stands here">
      {development.why.map(({ points, words }) => (
        <div>
          <dt>{points}</dt>
          <dd>{words}</dd>
        </div>
      ))}
      <div class="sum">
        <dt>{String(development.score).replace('-', '−')}</dt>
        <dd>points</dd>
      </div>
    </dl>
  );
}

function DayReport({ report, added, splits }: { report: ReportView; added: string | null; splits: boolean }) {
  const own = languageAttributes(report.lang, 'en');
  const href = report.url === null ? null : safeHref(report.url);
  return (
    <article id={`report-${report.id}`} class={report.id === added ? 'report added' : 'report'}>
      <p class="said-by">
        <b>
          <bdi>{report.outlet}</bdi>
        </b>
        {report.origin && <span>, {report.origin}</span>} <time>{report.time}</time>
        {report.genre !== null && <span class="tag">{report.genre}</span>}
        {report.byHand && <span class="tag">by hand</span>}
        {report.held !== null && <span class="tag held">held back</span>}
        {href && (
          <a
            class="original"
            href={href}
            rel="noreferrer noopener"
            target="_blank"
            aria-label={`Original at ${report.outlet}`}
          >
            Original
          </a>
        )}
      </p>
      <h3 {...own}>{report.title}</h3>
      <ReportHandling report={report} />
      {report.rest === '' ? (
        <p class="opening" {...own}>
          {report.opening}
        </p>
      ) : (
        <details class="text">
          <summary>
            <span class="opening" {...own}>
              {report.opening}
            </span>
          </summary>
          <p class="rest" {...own}>
            {report.rest}
          </p>
        </details>
      )}
      {report.copies.length > 0 && <Copies copies={report.copies} />}
      {splits && (
        <p class="split">
          <button class="quiet" form="split" name="report" value={report.id}>
            Not of this event
          </button>
        </p>
      )}
    </article>
  );
}

/** What its sender says of it beside its words: first what keeps it from being cited. */
export function ReportHandling({ report }: { report: Pick<ReportView, 'held' | 'handling'> }) {
  if (report.held === null && report.handling.length === 0) return null;
  return (
    <p class="handling">
      {report.held !== null && <b>{report.held}</b>} <bdi>{report.handling.join(' ')}</bdi>
    </p>
  );
}

function Copies({ copies }: { copies: ReportView[] }) {
  return (
    <details class="copies">
      <summary>
        {capital(counted(copies.length, 'copy', 'copies'))}: {listed([...new Set(copies.map(({ outlet }) => outlet))])}
      </summary>
      <ul>
        {copies.map((copy) => (
          <li>
            <bdi>{copy.outlet}</bdi> <time>{copy.time}</time>{' '}
            <span {...languageAttributes(copy.lang, 'en')}>{copy.title}</span>
            <ReportHandling report={copy} />
          </li>
        ))}
      </ul>
    </details>
  );
}
