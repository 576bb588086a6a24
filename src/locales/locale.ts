/** What a language's file holds. Every language has every key; pages ask for words, never for a language. */
import type { Attribution } from './attribute.ts';
import type { CountsDiffer } from './counts-differ.ts';
import type { Phrase } from './phrase.ts';
import type { Region, RegionSettings } from './region.ts';

export interface Locale {
  /** How the platform is asked for the numbers and days of a tag of this language: `ar-SY`, `ar`. */
  region(lang: string): RegionSettings;
  words(region: Region): Words;
  /** What stands where a withdrawn name stood. */
  tombstone: string;
}

/** What one section rests on, as counted by origin. */
export interface BasisFacts {
  outlets: string[];
  origins: { name: string; kind: string; outlets: number }[];
  independent: number;
  firstReportedOn: string | null;
  dayNumber?: number | null;
}

export interface Words {
  /** "Executive Summary for April 11th" */
  dayTitle(day: string): string;
  /** "We review the key developments in Syria, including A, B and C." What stands in small letters in the `texts` names nobody. */
  lede(region: string, headings: string[], texts?: Iterable<string>): string;
  /** An outlet's own sentence, quoted and attributed. */
  attributed(by: Attribution, sentence: string): string;
  /** "Reports differ on the number of people killed: 12 according to Courier, 15 according to Ledger." */
  countsDiffer: CountsDiffer;
  /** "Three outlets, all carrying Halyard. First reported yesterday." Empty when there is no outlet. */
  basisLine(basis: BasisFacts, on: string): Phrase;
  readTime(minutes: number): string;
  noteName(label: string): string;
  carrying(origin: string, kind: string | null): Phrase;
  quotes: [string, string];
  comma: string;
  listOf(items: string[]): string;
  pageOf(page: number, pages: number): string;
  revision(number: number): string;
  /** "By Oona Firth and Bela Tarn, harbour reporter"; `others` are named elsewhere on the page. */
  byline(role: AuthorRole, people: Person[], others: number): Phrase;
  /** "Part 2 of 7" */
  partOf(position: number, pieces: number): string;
  authorsTitle(count: number): string;
  /** "All 208 in Articles" */
  allOf(count: number, list: string): string;
  /** "Imported from", before the address. */
  importedFrom: string;
  /** What a public note is, with its day. */
  noteOn(kind: 'correction' | 'update' | 'withdrawal', day: string, words: string): Phrase;
  correctedOn(day: string, words: string): Phrase;
  /** "Twelve results"; `more`: there are more than were counted. */
  found(count: number, more: boolean): string;
  letterMoved: string;
  /** Submissions: the words of the readers' forms. */
  forms: FormWords;
  /** "cited 12 times, in 9 pieces", or "linked 12 times, in 9 pieces" */
  timesCited(times: number, pieces: number, linked: boolean): string;
  /** What a publication keeps of its readers and of who writes to it. */
  privacyText: { heading: string; paragraphs: string[] }[];
  /** What who republishes is asked to do. */
  republishAsked: string[];
  /** What is counted, before the counts that reports gave. */
  totals: Record<'killed' | 'missing' | 'suspected' | 'confirmed', string>;
  copy: Record<CopyKey, string>;
}

export interface Person {
  name: string;
  title: string | null;
  /** Where else what they made is. */
  path?: string | null;
}

export type AuthorRole = 'author' | 'contributor' | 'expert' | 'speaker' | 'editor' | 'translator' | 'photographer';

export type CopyKey =
  | 'skip'
  | 'languages'
  | 'sections'
  | 'home'
  | 'week'
  | 'noSummaryDay'
  | 'summaries'
  | 'articles'
  | 'community'
  | 'background'
  | 'series'
  | 'projects'
  | 'talks'
  | 'summary'
  | 'article'
  | 'communityPiece'
  | 'backgroundPiece'
  | 'seriesPiece'
  | 'project'
  | 'talk'
  | 'page'
  | 'allSummaries'
  | 'undated'
  | 'topics'
  | 'about'
  | 'contribute'
  | 'contact'
  | 'follow'
  | 'published'
  | 'updated'
  | 'inThisSummary'
  | 'onThisPage'
  | 'notes'
  | 'close'
  | 'retrieved'
  | 'fingerprint'
  | 'version'
  | 'checked'
  | 'vouched'
  | 'vouchedShort'
  | 'vouchedBy'
  | 'own'
  | 'ownLong'
  | 'linkedLong'
  | 'asReported'
  | 'reportsDiffer'
  | 'toldBefore'
  | 'toldEarliest'
  | 'toldAfter'
  | 'reads'
  | 'corrections'
  | 'corrected'
  | 'whereItStood'
  | 'previousDay'
  | 'nextDay'
  | 'previousMonth'
  | 'nextMonth'
  | 'calendar'
  | 'share'
  | 'shareMail'
  | 'shareLink'
  | 'suggest'
  | 'shareStory'
  | 'howMade'
  | 'howMadeText'
  | 'howMadePiece'
  | 'imported'
  | 'importedUnknown'
  | 'importedText'
  | 'rightsUnset'
  | 'rightsOwner'
  | 'republished'
  | 'categories'
  | 'tags'
  | 'alsoIn'
  | 'inSeries'
  | 'inProject'
  | 'inThisProject'
  | 'sponsored'
  | 'sharedFrom'
  | 'previousPart'
  | 'nextPart'
  | 'members'
  | 'noMembers'
  | 'nameWithdrawn'
  | 'gone'
  | 'goneText'
  | 'updates'
  | 'picture'
  | 'pictureAbsent'
  | 'pictureAbsentPlain'
  | 'pictureEnded'
  | 'pictureEndedPlain'
  | 'pictureStood'
  | 'photo'
  | 'recent'
  | 'latest'
  | 'noSummaries'
  | 'nothingInTopic'
  | 'paused'
  | 'archived'
  | 'siblings'
  | 'network'
  | 'networkLine'
  | 'shareStoryText'
  | 'publications'
  | 'newer'
  | 'older'
  | 'pages'
  | 'notFound'
  | 'notFoundText'
  | 'notFoundMeant'
  | 'failed'
  | 'failedText'
  | 'goHome'
  | 'aboutTitle'
  | 'contributeTitle'
  | 'writeTo'
  | 'contributeSafety'
  | 'aboutNotes'
  | 'aboutNotesText'
  | 'elsewhere'
  | 'sources'
  | 'noSourceRule'
  | 'feeds'
  // Places: labels, corrections, sources, republishing, standing pages, talks.
  | 'contributor'
  | 'tag'
  | 'category'
  | 'correctionsIntro'
  | 'noCorrections'
  | 'sourcesIntro'
  | 'sourcesCounted'
  | 'noSources'
  | 'outlets'
  | 'agenciesAndMonitors'
  | 'agency'
  | 'monitor'
  | 'linkedHosts'
  | 'linkedHostsText'
  | 'allYears'
  | 'byYear'
  | 'republish'
  | 'republishIntro'
  | 'republishRules'
  | 'republishUnset'
  | 'republishPartner'
  | 'republishGuidelines'
  | 'republishHtml'
  | 'republishPlain'
  | 'firstPublished'
  | 'independence'
  | 'copyright'
  | 'terms'
  | 'privacy'
  | 'funders'
  | 'partners'
  | 'team'
  | 'masthead'
  | 'republishing'
  | 'aboutPublication'
  | 'upcomingTalks'
  | 'pastTalks'
  | 'talkBegins'
  | 'talkEnds'
  | 'talkPlace'
  | 'talkHere'
  | 'talkUtc'
  | 'talkYours'
  | 'talkAnswer'
  | 'talkAnswerText'
  | 'talkCalendar'
  | 'talkRecording'
  | 'talkRecordingText'
  // search
  | 'search'
  | 'searchFor'
  | 'searchButton'
  | 'searchHint'
  | 'searchNoWords'
  | 'searchNone'
  | 'searchTips'
  | 'searchMeant'
  | 'searchSimilar'
  | 'searchSome'
  | 'searchWithout'
  | 'searchNarrow'
  | 'searchKind'
  | 'searchTopic'
  | 'searchOutlet'
  | 'searchAny'
  | 'searchFrom'
  | 'searchTo'
  | 'searchOrder'
  | 'searchBest'
  | 'searchNewest'
  | 'searchPrevious'
  | 'searchNext'
  | 'searchFollow';

/** Words of the forms with which readers write in, of the page of a receipt, and of what they protect against. */
export interface FormWords {
  /** Leads from the page that explains to the form. */
  openSuggest: string;
  openShare: string;
  suggestText: string;
  shareText: string;
  suggestAbout: string;
  shareAbout: string;
  safetyTitle: string;
  /** What the forms protect against. */
  protects: string;
  /** What they do not. */
  protectsNot: string;
  /** What to do then. */
  safetyAdvice: string;
  optional: string;
  story: string;
  storyHint: string;
  pitch: string;
  pitchHint: string;
  email: string;
  emailHint: string;
  writes: string;
  writesHint: string;
  links: string;
  linksHint: string;
  byline: string;
  bylineYes: string;
  bylineNo: string;
  bylineHint: string;
  name: string;
  nameHint: string;
  trap: string;
  send: string;
  sendAgain: string;
  wrongTitle: string;
  wrong: Record<'text' | 'text-long' | 'email' | 'byline' | 'name' | 'long', string>;
  refused: Record<
    'token' | 'used' | 'trap' | 'busy' | 'crowded' | 'full' | 'failed' | 'large' | 'slow' | 'unreadable',
    string
  >;
  sentTitle: string;
  sentText: string;
  codeLabel: string;
  keepCode: string;
  keepCodeMore: string;
  sentOn: string;
  receiptTitle: string;
  receiptText: string;
  receiptField: string;
  receiptHint: string;
  receiptAsk: string;
  receiptLink: string;
  unknownCode: string;
  nothingYet: string;
  receiptBusy: string;
  replyTitle: string;
  replyOn: string;
  replyOnce: string;
  closedTitle: string;
  closedText: string;
  copyTitle: string;
  copyText: string;
  byMail: string;
}
