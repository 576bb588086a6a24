import { findPublications } from '#publications/publications.ts';
import { mayIn, type StaffMember } from '#staff/staff.ts';
import { findSetAside, findWires, type Wire } from '#wires/wires.ts';
import type { Desk } from './desk-context.ts';
import { blankWire } from './wire-form.tsx';
import { type WiresShown, wiresPage } from './wires-page.tsx';

const setAsideShown = 20;

/** The page of wires, as somebody may see it: those of the publications whose wires they run. */
export async function showWires(desk: Desk, staff: StaffMember, shown: Partial<WiresShown>): Promise<string> {
  const { database, clock } = desk.newsroom;
  const publications = (await findPublications(database.read)).filter(({ slug }) => mayIn(staff, 'run wires', slug));
  const wires = await findTheirWires(desk, staff);
  const setAside = (await findSetAside(database.read, setAsideShown)).filter(
    (item) =>
      staff.runsNewsroom ||
      wires.some(({ id }) => id === item.wireId) ||
      (item.publication !== null && mayIn(staff, 'run wires', item.publication)),
  );
  const data = { wires, publications, setAside, now: clock.now() };
  return wiresPage(desk, staff, data, { input: blankWire, wrong: {}, said: null, opml: null, found: null, ...shown });
}

/** The wires of the publications whose wires somebody runs. */
export async function findTheirWires({ newsroom }: Desk, staff: StaffMember): Promise<Wire[]> {
  const wires = await findWires(newsroom.database.read);
  return wires.filter((wire) => wire.publications.some((slug) => mayIn(staff, 'run wires', slug)));
}

/** The publications that a form names and whose wires somebody runs. */
export async function findChosen({ newsroom }: Desk, staff: StaffMember, named: unknown): Promise<string[]> {
  const known = (await findPublications(newsroom.database.read)).map(({ slug }) => slug);
  return known.filter((slug) => [named].flat().includes(slug) && mayIn(staff, 'run wires', slug));
}
