import { dayAndMonth, weekday } from '#locales/dates.ts';
import type { PieceKind, WorkState } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { kindWords } from './kind-words.ts';
import { counted, timeOnDay } from './words.ts';

/** A piece that is being worked on. */
export interface PlannedView {
  id: string;
  kind: PieceKind;
  title: string;
  lang: string;
  /** Readers have an older revision of it. */
  live: boolean;
  state: WorkState;
  assignee: string | null;
  savedBy: string;
  savedAt: string;
  comments: number;
  goesOut: string | null;
  due: string | null;
  stopped: string | null;
  /** The day that it goes out, is due, or is of. */
  day: string | null;
}

export interface PlanView {
  today: string;
  timeZone: string;
  days: {
    day: string;
    pieces: PlannedView[];
    talks: { id: string; lang: string; title: string; startsAt: string }[];
  }[];
  /** Whose time came, and which could not go out. */
  stopped: PlannedView[];
  /** Whose day is over, and which are not out; those of a later day than is shown; and those that have none. */
  overdue: PlannedView[];
  later: PlannedView[];
  others: PlannedView[];
  more: boolean;
  tasks: TaskView[];
  /** Somebody just said that one is done. */
  said: boolean;
}

/** What became of a report, and the pieces that cite it. */
export interface TaskView {
  id: string;
  /** "Halyard took back a report" */
  what: string;
  report: { title: string; lang: string };
  /** What its sender says of it; '' when nothing. */
  note: string;
  at: string;
  pieces: { id: string; title: string; lang: string; facts: string; done: string | null }[];
}

const stateWords: Record<WorkState, string> = {
  idea: 'idea',
  writing: 'being written',
  review: 'to be read',
  ready: 'ready',
};

/** The coming days with what goes out, is due or takes place on each, and everything else that is begun. */
export function planPage(desk: Desk, staff: StaffMember, publication: Publication, view: PlanView): string {
  const { days, stopped, today, timeZone } = view;
  const mayWrite = mayIn(staff, 'write', publication.slug);
  return deskPage(
    desk,
    { title: 'Plan', staff, publication, current: 'plan' },
    <div class="account plan">
      <h1>Plan</h1>
      <p class="soft">Times are those of {timeZone}.</p>
      {stopped.length > 0 && (
        <section class="notice" aria-label="Did not go out">
          {stopped.map((piece) => (
            <p>
              <Title piece={piece} />: {piece.stopped}
            </p>
          ))}
        </section>
      )}
      {view.said && (
        <p class="notice good" role="status">
          What was done is kept with the task.
        </p>
      )}
      {view.tasks.length > 0 && <Tasks tasks={view.tasks} />}
      <Begun title="Overdue" pieces={view.overdue} timeZone={timeZone} dated />
      <h2>The coming two weeks</h2>
      <ol class="rows">
        {days.map(({ day, pieces, talks }) => (
          <li class={pieces.length + talks.length === 0 ? 'free' : ''}>
            <b class="on">
              {day === today ? (
                <a href={`/desk/${publication.slug}/${day}`}>Today, {dayAndMonth(day, 'en')}</a>
              ) : (
                `${weekday(day, 'en')}, ${dayAndMonth(day, 'en')}`
              )}
            </b>
            <div>
              {pieces.map((piece) => (
                <Planned piece={piece} timeZone={timeZone} />
              ))}
              {talks.map(({ id, lang, title, startsAt }) => (
                <p>
                  <a href={`/desk/piece/${id}`} {...languageAttributes(lang, 'en')}>
                    {title}
                  </a>{' '}
                  <span class="soft">talk, {timeOnDay(startsAt, day, timeZone)}</span>
                </p>
              ))}
              {pieces.length + talks.length === 0 && (
                <p class="soft">
                  {mayWrite ? (
                    <a
                      href={`/desk/${publication.slug}/pieces/new?day=${day}`}
                      aria-label={`Begin a piece of ${dayAndMonth(day, 'en')}`}
                    >
                      Begin a piece
                    </a>
                  ) : (
                    'Nothing yet'
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Begun title="Later" pieces={view.later} timeZone={timeZone} dated />
      <Begun title="Begun, without a day" pieces={view.others} timeZone={timeZone} />
      {view.others.length + view.later.length + view.overdue.length === 0 && (
        <p class="soft">Everything that is begun stands on its day.</p>
      )}
      {view.more && <p class="soft">Only the {counted(200, 'piece')} that were saved last are shown.</p>}
    </div>,
  );
}

/** Pieces whose sources are not what they were: each is looked at, and somebody says what was done. */
function Tasks({ tasks }: { tasks: TaskView[] }) {
  return (
    <section class="tasks" aria-labelledby="tasks">
      <h2 id="tasks">To be looked at again</h2>
      {tasks.map(({ id, what, report, note, at, pieces }) => (
        <article class="task">
          <h3>
            {what}: <q {...languageAttributes(report.lang, 'en')}>{report.title}</q>
          </h3>
          <p class="soft">
            {at}. {note !== '' && <bdi>{note}</bdi>}
          </p>
          <ul>
            {pieces.map((piece) => (
              <li>
                <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
                  {piece.title || 'Without a title'}
                </a>{' '}
                <span class="soft">{piece.facts}</span>
                {piece.done === null ? (
                  <form method="post" action={`/desk/piece/${piece.id}/task/${id}`}>
                    <label>
                      What was done <input name="what" type="text" required maxlength={300} dir="auto" />
                    </label>
                    <button class="button" aria-label={`Done: ${piece.title}`}>
                      Done
                    </button>
                  </form>
                ) : (
                  <p class="soft">
                    <bdi>{piece.done}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function Title({ piece }: { piece: PlannedView }) {
  return (
    <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
      {piece.title || 'Without a title'}
    </a>
  );
}

/** Pieces that stand on none of the days shown; nothing where there are none. */
function Begun(props: { title: string; pieces: PlannedView[]; timeZone: string; dated?: boolean }) {
  const { title, pieces, timeZone, dated } = props;
  if (pieces.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="rows">
        {pieces.map((piece) => (
          <li>
            {dated && piece.day !== null && <b class="on">{dayAndMonth(piece.day, 'en')}</b>}
            <div>
              <Planned piece={piece} timeZone={timeZone} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Planned({ piece, timeZone }: { piece: PlannedView; timeZone: string }) {
  const { kind, live, state, assignee, comments, goesOut, due, day, savedBy } = piece;
  const at = (instant: string) => timeOnDay(instant, day ?? '', timeZone);
  const facts = [
    kindWords[kind].one,
    live ? 'changed since it was published' : stateWords[state],
    assignee ? `with ${assignee}` : `last saved by ${savedBy}`,
    goesOut && `goes out ${at(goesOut)}`,
    due && `due ${at(due)}`,
    comments > 0 && counted(comments, 'open comment'),
  ];
  return (
    <p>
      <Title piece={piece} /> <span class="soft">{facts.filter(Boolean).join(' · ')}</span>
    </p>
  );
}
