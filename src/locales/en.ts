/** English, for readers of the site. */
import { ordinaryWords } from '#lib/text/ordinary-words.ts';
import { apposed, attribute } from './attribute.ts';
import { basisLine, type BasisWords } from './basis-line.ts';
import { byline } from './byline.ts';
import { dayOfMonth } from './days.ts';
import { innerQuotes } from './inner-quotes.ts';
import type { AuthorRole, FormWords, Locale } from './locale.ts';

const cardinal = new Intl.PluralRules('en');
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL_SUFFIX: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const inWords = (count: number): string => NUMBERS[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: number, one: string, other: string): string =>
  `${inWords(count)} ${cardinal.select(count) === 'one' ? one : other}`;
const BY: Record<AuthorRole, string> = {
  author: 'By',
  contributor: 'By',
  expert: 'With',
  speaker: 'Speaking:',
  editor: 'Edited by',
  translator: 'Translated by',
  photographer: 'Photographs by',
};

const verb = (kind: string | null): string => (kind === 'agency' ? 'carrying' : 'citing');

const basisWords: BasisWords = {
  outlets: (count) => capital(counted(count, 'outlet', 'outlets')),
  apart: (opening) => `${opening}, independent of each other`,
  carryingOne: (kind) => `, ${verb(kind)} `,
  carryingAll: (count, kind) => `, ${count === 2 ? 'both' : 'all'} ${verb(kind)} `,
  carryingSome: (count, kind, first) =>
    `${first ? ', ' : ' and '}${inWords(count)}${first ? ' of them' : ''} ${verb(kind)} `,
  voices: (count) => counted(count, 'independent voice', 'independent voices'),
  today: 'today',
  yesterday: 'yesterday',
  reported: (when) => [when === 'weekday' || when === 'date' ? ' First reported on ' : ' First reported ', '.'],
  weekdays: true,
  dayOfStory: (day) => ` Day ${day} of this story.`,
};

/** "A, B and C"; semicolons where a heading has a comma of its own. */
function joinHeadings(headings: string[]): string {
  const mark = headings.some((heading) => heading.includes(',')) ? ';' : '';
  if (headings.length < 2) return headings.join('');
  return `${headings.slice(0, -1).join(mark ? '; ' : ', ')}${mark} and ${headings.at(-1)}`;
}

/** "A ceasefire holds" after "including": lower case, where the first word is one that surely names nobody. */
function lowerFirst(heading: string, isOrdinary: (lowerCaseWord: string) => boolean): string {
  const rest = heading.replace(/[.!?]+$/u, '');
  const first = /^\p{Lu}\p{Ll}*(?=[\s,])/u.exec(rest)?.[0] ?? '';
  const next = rest.slice(first.length).trimStart();
  const names = !/^(?:A|An|The)$/u.test(first) && !(isOrdinary(first.toLowerCase()) && /^[\p{Ll},]/u.test(next));
  return first === '' || names ? rest : first.toLowerCase() + rest.slice(first.length);
}

const forms: FormWords = {
  openSuggest: 'Open the form',
  openShare: 'Open the form',
  suggestText: 'Tell us what happened, or what we should look into. You need not say who you are.',
  shareText:
    'Offer us a piece of your own: what it is about, the languages you write in, with your name or without it.',
  suggestAbout: 'Tell us what happened, or what we should look into. Only the first field is needed.',
  shareAbout: 'Tell us what you want to write, and whether your name may stand over it.',
  safetyTitle: 'Before you write: what this protects, and what not',
  protects:
    'We keep what you write encrypted. With it we keep the day, and no address, no browser, no time of day. The page sets no cookie and runs no script.',
  protectsNot:
    'This is not end-to-end encryption: whoever runs or breaks into this server can read what you send. Your network, your employer or your device can see that you were on this site.',
  safetyAdvice:
    'If being found out would put you or anyone else at risk, use Tor Browser on a device and a connection that are not yours or your employer’s, and leave out names and places at first.',
  optional: 'optional',
  story: 'Your story or issue',
  storyHint: 'What you saw or know, when and where, and how you know it. As much as you want to say, in any language.',
  pitch: 'What you want to tell',
  pitchHint: 'In a few lines: what it is about, how you know it, and why now.',
  email: 'E-mail',
  emailHint: 'Leave it empty if it could identify you. You can read our reply here, with a code that you get next.',
  writes: 'Languages you write in',
  writesHint: 'For example: Arabic, English.',
  links: 'Links',
  linksHint: 'Earlier work, or what your story rests on. One a line.',
  byline: 'May your name stand over it?',
  bylineYes: 'Yes, with this name',
  bylineNo: 'No, without my name',
  bylineHint: 'You can still change your mind before anything is published.',
  name: 'The name to print',
  nameHint: 'Only with “yes”. It can be a pen name.',
  trap: 'Leave this empty',
  send: 'Send',
  sendAgain: 'Send again',
  wrongTitle: 'Not sent yet',
  wrong: {
    text: 'Write something here first.',
    'text-long': 'This is longer than 20,000 characters. Shorten it, or send it in parts.',
    email: 'This is no e-mail address. Correct it, or leave the field empty.',
    byline: 'Choose one of the two.',
    name: 'Write the name to print, or choose “without my name”.',
    long: 'This is too long. Shorten it.',
  },
  refused: {
    token: 'This page had been open for too long. What you wrote still stands below: press “Send again”.',
    used: 'This page had been sent once already, with other words. If they are a second message, press “Send again”.',
    trap: 'A field that people do not see had been filled in; some programmes do that by themselves. It is empty again: press “Send again”.',
    busy: 'Too much is being sent to us at this moment. What you wrote still stands below: wait a minute, then press “Send again”.',
    crowded:
      'Too much is being sent to us at this moment. Nothing was kept. Go back, wait a minute, and send it again.',
    full: 'Our inbox is full until somebody has read it. Nothing was kept. Copy what you wrote, and try again tomorrow.',
    failed:
      'Something failed here, and the fault is ours. Nothing was kept. What you wrote still stands below: wait a minute, then press “Send again”.',
    large: 'What you sent is too large to be taken. Go back, shorten it or send it in parts. Nothing was kept.',
    slow: 'It took too long to arrive whole. Nothing was kept. Go back and send it again.',
    unreadable: 'It did not arrive as a form. Nothing was kept. Open the form again and send it from there.',
  },
  sentTitle: 'It has reached us',
  sentText: 'Somebody at the desk will read it. This code is your receipt, and the only way to read our reply here:',
  codeLabel: 'Your receipt code',
  keepCode: 'Write it down now: it is shown this once, we do not keep it, and it cannot be found again.',
  keepCodeMore:
    'On paper, or in a password manager; not in a message or a picture. Whoever has the code can read the reply, but not what you sent.',
  sentOn: 'Come back in a day or two, to this page:',
  receiptTitle: 'Read our reply',
  receiptText: 'With the code that you were shown when you wrote to us.',
  receiptField: 'Receipt code',
  receiptHint: 'Four groups of four letters and digits. Capitals, spaces and hyphens do not matter.',
  receiptAsk: 'Look for a reply',
  receiptLink: 'You have a receipt code? Read our reply',
  unknownCode:
    'We know no such code here. Look at it again letter by letter; a code works only with the publication that you wrote to, and not any more once we have deleted what you sent.',
  nothingYet: 'We have what you sent. There is no reply yet; come back in a day or two.',
  receiptBusy: 'Too many are asking at this moment. Wait a minute and try again.',
  replyTitle: 'Our reply',
  replyOn: 'Written on',
  replyOnce: 'It can be read again with the same code.',
  closedTitle: 'The forms are closed',
  closedText: 'This publication takes no stories at the moment. A reply to what you sent before can still be read.',
  copyTitle: 'Nothing can be sent from here',
  copyText:
    'This is a copy of the publication as files. Its forms were on the living site, and nothing that readers sent is in the copy.',
  byMail: 'By e-mail',
};
export const english: Locale = {
  region: (lang) => ({ tag: lang === 'en' ? 'en-GB' : lang }),
  tombstone: '[name withdrawn]',
  words: (region) => ({
    dayTitle: (day) => {
      const number = dayOfMonth(day);
      return `Executive Summary for ${region.monthName(day)} ${number}${ORDINAL_SUFFIX[ordinal.select(number)]}`;
    },
    lede: (place, headings, texts = []) => {
      const isOrdinary = ordinaryWords(texts);
      return headings.length === 0
        ? `We review the key developments in ${place}.`
        : `We review the key developments in ${place}, including ${joinHeadings(headings.map((heading) => lowerFirst(heading, isOrdinary)))}.`;
    },
    attributed: (by, sentence) =>
      attribute(by, `“${innerQuotes(sentence, '‘', '’')}”`, {
        who: ({ outlet, descriptor, agency }) => apposed(outlet, [descriptor, agency && `carrying ${agency}`]),
        first: (who) => `${who} reported:`,
        also: (who) => `${who} also reported:`,
        added: 'It added:',
      }),
    basisLine: (basis, on) => basisLine(basis, on, region, basisWords),
    readTime: (minutes) =>
      `Read\u00a0time:\u00a0${minutes}\u00a0${cardinal.select(minutes) === 'one' ? 'minute' : 'minutes'}`,
    noteName: (label) => `Note ${label}`,
    carrying: (origin, kind) => [`, ${verb(kind)} `, { name: origin }],
    quotes: ['“', '”'],
    comma: ', ',
    listOf: region.listOf,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    revision: (number) => `This is revision ${number} of this page; earlier ones are kept.`,
    byline: (role, people, others) =>
      byline(people, {
        by: BY[role],
        comma: ', ',
        semicolon: '; ',
        and: ' and ',
        others: others > 0 ? `${others} others` : null,
      }),
    partOf: (position, pieces) => `Part ${position} of ${pieces}`,
    authorsTitle: (count) => (count === 1 ? 'About the author' : 'About the authors'),
    allOf: (count, of) => `All ${count} in ${of}`,
    importedFrom: 'Imported from',
    noteOn: (kind, day, words) => [
      { correction: 'Correction, ', update: 'Updated, ', withdrawal: 'Withdrawn, ' }[kind],
      { day, words },
    ],
    correctedOn: (day, words) => ['Corrected ', { day, words }],
    found: (count, more) => capital(`${more ? 'at least ' : ''}${counted(count, 'result', 'results')}`),
    letterMoved: 'The story goes on in',
    forms,
    timesCited: (times, pieces, linked) =>
      `${linked ? 'linked' : 'cited'} ${times === 1 ? 'once' : `${times} times`}, in ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
    privacyText: [
      {
        heading: 'When you read',
        paragraphs: [
          'There are no accounts here and nothing to sign in to. These pages set no cookies, need no script and load nothing from anybody else: no advertisements, no counters, no buttons of other companies. The search page has a small script of our own: what you type there comes to this site as you type, and is kept nowhere.',
          'When you follow a link away from here, your browser is told not to say which of our pages you came from. If we count readings at all, we count how often a page was asked for on a day, and nothing of who asked.',
          'Whoever carries your connection can see that you visit this site, and the host that runs our server may keep records of connections for a time, as hosts do. If being seen here would put you at risk, use a network and a browser made for that, such as Tor Browser.',
        ],
      },
      {
        heading: 'When you write to us',
        paragraphs: [
          'An e-mail that you send us is kept in our mailbox with your address, as e-mail is, and can be read on its way.',
          'What you send us through a form on this site is kept without your network address, your browser or the time of day. It holds what you write, and nothing that you leave out.',
        ],
      },
      {
        heading: 'When you are named here',
        paragraphs: [
          'If being named on one of these pages puts you at risk, write to us. We can take a name out of every version that we keep.',
        ],
      },
    ],
    republishAsked: [
      'name the author, and say that we published it first, with a link to this page',
      'change nothing but what your house style needs, and say so when you shorten it',
      'carry our corrections: look at this page again before you publish',
      'leave out the pictures: their rights are not ours to give',
    ],
    totals: { killed: 'Killed', missing: 'Missing', suspected: 'Suspected cases', confirmed: 'Confirmed cases' },
    copy: {
      skip: 'Skip to the text',
      languages: 'Languages',
      sections: 'Sections',
      week: 'The week at a glance',
      noSummaryDay: 'No summary',
      home: 'Home',
      summaries: 'Executive summaries',
      articles: 'Articles',
      community: 'Community',
      background: 'Background',
      series: 'Series',
      projects: 'Special projects',
      talks: 'Talks',
      summary: 'Executive summary',
      article: 'Article',
      communityPiece: 'Community',
      backgroundPiece: 'Background',
      seriesPiece: 'Series',
      project: 'Special project',
      talk: 'Talk',
      page: 'Page',
      undated: 'Without a date',
      allSummaries: 'All executive summaries',
      topics: 'Topics',
      about: 'About',
      contribute: 'Contribute',
      contact: 'Contact',
      follow: 'Follow',
      published: 'Published',
      updated: 'Updated',
      inThisSummary: 'In this summary',
      onThisPage: 'On this page',
      notes: 'Notes',
      close: 'Close',
      retrieved: 'Retrieved',
      fingerprint: 'SHA-256',
      version: 'version',
      checked:
        'Names, numbers and quotations in this sentence were looked for in the spans it cites; where one was not found, an editor let it stand. Nobody here has checked who did what.',
      vouched: 'Background that our editors stand for; no source is cited.',
      vouchedShort: 'Vouched for by our editors',
      vouchedBy: 'Vouched for by',
      own: 'Our own reporting',
      ownLong: 'Our own reporting. A source may be held by the newsroom and not shown.',
      linkedLong: 'Linked by the original, not checked here.',
      asReported: 'as the cited reports said; they may not have counted alike',
      reportsDiffer: 'Reports differ',
      toldBefore: 'In this story before',
      toldEarliest: 'Earliest known:',
      toldAfter: 'What came after',
      reads: 'Recommended reads',
      corrections: 'Corrections',
      updates: 'Updates',
      corrected: 'Corrected',
      whereItStood: 'Where it stood',
      previousDay: 'Previous day',
      nextDay: 'Next day',
      previousMonth: 'Previous month',
      nextMonth: 'Next month',
      calendar: 'Calendar',
      share: 'Share this page',
      shareMail: 'Send by e-mail',
      shareLink: 'Address of this page',
      suggest: 'Suggest your story or issue',
      shareStory: 'Share your story',
      howMade: 'How this was made',
      howMadeText:
        'Editors chose these developments from the day’s reports. The number after a sentence opens a note with the outlet, who it rests on and the very words we relied on. Names, numbers and quotations were looked for in those words, and where one was not found an editor let it stand; in Arabic text, names were looked for where we know their spelling. Nobody here has checked who did what. Outlets that carry one agency or monitor count as one voice. A dagger (†) marks background that our editors stand for. When we are wrong we say so where the error stood.',
      howMadePiece:
        'The number after a sentence opens a note with the outlet, who it rests on and the very words we relied on. Names, numbers and quotations were looked for in those words, and where one was not found an editor let it stand; in Arabic text, names were looked for where we know their spelling. Nobody here has checked who did what. When we are wrong we say so where the error stood.',
      imported: 'From an earlier site',
      importedUnknown: 'Imported from an earlier site; the address that it had there is not known.',
      importedText: 'It stands as it was published there. Its links are the ones it had; nobody here has checked them.',
      rightsUnset: 'Who owns the rights to it, and what they allow, has not been stated yet.',
      rightsOwner: 'Rights:',
      republished: 'Republished from',
      categories: 'Filed under',
      tags: 'Tags',
      alsoIn: 'Also in',
      inSeries: 'Part of a series',
      inProject: 'Part of a special project',
      inThisProject: 'In this project',
      sponsored: 'Sponsored by',
      sharedFrom: 'First published in',
      previousPart: 'Before this',
      nextPart: 'After this',
      members: 'In this series',
      noMembers: 'None of the pieces of this series is here.',
      nameWithdrawn: 'A name was withdrawn from this page.',
      gone: 'This page was withdrawn',
      goneText: 'It was published here and is not any more. Nothing of it is kept at this address.',
      picture: 'Picture',
      pictureAbsent: 'We do not hold this picture. It shows:',
      pictureAbsentPlain: 'We do not hold this picture.',
      pictureEnded: 'We may no longer show this picture. It shows:',
      pictureEndedPlain: 'We may no longer show this picture.',
      pictureStood: 'It stood at',
      photo: 'Credit:',
      recent: 'Recent summaries',
      latest: 'Latest summary',
      noSummaries: 'Nothing has been published here yet. The first executive summary will stand on this page.',
      nothingInTopic: 'Nothing has been filed under this topic yet.',
      paused: 'Paused',
      archived: 'Archived',
      siblings: 'Sister publications',
      networkLine: 'One story each, every day. You always see who says so.',
      shareStoryText:
        'If you want to write under your own name, tell us in a few lines what you saw or know, how you know it, and how we can reach you.',
      network: 'Network',
      publications: 'Publications',
      newer: 'Newer',
      older: 'Older',
      pages: 'Pages',
      notFound: 'This page is not here',
      notFoundText: 'The address may be mistyped, or what stood there was never kept.',
      notFoundMeant: 'Perhaps you were looking for',
      failed: 'Something went wrong here',
      failedText: 'The fault is ours. What we published is safe; please try again in a minute.',
      goHome: 'Go to the front page',
      aboutTitle: 'About us',
      contributeTitle: 'Suggest or share a story',
      writeTo: 'Write to us at',
      contributeSafety:
        'Ordinary e-mail can be read on its way. If being found out would put you or anyone else at risk, do not write from your own device or address, and leave out names and places at first.',
      aboutNotes: 'What the small numbers mean',
      aboutNotesText:
        'A number at the end of a sentence opens a note: the outlet, the agency or person it rests on, and the very words we relied on, with the day we took them and their fingerprint (SHA-256). We check that the names, numbers and quotations in a sentence are found in those words. We do not know who did what to whom, and we do not say that we do.',
      elsewhere: 'Also by us',
      sources: 'Sources',
      noSourceRule: 'A sentence without a number cites no source.',
      feeds: 'Feeds',
      // Places: labels, corrections, sources, republishing, standing pages, talks.
      contributor: 'Contributor',
      tag: 'Tag',
      category: 'Filed under',
      correctionsIntro:
        'Every correction that we have published, the newest first. Each leads to the sentence that was wrong, or to the page where it stood.',
      noCorrections: 'No correction has been published here.',
      sourcesIntro:
        'Who the sentences of this publication rest on, counted from its live pages. A source is counted once for each citation; what is private to the newsroom is not shown.',
      sourcesCounted: 'Being named here says that we cited them, not that we checked what they say.',
      noSources: 'Nothing that has been published here cites a source yet.',
      outlets: 'Outlets',
      agenciesAndMonitors: 'Agencies and monitors',
      agency: 'agency',
      monitor: 'monitor',
      linkedHosts: 'Sites that imported pages link to',
      linkedHostsText: 'Linked by the originals of pages that came from an earlier site; nobody here has checked them.',
      allYears: 'All years',
      byYear: 'Years',
      republish: 'Republish',
      republishIntro: 'This text may be republished under these terms:',
      republishRules: 'Please',
      republishUnset:
        'Nobody has stated yet who owns the rights to this page and what they allow. Until then it cannot be offered for republishing; please write to us.',
      republishPartner: 'This page came from a partner. Please ask them, at the address of the original.',
      republishGuidelines: 'Our rules for republishing',
      republishHtml: 'As HTML',
      republishPlain: 'As plain text',
      firstPublished: 'First published by',
      independence: 'Independence',
      copyright: 'Copyright',
      terms: 'Terms',
      privacy: 'Privacy',
      funders: 'Funders',
      partners: 'Partners',
      team: 'Team',
      masthead: 'Masthead',
      republishing: 'Republishing',
      aboutPublication: 'This publication',
      upcomingTalks: 'To come',
      pastTalks: 'Past talks',
      talkBegins: 'Begins',
      talkEnds: 'Ends',
      talkPlace: 'Where',
      talkHere: 'Where it is held',
      talkUtc: 'UTC',
      talkYours: 'In your zone',
      talkAnswer: 'Say that you are coming',
      talkAnswerText: 'Write to',
      talkCalendar: 'Add to your calendar',
      talkRecording: 'Recording',
      talkRecordingText: 'It is kept elsewhere; this link leaves our site:',
      // search
      search: 'Search',
      searchFor: 'Words to look for',
      searchButton: 'Search',
      searchHint:
        'Look for words in everything that is published here. Any form of a word will do; what you look for is not recorded.',
      searchNoWords: 'There is no word in what you wrote.',
      searchNone: 'Nothing was found for',
      searchTips: 'Try fewer words, or others for the same thing. Names may be spelled in another way here.',
      searchMeant: 'Did you mean',
      searchSimilar: 'Nothing has exactly these words. This is what has words much like them.',
      searchSome: 'Nothing has all of these words. This is what has some of them.',
      searchWithout: 'Search without the filters',
      searchNarrow: 'Narrow the search',
      searchKind: 'Kind',
      searchTopic: 'Topic',
      searchOutlet: 'Outlet cited',
      searchAny: 'Any',
      searchFrom: 'From',
      searchTo: 'Until',
      searchOrder: 'Order',
      searchBest: 'Best match first',
      searchNewest: 'Newest first',
      searchPrevious: 'Previous',
      searchNext: 'Next',
      searchFollow: 'Follow this search',
    },
  }),
};
