import type { Lang } from '#platform/language.ts';
import type { Contributor } from './contributor.ts';

/** Texts by language tag; the publication's first language is always there. */
export type Localised<T = string> = Record<Lang, T>;

export type PublicationStatus = 'active' | 'paused' | 'archived';

export interface Topic {
  slug: string;
  name: Localised;
  /** A plain text of what it covers, where there is one. */
  intro?: Localised;
}

/** What pieces are filed under, beside who made them. */
export type LabelKind = 'topic' | 'category' | 'tag';

/**
 * A topic, tag or category that became part of another, or a contributor who has another address now: pieces keep saying
 * `from`, and are filed under `into` for good.
 */
export interface MergedLabel {
  kind: LabelKind | 'contributor';
  from: string;
  into: string;
}

/** What a tag or category is called here, whatever the pieces say that carry it. */
export interface NamedLabel {
  kind: Exclude<LabelKind, 'topic'>;
  slug: string;
  name: Localised;
}

/** Who owns what a publication published, and what they allow others to do with it. */
export interface Rights {
  owner: string;
  /** In words: "No republication without written permission." */
  allows: string;
  url?: string;
}

/** The letter to readers that a paused or archived publication opens with. */
export interface Letter {
  title: string;
  salutation: string;
  paragraphs: string[];
  signed: string;
  date: string;
}

/** Somebody or something of the story, as this publication writes it: what the gate looks for where no capitals tell names. */
export interface StoryName {
  kind: 'person' | 'place' | 'group' | 'outlet' | 'term';
  name: Localised;
  /** Other spellings that reports use, in any script: a family name alone, a transliteration. */
  also?: string[];
  /** Spellings that this publication does not use. */
  avoid?: string[];
  /** What readers are told of it where it is first named: "state media". */
  descriptor?: Localised;
}

/** What an editor is advised of beside a text. */
export const adviceKinds = [
  'one-origin',
  'repeated',
  'contradicts',
  'acronym',
  'spelling',
  'undescribed',
  'broken-link',
] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** What stands in the masthead in place of the name set in type: pictures that are held, and what they say. */
export interface Logo {
  media: string;
  /** Another one by night. */
  dark?: string;
  /** By night it stands on paper, as it would not be seen otherwise. */
  onPaper?: true;
  /** What is read out for it, where that is not the publication's name. */
  alt?: Localised;
}

/** One issue-focused site. `languages[0]` is its first language, the one whose addresses have no prefix. */
export interface Publication {
  slug: string;
  name: string;
  /** The name as other languages write it, where they write it otherwise. */
  nameIn: Localised;
  tagline: Localised;
  languages: Lang[];
  timeZone: string;
  status: PublicationStatus;
  /** How the lede names what is followed: "We review the key developments in <region>, …". */
  region: Localised;
  accent: string;
  logo: Logo | null;
  topics: Topic[];
  merged: MergedLabel[];
  labels: NamedLabel[];
  contributors: Contributor[];
  siblings: string[];
  about: Localised<string[]>;
  contribute: Localised<string[]>;
  contact: string | null;
  letter: Localised<Letter> | null;
  /** How many developments the day's summary holds. */
  sectionCount: number;
  /** Agencies and monitors that this story rests on, beside those that the patterns find. */
  knownOrigins: { name: string; kind: 'agency' | 'monitor'; also?: string[] }[];
  /** False: in no list, feed index or sitemap, and `noindex` (an import without rights set). */
  listed: boolean;
  /** Null: nobody has said yet. An imported publication is not listed before it is set. */
  rights: Rights | null;
  /** The addresses, without a slash at the end, that it stood under before it came here: links to them are links into it. */
  formerAddresses: string[];
  /** Whether readers' forms are open; null: while it is active. */
  submissions: 'open' | 'closed' | null;
  /** Words that search takes for each other: ["ferry", "boat"]. */
  synonyms: string[][];
  /** Nobody publishes alone: somebody other than who saved a revision approves it first. */
  secondPairOfEyes: boolean;
  /** What has to be looked at before a piece goes out, a line each. */
  checklist: string[];
  /** What is advised of a piece and need not be looked at before it is published. */
  unasked: AdviceKind[];
  /** Names of the story with their spellings, and how they are written here. */
  names: StoryName[];
  /** Countries that it follows (ISO 3166-1, two letters): their smaller places are known too, where there is a gazetteer. */
  countries: string[];
  /** How many points parts of the rank of a day's developments give here, where that is not the default. */
  rankWeights: Record<string, number>;
}

/** The text of a language, or of the publication's first language where there is none. */
export function textIn<T>(publication: Pick<Publication, 'languages'>, texts: Localised<T>, lang: Lang): T | undefined {
  return texts[lang] ?? texts[firstLanguage(publication)];
}

/** What the publication is called on its pages in a language. */
export function publicationName({ name, nameIn }: Pick<Publication, 'name' | 'nameIn'>, lang: Lang): string {
  return nameIn[lang] ?? name;
}

/** What a topic, tag, category or contributor is filed under: itself, or what it was merged into. */
export function labelNow({ merged }: Pick<Publication, 'merged'>, kind: string, slug: string): string {
  return merged.find((each) => each.kind === kind && each.from === slug)?.into ?? slug;
}

/** What a tag or category is called on pages in a language, where the publication has a name for it. */
export function labelName(
  publication: Pick<Publication, 'labels' | 'languages'>,
  kind: string,
  slug: string,
  lang: Lang,
): string | undefined {
  const named = publication.labels.find((each) => each.kind === kind && each.slug === slug);
  return named && textIn(publication, named.name, lang);
}

export function firstLanguage(publication: Pick<Publication, 'languages'>): Lang {
  return publication.languages[0] ?? 'en';
}

/** `/slug` in the first language, `/slug/lang` in the others. */
export function basePath(publication: Publication, lang: Lang): string {
  return lang === firstLanguage(publication) ? `/${publication.slug}` : `/${publication.slug}/${lang}`;
}

/** Whether readers can write in through the forms: as the profile says, or else while it is active. */
export function takesSubmissions({ submissions, status }: Pick<Publication, 'submissions' | 'status'>): boolean {
  return submissions === null ? status === 'active' : submissions === 'open';
}

/** The publication that `ingest` makes when it is told of one that does not exist yet. */
export function plainPublication(slug: string): Publication {
  const name = slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return {
    slug,
    name,
    nameIn: {},
    tagline: { en: '' },
    languages: ['en'],
    timeZone: 'UTC',
    status: 'active',
    region: { en: name },
    accent: '#1f3f66',
    logo: null,
    topics: [],
    merged: [],
    labels: [],
    contributors: [],
    siblings: [],
    about: { en: [] },
    contribute: { en: [] },
    contact: null,
    letter: null,
    sectionCount: 3,
    knownOrigins: [],
    listed: true,
    rights: null,
    formerAddresses: [],
    submissions: null,
    synonyms: [],
    secondPairOfEyes: false,
    checklist: [],
    unasked: [],
    names: [],
    countries: [],
    rankWeights: {},
  };
}

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** What stands where a publication's slug does at the desk. */
const deskPaths =
  'wires piece pieces publications network api site pictures sign-in sign-out staff account audit join confirm'.split(
    ' ',
  );
/** Addresses that the site itself needs, and that no publication may take. */
const reserved = new Set(['desk', 'assets', 'media', 'index', 'sitemap', 'robots', 'about', 'search', ...deskPaths]);

/** Whether a text can be a publication's address: lower-case words joined by hyphens, not one of the site's own. */
export function isPublicationSlug(text: string): boolean {
  return slugPattern.test(text) && text.length <= 60 && !reserved.has(text);
}
