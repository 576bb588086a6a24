import { describe, expect, test } from 'vitest';
import { wordsOf } from './locales.ts';

describe('the house form', () => {
  const english = wordsOf('en');
  const arabic = wordsOf('ar-SY');

  test.each([
    ['2016-04-11', 'Executive Summary for April 11th'],
    ['2016-04-01', 'Executive Summary for April 1st'],
    ['2016-04-22', 'Executive Summary for April 22nd'],
    ['2016-12-23', 'Executive Summary for December 23rd'],
    ['2016-02-29', 'Executive Summary for February 29th'],
    ['2016-01-12', 'Executive Summary for January 12th'],
  ])('titles %s', (day, title) => {
    expect(english.dayTitle(day)).toBe(title);
  });

  test('titles a day in Arabic with the months of the region', () => {
    expect(wordsOf('ar').dayTitle('2016-04-11')).toBe('الملخص التنفيذي ليوم 11 أبريل');
    expect(wordsOf('ar-SY').dayTitle('2016-04-11')).toBe('الملخص التنفيذي ليوم ١١ نيسان');
  });

  test.each([
    [[], 'We review the key developments in Gorvan.'],
    [['Ferries sink'], 'We review the key developments in Gorvan, including ferries sinking.'],
    [
      ['A ferry sinks.', 'The UN meets'],
      'We review the key developments in Gorvan, including a ferry sinking and the UN meeting.',
    ],
    [
      ['Damascus airport closes', 'Paris talks fail', 'UN aid arrives'],
      'We review the key developments in Gorvan, including Damascus airport closing, Paris talks failing and UN aid arriving.',
    ],
    [
      ['Talks resume in Belhan', 'Ahmed waits, again', 'Is Beijing next?'],
      'We review the key developments in Gorvan, including talks resuming in Belhan; and Ahmed waiting, again.',
    ],
    [
      ['Council may close port', 'UN aid arrives'],
      'We review the key developments in Gorvan: council may close port; and UN aid arrives.',
    ],
    [['Who owns the harbour?'], 'We review the key developments in Gorvan: who owns the harbour.'],
    [['Hadid calls port “unsafe”'], 'We review the key developments in Gorvan, including Hadid calling port “unsafe.”'],
  ])('leads in with %j', (headings, lede) => {
    expect(english.lede('Gorvan', headings)).toBe(lede);
  });

  test('leads in with no more than sixty words', () => {
    const heading = 'Hadid closes port of Tal Amrin to all boats for nine days after storm damages mole of old harbour';
    const lede = english.lede('Gorvan', [heading, heading, heading, heading]);
    expect(lede.split(' ').length).toBeLessThanOrEqual(60);
    expect(lede).toContain(' and Hadid closing');
  });

  test('takes a word for nobody’s name that the texts have in small letters, in this form or another', () => {
    const headings = ['Overloading sinks ferry', 'Mizan waits'];
    const lede = (texts: string[]) => english.lede('Gorvan', headings, texts);
    expect(lede(['The ferry was overloaded.'])).toContain('overloading sinking ferry and Mizan waiting.');
    expect(lede([])).toContain('Overloading sinking ferry');
  });

  test('leads in in Arabic', () => {
    expect(arabic.lede('جورفان', ['أ', 'ب', 'ج'])).toBe('نستعرض أبرز التطورات في جورفان، ومنها: أ، ب، وج.');
  });

  test('attributes an outlet’s sentence, the agency that it carries, and quotations within', () => {
    expect(english.attributed({ outlet: 'Courier' }, 'He said “no” and "yes".')).toBe(
      'Courier reported: “He said ‘no’ and ‘yes’.”',
    );
    expect(english.attributed({ outlet: 'Courier', agency: 'Amrin Agency' }, 'It sank.')).toBe(
      'Courier, carrying Amrin Agency, reported: “It sank.”',
    );
    expect(english.attributed({ outlet: 'Amrin Agency', agency: 'Amrin Agency' }, 'It sank.')).toBe(
      'Amrin Agency reported: “It sank.”',
    );
    expect(arabic.attributed({ outlet: 'الصوت' }, 'قال «لا».')).toBe('أفاد الصوت: «قال ‹لا›.»');
  });

  test('names an outlet once for what it says on, and first with what readers are told of it', () => {
    const by = { outlet: 'Courier', descriptor: 'state media' };
    expect(english.attributed(by, 'It sank.')).toBe('Courier, state media, reported: “It sank.”');
    expect(english.attributed({ ...by, agency: 'Halyard' }, 'It sank.')).toBe(
      'Courier, state media, carrying Halyard, reported: “It sank.”',
    );
    expect(english.attributed({ outlet: 'Courier', place: 'also' }, 'It sank.')).toBe(
      'Courier also reported: “It sank.”',
    );
    expect(english.attributed({ outlet: 'Courier', place: 'added' }, 'It sank.')).toBe('It added: “It sank.”');
    expect(arabic.attributed({ outlet: 'الصوت', place: 'added' }, 'غرقت.')).toBe('وأضاف: «غرقت.»');
    expect(arabic.attributed({ outlet: 'الصوت', descriptor: 'إعلام رسمي', place: 'also' }, 'غرقت.')).toBe(
      'وأفاد الصوت (إعلام رسمي) أيضًا: «غرقت.»',
    );
  });

  test('says that counts differ', () => {
    const counts = [
      { outlet: 'Courier', value: 12, atLeast: false },
      { outlet: 'Ledger', value: 15, atLeast: true },
    ];
    expect(english.countsDiffer('killed', counts)).toBe(
      'Reports differ on the number of people killed: 12 according to Courier, at least 15 according to Ledger.',
    );
    expect(arabic.countsDiffer('killed', counts)).toBe(
      'تختلف التقارير في عدد القتلى: ١٢ بحسب Courier، و١٥ على الأقل بحسب Ledger.',
    );
    expect(wordsOf('fr').countsDiffer('missing', counts)).toBe('Courier: 12 disparus ; Ledger: au moins 15 disparus.');
  });

  test('of a language without its own is English', () => {
    expect(wordsOf('fi')).toBe(english);
    expect(wordsOf('')).toBe(english);
  });
});
