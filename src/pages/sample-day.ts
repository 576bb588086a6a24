/** A whole invented day in English and in Arabic, as long as a real one (three developments, some 550 words). */
import {
  sampleMonth,
  sampleNote,
  sampleParagraph,
  samplePublication,
  sampleSentence,
  sampleSummary,
} from './sample-views.ts';
import type { NoteView } from './text-view.ts';
import type { PublicationView, PieceView } from './view.ts';

const say = sampleSentence;

function note(number: number, outlet: string, origin: string | null, quote: string, title: string): NoteView {
  return sampleNote(number, {
    outlet,
    origin,
    originKind: origin?.includes('Observatory') ? 'monitor' : origin ? 'agency' : null,
    quote,
    title,
    url: `https://${outlet.toLowerCase().replace(/[^a-z]/g, '') || 'jisralorrun'}.example/2026/11/02/${
      title
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .slice(0, 40) || number
    }`,
    bodySha256: [7, 11, 13, 17, 19, 23, 29, 31]
      .map((prime) => (((number + 3) * prime * 104_729_000_003) % 4_294_967_291).toString(16).padStart(8, '0'))
      .join(''),
  });
}

const arabicNote = (number: number, outlet: string, origin: string | null, quote: string, title: string): NoteView =>
  ({
    ...note(number, outlet, origin, quote, title),
    quoteLang: 'ar',
  }) as NoteView;

export const sampleDay: PieceView = sampleSummary({
  revision: 2,
  modifiedAt: '2026-11-04T09:20:00Z',
  corrections: [
    {
      kind: 'correction' as const,
      id: 'c1',
      on: '2026-11-04',
      note: 'An earlier version said that the hospital had generator fuel for nineteen days. It has fuel for nine.',
      sentenceId: 'fuel',
      lang: 'en',
    },
  ],
  sections: [
    {
      id: 'roll',
      heading: 'Electoral Office Publishes First Common Roll',
      depth: 1,
      basis: {
        outlets: ['The Narrows', 'Mawja News Agency'],
        origins: [],
        independent: 2,
        firstReportedOn: '2026-11-02',
      },
      blocks: [
        sampleParagraph(
          say(
            'The Valley Electoral Office has published a provisional list of 412,600 voters for the election of 29 November, the first to cover both banks since before the war.',
            [1, 2],
          ),
          say(
            'Noor Castellan, the head of the office, said that 57,300 of those named were displaced and could vote in the places where they are living.',
            [2],
          ),
          say('“A roll is never perfect. This one is open, and that is the point of publishing it,” she said.', [1]),
        ),
        sampleParagraph(
          say(
            'In Dar Mizan the head of the Eastern Administration, Idris al-Sawwan, described the list as a step forward but said he was still concerned about how displaced people had been registered.',
            [3],
          ),
          say(
            '“A family that was driven from its village should not have to choose between its tent and its vote,” he told district heads.',
            [3],
          ),
          say(
            'The Administration reckons that some 31,000 people from eastern districts would count as western voters, and says it will not boycott the poll.',
            [3],
          ),
        ),
        sampleParagraph(
          say('Objections can be made until 9 November, by telephone or at any of 164 centres.', [2]),
          say('There will be 21 parties and lists on the ballot, if all of those that have registered remain.', [4], {
            basis: 'vouched',
          }),
        ),
      ],
      notes: [
        note(
          1,
          'The Narrows',
          null,
          'The Valley Electoral Office on Monday published the provisional roll for the election of 29 November, with the names of 412,600 people on both banks of the Orrun. “A roll is never perfect. This one is open, and that is the point of publishing it,” Castellan said.',
          'First roll for both banks is published',
        ),
        note(
          2,
          'Mawja News Agency',
          null,
          'Noor Castellan, who heads the office, said 57,300 of them were displaced and would be able to vote where they now live rather than in the places they left. Objections may be lodged until 9 November at 164 centres or by telephone.',
          'Electoral office opens provisional roll to objections',
        ),
        note(
          3,
          'Mawja News Agency',
          null,
          'The list of 412,600 names was a step forward, he told a meeting of district heads in Dar Mizan. By the Administration’s reckoning about 31,000 people from eastern districts would be counted as voters on the western bank.',
          'Eastern Administration to examine roll “name by name”',
        ),
        { kind: 'vouched', number: 4, id: 'n4' },
      ],
    },
    {
      id: 'bridge',
      heading: 'Bridge Repair to Take Six Weeks or More, and Must Wait for the River to Fall',
      depth: 1,
      basis: {
        outlets: ['Halyard', 'The Ashmere Ledger', 'Council Gazette'],
        origins: [{ name: 'Halyard', kind: 'agency', outlets: 3 }],
        independent: 1,
        firstReportedOn: '2026-11-02',
        dayNumber: 4,
      },
      blocks: [
        sampleParagraph(
          say(
            'The Crossings Authority said on Monday that mending the Long Bridge would need six weeks at the least, and that the work had to wait for the Orrun to fall.',
            [5],
          ),
          say(
            'Divers found that the current had hollowed out the riverbed to 3.1 metres under the fourth pier, according to Hanne Brisk, the chief engineer.',
            [5, 6],
          ),
          say('“The crack is the symptom. The river has been digging under us,” she said.', [6]),
        ),
        sampleParagraph(
          say(
            'Her staff are weighing a floating bridge of one lane for lorries, upstream of the old crossing and shut at night.',
            [5],
          ),
          say('The seven other piers are to be examined by Wednesday.', [7]),
        ),
        sampleParagraph(
          say(
            'The closure is already felt in the market: traders in Dar Mizan told Jisr al-Orrun that a sack of flour cost 12 per cent more than it had two days before.',
            [8],
          ),
          say(
            'Ashmere General hospital has generator fuel for nine days, its director, Dr Piers Ludlam, told The Selwyn Courier, and the authority has refused to let even a light tanker onto the deck.',
            [9],
            { id: 'fuel', corrections: [0] },
          ),
          say('“We can dim the corridors. We cannot dim the incubators,” he said.', [9]),
        ),
      ],
      notes: [
        note(
          5,
          'Halyard',
          null,
          'Repairs to the Long Bridge at Ashmere will take at least six weeks and cannot begin until the river falls, the Crossings Authority said on Monday after divers examined the damaged pier. The authority is considering a floating bridge for lorries a kilometre upstream. It would carry one lane and be closed at night.',
          'Repairs to Long Bridge to take at least six weeks, engineers say',
        ),
        note(
          6,
          'The Ashmere Ledger',
          'Halyard',
          'Chief engineer Hanne Brisk said the divers had found that the riverbed beneath the fourth pier had been scoured away to a depth of 3.1 metres, probably since the spring floods. "The crack is the symptom. The river has been digging under us," she told a news conference on the western ramp.',
          'Six weeks or more to mend our bridge',
        ),
        note(
          7,
          'Council Gazette',
          'Halyard',
          'The other seven piers would be sounded by Wednesday, Brisk said.',
          'Crossings Authority sets out programme of works',
        ),
        arabicNote(
          8,
          'Jisr al-Orrun',
          null,
          'وفي دار ميزان قال تجار إن سعر كيس الطحين ارتفع بنسبة 12% خلال يومين بعدما صارت الشاحنات تسلك الطريق الشمالي.',
          'النهر يحفر تحتنا منذ أشهر',
        ),
        note(
          9,
          'The Selwyn Courier',
          null,
          'Ashmere General, the largest hospital still working in the lower valley, has fuel for its generators for nine days and no way of bringing in more by road, its director said on Monday. “We can dim the corridors. We cannot dim the incubators,” he said.',
          'Hospital has nine days of fuel',
        ),
      ],
    },
    {
      id: 'envoy',
      heading: 'Envoy Returns to Lowra With Two Lists of Detainees',
      depth: 1,
      basis: {
        outlets: ['Nabd Belisar', 'The Narrows', 'The Selwyn Courier', 'Voice of Dar Mizan'],
        origins: [{ name: 'Orrun Ceasefire Observatory', kind: 'monitor', outlets: 2 }],
        independent: 3,
        firstReportedOn: '2026-10-30',
      },
      blocks: [
        sampleParagraph(
          say(
            'Ilse Varnholt, envoy of the Five Ports Group, reached Lowra Island on Monday to take up again the talks on an exchange of detainees.',
            [10, 11],
          ),
          say('Each side has handed her a closed list, and neither has seen the other’s.', [10]),
          say(
            'The Orrun Ceasefire Observatory counts 1,148 people held in the east and 873 in the west, and says that both figures are too low.',
            [12, 13],
          ),
        ),
        sampleParagraph(
          say('Varnholt would not say how many names the lists share.'),
          say('“I have two envelopes and a boat. Ask me again on Thursday,” she told reporters at the quay.', [11]),
          say('Families have waited outside the quay since the first round of talks in September.', [14], {
            basis: 'own',
          }),
        ),
        {
          type: 'table',
          header: true,
          rows: [
            [[say('Held')], [say('Observatory')], [say('Eastern Administration')], [say('Council')]],
            [[say('In the east')], [say('1,148', [12])], [say('640', [13])], [say('“over 2,000”', [11])]],
            [[say('In the west')], [say('873', [12])], [say('1,300', [13])], [say('512', [11])]],
          ],
        },
      ],
      notes: [
        arabicNote(
          10,
          'Nabd Belisar',
          null,
          'وقالت فارنهولت للصحفيين عند رصيف الجزيرة إن كل طرف سلّمها قائمة مغلقة بالأسماء.',
          'المبعوثة تعود إلى لورا بقائمتين',
        ),
        note(
          11,
          'The Narrows',
          null,
          'Ilse Varnholt returned to Lowra Island on Monday carrying what diplomats hope is the easiest part of a hard agreement: an exchange of prisoners. “I have two envelopes and a boat. Ask me again on Thursday,” she said.',
          'Two envelopes and a boat',
        ),
        note(
          12,
          'The Selwyn Courier',
          'Orrun Ceasefire Observatory',
          'The Observatory said it had documented 1,148 people held in the east and 873 in the west, and called both figures minimums.',
          'Observatory puts number of detainees above 2,000',
        ),
        note(
          13,
          'Voice of Dar Mizan',
          'Orrun Ceasefire Observatory',
          'The monitor’s figure for the eastern bank, 1,148, was rejected by the Administration, which says it holds 640.',
          'Administration rejects count of detainees',
        ),
        { kind: 'own', number: 14, id: 'n14' },
      ],
    },
  ],
});

export const sampleArabicPublication: PublicationView = samplePublication({
  name: 'يومية بليسار',
  tagline: 'مضيق واحد ونهر واحد، كل يوم. وترون دائماً من القائل.',
  lang: 'ar',
  basePath: '/belisar/ar',
  region: 'مضيق بليسار',
  topics: [
    { slug: 'ceasefire', name: 'وقف إطلاق النار والمحادثات' },
    { slug: 'detainees', name: 'المحتجزون والمفقودون' },
    { slug: 'displacement', name: 'النزوح' },
    { slug: 'crossings', name: 'المعابر والميناء والحبوب' },
  ],
  siblings: [
    { slug: 'kharuba', name: 'يومية الخروبة', tagline: 'الماء والقطعان والعودة على الهضبة العالية', status: 'paused' },
  ],
  about: ['تتابع يومية بليسار قصة واحدة: ما يؤول إليه حال الناس على ضفتي نهر أورون.'],
  contribute: ['أخبرونا بما رأيتم. يكفي المكان والساعة في البداية.'],
});

export const sampleArabicDay: PieceView = {
  ...sampleSummary({
    path: '/belisar/ar/executive-summaries/2026/11/03',
    lang: 'ar',
    title: 'الملخص التنفيذي ليوم 3 نوفمبر',
    lede: 'نستعرض أهم التطورات في مضيق بليسار، ومنها نشر سجل انتخابي موحد، وتقدير ستة أسابيع لإصلاح الجسر الطويل، وعودة مبعوثة الموانئ الخمسة إلى جزيرة لورا.',
    month: sampleMonth(2026, 11, 3, '/belisar/ar'),
    topics: [{ slug: 'crossings', name: 'المعابر والميناء والحبوب' }],
    previous: {
      path: '/belisar/ar/executive-summaries/2026/11/02',
      date: '2026-11-02',
      title: 'الملخص التنفيذي ليوم 2 نوفمبر',
    },
    topImage: null,
    reads: [
      {
        publisher: 'نبض بليسار',
        title: 'في الجسر شرخ وفي النهر أشهر من الحفر',
        url: 'https://nabdbelisar.example/2026/11/02/bridge',
      },
      {
        publisher: 'The Narrows',
        title: 'What a common roll can and cannot do',
        url: 'https://thenarrows.example/2026/11/02/analysis',
        lang: 'en',
      },
    ],
    corrections: [
      {
        kind: 'correction' as const,
        id: 'c1',
        on: '2026-11-04',
        note: 'قالت نسخة سابقة إن لدى المستشفى وقوداً يكفي 19 يوماً. والصحيح تسعة أيام.',
        sentenceId: 'fuel',
        lang: 'ar',
      },
    ],
  }),
  sections: [
    {
      id: 'bridge',
      heading: 'إصلاح الجسر الطويل يحتاج إلى ستة أسابيع أو أكثر',
      depth: 1,
      basis: {
        outlets: ['Halyard', 'The Ashmere Ledger'],
        origins: [{ name: 'Halyard', kind: 'agency', outlets: 2 }],
        independent: 1,
        firstReportedOn: '2026-11-02',
        dayNumber: 4,
      },
      blocks: [
        sampleParagraph(
          say(
            'قالت سلطة المعابر يوم الاثنين إن إصلاح الجسر الطويل يحتاج إلى 6-8 أسابيع على الأقل، وإن العمل لا يبدأ قبل أن ينخفض منسوب النهر.',
            [1],
          ),
          say(
            'ووجد الغواصون أن التيار حفر القاع حتى عمق 3.1 أمتار تحت الدعامة الرابعة، بحسب كبيرة المهندسين هانه بريسك (سلطة المعابر).',
            [1, 2],
          ),
          say('وقالت: «الشرخ عَرَض. كان النهر يحفر تحتنا».', [2]),
        ),
        sampleParagraph(
          say('ارتفع سعر كيس الطحين 12% خلال يومين، ونفت السلطة وجود بطاريات S-300 قرب الجسر (نقلاً عن Halyard).', [3]),
          say('ولدى مستشفى آشمير وقود للمولدات يكفي تسعة أيام.', [3], { id: 'fuel', corrections: [0] }),
          say('افتُتح الجسر عام 1974.', [4], { basis: 'vouched' }),
        ),
      ],
      notes: [
        note(
          1,
          'Halyard',
          null,
          'Repairs to the Long Bridge at Ashmere will take at least six weeks and cannot begin until the river falls, the Crossings Authority said on Monday.',
          'Repairs to Long Bridge to take at least six weeks',
        ),
        note(
          2,
          'The Ashmere Ledger',
          'Halyard',
          'Chief engineer Hanne Brisk said the riverbed beneath the fourth pier had been scoured away to a depth of 3.1 metres.',
          'Six weeks or more to mend our bridge',
        ),
        arabicNote(
          3,
          'جسر أورون',
          null,
          'قال تجار إن سعر كيس الطحين ارتفع بنسبة 12% خلال يومين، ولا بطاريات S-300 في المنطقة.',
          'النهر يحفر تحتنا منذ أشهر',
        ),
        { kind: 'vouched', number: 4, id: 'n4' },
      ],
    },
    {
      id: 'envoy',
      heading: 'المبعوثة تعود إلى لورا بقائمتين من المحتجزين',
      depth: 1,
      basis: {
        outlets: ['نبض بليسار', 'The Narrows', 'صوت دار ميزان'],
        origins: [],
        independent: 3,
        firstReportedOn: '2026-10-30',
      },
      blocks: [
        sampleParagraph(
          say(
            'وصلت إلسا فارنهولت، مبعوثة مجموعة الموانئ الخمسة، إلى جزيرة لورا يوم الاثنين لاستئناف محادثات تبادل المحتجزين.',
            [5],
          ),
          say('وقد سلّمها كل طرف قائمة مغلقة لم يرها الطرف الآخر.', [5]),
          say('ورفضت أن تقول كم اسماً تشترك فيه القائمتان.'),
        ),
      ],
      notes: [
        arabicNote(
          5,
          'نبض بليسار',
          null,
          'وقالت فارنهولت للصحفيين عند رصيف الجزيرة إن كل طرف سلّمها قائمة مغلقة بالأسماء.',
          'المبعوثة تعود إلى لورا بقائمتين',
        ),
      ],
    },
  ],
};
