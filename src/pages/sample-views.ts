/** Invented views that tests and previews share: the Belisar Strait of tests/world, seen from the page's side. */
import { dayTitle } from '#locales/locales.ts';
import type { BlockView, NoteView, PictureView, ReportNoteView, SectionView, SentenceView } from './text-view.ts';
import type { MonthView, PublicationView, SiteView, PieceCard, PieceView } from './view.ts';

export const sampleSite: SiteView = {
  origin: 'https://daybook.example',
  networkName: 'The Daybook Network',
  assets: { css: ['/assets/site.css'] },
};

export function samplePublication(changes: Partial<PublicationView> = {}): PublicationView {
  return {
    slug: 'belisar',
    name: 'Belisar Daybook',
    tagline: 'One strait, one river, every day. You always see who says so.',
    lang: 'en',
    languages: [
      { lang: 'en', path: '/belisar/executive-summaries/2026/11/03' },
      { lang: 'ar', path: '/belisar/ar/executive-summaries/2026/11/03' },
    ],
    defaultLang: 'en',
    timeZone: 'Asia/Nicosia',
    status: 'active',
    region: 'the Belisar Strait',
    accent: '#1f4e79',
    logo: null,
    topics: [
      { slug: 'ceasefire', name: 'Ceasefire and talks' },
      { slug: 'detainees', name: 'Detainees and the missing' },
      { slug: 'displacement', name: 'Displacement' },
      { slug: 'health', name: 'Health and water' },
      { slug: 'crossings', name: 'Crossings, port and grain' },
      { slug: 'elections', name: 'Elections' },
    ],
    siblings: [
      {
        slug: 'kharuba',
        name: 'Kharuba Daybook',
        tagline: 'Water, herds and return on the high plateau',
        status: 'paused',
      },
      {
        slug: 'aldermoss',
        name: 'Aldermoss Daybook',
        tagline: 'The fen, the fires beneath it and the people who live on top',
        status: 'active',
      },
    ],
    letter: null,
    about: [
      'Belisar Daybook follows one story: what becomes of the people on both banks of the Orrun since the Lowra Accord stopped the fighting.',
      'We are a desk of five, in Port Selwyn and Dar Mizan. We take no money from any party to the Accord.',
    ],
    contribute: ['Tell us what you have seen. A place and an hour are enough to begin with.'],
    contact: 'desk@belisar-daybook.example',
    takesSubmissions: true,
    noindex: false,
    lists: ['summary'],
    rights: null,
    standing: ['privacy'],
    basePath: '/belisar',
    ...changes,
  };
}

export function sampleMonth(year = 2026, month = 11, upTo = 3, base = '/belisar'): MonthView {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const folder = `${base}/executive-summaries/${year}/${String(month).padStart(2, '0')}`;
  return {
    year,
    month,
    days: Array.from({ length }, (_, index) => {
      const day = String(index + 1).padStart(2, '0');
      const weekend = [0, 6].includes(new Date(Date.UTC(year, month - 1, index + 1)).getUTCDay());
      return {
        date: `${year}-${String(month).padStart(2, '0')}-${day}`,
        path: index < upTo && !weekend ? `${folder}/${day}` : null,
        current: index + 1 === upTo,
      };
    }),
    previousMonth: `${base}/executive-summaries/2026/10/30`,
    nextMonth: null,
  };
}

let nextSentence = 0;

/** A sentence that rests on the numbered notes; none and no basis given means that it cites nothing. */
export function sampleSentence(text: string, notes: number[] = [], changes: Partial<SentenceView> = {}): SentenceView {
  nextSentence += 1;
  return {
    id: `q${nextSentence}`,
    text,
    marks: [],
    lang: null,
    basis: notes.length > 0 ? 'cited' : 'uncited',
    notes,
    corrections: [],
    ...changes,
  };
}

export const sampleParagraph = (...sentences: SentenceView[]): BlockView => ({ type: 'paragraph', sentences });

export function sampleNote(number: number, changes: Partial<ReportNoteView> = {}): ReportNoteView {
  return {
    kind: 'report',
    number,
    id: `n${number}`,
    outlet: 'The Ashmere Ledger',
    origin: 'Halyard',
    originKind: 'agency',
    title: 'Repairs to Long Bridge to take at least six weeks, engineers say',
    url: `https://ashmereledger.example/2026/11/02/long-bridge-repairs-${number}`,
    quote:
      'Repairs to the Long Bridge at Ashmere will take at least six weeks and cannot begin until the river falls, the Crossings Authority said on Monday.',
    quoteLang: 'en',
    reportedOn: '2026-11-02',
    retrievedAt: '2026-11-03T03:12:00Z',
    bodySha256: `${number}f0c3b9a7d2e4c61b8a90d5f7e3c2b1a4958670f1e2d3c4b5a69788796a5b4c3`,
    version: 1,
    ...changes,
  };
}

export function sampleSection(changes: Partial<SectionView> = {}): SectionView {
  return {
    id: 'bridge',
    heading: 'Bridge Repair to Take Six Weeks or More',
    depth: 1,
    basis: {
      outlets: ['Halyard', 'The Ashmere Ledger', 'Council Gazette'],
      origins: [{ name: 'Halyard', kind: 'agency', outlets: 3 }],
      independent: 1,
      firstReportedOn: '2026-11-02',
    },
    blocks: [sampleParagraph(sampleSentence('The Long Bridge is shut.', [1]))],
    notes: [sampleNote(1)],
    ...changes,
  };
}

export const samplePicture: PictureView = {
  src: '/media/long-bridge-1280.jpg',
  width: 1280,
  height: 720,
  srcset: [
    { src: '/media/long-bridge-640.jpg', width: 640 },
    { src: '/media/long-bridge-1280.jpg', width: 1280 },
  ],
  caption: 'Lorries wait at the western ramp of the Long Bridge at Ashmere on the morning after it was closed.',
  credit: 'Hedda Quarrie for Belisar Daybook',
  alt: 'A line of about thirty lorries on a wet road; behind them a long bridge with a barrier across it.',
};

export function sampleSummary(changes: Partial<PieceView> = {}): PieceView {
  const date = changes.date ?? '2026-11-03';
  return {
    kind: 'summary',
    path: '/belisar/executive-summaries/2026/11/03',
    date,
    dateline: date,
    title: 'Executive Summary for November 3rd',
    lede: 'We review the key developments in the Belisar Strait, including the publication of a common electoral roll, an estimate of six weeks for the repair of the Long Bridge and the return of the Five Ports envoy to Lowra Island.',
    lang: 'en',
    publishedAt: '2026-11-03T05:40:00Z',
    modifiedAt: null,
    updated: changes.modifiedAt ?? null,
    readMinutes: 3,
    authors: [],
    topImage: samplePicture,
    preamble: [],
    sections: [sampleSection()],
    reads: [
      {
        publisher: 'The Narrows',
        title: 'What a common roll can and cannot do',
        url: 'https://thenarrows.example/2026/11/02/analysis',
      },
      {
        publisher: 'Nabd Belisar',
        title: 'في الجسر شرخ وفي النهر أشهر من الحفر',
        url: 'https://nabdbelisar.example/2026/11/02/bridge',
        lang: 'ar',
      },
      {
        publisher: 'Orrun Valley Radio',
        title: 'A night at the Dunmorrow ferry',
        url: 'https://orrunradio.example/2026/11/02/ferry',
      },
    ],
    corrections: [],
    previous: {
      path: '/belisar/executive-summaries/2026/11/02',
      date: '2026-11-02',
      title: 'Executive Summary for November 2nd',
    },
    next: null,
    month: sampleMonth(),
    topics: [
      { slug: 'elections', name: 'Elections' },
      { slug: 'crossings', name: 'Crossings, port and grain' },
    ],
    categories: [],
    tags: [],
    series: [],
    members: [],
    translations: [],
    republished: null,
    sharedFrom: null,
    sponsor: null,
    talk: null,
    imported: null,
    nameWithdrawn: false,
    revision: 1,
    ...changes,
  };
}

/** `count` cards, one a weekday, going back from 3 November 2026. */
export function sampleCards(count: number, base = '/belisar'): PieceCard[] {
  const cards: PieceCard[] = [];
  const day = new Date('2026-11-03T00:00:00Z');
  while (cards.length < count) {
    const date = day.toISOString().slice(0, 10);
    const index = cards.length;
    if (![0, 6].includes(day.getUTCDay())) {
      cards.push({
        kind: 'summary',
        authors: [],
        path: `${base}/executive-summaries/${date.replaceAll('-', '/')}`,
        date,
        title: dayTitle(date, 'en'),
        lede: 'We review the key developments in the Belisar Strait.',
        headings: HEADINGS[index % HEADINGS.length] ?? [],
        readMinutes: 2 + (index % 3),
        lang: 'en',
        corrected: index % 7 === 3,
        sponsor: null,
        image: null,
      });
    }
    day.setUTCDate(day.getUTCDate() - 1);
  }
  return cards;
}

const HEADINGS = [
  [
    'Electoral Office Publishes First Common Roll',
    'Bridge Repair to Take Six Weeks or More',
    'Envoy Returns to Lowra With Two Lists of Detainees',
  ],
  [
    'Long Bridge Closed After Crack Is Found',
    'Observatory Counts Eleven Breaches in a Week',
    'Grain Ships Leave Port Selwyn Again',
  ],
  [
    'Humanitarian Organisations on Both Banks Warn That Winterisation Supplies Will Not Reach the Northern Districts Before the First Snow Unless the Dunmorrow Ferry Doubles Its Crossings',
    'Two Held at Tell Sunbul Are Freed',
  ],
  [],
];

/** Every kind of note there is, numbered as a section's. */
export const sampleNotes: NoteView[] = [
  sampleNote(1),
  {
    kind: 'linked',
    number: 2,
    id: 'n2',
    href: 'https://thenarrows.example/old',
    outlet: 'thenarrows.example',
    text: 'said',
  },
  { kind: 'vouched', number: 3, id: 'n3' },
  { kind: 'own', number: 4, id: 'n4' },
];
