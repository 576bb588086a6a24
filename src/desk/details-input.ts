import {
  type Author,
  gathers,
  hasDay,
  type Label,
  labelSlug,
  type PieceContent,
  type PieceKind,
  pieceSlug,
  type Sponsor,
  type Talk,
} from '#pieces/pieces.ts';
import { isWebAddress } from '#lib/json/read-json.ts';
import { without } from '#lib/json/without.ts';
import { localTimeOf, readLocalTime } from '#lib/dates/local-time.ts';
import { instantText } from '#platform/clock.ts';
import { isDay } from './find-place.ts';

export const authorRoles = [
  'author',
  'contributor',
  'expert',
  'speaker',
  'editor',
  'translator',
  'photographer',
] as const;

/** The details of a piece as the form holds them: texts, as they were typed. */
export interface DetailsInput {
  slug: string;
  day: string;
  authors: AuthorInput[];
  topics: string[];
  categories: string;
  tags: string;
  series: string[];
  members: string;
  canonical: string;
  sponsor: { name: string; url: string; label: string };
  talk: { starts: string; ends: string; timeZone: string; place: string; rsvp: string; recording: string };
}

export interface AuthorInput {
  name: string;
  role: string;
  title: string;
  url: string;
  bio: string;
}

export const blankAuthor: AuthorInput = { name: '', role: 'author', title: '', url: '', bio: '' };

/** By the name of the field, what is wrong with it. */
export type WrongDetails = Record<string, string>;

const most = { line: 300, bio: 10_000, url: 2000, authors: 30, labels: 40, members: 2000 };

export function detailsOf(content: PieceContent, slug: string, day: string | null, timeZone: string): DetailsInput {
  const { authors = [], categories = [], tags = [], series = [], members = [], sponsor, talk } = content;
  const zone = talk?.timeZone ?? timeZone;
  return {
    slug,
    day: day ?? '',
    authors: authors.map(({ name, role, title = '', url = '', bio = '' }) => ({ name, role, title, url, bio })),
    topics: content.topics,
    categories: labelLine(categories),
    tags: labelLine(tags),
    series: series.map((each) => each.slug),
    members: members.join('\n'),
    canonical: content.canonical ?? '',
    sponsor: { name: sponsor?.name ?? '', url: sponsor?.url ?? '', label: sponsor?.label ?? '' },
    talk: {
      starts: talk ? localTimeOf(Temporal.Instant.from(talk.startsAt), zone) : '',
      ends: talk?.endsAt ? localTimeOf(Temporal.Instant.from(talk.endsAt), zone) : '',
      timeZone: zone,
      place: talk?.place ?? '',
      rsvp: talk?.rsvp ?? '',
      recording: talk?.recording ?? '',
    },
  };
}

export function readDetails(form: Record<string, unknown>): DetailsInput {
  const line = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.toWellFormed().replace(/\s+/gu, ' ').trim() : '';
  };
  const lines = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.toWellFormed().replace(/\r\n?/gu, '\n').trim() : '';
  };
  const several = (name: string): string[] =>
    [form[name] ?? []].flat().filter((each): each is string => typeof each === 'string');
  const authors: AuthorInput[] = [];
  for (let row = 0; row < most.authors && `author-${row}` in form; row += 1) {
    const part = (name: string) => line(`author-${row}-${name}`);
    const name = line(`author-${row}`);
    if (name !== '')
      authors.push({
        name,
        role: part('role'),
        title: part('title'),
        url: part('url'),
        bio: lines(`author-${row}-bio`),
      });
  }
  return {
    slug: line('slug'),
    day: line('day'),
    authors,
    topics: several('topic'),
    categories: line('categories'),
    tags: line('tags'),
    series: several('series'),
    members: lines('members'),
    canonical: line('canonical'),
    sponsor: { name: line('sponsor'), url: line('sponsor-url'), label: line('sponsor-label') },
    talk: {
      starts: line('starts'),
      ends: line('ends'),
      timeZone: line('timeZone'),
      place: line('place'),
      rsvp: line('rsvp'),
      recording: line('recording'),
    },
  };
}

/** What is wrong with each field; nothing when it can be kept. `members`: the paths that pieces of the publication stand at. */
export function wrongInDetails(
  input: DetailsInput,
  of: { kind: PieceKind; moves: boolean; reserved: (slug: string) => boolean; members: ReadonlySet<string> },
): WrongDetails {
  const wrong: WrongDetails = {};
  if (of.moves && of.kind !== 'summary') {
    const slug = pieceSlug(input.slug);
    if (slug === '') wrong.slug = 'The address needs a word: letters or digits of any script.';
    else if (of.reserved(slug)) wrong.slug = `“${slug}” is a place of the publication itself. Take another word.`;
    if (hasDay(of.kind) && !isDay(input.day)) wrong.day = 'Give the day that the piece is of.';
  }
  for (const [row, author] of input.authors.entries()) {
    if (author.url !== '' && !isWebAddress(author.url)) wrong[`author-${row}-url`] = webAddress;
    if ([author.name, author.title].some((text) => text.length > most.line) || author.bio.length > most.bio)
      wrong[`author-${row}`] = `A name or title has at most ${most.line} characters, a biography ${most.bio}.`;
  }
  for (const name of ['categories', 'tags'] as const) {
    const titles = titlesIn(input[name]);
    if (titles.length > most.labels) wrong[name] = `At most ${most.labels}.`;
    else if (titles.some((title) => labelSlug(title) === '')) wrong[name] = 'Each needs a letter or a digit.';
  }
  const strange = (gathers(of.kind) ? pathsIn(input.members) : []).filter((path) => !of.members.has(path));
  if (strange.length > 0)
    wrong.members = `No piece stands at “${strange[0]}”. One path in a line, such as articles/2026/11/20/the-bridge.`;
  if (input.canonical !== '' && !isWebAddress(input.canonical)) wrong.canonical = webAddress;
  if (input.sponsor.url !== '' && !isWebAddress(input.sponsor.url)) wrong['sponsor-url'] = webAddress;
  if (input.sponsor.name === '' && (input.sponsor.url !== '' || input.sponsor.label !== ''))
    wrong.sponsor = 'Name who paid.';
  if (of.kind === 'talk') Object.assign(wrong, wrongInTalk(input.talk));
  return wrong;
}

const webAddress = 'A web address begins with https://';

function wrongInTalk({ starts, ends, timeZone, place, rsvp, recording }: DetailsInput['talk']): WrongDetails {
  const wrong: WrongDetails = {};
  if (starts === '') {
    if ([ends, place, rsvp, recording].some((text) => text !== '')) wrong.starts = 'Say when it begins.';
    return wrong;
  }
  if (!isZone(timeZone)) return { timeZone: 'A zone is a name such as Asia/Beirut.' };
  const [from, to] = [instantAt(starts, timeZone), ends === '' ? null : instantAt(ends, timeZone)];
  if (from === null) wrong.starts = 'The clock of that place does not show this time.';
  if (ends !== '' && to === null) wrong.ends = 'The clock of that place does not show this time.';
  if (from !== null && to !== null && to <= from) wrong.ends = 'It ends before it begins.';
  if (rsvp !== '' && !isWebAddress(rsvp) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(rsvp))
    wrong.rsvp = 'Give a web address or an e-mail address.';
  if (recording !== '' && !isWebAddress(recording)) wrong.recording = webAddress;
  return wrong;
}

/** A content with the details that a form says; `known` are the labels whose addresses stand already, `series` those there are. */
export function withDetails(
  content: PieceContent,
  input: DetailsInput,
  known: { categories: Label[]; tags: Label[]; series: Label[] },
): PieceContent {
  const { authors, categories, tags, series } = content;
  const before = new Map((authors ?? []).map((author) => [author.name, author]));
  const given = {
    authors: input.authors.map((author) => authorFrom(author, before.get(author.name))),
    categories: labelsFrom(input.categories, [...(categories ?? []), ...known.categories]),
    tags: labelsFrom(input.tags, [...(tags ?? []), ...known.tags]),
    series: [...known.series, ...(series ?? [])].filter(
      ({ slug }, index, all) => input.series.includes(slug) && all.findIndex((each) => each.slug === slug) === index,
    ),
    members: gathers(content.kind) ? pathsIn(input.members) : [],
  };
  const filled = Object.fromEntries(Object.entries(given).filter(([, list]) => list.length > 0));
  return {
    ...without(content, 'authors', 'categories', 'tags', 'series', 'members', 'canonical', 'sponsor', 'talk'),
    topics: input.topics,
    ...filled,
    ...(input.canonical === '' ? {} : { canonical: input.canonical }),
    ...(input.sponsor.name === '' ? {} : { sponsor: withoutBlanks(input.sponsor) as unknown as Sponsor }),
    ...(content.kind === 'talk' && input.talk.starts !== '' ? { talk: talkFrom(input.talk) } : {}),
  };
}

function authorFrom({ role, ...texts }: AuthorInput, before: Author | undefined): Author {
  return {
    ...(before?.slug === undefined ? {} : { slug: before.slug }),
    ...(withoutBlanks(texts) as { name: string }),
    role: authorRoles.find((each) => each === role) ?? 'author',
  };
}

function talkFrom({ starts, ends, timeZone, ...texts }: DetailsInput['talk']): Talk {
  const endsAt = ends === '' ? null : instantAt(ends, timeZone);
  return {
    startsAt: instantAt(starts, timeZone) ?? '',
    ...(endsAt === null ? {} : { endsAt }),
    timeZone,
    ...withoutBlanks(texts),
  };
}

function labelsFrom(line: string, known: Label[]): Label[] {
  return titlesIn(line).map(
    (title) => known.find((label) => label.title === title) ?? { slug: labelSlug(title), title },
  );
}

/** "ferries, the bridge": what stands between commas, of Latin or Arabic script, each once. */
function titlesIn(line: string): string[] {
  return [...new Set(line.split(/[,،؛;]/u).map((title) => title.trim()))].filter((title) => title !== '');
}

const labelLine = (labels: Label[]): string => labels.map(({ title }) => title).join(', ');

function pathsIn(text: string): string[] {
  return text
    .split('\n')
    .map((path) => path.trim().replace(/^\/+|\/+$/gu, ''))
    .filter((path) => path !== '')
    .slice(0, most.members);
}

function withoutBlanks(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** What a wall clock shows in a zone, as it is stored; null for a time that it does not show. */
function instantAt(shown: string, timeZone: string): string | null {
  const time = readLocalTime(shown, timeZone);
  return time.kind === 'known' ? instantText(time.instant) : null;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
