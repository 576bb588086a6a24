import type { Session, StaffMember } from '#staff/staff.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Assets } from './assets.ts';
import type { LinkChecks } from './link-checks.ts';

/** What the desk's routes are made with. `origin` is the site's public address, without a slash at its end. */
export interface Desk {
  newsroom: Newsroom;
  origin: string;
  assets: Assets;
  links: LinkChecks;
}

/** What a request carries once it has passed the guard: who is signed in, and by which session. */
export interface DeskEnv {
  Variables: { staff: StaffMember; session: Session };
}
