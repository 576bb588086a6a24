import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { deskPasskeys } from './passkey-site.ts';

const openings = {
  needed: { title: 'Sign in to the desk', text: 'You are not signed in here.' },
  'bad-link': {
    title: 'This link does not sign in any more',
    text: 'A sign-in link works once, and for 24 hours. This one was used already, or is too old.',
  },
  again: {
    title: 'Sign in once more',
    text: 'Who comes in and what they may do is changed only shortly after signing in. It is more than a quarter of an hour ago.',
  },
  'bad-code': {
    title: 'Not signed in',
    text: 'That key and that code do not fit, or the code was used. After five wrong ones nothing is taken for a quarter of an hour. Wait for the next code and try it.',
  },
  'signed-out': { title: 'Signed out', text: 'Nobody is signed in in this browser now.' },
};

/** What is shown without a session, and before something that asks for a new one. */
export function signInPage(desk: Desk, why: keyof typeof openings, to = '/desk'): string {
  const { title, text } = openings[why];
  const site = deskPasskeys(desk);
  return deskPage(
    desk,
    { title, staff: null, islands: ['passkey'] },
    <section class="plain">
      <h1>{title}</h1>
      <p>{text}</p>
      {site && (
        <desk-passkey data-act="sign-in" data-host={site.rpId} data-to={to}>
          <p>
            <button type="button" class="button strong" hidden>
              Sign in with a passkey
            </button>
          </p>
          <p role="status"></p>
        </desk-passkey>
      )}
      <details class="by-code">
        <summary>Sign in with a key and a code</summary>
        <form method="post" action="/desk/sign-in/code">
          <p class="line">
            <label for="key">Key</label>
            <input id="key" name="key" type="password" required autocomplete="current-password" dir="ltr" />
          </p>
          <p class="line">
            <label for="code">Code of the app, or a recovery code</label>
            <input id="code" name="code" required autocomplete="one-time-code" dir="ltr" />
          </p>
          <button class="button">Sign in</button>
        </form>
      </details>
      <p>With neither: run this where Daybook runs, and open the address that it prints.</p>
      <pre>
        <code>bin/daybook sign-in</code>
      </pre>
      <p class="soft">
        With a data folder of your own, add <code>--data DIR</code>. There is no password to choose or forget.
      </p>
    </section>,
  );
}
