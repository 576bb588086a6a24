import { dayAndTime } from '#locales/dates.ts';
import type { Publishing, Scheduling } from '#pieces/pieces.ts';
import { capital, counted } from './words.ts';

/** What became of a wish to publish, in plain words. */
export function publishingWords(outcome: Exclude<Publishing, { kind: 'conflict' }>, marks: number): string {
  switch (outcome.kind) {
    case 'published':
      return `Published: revision ${outcome.revision} is what readers get now.`;
    case 'refused':
      return `Not published. ${capital(counted(marks, 'mark stands', 'marks stand'))} in the way: mend each, or override it with a reason.`;
    case 'empty':
      return 'Not published: the summary says nothing yet.';
    case 'unchanged':
      return 'Nothing to publish: readers have this revision already.';
    case 'needs-second':
      return 'Not published: here nobody publishes alone. Somebody other than who saved this revision has to say that they have read it.';
    case 'not-scheduled':
      return 'Not published: its schedule is not there any more.';
    case 'needs-note':
      return 'Not published: readers have, or had, this piece, so a change to it needs a public note that says what was wrong.';
  }
}

/** What has to be looked at before a piece goes out, in plain words. */
export function unsettledWords(waiting: number): string {
  return `${capital(counted(waiting, 'note is', 'notes are'))} not settled: mend each, or leave it as it is.`;
}

/** What became of a wish that a piece go out at a time, in plain words. */
export function schedulingWords(outcome: Exclude<Scheduling, { kind: 'conflict' }>, timeZone: string): string {
  switch (outcome.kind) {
    case 'scheduled': {
      const when = `It goes out ${dayAndTime(outcome.dueAt, 'en', timeZone)}, as it is now: what is changed after this is not in it.`;
      return outcome.twice ? `${when} The clock shows that time twice; the first is meant.` : when;
    }
    case 'refused':
      return `Not set. ${capital(counted(outcome.marks.length, 'mark stands', 'marks stand'))} in the way: mend each, or override it with a reason.`;
    case 'empty':
      return 'Not set: it says nothing yet.';
    case 'needs-second':
      return 'Not set: here nobody publishes alone. Somebody other than who saved this revision has to approve it first.';
    case 'not-unpublished':
      return 'Not set: readers have, or had, this piece. A change to it goes out at once, with a public note.';
    case 'past':
      return 'Not set: that time is past.';
    case 'unreadable':
      return 'Not set: that is no time. Say it as 2026-11-20T08:00.';
    case 'skipped':
      return `Not set: the clock jumps over that time. The next that there is: ${outcome.next.replace('T', ' ')}.`;
  }
}
