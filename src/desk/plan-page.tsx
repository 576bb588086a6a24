import { dayAndMonth, weekday } from '#locales/dates.ts';
import type { PieceKind, WorkState } from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import { languageAttributes } from '#ui/direction.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
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
  /** Without a day among those shown. */
  others: PlannedView[];
  more: boolean;
}

const stateWords: Record<WorkState, string> = {
  idea: 'idea',
  writing: 'being written',
  review: 'to be read',
  ready: 'ready',
};

/** The coming days with what goes out, is due or takes place on each, and everything else that is begun. */
export function planPage(desk: Desk, staff: StaffMember, publication: Publication, view: PlanView): string {
  const { days, others, stopped, today, timeZone } = view;
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
      <h2>The coming two weeks</h2>
      <ol class="rows">
        {days.map(({ day, pieces, talks }) => (
          <li class={pieces.length + talks.length === 0 ? 'free' : ''}>
            <b class="on">
              {day === today ? `Today, ${dayAndMonth(day, 'en')}` : `${weekday(day, 'en')}, ${dayAndMonth(day, 'en')}`}
            </b>
            <div>
              {pieces.length + talks.length === 0 && <p class="soft">Nothing yet</p>}
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
            </div>
          </li>
        ))}
      </ol>
      <h2>Begun, without a day</h2>
      {others.length === 0 ? (
        <p>Everything that is begun has a day.</p>
      ) : (
        <ul class="rows">
          {others.map((piece) => (
            <li>
              <div>
                <Planned piece={piece} timeZone={timeZone} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {view.more && <p class="soft">Only the {counted(200, 'piece')} that were saved last are shown.</p>}
    </div>,
  );
}

function Title({ piece }: { piece: PlannedView }) {
  return (
    <a href={`/desk/piece/${piece.id}`} {...languageAttributes(piece.lang, 'en')}>
      {piece.title || 'Without a title'}
    </a>
  );
}

function Planned({ piece, timeZone }: { piece: PlannedView; timeZone: string }) {
  const { kind, live, state, assignee, comments, goesOut, due, day, savedBy } = piece;
  const at = (instant: string) => timeOnDay(instant, day ?? '', timeZone);
  const facts = [
    kind,
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
