import { adviceKinds, type Publication } from './publication.ts';

/** A field of a profile and what is wrong with it, in words that go on from its name: "must be a list, not text". */
export interface ProfileProblem {
  field: string;
  words: string;
}

/** What is wrong with a profile that was given; nothing when it is fit to be saved. The one judge, whoever brings it. */
export function profileProblems(given: Record<string, unknown>, base: Publication): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const wrong = (field: string, words: string) => problems.push({ field, words });
  const fields = base as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    if (!(name in fields)) wrong(name, 'is no field of a publication');
    else if (value === null ? !mayBeNull.has(name) : fields[name] !== null && kindOf(value) !== kindOf(fields[name]))
      wrong(name, `must be ${kindOf(fields[name])}, not ${kindOf(value)}`);
  }
  const profile = { ...base, ...given } as Publication;
  for (const [name, fits] of Object.entries(inside))
    if (name in given && given[name] !== null && !fits(given[name]))
      wrong(name, 'does not have the form that “daybook publication” prints');
  if (!['active', 'paused', 'archived'].includes(profile.status)) wrong('status', 'is active, paused or archived');
  if (![null, 'open', 'closed'].includes(profile.submissions))
    wrong('submissions', 'is open, closed or null (open while the publication is active)');
  if (!Array.isArray(profile.languages) || profile.languages.length === 0) wrong('languages', 'needs at least one');
  if (!/^#[0-9a-f]{6}$/iu.test(profile.accent)) wrong('accent', 'is a colour such as #1f3f66');
  if (!isTimeZone(profile.timeZone))
    wrong('timeZone', `must be an IANA name such as Asia/Beirut, not “${profile.timeZone}”`);
  if (profile.rights && (kindOf(profile.rights) !== 'object' || !profile.rights.owner || !profile.rights.allows))
    wrong('rights', 'says {"owner": who, "allows": what others may do with it}');
  if (profile.listed && profile.formerAddresses.length > 0 && !profile.rights)
    wrong('rights', 'must say who owns what was imported, and what they allow, before it is listed');
  const lists: unknown = profile.synonyms;
  if (
    !Array.isArray(lists) ||
    !lists.every((list) => Array.isArray(list) && list.every((each) => typeof each === 'string'))
  )
    wrong('synonyms', 'is a list of lists of words, such as [["ferry", "boat"]]');
  return problems;
}

/** The problems as one sentence for who wrote the profile as JSON. */
export function problemWords(problems: ProfileProblem[]): string {
  return problems.map(({ field, words }) => `“${field}” ${words}`).join('; ');
}

const mayBeNull = new Set(['contact', 'letter', 'rights', 'submissions', 'logo']);

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 20_000;
const isLang = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(value);
const isDay = (value: unknown): boolean => {
  try {
    return Temporal.PlainDate.from(String(value)).toString() === value;
  } catch (error) {
    // No day at all.
    if (error instanceof RangeError) return false;
    throw error;
  }
};
/** A name of the IANA's; not a distance from UTC, which knows nothing of summer time. */
function isTimeZone(name: string): boolean {
  try {
    return !/^[+-]/u.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
const isListOf =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length <= 5000 && value.every(fits);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inLanguages =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    isObject(value) && Object.entries(value).every(([lang, text]) => isLang(lang) && fits(text));
const isTopic = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.slug) &&
  inLanguages(isText)(value.name) &&
  (value.intro === undefined || inLanguages(isText)(value.intro));
const isLabelKind = (value: unknown): boolean => value === 'topic' || value === 'category' || value === 'tag';
const mostLinks = 8;
const isMedia = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);
const isLogo = (value: unknown): boolean =>
  isObject(value) &&
  isMedia(value.media) &&
  (value.dark === undefined || isMedia(value.dark)) &&
  (value.onPaper === undefined || value.onPaper === true) &&
  (value.alt === undefined || inLanguages(isText)(value.alt));
const isPortrait = (value: unknown): boolean =>
  isObject(value) && isMedia(value.media) && inLanguages(isText)(value.alt);
const isContributorLink = (value: unknown): boolean =>
  isObject(value) && isText(value.label) && isText(value.url) && /^https:\/\/[^\s/]/u.test(String(value.url));
const isContributor = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.slug) &&
  value.slug !== '' &&
  inLanguages(isText)(value.name) &&
  ['title', 'affiliation', 'bio'].every((name) => value[name] === undefined || inLanguages(isText)(value[name])) &&
  (value.portrait === undefined || isPortrait(value.portrait)) &&
  (value.links === undefined ||
    (isListOf(isContributorLink)(value.links) && (value.links as unknown[]).length <= mostLinks));
const isLetter = (value: unknown): boolean =>
  isObject(value) &&
  ['title', 'salutation', 'signed', 'date'].every((name) => isText(value[name])) &&
  isDay(value.date) &&
  isListOf(isText)(value.paragraphs);
const isStoryName = (value: unknown): boolean =>
  isObject(value) &&
  ['person', 'place', 'group', 'outlet', 'term'].includes(String(value.kind)) &&
  inLanguages(isText)(value.name) &&
  ['also', 'avoid'].every((list) => value[list] === undefined || isListOf(isText)(value[list])) &&
  (value.descriptor === undefined || inLanguages(isText)(value.descriptor));
const isOrigin = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.name) &&
  (value.kind === 'agency' || value.kind === 'monitor') &&
  (value.also === undefined || isListOf(isText)(value.also));

const isCheck = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= 200;

/** What stands inside the fields that hold more than a text. */
const inside: Record<string, (value: unknown) => boolean> = {
  languages: isListOf(isLang),
  nameIn: inLanguages(isText),
  tagline: inLanguages(isText),
  region: inLanguages(isText),
  about: inLanguages(isListOf(isText)),
  contribute: inLanguages(isListOf(isText)),
  letter: inLanguages(isLetter),
  logo: isLogo,
  topics: isListOf(isTopic),
  merged: isListOf(
    (value) =>
      isObject(value) &&
      (isLabelKind(value.kind) || value.kind === 'contributor') &&
      isText(value.from) &&
      isText(value.into),
  ),
  labels: isListOf(
    (value) =>
      isObject(value) &&
      isLabelKind(value.kind) &&
      value.kind !== 'topic' &&
      isText(value.slug) &&
      inLanguages(isText)(value.name),
  ),
  contributors: isListOf(isContributor),
  siblings: isListOf(isText),
  knownOrigins: isListOf(isOrigin),
  formerAddresses: isListOf(isText),
  contact: isText,
  names: isListOf(isStoryName),
  rankWeights: (value) =>
    isObject(value) && Object.values(value).every((each) => typeof each === 'number' && Math.abs(each) <= 10),
  unasked: isListOf((value) => (adviceKinds as readonly unknown[]).includes(value)),
  countries: isListOf((value) => typeof value === 'string' && /^[A-Z]{2}$/u.test(value)),
  checklist: (value) => isListOf(isCheck)(value) && (value as string[]).length <= 20,
};

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value;
}
