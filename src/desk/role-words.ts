import type { StaffRole } from '#staff/staff.ts';

export const roleWords: Record<StaffRole, string> = {
  contributor: 'a contributor',
  editor: 'an editor',
  publisher: 'a publisher',
  administrator: 'an administrator',
};
