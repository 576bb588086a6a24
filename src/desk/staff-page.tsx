import type { Publication } from '#publications/publications.ts';
import { decide, type Invitation, mayIn, rolesToGive, type StaffMember, staffRoles } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { roleWords } from './role-words.ts';
import { sinceOrUntil } from './words.ts';

export interface StaffView {
  sections: { publication: Publication; members: StaffMember[]; invitations: Invitation[] }[];
  /** Who runs the newsroom, and who has no role now; for those who run it. */
  elsewhere: StaffMember[];
  said: string | null;
  /** An invitation just made: its link is shown this once. */
  link: { publication: string; url: string } | null;
}

const said: Record<string, string> = {
  'taken-back': 'The invitation is taken back.',
  changed: 'The role is changed, from the next thing that they do.',
  'not-changed': 'Nothing was changed. Nobody changes their own role or keeps themselves out.',
  'not-invited': 'Nobody was invited: that role is above yours.',
  suspended: 'They are kept out: signed out everywhere, and nothing signs them in.',
  resumed: 'They may come in again.',
};

/** Who works at the desk, by publication. */
export function staffPage(desk: Desk, staff: StaffMember, view: StaffView): string {
  const words = view.said === null ? undefined : said[view.said];
  return deskPage(
    desk,
    { title: 'Staff', staff, current: 'staff' },
    <div class="account">
      <h1>Staff</h1>
      {words && (
        <p class="notice" role="status">
          {words}
        </p>
      )}
      {view.sections.map((section) => (
        <section aria-labelledby={`of-${section.publication.slug}`}>
          <h2 id={`of-${section.publication.slug}`}>
            <bdi>{section.publication.name}</bdi>
          </h2>
          {view.link?.publication === section.publication.slug && <NewLink url={view.link.url} />}
          {section.members.length + section.invitations.length === 0 && (
            <p class="soft">Nobody yet but those who run the newsroom.</p>
          )}
          <ul class="rows">
            {section.members.map((member) => (
              <Member member={member} publication={section.publication} staff={staff} />
            ))}
            {section.invitations.map((invitation) => (
              <Open invitation={invitation} now={desk.newsroom.clock.now()} />
            ))}
          </ul>
          <Invite publication={section.publication} staff={staff} />
        </section>
      ))}
      {decide(staff, 'read the audit log', []) === 'may' && (
        <p>
          <a href="/desk/audit">Audit log</a>: who did what, and when.
        </p>
      )}
      {view.elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">The newsroom</h2>
          <p class="soft">Who runs every publication, and who has a role in none.</p>
          <ul class="rows">
            {view.elsewhere.map((member) => (
              <li>
                <div>
                  <Name member={member} />
                  <p class="soft">{member.runsNewsroom ? 'runs the newsroom' : 'no role'}</p>
                </div>
                <Keep member={member} staff={staff} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>,
  );
}

function NewLink({ url }: { url: string }) {
  return (
    <div class="notice" role="status">
      <p>
        Send this link, to one person, by a way that you trust. It works once, for three days, and is shown only now:
      </p>
      <pre tabindex={0}>
        <code data-invitation>{url}</code>
      </pre>
    </div>
  );
}

function Name({ member }: { member: StaffMember }) {
  return (
    <>
      <b>
        <bdi>{member.name}</bdi>
      </b>
      {member.suspended && <span class="tag">kept out</span>}
    </>
  );
}

function Member({ member, publication, staff }: { member: StaffMember; publication: Publication; staff: StaffMember }) {
  const role = member.roles[publication.slug];
  const field = `role-${publication.slug}-${member.id}`;
  const changes = mayIn(staff, 'change roles', publication.slug) && member.id !== staff.id && !member.runsNewsroom;
  return (
    <li>
      <div>
        <Name member={member} />
        {!changes && <p class="soft">{role}</p>}
      </div>
      {changes && (
        <form method="post" action={`/desk/staff/role/${publication.slug}/${member.id}`} class="line">
          <label for={field} class="soft">
            Role
          </label>
          <select id={field} name="role">
            {staffRoles.map((each) => (
              <option value={each} selected={each === role}>
                {each}
              </option>
            ))}
            <option value="none">none</option>
          </select>
          <button class="button" aria-label={`Change the role of ${member.name}`}>
            Change
          </button>
        </form>
      )}
      <Keep member={member} staff={staff} />
    </li>
  );
}

/** The button that keeps somebody out, or lets them in again, for those who may. */
function Keep({ member, staff }: { member: StaffMember; staff: StaffMember }) {
  const touched = member.runsNewsroom ? [] : Object.keys(member.roles);
  if (member.id === staff.id || decide(staff, 'suspend', touched, 'all') !== 'may') return null;
  const label = member.suspended ? 'Let in again' : 'Keep out';
  return (
    <form method="post" action={`/desk/staff/${member.suspended ? 'resume' : 'suspend'}/${member.id}`}>
      <button class="button" aria-label={`${label}: ${member.name}`}>
        {label}
      </button>
    </form>
  );
}

function Open({ invitation, now }: { invitation: Invitation; now: Temporal.Instant }) {
  const { publication, id, role, expiresAt } = invitation;
  return (
    <li>
      <div>
        <i>Invited</i> as {roleWords[role]}
        <p class="soft">The link ends {sinceOrUntil(expiresAt, now)}.</p>
      </div>
      <form method="post" action={`/desk/staff/take-back/${publication}/${id}`}>
        <button class="button" aria-label={`Take back the invitation as ${roleWords[role]}`}>
          Take back
        </button>
      </form>
    </li>
  );
}

function Invite({ publication, staff }: { publication: Publication; staff: StaffMember }) {
  const field = `invite-${publication.slug}`;
  return (
    <form method="post" action={`/desk/staff/invite/${publication.slug}`} class="line">
      <label for={field}>Invite</label>
      <select id={field} name="role">
        {rolesToGive(staff, publication.slug).map((role) => (
          <option value={role}>{roleWords[role]}</option>
        ))}
      </select>
      <button class="button" aria-label={`Make a link to ${publication.name}`}>
        Make a link
      </button>
    </form>
  );
}
