import { type PasskeySite, passkeySite } from '#staff/staff.ts';
import type { Desk } from './desk-context.ts';

/** What the desk's passkeys are of: the site's own address. Null where passkeys cannot work. */
export function deskPasskeys({ newsroom, origin }: Desk): PasskeySite | null {
  return passkeySite(origin, newsroom.config.networkName);
}
