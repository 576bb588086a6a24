import type { Publishing } from '#pieces/pieces.ts';
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
