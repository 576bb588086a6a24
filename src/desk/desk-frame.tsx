import type { Child } from 'hono/jsx';
import { decide, mayIn, type StaffMember } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';

/** Where in the desk a page stands; `trail` leads to it from the left. */
export interface DeskPage {
  title: string;
  staff: StaffMember | null;
  /** The publication that the page is of. */
  publication?: { slug: string; name: string };
  current?:
    | 'home'
    | 'day'
    | 'storylines'
    | 'plan'
    | 'pieces'
    | 'contributors'
    | 'wires'
    | 'report'
    | 'piece'
    | 'inbox'
    | 'submission'
    | 'account'
    | 'staff'
    | 'media'
    | 'settings'
    | 'network';
  islands?: string[];
  /** The page fills the window, and its columns scroll by themselves. */
  whole?: boolean;
}

/** A page of the desk as text: head, bar, main part. */
export function deskPage(desk: Desk, page: DeskPage, main: Child): string {
  const document = (
    <html lang="en" dir="ltr" class={page.whole ? 'whole' : ''}>
      <head>
        <meta charset="utf-8" />
        <title>{`${page.title} · Desk`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={desk.assets.css} />
        <link rel="icon" href={desk.assets.icon} type="image/svg+xml" />
        {(page.islands ?? []).map((name) => {
          const src = desk.assets.island(name);
          return src && <script type="module" src={src} />;
        })}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the work
        </a>
        <Bar page={page} />
        <main id="main" tabindex={-1}>
          {main}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${document}`;
}

function Bar({ page }: { page: DeskPage }) {
  const { publication, staff, current } = page;
  return (
    <header class="bar">
      <nav aria-label="Desk">
        <a class="home" href="/desk" aria-current={current === 'home' ? 'page' : null}>
          Desk
        </a>
        {publication && (
          <a href={`/desk/${publication.slug}`} aria-current={current === 'day' ? 'page' : null}>
            {publication.name}
          </a>
        )}
        {staff && publication && mayIn(staff, 'read the newsroom', publication.slug) && (
          <a href={`/desk/${publication.slug}/storylines`} aria-current={current === 'storylines' ? 'page' : null}>
            Storylines
          </a>
        )}
        {staff && publication && mayIn(staff, 'read the newsroom', publication.slug) && (
          <a href={`/desk/${publication.slug}/plan`} aria-current={current === 'plan' ? 'page' : null}>
            Plan
          </a>
        )}
        {staff && publication && mayIn(staff, 'read the newsroom', publication.slug) && (
          <a href={`/desk/${publication.slug}/pieces`} aria-current={current === 'pieces' ? 'page' : null}>
            Pieces
          </a>
        )}
        {staff && publication && mayIn(staff, 'keep contributors', publication.slug) && (
          <a href={`/desk/${publication.slug}/contributors`} aria-current={current === 'contributors' ? 'page' : null}>
            Contributors
          </a>
        )}
        {staff && publication && mayIn(staff, 'answer readers', publication.slug) && (
          <a href={`/desk/${publication.slug}/inbox`} aria-current={current === 'inbox' ? 'page' : null}>
            Inbox
          </a>
        )}
        {staff && publication && mayIn(staff, 'run the publication', publication.slug) && (
          <a href={`/desk/${publication.slug}/settings`} aria-current={current === 'settings' ? 'page' : null}>
            Settings
          </a>
        )}
        {staff && decide(staff, 'add pictures', []) === 'may' && (
          <a href="/desk/media" aria-current={current === 'media' ? 'page' : null}>
            Media
          </a>
        )}
        {staff && decide(staff, 'see wires', []) === 'may' && (
          <a href="/desk/wires" aria-current={current === 'wires' ? 'page' : null}>
            Wires
          </a>
        )}
        {staff && decide(staff, 'see staff', []) === 'may' && (
          <a href="/desk/staff" aria-current={current === 'staff' ? 'page' : null}>
            Staff
          </a>
        )}
        {staff && decide(staff, 'run the network', []) === 'may' && (
          <a href="/desk/network" aria-current={current === 'network' ? 'page' : null}>
            Network
          </a>
        )}
      </nav>
      {staff && (
        <form class="who" method="post" action="/desk/sign-out">
          <a href="/desk/account" aria-current={current === 'account' ? 'page' : null}>
            {staff.name}
          </a>
          <button>Sign out</button>
        </form>
      )}
    </header>
  );
}
