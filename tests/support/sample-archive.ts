/** An invented archive that came home: one piece of each kind and of each awkward shape: the port of Gorvan, again. */
import type { Database } from '#platform/database/database.ts';
import { createIds } from '#platform/stable-ids.ts';
import {
  type Author,
  type Block,
  insertImportedPiece,
  insertRedirects,
  type PieceContent,
  type PieceKind,
  type Sentence,
} from '#pieces/pieces.ts';
import { plainPublication, type Publication, savePublication } from '#publications/publications.ts';

const at = '2026-11-20T09:00:00.000Z';
const old = 'https://courier.example/gorvan';

export const sampleArchive: Publication = {
  ...plainPublication('gorvan'),
  name: 'Gorvan Courier',
  tagline: { en: 'The port, its ferries and its people', ar: 'الميناء وعبّاراته وأهله' },
  languages: ['en', 'ar'],
  status: 'archived',
  topics: [
    { slug: 'ferries', name: { en: 'Ferries', ar: 'العبّارات' } },
    { slug: 'harbour', name: { en: 'The harbour', ar: 'الميناء' } },
  ],
  letter: {
    en: {
      title: 'To our readers',
      salutation: 'Dear readers,',
      paragraphs: ['We stopped in May 2018. What we wrote stands here.'],
      signed: 'The editors of the Gorvan Courier',
      date: '2018-05-15',
    },
  },
  listed: false,
  formerAddresses: [old],
};

const english = createIds('gorvan/sample');

export function sentence(text: string, links: { href: string; text: string }[] = []): Sentence {
  return {
    id: english('s'),
    text,
    marks: links.map((link) => {
      const start = text.indexOf(link.text);
      return { type: 'link' as const, start, end: start + link.text.length, href: link.href };
    }),
    basis: links.length > 0 ? { kind: 'linked', links } : { kind: 'uncited' },
  };
}

const paragraph = (...sentences: Sentence[]): Block => ({ type: 'paragraph', id: english('p'), sentences });
const heading = (level: 2 | 3 | 4, text: string): Block => ({ type: 'heading', id: english('h'), level, text });
const link = (href: string, text: string) => ({ href, text });

interface SamplePiece {
  kind: PieceKind;
  path: string;
  title: string;
  lang?: string;
  dated?: string | null;
  publishedAt?: string | null;
  modifiedAt?: string | null;
  content?: Partial<PieceContent>;
  translationOf?: string;
  live?: boolean;
}

const oona: Author = {
  name: 'Oona Firth',
  slug: 'oona-firth',
  role: 'author',
  title: 'harbour reporter',
  bio: 'Oona Firth has written about ferries since the first of them sank.\n\nShe lives on the eastern mole.',
};

/** Every block that there is, with links out, links home and a link home to what did not come. */
const longBody: Block[] = [
  paragraph(
    sentence('The ferry to Tal Amrin sailed again on Friday, the Quay Courier wrote.', [
      link('https://quay.example/2016/08/ferry', 'the Quay Courier wrote'),
    ]),
    sentence('It had been laid up for nine days.'),
  ),
  paragraph(
    sentence('We told its story in the spring, and counted the passengers in our summary of 11 April.', [
      link(`${old}/background/the-ferry.html`, 'told its story'),
      link(`${old}/executive-summaries/2016/4/11`, 'our summary of 11 April'),
    ]),
    sentence('A map of the moorings has not come with us.', [link(`${old}/maps/moorings`, 'A map of the moorings')]),
  ),
  heading(2, 'Nine days at the mole'),
  paragraph(sentence('Nobody had told the passengers why.', [link('https://radio.example/why', 'Nobody')])),
  {
    type: 'quote',
    id: english('q'),
    sentences: [sentence('We slept on the nets and the nets were wet.')],
    attribution: 'A passenger, on the third night',
  },
  {
    type: 'list',
    id: english('l'),
    ordered: false,
    items: [[sentence('Nine passengers waited.')], [sentence('Two goats waited with them.')]],
  },
  heading(4, 'What it cost'),
  {
    type: 'table',
    id: english('t'),
    header: true,
    rows: [
      [[sentence('Day')], [sentence('Crossings')], [sentence('Passengers turned away at the eastern mole')]],
      [[sentence('Friday')], [sentence('4')], [sentence('212')]],
      [[sentence('Saturday')], [sentence('0')], [sentence('1,804')]],
    ],
  },
  {
    type: 'figure',
    id: english('f'),
    image: {
      src: 'https://pictures.courier.example/2016/mole-at-night.jpg',
      caption: 'The eastern mole at night.',
      credit: 'Bela Tarn',
      alt: 'Lamps along a wet quay',
    },
  },
  {
    type: 'embed',
    id: english('e'),
    href: 'https://video.example/watch/8812',
    note: 'A video at video.example: the ferry leaves',
  },
  heading(3, 'What comes next'),
  paragraph(sentence('The harbour office will say on Monday.')),
];

const authorsMany: Author[] = Array.from({ length: 200 }, (_, n) => ({
  name: `${['Bela', 'Ismene', 'Tarik', 'Wenna', 'Doru'][n % 5]} ${['Tarn', 'Quill', 'Haddar', 'Moss', 'Vane'][Math.floor(n / 5) % 5]} ${n + 1}`,
  role: 'contributor',
}));

const pieces: SamplePiece[] = [
  {
    kind: 'summary',
    path: 'executive-summaries/2016/04/11',
    title: 'Executive Summary for April 11th',
    dated: '2016-04-11',
    content: {
      lede: 'We review the key developments in Gorvan, including the laying up of the ferry and a vote on the mole.',
      topics: ['ferries'],
      readMinutes: 3,
      topImage: {
        src: 'https://pictures.courier.example/2016/mole.jpg',
        caption: 'Passengers on the eastern mole.',
        credit: 'Oona Firth',
        alt: '',
      },
      blocks: [
        heading(2, 'Ferry Laid Up After Storm'),
        paragraph(
          sentence('The ferry to Tal Amrin was laid up on Sunday, Quay Radio reported.', [
            link('https://radio.example/ferry', 'Quay Radio reported'),
          ]),
        ),
        heading(2, 'Council Votes on the Mole'),
        paragraph(
          sentence('Eleven of twenty members voted for a longer mole.', [
            link('https://council.example/vote', 'voted'),
          ]),
        ),
        heading(2, 'Fish Prices Double'),
        paragraph(sentence('Bream cost twice what it did in March.')),
      ],
      recommendedReads: [
        { publisher: 'The Quay Courier', title: 'Why the mole is short', url: 'https://quay.example/mole' },
        { publisher: 'Gorvan Courier', title: 'The ferry, explained', url: `${old}/background/the-ferry` },
      ],
    },
  },
  {
    kind: 'article',
    path: 'articles/2016/08/19/the-ferry-sails-again',
    title: 'The Ferry Sails Again, and Nobody at the Harbour Office Will Say Why It Stopped',
    dated: '2016-08-19',
    publishedAt: '2016-08-19T00:00:00.000Z',
    modifiedAt: '2016-08-22T00:00:00.000Z',
    content: {
      lede: 'Nine passengers, two goats and a week and a half of rain: how a small ferry became the only question in town.',
      topics: ['ferries', 'harbour'],
      categories: [{ slug: 'reports', title: 'Reports' }],
      tags: [
        { slug: 'mole', title: 'Eastern mole' },
        { slug: 'rain', title: 'Rain' },
      ],
      series: [{ slug: 'nine-days', title: 'Nine Days' }],
      authors: [
        oona,
        { name: 'Bela Tarn', role: 'contributor' },
        { name: 'Ismene Quill', role: 'editor' },
        { name: 'Tarik Haddar', role: 'photographer' },
      ],
      readMinutes: 7,
      blocks: longBody,
      nameWithdrawn: true,
      topImage: {
        src: 'https://pictures.courier.example/2016/ferry.jpg',
        caption: 'The ferry leaves the eastern mole on Friday.',
        credit: 'Tarik Haddar',
        alt: 'A small ferry beside a long wall',
      },
    },
  },
  {
    kind: 'article',
    path: 'ar/articles/2016/08/19/al-abbara',
    lang: 'ar',
    title: 'العبّارة تبحر من جديد',
    dated: '2016-08-19',
    translationOf: 'articles/2016/08/19/the-ferry-sails-again',
    content: {
      lede: 'تسعة ركاب وعنزتان وأسبوع ونصف من المطر.',
      authors: [{ name: 'أونا فيرث', role: 'author', title: 'مراسلة الميناء', bio: 'تكتب عن العبّارات منذ سنوات.' }],
      topics: ['ferries'],
      blocks: [
        paragraph(
          sentence('أبحرت العبّارة إلى تل عمرين يوم الجمعة، بحسب Quay Radio.', [
            link('https://radio.example/ferry', 'بحسب Quay Radio'),
          ]),
        ),
        heading(2, 'تسعة أيام على الرصيف'),
        paragraph(sentence('لم يُبلَّغ الركاب بالسبب، وبلغت الخسارة 12% من دخل S-300.')),
      ],
    },
  },
  {
    kind: 'article',
    path: 'articles/2016/08/25/the-harbour-office-answers',
    title: 'The Harbour Office Answers',
    dated: '2016-08-25',
    content: { series: [{ slug: 'nine-days', title: 'Nine Days' }], authors: [oona], topics: ['harbour'] },
  },
  {
    kind: 'article',
    path: 'articles/no-lede-no-date',
    title: 'Without a Date',
    dated: null,
    publishedAt: null,
    content: { imported: { format: 'wxr', url: null, published: null, modified: null } },
  },
  {
    kind: 'community',
    path: 'community/2015/03/a-letter-from-the-mole',
    title: 'A Letter From the Mole',
    dated: null,
    publishedAt: '2015-03-01T00:00:00.000Z',
    content: {
      authors: authorsMany,
      // So that not each of the two hundred has a page of their own, which every test of all pages would render.
      nameWithdrawn: true,
      canonical: 'https://quay.example/letters/mole',
      imported: { format: 'newsdeeply', url: `${old}/community/letter`, published: 'month', modified: null },
    },
  },
  {
    kind: 'background',
    path: 'background/the-ferry',
    title: 'The Ferry, Explained',
    dated: null,
    publishedAt: '2014-01-01T00:00:00.000Z',
    content: {
      lede: 'Who owns it, who sails on it, and why it stops.',
      topics: ['ferries'],
      imported: { format: 'newsdeeply', url: `${old}/background/the-ferry`, published: 'year', modified: null },
      blocks: [
        heading(2, 'Who owns it'),
        paragraph(sentence('The harbour office owns the hull.')),
        heading(2, 'Who sails on it'),
        paragraph(sentence('Nearly everybody has.')),
        heading(2, 'Why it stops'),
        paragraph(sentence('Rain, rust and the council.')),
      ],
    },
  },
  {
    kind: 'talk',
    path: 'talks/an-evening-about-ferries',
    title: 'An Evening About Ferries',
    dated: '2017-02-02',
    content: {
      lede: 'Three captains on what they would not say in daylight.',
      talk: {
        startsAt: '2017-02-02T17:30:00.000Z',
        endsAt: '2017-02-02T19:00:00.000Z',
        timeZone: 'Asia/Nicosia',
        place: 'The long room; Harbour Office, Gorvan',
        rsvp: 'evenings@courier.example',
        recording: 'https://sound.example/ferries',
      },
    },
  },
  {
    kind: 'series',
    path: 'series/nine-days',
    title: 'Nine Days',
    dated: null,
    publishedAt: null,
    content: {
      lede: 'What happened while the ferry did not sail.',
      members: [
        'background/the-ferry',
        'articles/2016/08/19/the-ferry-sails-again',
        'articles/2016/08/21/never-came-home',
        'articles/2016/08/25/the-harbour-office-answers',
      ],
    },
  },
  {
    kind: 'project',
    path: 'projects/the-mole',
    title: 'The Mole, Stone by Stone',
    dated: '2017-04-01',
    content: {
      lede: 'A year on the eastern mole.',
      sponsor: { name: 'The Stone Fund', url: 'https://stone.example/' },
      members: ['articles/2016/08/25/the-harbour-office-answers', 'background/the-ferry'],
    },
  },
  {
    kind: 'page',
    path: 'about',
    title: 'About the Gorvan Courier',
    dated: null,
    publishedAt: null,
    content: { blocks: [paragraph(sentence('We were six people and a kettle.'))] },
  },
  {
    kind: 'page',
    path: 'masthead',
    title: 'Harbourmastersdeputyassistantsunderstudiescommittee <b>& Masthead</b>',
    dated: null,
    publishedAt: null,
  },
  { kind: 'article', path: 'articles/2016/09/01/draft', title: 'Never Out', dated: '2016-09-01', live: false },
];

/** Saves the archive, its pieces and its old addresses. */
export async function loadSampleArchive(database: Database, changes: Partial<Publication> = {}): Promise<Publication> {
  const publication = { ...sampleArchive, ...changes };
  const { slug } = publication;
  await database.write(async (tx) => {
    await savePublication(tx, publication, at);
    for (const piece of pieces) {
      const { kind, path, title, lang = 'en', dated = null, live = true, translationOf } = piece;
      const content: PieceContent = {
        version: 1,
        kind,
        lang,
        title,
        lede: '',
        blocks: [paragraph(sentence('The rain stopped.'), sentence('Nobody noticed.'))],
        recommendedReads: [],
        topImage: null,
        topics: [],
        imported: { format: 'newsdeeply', url: `${old}/${path}.html`, published: 'day', modified: 'day' },
        ...piece.content,
      };
      const head = { id: pieceId(path), publication: slug, kind, lang, path, dated };
      const translated = translationOf === undefined ? null : pieceId(translationOf);
      await insertImportedPiece(
        tx,
        { ...head, translationOf: translated },
        content,
        { by: 'import', at },
        {
          revision: 1,
          live,
          firstPublishedAt: piece.publishedAt === undefined ? dated && `${dated}T00:00:00.000Z` : piece.publishedAt,
          modifiedAt: piece.modifiedAt ?? null,
        },
      );
    }
    const to = (path: string) => ({ target: { pieceId: pieceId(path) } });
    await insertRedirects(
      tx,
      slug,
      [
        { source: 'articles/2016/08/10045.html', ...to('articles/2016/08/19/the-ferry-sails-again') },
        { source: '?p=12', ...to('background/the-ferry') },
        { source: '//old.example/ferry?id=3', ...to('background/the-ferry') },
        { source: 'articles/2016/09/01/draft.php', ...to('articles/2016/09/01/draft') },
        { source: 'topics/the-harbour', target: { path: 'harbour' } },
      ],
      at,
    );
  });
  return publication;
}

export function pieceId(path: string): string {
  return createIds(`gorvan/${path}`)('pc');
}
