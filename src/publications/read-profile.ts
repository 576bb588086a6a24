import type { Publication } from './publication.ts';

/** What is wrong with a profile that was given, a sentence each; nothing when it is fit to be saved. */
export function profileProblems(given: Record<string, unknown>, base: Publication): string[] {
  const problems: string[] = [];
  const fields = base as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    if (!(name in fields)) problems.push(`“${name}” is no field of a publication`);
    else if (fields[name] !== null && value !== null && kindOf(value) !== kindOf(fields[name]))
      problems.push(`“${name}” must be ${kindOf(fields[name])}, not ${kindOf(value)}`);
  }
  const profile = { ...base, ...given } as Publication;
  if (!['active', 'paused', 'archived'].includes(profile.status))
    problems.push('“status” is active, paused or archived');
  if (![null, 'open', 'closed'].includes(profile.submissions))
    problems.push('“submissions” is open, closed or null (open while the publication is active)');
  if (!Array.isArray(profile.languages) || profile.languages.length === 0)
    problems.push('“languages” needs at least one');
  if (!/^#[0-9a-f]{6}$/iu.test(profile.accent)) problems.push('“accent” is a colour such as #1f3f66');
  try {
    new Intl.DateTimeFormat('en', { timeZone: profile.timeZone });
  } catch {
    problems.push(`“timeZone” must be an IANA name such as Asia/Beirut, not “${profile.timeZone}”`);
  }
  if (profile.rights && (kindOf(profile.rights) !== 'object' || !profile.rights.owner || !profile.rights.allows))
    problems.push('“rights” says {"owner": who, "allows": what others may do with it}');
  if (profile.listed && profile.formerAddresses.length > 0 && !profile.rights)
    problems.push('“rights” must say who owns what was imported, and what they allow, before it is listed');
  const lists: unknown = profile.synonyms;
  if (
    !Array.isArray(lists) ||
    !lists.every((list) => Array.isArray(list) && list.every((each) => typeof each === 'string'))
  )
    problems.push('“synonyms” is a list of lists of words, such as [["ferry", "boat"]]');
  return problems;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value;
}
