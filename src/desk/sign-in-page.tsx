import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';

const openings = {
  needed: { title: 'Sign in to the desk', text: 'You are not signed in here.' },
  'bad-link': {
    title: 'This link does not sign in any more',
    text: 'A sign-in link works once, and for 24 hours. This one was used already, or is too old.',
  },
  'signed-out': { title: 'Signed out', text: 'Nobody is signed in in this browser now.' },
};

/** The one page that is shown without a session. */
export function signInPage(desk: Desk, why: keyof typeof openings): string {
  const { title, text } = openings[why];
  return deskPage(
    desk,
    { title, staff: null },
    <section class="plain">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>To get a new link, run this where Daybook runs, and open the address that it prints:</p>
      <pre>
        <code>bin/daybook sign-in</code>
      </pre>
      <p class="soft">
        With a data folder of your own, add <code>--data DIR</code>. There is no password.
      </p>
    </section>,
  );
}
