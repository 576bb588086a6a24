export type StaffRole = 'contributor' | 'editor' | 'publisher' | 'administrator';

/** Somebody who works at the desk. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
}
