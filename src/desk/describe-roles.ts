import { type Action, permissions, roleFor, staffRoles } from '#staff/staff.ts';

/** The table of docs/contracts/roles.md, from the table in the code. */
export function describeRoles(): string {
  const rows = (Object.keys(permissions) as Action[]).map((action) => {
    const rule = permissions[action];
    const least = roleFor(action);
    const whom =
      least === null
        ? staffRoles.map(() => (rule.to === 'anybody' ? 'yes, and anybody' : rule.to === 'newsroom' ? 'no' : 'yes'))
        : staffRoles.map((role) => (staffRoles.indexOf(role) >= staffRoles.indexOf(least) ? 'yes' : 'no'));
    return `| ${action} | ${whom.join(' | ')} | ${rule.to === 'newsroom' ? 'who runs the newsroom' : least === null ? '–' : 'anywhere' in rule ? 'any' : 'its own'} |`;
  });
  return `| action | ${staffRoles.join(' | ')} | in which publication |\n|---|${'---|'.repeat(staffRoles.length)}---|\n${rows.join('\n')}`;
}
