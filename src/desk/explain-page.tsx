import type { StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';

const explanations = {
  'nothing-here': {
    title: 'There is nothing here',
    text: 'The address may be mistyped, or the piece may be of another newsroom.',
  },
  'not-done': { title: 'Not done', text: '' },
  'not-allowed': { title: 'Not with your role', text: '' },
  failed: {
    title: 'Something failed here',
    text: 'The fault is ours. What was saved is safe. Go back and try again; if it stays so, the log says why.',
  },
};

/** A page that says what went wrong and where to go from there. */
export function explainPage(
  desk: Desk,
  staff: StaffMember | null,
  what: keyof typeof explanations,
  reason?: string,
): string {
  const { title, text } = explanations[what];
  return deskPage(
    desk,
    { title, staff },
    <section class="plain">
      <h1>{title}</h1>
      <p>{reason ?? text}</p>
      <p>
        <a href="/desk">To the publications</a>
      </p>
    </section>,
  );
}
