import { longDay, fullDay, languageName } from '#locales/dates.ts';
import { firstLanguage, type Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import { Apart } from './day-apart.tsx';
import { DayDevelopment, ReportHandling } from './day-development.tsx';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import type { DayView, ReportView, StandingView } from './read-day.ts';
import { capital, counted } from './words.ts';

/** A long day opens with its first developments; the rest is asked for. */
const shownAtFirst = 30;

interface Shown {
  /** The report just added by hand. */
  added?: string | null;
  /** A report that was looked for: it is open. */
  report?: string | null;
  /** What was done to developments. */
  said?: string | null;
  all?: boolean;
  nothingToDraft?: boolean;
}

/** The day's developments, ranked, and where the day's summary stands. */
export function dayPage(
  desk: Desk,
  staff: StaffMember,
  publication: Publication,
  view: DayView,
  shown: Shown = {},
): string {
  const developments = shown.all ? view.developments : view.developments.slice(0, shownAtFirst);
  const apart = shown.all ? view.apart : view.apart.slice(0, shownAtFirst);
  const rest = view.developments.length - developments.length;
  const opened = shown.added ?? shown.report ?? null;
  const begun = view.standings.find((standing) => standing.lang === firstLanguage(publication) && standing.pieceId);
  return deskPage(
    desk,
    { title: `${fullDay(view.day, 'en')} · ${publication.name}`, staff, publication, current: 'day', islands: ['day'] },
    <desk-day class="day">
      <DayHead publication={publication} view={view} />
      {shown.nothingToDraft && (
        <p class="notice" role="alert">
          Nothing was drafted: no report of this day has a sentence that can be quoted.
        </p>
      )}
      {shown.added && <Added view={view} added={shown.added} />}
      {shown.said && saidWords[shown.said] && (
        <p class={['too-few', 'alone', 'gone'].includes(shown.said) ? 'notice' : 'notice good'} role="status">
          {saidWords[shown.said]}
        </p>
      )}
      {/* Its buttons stand in the list, which is another form's: Enter there must not press them. */}
      <form id="split" method="post" action={`/desk/${publication.slug}/${view.day}/split`} />
      <form id="join-pair" method="post" action={`/desk/${publication.slug}/${view.day}/join`} />
      <form id="keep-apart" method="post" action={`/desk/${publication.slug}/${view.day}/apart`} />
      {developments.length + apart.length === 0 ? (
        <EmptyDay publication={publication} view={view} />
      ) : (
        <form method="post" action={`/desk/${publication.slug}/${view.day}/draft`} class="ranked">
          <ol class="developments">
            {developments.map((development, index) => (
              <DayDevelopment
                development={development}
                rank={index + 1}
                open={index < 3}
                publication={publication.slug}
                added={opened}
              />
            ))}
          </ol>
          {rest > 0 && (
            <p class="more">
              <a href={`/desk/${publication.slug}/${view.day}?all`}>
                Show {counted(rest, 'more development')}, ranked lower
              </a>
            </p>
          )}
          {apart.length > 0 && (
            <Apart
              developments={apart}
              rest={view.apart.length - apart.length}
              added={opened}
              path={`/desk/${publication.slug}/${view.day}`}
            />
          )}
          <DraftBar publication={publication} view={view} begun={begun ?? null} />
        </form>
      )}
      {view.takenBack.length > 0 && <TakenBack reports={view.takenBack} />}
    </desk-day>,
  );
}

/** Reports that their senders took back: they are no part of any development, and are not forgotten. */
function TakenBack({ reports }: { reports: ReportView[] }) {
  return (
    <section class="taken-back">
      <h2>Taken back by their senders</h2>
      {reports.map((report) => (
        <article class="report">
          <p class="said-by">
            <b>
              <bdi>{report.outlet}</bdi>
            </b>
            {report.origin && <span>, {report.origin}</span>} <time>{report.time}</time>
          </p>
          <h3 {...languageAttributes(report.lang, 'en')}>
            <s>{report.title || 'Without a headline'}</s>
          </h3>
          <ReportHandling report={report} />
        </article>
      ))}
    </section>
  );
}

function DayHead({ publication, view }: { publication: Publication; view: DayView }) {
  const path = `/desk/${publication.slug}`;
  return (
    <header class="day-head">
      <nav class="days" aria-label="Days">
        <a href={`${path}/${view.previous}`} rel="prev">
          ← {longDay(view.previous, 'en')}
        </a>
        {view.next && (
          <a href={`${path}/${view.next}`} rel="next">
            {view.next === view.today ? 'Today' : longDay(view.next, 'en')} →
          </a>
        )}
      </nav>
      <h1>{fullDay(view.day, 'en')}</h1>
      <p class="tally">
        {capital(counted(view.developments.length, 'development'))} from {counted(view.reports, 'report')}, since 08:00
        the day before{view.apart.length > 0 && `; ${counted(view.apart.length, 'page')} of comment and features below`}
        .{' '}
        <a href={`${path}/report/new?day=${view.day}`} data-key="n">
          Add a report by hand
        </a>
      </p>
      <ul class="standings">
        {view.standings.map((standing) => (
          <Standing standing={standing} several={view.standings.length > 1} />
        ))}
      </ul>
    </header>
  );
}

const stateWords: Record<StandingView['state'], string> = {
  'not begun': 'not begun',
  draft: 'draft, not published',
  live: 'live',
  edited: 'live, with changes that readers do not have yet',
  withdrawn: 'withdrawn',
};

export function Standing({ standing, several }: { standing: StandingView; several: boolean }) {
  const { state, pieceId } = standing;
  return (
    <li class="standing" data-state={state}>
      <b>Summary{several ? ` in ${englishName(standing.lang)}` : ''}:</b>{' '}
      <span>{standing.time ?? stateWords[state]}</span>
      {pieceId && (
        <>
          {' · '}
          <a href={`/desk/piece/${pieceId}`}>{state === 'live' ? 'Open to correct' : 'Open the summary'}</a>
        </>
      )}
      {(state === 'live' || state === 'edited') && (
        <>
          {' · '}
          <a href={standing.path}>Read it on the site</a>
        </>
      )}
    </li>
  );
}

export function englishName(lang: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? languageName(lang);
}

const saidWords: Record<string, string> = {
  joined: 'They are one development now. What comes in is compared with the whole of it.',
  'too-few': 'Tick two developments or more to make one of them.',
  apart: 'They stay two. Daybook joins reports a little less readily from now on.',
  gone: 'That was settled meanwhile.',
  split: 'The report is a development of its own now, with its copies.',
  alone: 'It is all that its development has: there is nothing to split off.',
};

function Added({ view, added }: { view: DayView; added: string }) {
  const development = [...view.developments, ...view.apart].find(({ reports }) =>
    reports.some((report) => report.id === added || report.copies.some((copy) => copy.id === added)),
  );
  return (
    <p class="notice good" role="status">
      {development ? (
        <>
          The report is in. It belongs to <a href={`#${development.id}`}>{development.headline.text}</a>.
        </>
      ) : (
        'The report is in, under the day that it gives as its own. It is not among this day’s developments.'
      )}
    </p>
  );
}

function DraftBar({
  publication,
  view,
  begun,
}: {
  publication: Publication;
  view: DayView;
  begun: StandingView | null;
}) {
  const open = view.standings.filter((standing) => !standing.pieceId);
  const [only] = open;
  return (
    <div class="draft-bar">
      {begun && (
        <a class="button strong" href={`/desk/piece/${begun.pieceId}`}>
          Open the summary
        </a>
      )}
      {only && (
        <>
          <p class="hint" data-chosen>
            Tick what to tell, or draft from the top of the list.
          </p>
          {open.length > 1 ? (
            <label>
              in{' '}
              <select name="lang">
                {open.map(({ lang }) => (
                  <option value={lang}>{englishName(lang)}</option>
                ))}
              </select>
            </label>
          ) : (
            <input type="hidden" name="lang" value={only.lang} />
          )}
          <label>
            Sections{' '}
            <input
              type="number"
              name="sections"
              value={String(publication.sectionCount)}
              min="1"
              max="12"
              inputmode="numeric"
            />
          </label>
          <button class={begun ? '' : 'strong'}>
            {begun ? `Draft in ${englishName(only.lang)}` : 'Draft the summary'}
          </button>
        </>
      )}
      <button class="quiet" formaction={`/desk/${publication.slug}/${view.day}/join`}>
        Make one of those ticked
      </button>
    </div>
  );
}

function EmptyDay({ publication, view }: { publication: Publication; view: DayView }) {
  const latest = view.latestWithReports;
  const path = `/desk/${publication.slug}`;
  return (
    <section class="teach">
      <h2>No report has come in for this day</h2>
      <p>Developments are made of reports. There are three ways for reports to come in:</p>
      <ol>
        <li>
          <a href="/desk/wires">Add a wire</a>: the feed of an outlet or agency. Daybook fetches it and keeps every
          report.
        </li>
        <li>
          <a href={`${path}/report/new?day=${view.day}`}>Paste a link or a text</a>: for what has no feed.
        </li>
        <li>
          Read a file of reports, where Daybook runs:
          <pre>
            <code>bin/daybook ingest --publication {publication.slug} --jsonl FILE</code>
          </pre>
        </li>
      </ol>
      {latest && latest !== view.day && (
        <p>
          The last day with reports is <a href={`${path}/${latest}`}>{longDay(latest, 'en')}</a>.
        </p>
      )}
    </section>
  );
}
