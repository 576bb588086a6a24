import { encode } from 'uqr';
import type { NewKey, StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';

/** The secret for an authenticator app, shown this once; the app proves that it has it by a code. */
export function newAppPage(desk: Desk, staff: StaffMember, secret: string): string {
  const issuer = encodeURIComponent(desk.newsroom.config.networkName);
  const address = `otpauth://totp/${issuer}:${encodeURIComponent(staff.name)}?secret=${secret}&issuer=${issuer}`;
  return deskPage(
    desk,
    { title: 'Set up an app', staff, current: 'account' },
    <div class="account">
      <h1>Set up an app</h1>
      <p>Scan this with an authenticator app, or give it the letters below.</p>
      <Square text={address} />
      <pre tabindex={0}>
        <code data-secret>{(secret.match(/.{1,4}/gu) ?? []).join(' ')}</code>
      </pre>
      <form method="post" action="/desk/account/app/confirm" class="line">
        <label for="code">The code that it shows</label>
        <input id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" dir="ltr" />
        <button class="button strong">Go on</button>
      </form>
    </div>,
  );
}

/** The key and the recovery codes: shown this once, kept as hashes. */
export function newKeyPage(desk: Desk, staff: StaffMember, made: NewKey): string {
  return deskPage(
    desk,
    { title: 'Your key', staff, current: 'account' },
    <div class="account">
      <h1>Your key</h1>
      <p>Keep both in a password manager or on paper. They are shown only now.</p>
      <h2>Key</h2>
      <p>You sign in with it and a code of the app.</p>
      <pre tabindex={0}>
        <code data-key>{made.key}</code>
      </pre>
      <h2>Recovery codes</h2>
      <p>Without the app, one of these stands for its code. Each works once.</p>
      <pre tabindex={0}>
        <code data-recovery>{made.recovery.join('\n')}</code>
      </pre>
      <p>
        <a class="button strong" href="/desk/account">
          I have kept them
        </a>
      </p>
    </div>,
  );
}

function Square({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="The secret as a square code">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
