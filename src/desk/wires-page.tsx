import type { Publication } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { readMailboxUrl, type SetAside, type Wire, wireHealth } from '#wires/wires.ts';
import { hostOf } from '#ui/safe-href.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { OpmlForm, OpmlOutcome, type OpmlShown } from './opml-form.tsx';
import { AddWire, type FoundOnPage, type WireInput, type WrongWire } from './wire-form.tsx';
import { termsWords } from './terms-words.ts';
import { capital, counted, sinceOrUntil } from './words.ts';

/** What is shown of the page beside the wires: what was typed, what is wrong with it, what was done. */
export interface WiresShown {
  input: WireInput;
  wrong: WrongWire;
  said: string | null;
  opml: OpmlShown | null;
  found: FoundOnPage | null;
}

export interface WiresData {
  wires: Wire[];
  publications: Publication[];
  setAside: (SetAside & { at: string })[];
  now: Temporal.Instant;
}

const saidWords: Record<string, string> = {
  added: 'The wire is added, and its first fetch is asked for.',
  pause: 'The wire is paused: it is not fetched until it is resumed.',
  resume: 'The wire goes on: it is fetched when it is next due.',
  password: 'The password is kept, and a fetch is asked for. Reload in a moment to see how it went.',
  'no-password': 'No password was given: the one before stays.',
  terms: 'The terms of use are saved. They go for the reports that are here already too.',
  fetch: 'A fetch is asked for. Reload in a moment to see how it went.',
};

/** Every wire with its health in words, the form for another, and what was set aside lately. */
export function wiresPage(desk: Desk, staff: StaffMember, data: WiresData, shown: WiresShown): string {
  const said = shown.said === null ? undefined : saidWords[shown.said];
  return deskPage(
    desk,
    { title: 'Wires', staff, current: 'wires' },
    <div class="wires">
      <h1>Wires</h1>
      <p class="soft">
        Where reports come from. {tally(data)} <a href="#add">Add a wire</a>
      </p>
      {said && (
        <p class="notice good" role="status">
          {said}
        </p>
      )}
      {shown.opml && <OpmlOutcome {...shown.opml} />}
      {data.wires.length === 0 && (
        <section class="teach">
          <h2>There is no wire yet</h2>
          <p>
            A wire is the feed of an outlet, the service of an agency, a page of news without a feed, a mailbox, or a
            folder into which files or mail are delivered. Add it below; Daybook does the rest.
          </p>
        </section>
      )}
      <ul class="wire-list">
        {data.wires.map((wire) => (
          <WireEntry
            wire={wire}
            publications={data.publications}
            now={data.now}
            mayRun={wire.publications.every((slug) => mayIn(staff, 'run wires', slug))}
          />
        ))}
      </ul>
      <SetAsideList items={data.setAside} now={data.now} />
      <AddWire publications={data.publications} {...shown} />
      <OpmlForm publications={data.publications} wires={data.wires} />
    </div>,
  );
}

function tally({ wires, now }: WiresData): string {
  const count = (health: string) => wires.filter((wire) => wireHealth(wire, now) === health).length;
  const parts = ['failing', 'idle', 'paused'].flatMap((health) =>
    count(health) > 0 ? [`${count(health)} ${health}`] : [],
  );
  return `${capital(counted(wires.length, 'wire'))}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

/** Where a wire reads, as somebody would say it. */
function addressOf({ kind, url }: Wire): string {
  if (kind === 'folder') return url.replace(/^folder:/u, 'inbox/');
  const mailbox = kind === 'mailbox' ? readMailboxUrl(url) : null;
  return mailbox ? `${mailbox.mailbox} of ${mailbox.user} at ${mailbox.host}` : url;
}

function healthWords(wire: Wire, now: Temporal.Instant): string {
  switch (wireHealth(wire, now)) {
    case 'paused':
      return 'Paused: it is not fetched.';
    case 'new':
      return 'New: it has not been fetched yet.';
    case 'failing':
      return `Failing: ${counted(wire.failures, 'time')} in a row.`;
    case 'idle':
      return `Idle: it answers, but has brought nothing new for more than ${wire.idleAlarmHours} hours.`;
    case 'well':
      return 'Well.';
  }
}

function WireEntry({
  wire,
  publications,
  now,
  mayRun,
}: {
  wire: Wire;
  publications: Publication[];
  now: Temporal.Instant;
  mayRun: boolean;
}) {
  const names = wire.publications.map((slug) => publications.find((each) => each.slug === slug)?.name ?? slug);
  const zone = publications.find(({ slug }) => slug === wire.publications[0])?.timeZone ?? 'UTC';
  const ago = (instant: string) => sinceOrUntil(instant, now);
  const act = (name: string, label: string) => (
    <form method="post" action={`/desk/wires/${wire.id}/${name}`}>
      <button aria-label={`${label}: ${wire.outlet}`}>{label}</button>
    </form>
  );
  return (
    <li id={wire.id} class="wire" data-health={wireHealth(wire, now)}>
      <div>
        <h2>
          <bdi>{wire.outlet}</bdi>
          {wire.lang && <span class="tag">{wire.lang}</span>}
          {wire.kind !== 'feed' && <span class="tag">{wire.kind}</span>}
          {wire.visibility === 'private' && <span class="tag">private</span>}
        </h2>
        <p class="soft address">
          <bdi dir="ltr">{addressOf(wire)}</bdi>
        </p>
        <p class="soft">For {names.length > 0 ? names.join(', ') : 'no publication'}</p>
        {wire.terms && (
          <p class="terms">
            <bdi>{[...termsWords(wire.terms, zone), wire.terms.text].join(' ')}</bdi>
          </p>
        )}
      </div>
      <div>
        <p class="health">{healthWords(wire, now)}</p>
        {wire.lastError && <p class="error">Last error: {wire.lastError}</p>}
        <p class="soft">
          {wire.lastFetchedAt ? `Last fetched ${ago(wire.lastFetchedAt)}.` : 'Never fetched.'}{' '}
          {wire.lastNewReportAt
            ? `Last new report ${ago(wire.lastNewReportAt)}.`
            : wire.lastFetchedAt
              ? 'No report yet.'
              : ''}
          {wire.state === 'active' &&
            ` Next try ${wire.nextFetchAt <= now.toString() ? 'now due' : sinceOrUntil(wire.nextFetchAt, now)}.`}
        </p>
      </div>
      {mayRun && (
        <div class="actions">
          {wire.state === 'active' && act('fetch', 'Fetch now')}
          {wire.state === 'active' ? act('pause', 'Pause') : act('resume', 'Resume')}
          <a class="button" href={`/desk/wires/${wire.id}/terms`} aria-label={`Terms of use: ${wire.outlet}`}>
            Terms
          </a>
          {wire.kind === 'mailbox' && (
            <details class="new-password">
              <summary>New password</summary>
              <form method="post" action={`/desk/wires/${wire.id}/password`}>
                <input
                  type="password"
                  name="password"
                  required
                  autocomplete="new-password"
                  aria-label={`New password: ${wire.outlet}`}
                />
                <button aria-label={`Keep the new password: ${wire.outlet}`}>Keep</button>
              </form>
            </details>
          )}
        </div>
      )}
    </li>
  );
}

function SetAsideList({ items, now }: { items: WiresData['setAside']; now: Temporal.Instant }) {
  return (
    <section class="aside-list">
      <h2>Set aside lately</h2>
      {items.length === 0 ? (
        <p class="soft">Nothing. An item that cannot be read is kept here with its reason, while the rest goes on.</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li>
              <b>{hostOf(item.source)}</b>, {item.item}: {item.reason}{' '}
              <span class="soft">{sinceOrUntil(item.at, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
