import { dayAndMonth } from '#locales/dates.ts';
import type { Passkey, PasskeySite, Session, StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { dayFrom } from './words.ts';

export interface AccountView {
  passkeys: Passkey[];
  sessions: Session[];
  /** They can come in by a key and an app's code. */
  app: boolean;
  /** The session that looks. */
  here: string;
  site: PasskeySite | null;
  said: string | null;
}

const said: Record<string, string> = {
  changed: 'Saved. What you did before stays signed as it was.',
  'no-name': 'Not saved: a name has 1 to 120 characters.',
  'no-email': 'Not saved: that is no e-mail address.',
  taken: 'Not saved: somebody else here has that e-mail address.',
  withdrawn: 'Not saved: it holds a name that was withdrawn, and is kept nowhere.',
  'not-sure': 'You are still here: say that you are sure first.',
  'last-to-run': 'You are still here: nobody else runs the newsroom, and somebody has to.',
  named: 'The passkey has its new name.',
  removed: 'The passkey is removed. Remove it from your device too: there it still shows.',
  last: 'Not removed: it is your last way in. Add another one first.',
  'app-there': 'You have a key and an app. Remove them first.',
  'app-wrong': 'Not set up: that was not the code of the app. Begin again.',
  'app-removed': 'The key, the app and its recovery codes sign nobody in any more.',
  others: 'Everywhere else you are signed out.',
  ended: 'That browser is signed out.',
};

/** One's own account: the ways in, and where one is signed in. */
export function accountPage(desk: Desk, staff: StaffMember, view: AccountView): string {
  const today = desk.newsroom.clock.now().toString().slice(0, 10);
  const words = view.said === null ? undefined : said[view.said];
  return deskPage(
    desk,
    { title: 'Your account', staff, current: 'account', islands: ['passkey'] },
    <div class="account">
      <h1>Your account</h1>
      {words && (
        <p class="notice" role="status">
          {words}
        </p>
      )}
      <section aria-labelledby="details">
        <h2 id="details">You</h2>
        <form method="post" action="/desk/account/details" class="form">
          <div class="field">
            <label for="name">Name</label>
            <input id="name" name="name" value={staff.name} maxlength={120} required autocomplete="name" dir="auto" />
            <p class="hint">As your colleagues see it, and as what you save and publish is signed.</p>
          </div>
          <div class="field">
            <label for="email">E-mail</label>
            <input
              id="email"
              name="email"
              type="email"
              value={staff.email}
              maxlength={200}
              required
              autocomplete="email"
            />
            <p class="hint">For your colleagues alone. It signs nobody in.</p>
          </div>
          <button class="button">Save</button>
        </form>
        <RolesHeld staff={staff} />
      </section>
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <p>
          A passkey signs you in with the lock of your phone, computer or security key. Nothing that could be copied or
          typed into a false page leaves your device. Have two, on two devices.
        </p>
        {view.passkeys.length === 0 && <p class="soft">You have none yet.</p>}
        <ul class="rows">
          {view.passkeys.map((passkey) => (
            <PasskeyEntry passkey={passkey} today={today} />
          ))}
        </ul>
        <NewPasskey site={view.site} />
      </section>
      <section aria-labelledby="app">
        <h2 id="app">Without a passkey</h2>
        {view.app ? (
          <>
            <p>You can come in by your key and a code of your app.</p>
            <form method="post" action="/desk/account/app/remove">
              <button class="button">Remove the key and the app</button>
            </form>
          </>
        ) : (
          <>
            <p>
              Where no passkey can be used: a long key that Daybook makes, kept in a password manager, and a code of an
              authenticator app.
            </p>
            <form method="post" action="/desk/account/app">
              <button class="button">Set up a key and an app</button>
            </form>
          </>
        )}
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <p>
          A browser stays signed in for 14 days at most, and for three when it is not used. Its address is not kept, and
          of its use the last day alone.
        </p>
        <ul class="rows">
          {view.sessions.map((session) => (
            <SessionEntry session={session} here={session.id === view.here} today={today} />
          ))}
        </ul>
        {view.sessions.length > 1 && (
          <form method="post" action="/desk/account/sessions/others">
            <button class="button">Sign out everywhere else</button>
          </form>
        )}
      </section>
      <section aria-labelledby="leave">
        <h2 id="leave">Leave</h2>
        <details>
          <summary>Leave this newsroom…</summary>
          <form method="post" action="/desk/account/leave">
            <p>
              Your roles, your ways in and your sessions go at once. What you wrote, approved and published stays,
              signed as it is. To come back you need another invitation.
            </p>
            <p>
              <label class="choice">
                <input type="checkbox" name="sure" value="yes" required /> <span>I am sure</span>
              </label>
            </p>
            <button class="button">Leave</button>
          </form>
        </details>
      </section>
    </div>,
  );
}

/** What somebody may do, and where. */
function RolesHeld({ staff }: { staff: StaffMember }) {
  const roles = Object.entries(staff.roles);
  if (staff.runsNewsroom) return <p class="soft">You run the newsroom: you are administrator of every publication.</p>;
  return (
    <p class="soft">
      {roles.length === 0 ? 'You have no role in any publication.' : 'You are '}
      {roles.map(([slug, role], index) => (
        <>
          {index > 0 && ', '}
          {role} at <bdi>{slug}</bdi>
        </>
      ))}
      {roles.length > 0 && '.'}
    </p>
  );
}

function PasskeyEntry({ passkey, today }: { passkey: Passkey; today: string }) {
  const at = `/desk/account/passkey/${encodeURIComponent(passkey.id)}`;
  const field = `name-${passkey.id}`;
  return (
    <li>
      <div>
        <b>
          <bdi>{passkey.name}</bdi>
        </b>
        <p class="soft">
          Added {onDay(passkey.createdAt.slice(0, 10), today)}.{' '}
          {passkey.usedOn ? `Last used ${onDay(passkey.usedOn, today)}.` : 'Not used yet.'}
        </p>
      </div>
      <details>
        <summary aria-label={`Change ${passkey.name}`}>Change</summary>
        <form method="post" action={`${at}/name`} class="line">
          <label for={field}>Name</label>
          <input id={field} name="name" value={passkey.name} maxlength={60} required dir="auto" />
          <button class="button">Rename</button>
        </form>
        <form method="post" action={`${at}/remove`}>
          <button class="button">Remove this passkey</button>
        </form>
      </details>
    </li>
  );
}

function NewPasskey({ site }: { site: PasskeySite | null }) {
  if (!site)
    return (
      <p class="notice">
        Passkeys need a name and TLS: set the address of the site (<code>--origin https://…</code>).
      </p>
    );
  return (
    <desk-passkey data-act="add" data-to="/desk/account" data-host={site.rpId}>
      <noscript>
        <p class="notice">Adding a passkey needs JavaScript.</p>
      </noscript>
      <div class="line" hidden>
        <label for="passkey-name">Name for it</label>
        <input id="passkey-name" name="passkey" maxlength={60} placeholder="Phone" autocomplete="off" dir="auto" />
        <button type="button" class="button strong">
          Add a passkey
        </button>
      </div>
      <p role="status"></p>
    </desk-passkey>
  );
}

function SessionEntry({ session, here, today }: { session: Session; here: boolean; today: string }) {
  return (
    <li>
      <div>
        <b>{session.device || 'An unknown browser'}</b>
        {here && <span class="tag">this one</span>}
        <p class="soft">
          Signed in {onDay(session.createdAt.slice(0, 10), today)}. Last used {onDay(session.usedOn, today)}.
        </p>
      </div>
      <form method="post" action={`/desk/account/session/${session.id}/end`}>
        <button class="button" aria-label={`Sign out: ${session.device || 'An unknown browser'}`}>
          Sign out
        </button>
      </form>
    </li>
  );
}

/** "today", "on Tuesday", "on 4 November". */
function onDay(day: string, today: string): string {
  const words = day > today ? dayAndMonth(day, 'en') : dayFrom(day, today);
  return /^(?:today|yesterday)$/u.test(words) ? words : `on ${words}`;
}
