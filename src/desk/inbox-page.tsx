import { takesSubmissions, type Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { SubmissionEntry, SubmissionKind, SubmissionState } from '#submissions/submissions.ts';
import { fullDay } from '#locales/dates.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { Pager } from './pager.tsx';
import { capital, counted } from './words.ts';

export const kindWords: Record<SubmissionKind, string> = {
  tip: 'Suggested story or issue',
  pitch: 'Pitch: a story to share',
};
export const stateWords: Record<SubmissionState, string> = {
  new: 'new',
  read: 'read',
  answered: 'answered',
  closed: 'closed',
};

interface InboxView {
  entries: SubmissionEntry[];
  counts: Record<SubmissionState, number>;
  closed: boolean;
  /** From 1. */
  page: number;
  pages: number;
  said: string | null;
}

const saidWords: Record<string, string> = {
  closed: 'It is closed. Its receipt still shows the reply.',
  deleted: 'It is deleted for good. Its receipt is not known any more.',
};

/** What readers sent, by the day: nothing of it is opened here. */
export function inboxPage(desk: Desk, staff: StaffMember, publication: Publication, view: InboxView): string {
  const path = `/desk/${publication.slug}/inbox`;
  const said = view.said === null ? undefined : saidWords[view.said];
  return deskPage(
    desk,
    { title: `Inbox · ${publication.name}`, staff, publication, current: 'inbox' },
    <div class="inbox">
      <h1>Inbox</h1>
      <p class="soft">
        What readers sent through the forms of {publication.name}. {tally(view.counts)}{' '}
        {view.closed ? <a href={path}>Show what is open</a> : <a href={`${path}?closed`}>Show what is closed</a>}
      </p>
      {said && (
        <p class="notice good" role="status">
          {said}
        </p>
      )}
      {!takesSubmissions(publication) && (
        <p class="notice">
          The forms are closed{publication.status !== 'active' && `: the publication is ${publication.status}`}. They
          open with <code>"submissions": "open"</code> in its profile.
        </p>
      )}
      {view.entries.length === 0 ? (
        <Empty publication={publication} closed={view.closed} />
      ) : (
        <Days {...{ path, view }} />
      )}
      {view.pages > 1 && (
        <Pager
          page={view.page}
          pages={view.pages}
          to={(page) => `${path}?page=${page}${view.closed ? '&closed' : ''}`}
        />
      )}
    </div>,
  );
}

function tally(counts: InboxView['counts']): string {
  const open = counts.new + counts.read + counts.answered;
  if (open === 0) return 'Nothing is open.';
  return `${capital(counted(open, 'submission'))} open, ${counts.new} new.`;
}

function Days({ path, view }: { path: string; view: InboxView }) {
  const days = Map.groupBy(view.entries, ({ receivedOn }) => receivedOn);
  return (
    <>
      {[...days].map(([day, entries]) => (
        <section aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <time datetime={day}>{fullDay(day, 'en')}</time>
          </h2>
          <ul>
            {entries.map(({ id, kind, state }) => (
              <li data-state={state}>
                <a href={`${path}/${id}`}>
                  {kindWords[kind]} <span class="tail">{id.slice(-4)}</span>
                </a>
                <span class="state">{stateWords[state]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Empty({ publication, closed }: { publication: Publication; closed: boolean }) {
  if (closed) return <p>Nothing was closed yet.</p>;
  return (
    <section class="teach">
      <h2>Nothing is waiting here</h2>
      <p>
        Readers write in at <a href={`/${publication.slug}/suggest`}>Suggest your story or issue</a> and{' '}
        <a href={`/${publication.slug}/share`}>Share your story</a>. What they send is sealed before it is kept, with
        the day and without an address, an agent or a time of day. It is opened when you open it here. A reply goes to
        whoever holds the receipt’s code; nobody else can read it there.
      </p>
    </section>
  );
}
