import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClusterInput, createClusterer } from './clusterer.ts';

const HOUR_MS = 3_600_000;
const MONDAY = Date.parse('2026-11-02T06:00:00Z');

function report(
  id: string,
  hours: number,
  title: string,
  body: string,
  more: Partial<ClusterInput> = {},
): ClusterInput {
  return { id, at: MONDAY + hours * HOUR_MS, title, body, lang: 'en', outlet: 'The Marram Echo', ...more };
}

const CRANE = [
  'A crane fell into the eastern basin of Quillport harbour before dawn on Monday, sinking two barges of the Orse Line and closing the quay to all ships.',
  'The harbour master, Una Pell, said the crane was built in 1951 and had been due to be taken down in spring.',
  'No one was hurt, because the night shift of fourteen dockers had stopped early for the wind.',
  'The Orse Line said the barges carried 340 tonnes of barley that belonged to growers in Low Orse.',
  'Divers will look at the floor of the basin on Tuesday, and the quay may stay closed for nine days.',
].join('\n\n');
const crane = report('crane', 0, 'Crane falls into Quillport harbour', `QUILLPORT, Nov 2 (Tarnholm) — ${CRANE}`);
const craneAgain = report(
  'crane-again',
  3,
  'Quillport basin shut after crane crash sinks two barges',
  `The eastern basin at Quillport was shut on Monday after an old crane toppled from the quay and sank two barges loaded with barley.

Growers in Low Orse, who owned the cargo, said they would ask the Orse Line for its full price. "We warned Una Pell about that crane in March," said Bo Marsh, who grows barley on forty hectares.

The harbour master's office said that it would answer when the divers had been down.`,
  { outlet: 'Orse Valley Herald' },
);
const school = report(
  'school',
  4,
  'Low Orse teachers vote for a later morning',
  `Teachers in Low Orse voted on Monday to begin lessons at nine in winter, when most of the roads are still dark.

The vote was 61 to 54. The school board, which has to agree, meets in two weeks. Parents who work on the fishing boats have asked for breakfast rooms.`,
);
const vaccine = report(
  'flu',
  5,
  'Flu vaccine reaches island clinics a month late',
  `Nurses on the Fennick islands opened the first boxes of this winter's influenza vaccine on Monday, a month later than planned.

Doctor Ida Stroud said 2,300 doses had come and that the old would be first.`,
);

describe('one event told twice', () => {
  test('is one development, and neither report is a copy of the other', () => {
    const clusterer = createClusterer();
    expect(clusterer.add(crane)).toEqual({
      development: 'crane',
      copyOf: null,
      similarity: 0,
      isNew: true,
      nearest: null,
    });
    const again = clusterer.add(craneAgain);
    expect(again).toMatchObject({ development: 'crane', copyOf: null, isNew: false });
    expect(again.similarity).toBeGreaterThan(0);
  });

  test('is named as the nearest, where reports are joined less readily', () => {
    const clusterer = createClusterer({ joinScore: 20 });
    clusterer.add(crane);
    const { development, similarity, nearest } = clusterer.add(craneAgain);
    expect({ development, similarity }).toEqual({ development: craneAgain.id, similarity: 0 });
    expect(nearest?.development).toBe('crane');
    expect(nearest?.similarity).toBeGreaterThan(0.5);
  });

  test('stays apart from other events of the same day and place', () => {
    const clusterer = createClusterer();
    const developments = [crane, craneAgain, school, vaccine].map((each) => clusterer.add(each).development);
    expect(developments).toEqual(['crane', 'crane', 'school', 'flu']);
  });

  test('is one development in Arabic too', () => {
    const clusterer = createClusterer();
    const first = report(
      'ar1',
      0,
      'سقوط رافعة في ميناء كويل وإغلاق الحوض الشرقي',
      'سقطت رافعة قديمة في الحوض الشرقي لميناء كويل فجر الاثنين، فأغرقت بارجتين لخط أورس وأغلقت الرصيف أمام السفن. وقالت مديرة الميناء أونا بيل إن الرافعة بنيت عام 1951 ولم يصب أحد.',
      { lang: 'ar' },
    );
    const second = report(
      'ar2',
      2,
      'رافعة تغرق بارجتين في ميناء كويل',
      'أُغلق الرصيف الشرقي في ميناء كويل بعد أن هوت رافعة على بارجتين محملتين بالشعير تعودان إلى خط أورس. وأكدت مديرة الميناء أونا بيل عدم وقوع إصابات.',
      { lang: 'ar', outlet: 'صدى الوادي' },
    );
    const other = report(
      'ar3',
      3,
      'معلمو أورس السفلى يصوتون على تأخير الدوام',
      'صوت المعلمون في أورس السفلى على بدء الدروس في التاسعة شتاء، وينتظر القرار موافقة مجلس المدرسة بعد أسبوعين.',
      { lang: 'ar' },
    );
    expect([first, second, other].map((each) => clusterer.add(each).development)).toEqual(['ar1', 'ar1', 'ar3']);
  });
});

describe('a wire copy', () => {
  const sentences = CRANE.split('\n\n');
  const copies: [string, ClusterInput][] = [
    [
      'a cut tail and another dateline',
      report('copy', 1, crane.title, `LOW ORSE (Tarnholm) - ${sentences.slice(0, 3).join(' ')}`),
    ],
    [
      'an outlet suffix and another title',
      report('copy', 1, 'Two barges lost as crane falls - Fennick Post', CRANE, { outlet: 'Fennick Post' }),
    ],
    [
      'a new first sentence',
      report('copy', 1, 'Harbour closed', `Quillport woke to a closed harbour. ${sentences.slice(1).join(' ')}`),
    ],
    [
      'every sixth word changed',
      report(
        'copy',
        1,
        crane.title,
        CRANE.split(' ')
          .map((word, i) => (i % 6 === 5 ? `changed${i}` : word))
          .join(' '),
      ),
    ],
  ];
  test.each(copies)('with %s is folded into its original', (_, copy) => {
    const clusterer = createClusterer();
    for (const each of [school, vaccine, crane]) clusterer.add(each);
    expect(clusterer.add(copy)).toMatchObject({ development: 'crane', copyOf: 'crane', isNew: false });
  });

  test('of a copy is folded into the first of them', () => {
    const clusterer = createClusterer();
    clusterer.add(crane);
    clusterer.add({ ...crane, id: 'second', outlet: 'Fennick Post' });
    expect(clusterer.add({ ...crane, id: 'third', outlet: 'Orse Valley Herald' }).copyOf).toBe('crane');
  });
});

describe('memory', () => {
  test('keeps cost bounded by forgetting reports older than the window', () => {
    const clusterer = createClusterer({ windowDays: 2 });
    for (let day = 0; day < 40; day++) {
      for (const each of [crane, school, vaccine])
        clusterer.add({ ...each, id: `${each.id}${day}`, at: each.at + day * 24 * HOUR_MS });
      expect(clusterer.size).toBeLessThanOrEqual(9);
    }
  });

  test('keeps no more reports than it may, however dense the day', () => {
    const clusterer = createClusterer({ mostRemembered: 10 });
    for (let i = 0; i < 50; i++) clusterer.add({ ...school, id: `s${i}`, body: `${school.body} ${i}` });
    expect(clusterer.size).toBeLessThanOrEqual(11);
  });

  test('begins a new development when the same words come back after the window', () => {
    const clusterer = createClusterer();
    clusterer.add(crane);
    const later = clusterer.add({ ...crane, id: 'next year', at: crane.at + 365 * 24 * HOUR_MS });
    expect(later).toMatchObject({ development: 'next year', copyOf: null, isNew: true });
  });

  test('still assigns a report dated before the one above it', () => {
    const clusterer = createClusterer();
    clusterer.add(crane);
    expect(clusterer.add({ ...craneAgain, at: crane.at - 5 * HOUR_MS }).development).toBe('crane');
  });

  test('gives an id that came before a development of its own', () => {
    const clusterer = createClusterer();
    clusterer.add(crane);
    expect(clusterer.add({ ...school, id: 'crane' })).toMatchObject({ development: 'crane+', isNew: true });
  });
});

describe('as a function of what came before', () => {
  const words = [
    'crane',
    'barge',
    'Quillport',
    'school',
    'vote',
    'Una',
    'Pell',
    'vaccine',
    'ميناء',
    'رافعة',
    '340',
    'the',
    'dawn',
    'basin',
  ];
  const text = (min: number, max: number) =>
    fc.array(fc.constantFrom(...words), { minLength: min, maxLength: max }).map((list) => list.join(' '));
  const stream = fc
    .array(
      fc.record({
        title: text(0, 8),
        body: text(0, 60),
        hours: fc.nat(200),
        outlet: fc.constantFrom('Echo', 'Herald'),
      }),
      { maxLength: 25 },
    )
    .map((list) => list.map(({ title, body, hours, outlet }, i) => report(`r${i}`, hours, title, body, { outlet })));

  test('adding the same reports gives the same assignments', () => {
    fc.assert(
      fc.property(stream, (reports) => {
        const [one, other] = [createClusterer(), createClusterer()];
        expect(reports.map((each) => one.add(each))).toEqual(reports.map((each) => other.add(each)));
      }),
    );
  });

  test('remembering what was assigned is the same as having added it', () => {
    fc.assert(
      fc.property(stream, fc.nat(24), (reports, cut) => {
        const [whole, resumed] = [createClusterer(), createClusterer()];
        for (const each of reports.slice(0, cut)) {
          const { development, copyOf } = whole.add(each);
          resumed.remember(each, development, copyOf);
        }
        const rest = reports.slice(cut);
        expect(rest.map((each) => resumed.add(each))).toEqual(rest.map((each) => whole.add(each)));
        expect(resumed.size).toBe(whole.size);
      }),
    );
  });

  test('an original is always an earlier report of the same development', () => {
    fc.assert(
      fc.property(stream, (reports) => {
        const clusterer = createClusterer();
        const developmentOf = new Map<string, string>();
        for (const each of reports) {
          const { development, copyOf, isNew } = clusterer.add(each);
          if (copyOf !== null) expect(developmentOf.get(copyOf)).toBe(development);
          expect(isNew).toBe(!Array.from(developmentOf.values()).includes(development));
          developmentOf.set(each.id, development);
        }
      }),
    );
  });
});
