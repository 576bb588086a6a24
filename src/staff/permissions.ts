import { roleIn, type StaffMember, type StaffRole, staffRoles } from './staff-member.ts';

/**
 * Whom an action is open to. `anybody`: also to who is not signed in. `staff`: to whoever is signed in. `newsroom`: to who runs the newsroom. A role: to whoever
 * has it, or one above it, in the publication that the action touches (`anywhere`: in any publication).
 */
type Rule = { to: 'anybody' } | { to: 'staff' } | { to: 'newsroom' } | { to: StaffRole; anywhere?: true };

/** Who may do what at the desk: the one table. docs/contracts/roles.md is held to it by a test. */
export const permissions = {
  'sign in': { to: 'anybody' },
  'see the desk': { to: 'staff' },
  'keep an account': { to: 'staff' },
  'read the newsroom': { to: 'contributor' },
  write: { to: 'contributor' },
  'bring reports': { to: 'contributor' },
  'add pictures': { to: 'contributor', anywhere: true },
  'keep pictures': { to: 'editor' },
  'keep contributors': { to: 'editor' },
  vouch: { to: 'editor' },
  override: { to: 'editor' },
  approve: { to: 'editor' },
  'answer readers': { to: 'editor' },
  'arrange storylines': { to: 'editor' },
  'see wires': { to: 'editor', anywhere: true },
  'run wires': { to: 'editor' },
  publish: { to: 'publisher' },
  'read held sources': { to: 'publisher' },
  'see staff': { to: 'publisher', anywhere: true },
  invite: { to: 'publisher' },
  'change roles': { to: 'administrator' },
  suspend: { to: 'administrator' },
  'run the publication': { to: 'administrator' },
  'add publications': { to: 'newsroom' },
  'run the network': { to: 'newsroom' },
  'read the audit log': { to: 'newsroom' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/**
 * Whether somebody may do something to what is of these publications: of one of them, or of every one (`all`). Null is
 * nobody, who is not signed in. `hidden`: they have no part in those publications, and are not told what is there.
 */
export function decide(
  staff: StaffMember | null,
  action: Action,
  publications: string[],
  needs: 'one' | 'all' = 'one',
): 'may' | 'signed-out' | 'hidden' | 'may-not' {
  const rule: Rule = permissions[action];
  if (rule.to === 'anybody') return 'may';
  if (!staff) return 'signed-out';
  if (rule.to === 'staff' || staff.runsNewsroom) return 'may';
  if (rule.to === 'newsroom') return 'may-not';
  const asked = 'anywhere' in rule ? Object.keys(staff.roles) : publications;
  const held = asked.map((slug) => roleIn(staff, slug));
  if (held.every((role) => role === null)) return 'anywhere' in rule ? 'may-not' : 'hidden';
  const enough = held.map((role) => role !== null && isAtLeast(role, rule.to));
  return (needs === 'all' ? enough.every(Boolean) : enough.some(Boolean)) ? 'may' : 'may-not';
}

/** Whether somebody may do something in a publication. */
export function mayIn(staff: StaffMember, action: Action, publication: string): boolean {
  return decide(staff, action, [publication]) === 'may';
}

/** The least role that an action needs; null where it needs none in a publication. */
export function roleFor(action: Action): StaffRole | null {
  const { to }: Rule = permissions[action];
  return to === 'anybody' || to === 'staff' || to === 'newsroom' ? null : to;
}

function isAtLeast(role: StaffRole, least: StaffRole): boolean {
  return staffRoles.indexOf(role) >= staffRoles.indexOf(least);
}
