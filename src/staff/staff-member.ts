/** The roles, each of which may do what those before it may. */
export const staffRoles = ['contributor', 'editor', 'publisher', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody who works at the desk. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  /** An administrator of the whole newsroom: of every publication there is and will be. */
  runsNewsroom: boolean;
  /** By publication, for those that they work for. */
  roles: Record<string, StaffRole>;
  /** Kept out for now: nothing signs them in. */
  suspended?: boolean;
}

/** What somebody is in a publication; null where they have no part. */
export function roleIn(staff: StaffMember, publication: string): StaffRole | null {
  return staff.runsNewsroom ? 'administrator' : (staff.roles[publication] ?? null);
}
