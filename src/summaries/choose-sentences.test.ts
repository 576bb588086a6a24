import { describe, expect, test } from 'vitest';
import type { PlacedReport } from '#developments/developments.ts';
import { plainReport } from '../../tests/support/fixtures.ts';
import { chooseSentences } from './choose-sentences.ts';

let count = 0;
const placed = (outlet: string, body: string, copyOf: string | null = null): PlacedReport => {
  count += 1;
  const reportedAt = `2026-11-20T06:${String(count % 60).padStart(2, '0')}:00.000Z`;
  return { copyOf, notNews: null, report: plainReport({ outlet, title: 'Ferry sinks', body, reportedAt }) };
};

const reports = [
  placed(
    'Courier',
    'The ferry Marwa sank off Tal Amrin on Friday and killed twelve people. It was the third such accident this year. The harbour chief closed the port to all boats until Monday. Sign up for our newsletter to read about this and other sinkings.',
  ),
  placed(
    'Post',
    'Twelve passengers died when the ferry Marwa went down near Tal Amrin. Divers searched the cold water through the whole night without success. Owners of the ferry had ignored two warnings about its hull.',
  ),
  placed(
    'Watch',
    'A ferry disaster off Tal Amrin killed twelve people on Friday. Relatives of the victims gathered before the harbour office and asked for names. The insurer said it would pay nothing.',
  ),
];

describe('the sentences that are chosen', () => {
  test('are three to five, each the report’s own characters, and whole', () => {
    const chosen = chooseSentences(reports, 'en');
    expect(chosen.length).toBeGreaterThanOrEqual(3);
    expect(chosen.length).toBeLessThanOrEqual(5);
    for (const { report, text, start, end } of chosen) {
      expect(report.body.slice(start, end)).toBe(text);
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test('are of several outlets, and leave out what is no news', () => {
    const chosen = chooseSentences(reports, 'en');
    expect(new Set(chosen.map(({ report }) => report.outlet)).size).toBe(3);
    expect(chosen.map(({ text }) => text).join(' ')).not.toMatch(/Sign up/);
  });

  test('are nobody’s words without a speaker, no piece of a sentence, and nothing of a page’s programs', () => {
    const body = [
      '“The ferry Marwa had sailed with four boats for seventy people,” said the harbour chief. “There were two warnings about the hull before the winter. Nobody read the second of them at all.” “And then the wind turned against the ferry Marwa.”',
      ', the harbour of Tal Amrin stayed closed to all boats until Monday.',
      'poster="https://film.example/ferry.jpg" shows the ferry Marwa at her quay in the spring.',
      'CLOSE Divers looked for the ferry Marwa through the whole night of Friday.',
      'Twelve passengers died when the ferry Marwa went down near Tal Amrin.',
    ].join('\n');
    const texts = chooseSentences([placed('Courier', body)], 'en', 9).map(({ text }) => text);
    expect(texts).toEqual([
      '“The ferry Marwa had sailed with four boats for seventy people,” said the harbour chief.',
      'Twelve passengers died when the ferry Marwa went down near Tal Amrin.',
    ]);
  });

  test('begin behind the place and the day that a report is dated with', () => {
    const sentence = 'Twelve passengers died when the ferry Marwa went down near Tal Amrin.';
    for (const dated of ['TAL AMRIN, Nov 20 (Halyard) — ', '(HNA) ', 'TAL AMRIN — ', 'Tal Amrin (Halyard) - '])
      expect(chooseSentences([placed('Courier', dated + sentence)], 'en').map(({ text }) => text)).toEqual([sentence]);
    const page = `The harbour chief opened his office in the morning.\nTAL AMRIN — ${sentence}`;
    expect(chooseSentences([placed('Courier', page)], 'en').map(({ text }) => text)).toContain(sentence);
    const named = 'The governor (of the coast) said on Friday that the ferry Marwa had sunk.';
    expect(chooseSentences([placed('Courier', named)], 'en').map(({ text }) => text)).toEqual([named]);
  });

  test.each([
    ['a question', 'Who gave the ferry Marwa leave to sail with so many passengers?'],
    ['a caption', 'The quay of the ferry Marwa near the old harbour in November.'],
    ['who wrote it', 'Bela Tarn is a senior writer at the Courier, and lives near the ferry Marwa.'],
    ['a note of the page', 'Editor’s note: the ferry Marwa sank after this edition went to print.'],
    ['a transcript', 'BELA TARN: The ferry Marwa has sunk before the harbour of the town.'],
    ['a column', 'We knew that the ferry Marwa would sink one day before our town.'],
    ['a list of days', 'Nov. 20 — The ferry Marwa sinks before the harbour of the town.'],
    ['half of a speech', 'Firth said during a visit to the harbour of the ferry Marwa on Friday.'],
  ])('are not %s', (_, sentence) => {
    const told = 'Twelve passengers died when the ferry Marwa went down near Tal Amrin.';
    const texts = chooseSentences([placed('Courier', `${told}\n${sentence}`)], 'en').map(({ text }) => text);
    expect(texts).toEqual([told]);
  });

  test.each([
    '“The owners had been warned twice in that year,” she said on Friday.',
    'In that letter the owners had been warned twice by their own engineers.',
    'وأضاف أن أصحاب المركب كانوا قد أُنذروا مرتين في ذلك العام.',
  ])('speak of nobody who was named before, unless behind that sentence: %s', (sentence) => {
    const told = 'Twelve passengers died when the ferry Marwa went down near Tal Amrin.';
    const before = 'Harbour chief Dina Hadid had written to Ostrava about its hull.';
    const texts = (...lines: string[]) =>
      chooseSentences([placed('Courier', lines.join('\n'))], 'en').map(({ text }) => text);
    expect(texts(told, 'Bela Tarn waits.', sentence)).toEqual([told]);
    expect(texts(told, before, sentence)).toEqual([told, before, sentence]);
    const late = ['Too late for many.', sentence];
    expect(texts(told, before, ...late)).toEqual(/^In/u.test(sentence) ? [told, before] : [told, before, sentence]);
  });

  test('begin with the one that tells the event, and keep an outlet’s own together', () => {
    const chosen = chooseSentences(
      [
        placed(
          'Courier',
          'Relatives of crews wept at the gates on Monday. The pilots of Belhan have asked for a new buoy.',
        ),
        placed(
          'Post',
          'The council of Belhan meets on Tuesday to hear the pilots. Divers recovered a bell from the deep mud.',
        ),
        placed('Watch', 'The Ferry sinks in a storm off Tal Amrin, with eleven aboard.'),
      ],
      'en',
    );
    expect(chosen[0]?.text).toContain('eleven aboard');
    const outlets = chosen.map(({ report }) => report.outlet);
    expect(outlets.filter((outlet, at) => outlets.indexOf(outlet) !== at && outlets[at - 1] !== outlet)).toEqual([]);
  });

  test('are the same again, and when the reports come in another order', () => {
    const texts = (from: PlacedReport[]) => chooseSentences(from, 'en').map(({ text }) => text);
    expect(texts(reports)).toEqual(texts(reports));
    expect(texts(reports.toReversed())).toEqual(texts(reports));
  });

  test('are of the original, not of its copy; of the copy where its original is not of the day', () => {
    const [first] = reports;
    if (!first) throw new Error('no report');
    const copy = placed('Echo', first.report.body, first.report.id);
    expect(chooseSentences([copy, first], 'en').every(({ report }) => report === first.report)).toBe(true);
    expect(chooseSentences([copy], 'en').every(({ report }) => report === copy.report)).toBe(true);
    expect(chooseSentences([copy], 'en').length).toBeGreaterThan(0);
  });

  test('tell a fact once, in whatever words, and a figure once', () => {
    const told = 'Harbour chief Dina Hadid closed the port of Tal Amrin to all boats until Monday.';
    const again = 'The port of Tal Amrin stays closed to boats until Monday, Dina Hadid announced.';
    const other = 'Divers searched the cold water through the whole night without success.';
    expect(chooseSentences([placed('A', told), placed('B', again), placed('C', other)], 'en')).toHaveLength(2);
    const cost = 'The owners of the ferry Marwa paid 12.7 million crowns for her in Ostrava.';
    const dear = 'For the Marwa, documents show, owners gave a sum of 12.7 million crowns.';
    expect(chooseSentences([placed('A', cost), placed('B', dear)], 'en')).toHaveLength(1);
  });

  test('say little twice', () => {
    const same = 'The ferry Marwa sank off Tal Amrin on Friday and killed twelve people.';
    expect(chooseSentences([placed('A', same), placed('B', same), placed('C', same)], 'en')).toHaveLength(1);
  });

  test('are as many as asked for at most, and none where there is nothing', () => {
    expect(chooseSentences(reports, 'en', 2)).toHaveLength(2);
    expect(chooseSentences([], 'en')).toEqual([]);
    expect(chooseSentences([placed('A', 'Too short. A fragment without an end')], 'en')).toEqual([]);
  });

  test('are those of the language that is written in, where there are any, and else the others', () => {
    const arabic = placed('صوت', 'غرقت العبارة مروة قبالة تل أمرين يوم الجمعة وقُتل ١٢ شخصًا.');
    const told = { ...arabic, report: { ...arabic.report, lang: 'ar' } };
    const outlets = (lang: string) => chooseSentences([...reports, told], lang).map(({ report }) => report.outlet);
    expect(outlets('ar')).toEqual(['صوت']);
    expect(outlets('en')).not.toContain('صوت');
    expect(outlets('fr').length).toBeGreaterThan(1);
  });

  test('are found in Arabic too', () => {
    const body =
      'غرقت العبارة مروة قبالة تل أمرين يوم الجمعة وقُتل ١٢ شخصًا. وأغلق محافظ بلحان المرفأ أمام جميع القوارب حتى يوم الاثنين.';
    const [first] = chooseSentences([placed('صوت', body)], 'ar');
    expect(first && body.slice(first.start, first.end)).toBe(
      'غرقت العبارة مروة قبالة تل أمرين يوم الجمعة وقُتل ١٢ شخصًا.',
    );
  });
});
