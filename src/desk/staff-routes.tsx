import { Hono } from 'hono';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { findPublications } from '#publications/publications.ts';
import {
  changeRole,
  deleteInvitation,
  findInvitations,
  findMember,
  findStaff,
  invite,
  letIn,
  mayIn,
  roleIn,
  type StaffMember,
  staffRoles,
  suspend,
} from '#staff/staff.ts';
import { askAgain } from './ask-again.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { may } from './may.ts';
import { staffPage, type StaffView } from './staff-page.tsx';

/** Who works at the desk, as what; inviting, changing roles, keeping somebody out. */
export function staffRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom, origin } = desk;
  const { database, clock } = newsroom;
  const app = new Hono<DeskEnv>();

  async function view(staff: StaffMember, said: string | null): Promise<StaffView> {
    const [members, publications] = [await findStaff(database.read), await findPublications(database.read)];
    const own = publications.filter(({ slug }) => mayIn(staff, 'invite', slug));
    const sections = await Promise.all(
      own.map(async (publication) => ({
        publication,
        members: members.filter(({ roles }) => roles[publication.slug] !== undefined),
        invitations: await findInvitations(database.read, publication.slug, instantText(clock.now())),
      })),
    );
    const elsewhere = staff.runsNewsroom
      ? members.filter((member) => member.runsNewsroom || Object.keys(member.roles).length === 0)
      : [];
    return { sections, elsewhere, said, link: null };
  }

  app.get('/desk/staff', may(desk, 'see staff'), async (c) =>
    c.html(staffPage(desk, c.get('staff'), await view(c.get('staff'), c.req.query('said') ?? null))),
  );

  app.post('/desk/staff/invite/:publication', may(desk, 'invite', 'publication'), askAgain(desk), async (c) => {
    const staff = c.get('staff');
    const publication = c.req.param('publication');
    const form = await c.req.parseBody();
    const role = staffRoles.find((each) => each === form.role);
    const known = (await findPublications(database.read)).some(({ slug }) => slug === publication);
    if (!known) return c.notFound();
    const token = role ? await invite(newsroom, staff, { publication, role }) : null;
    if (!token) return c.html(staffPage(desk, staff, await view(staff, 'not-invited')), 422);
    const link = `${origin}/desk/join?token=${token}`;
    return c.html(staffPage(desk, staff, { ...(await view(staff, null)), link: { publication, url: link } }));
  });

  app.post('/desk/staff/take-back/:publication/:id', may(desk, 'invite', 'publication'), async (c) => {
    const { publication, id } = c.req.param();
    const gone = await database.write(async (tx) => {
      if (!(await deleteInvitation(tx, publication, id))) return false;
      const deed = { by: c.get('staff').id, action: 'invitation taken back', object: `invitation:${id}` };
      await recordDeed(tx, instantText(clock.now()), deed);
      return true;
    });
    return gone ? c.redirect('/desk/staff?said=taken-back', 303) : c.notFound();
  });

  app.post('/desk/staff/role/:publication/:id', may(desk, 'change roles', 'publication'), askAgain(desk), async (c) => {
    const { publication, id } = c.req.param();
    const form = await c.req.parseBody();
    const role = staffRoles.find((each) => each === form.role) ?? null;
    const member = await findMember(database.read, id);
    if (!member || member.runsNewsroom || roleIn(member, publication) === null) return c.notFound();
    if ((role === null && form.role !== 'none') || member.id === c.get('staff').id)
      return c.redirect('/desk/staff?said=not-changed', 303);
    await changeRole(newsroom, { staffId: id, publication, role }, c.get('staff').id);
    return c.redirect('/desk/staff?said=changed', 303);
  });

  app.post('/desk/staff/suspend/:id', may(desk, 'suspend', 'member'), askAgain(desk), async (c) => {
    if (c.req.param('id') === c.get('staff').id) return c.redirect('/desk/staff?said=not-changed', 303);
    await suspend(newsroom, c.req.param('id'), c.get('staff').id);
    return c.redirect('/desk/staff?said=suspended', 303);
  });

  app.post('/desk/staff/resume/:id', may(desk, 'suspend', 'member'), askAgain(desk), async (c) => {
    await letIn(newsroom, c.req.param('id'), c.get('staff').id);
    return c.redirect('/desk/staff?said=resumed', 303);
  });
  return app;
}
