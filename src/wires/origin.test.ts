import { describe, expect, test } from 'vitest';
import { type OriginInput, recogniseOrigins } from './origin.ts';

const from = (body: string, more: Partial<OriginInput> = {}) =>
  recogniseOrigins({ title: 'A title', body, outlet: 'The Marram Echo', lang: 'en', ...more });
const short = (body: string, more: Partial<OriginInput> = {}) =>
  from(body, more).map(({ kind, name }) => `${kind} ${name}`);

describe('the agency that wrote a report', () => {
  test.each([
    [
      'a dateline with a date',
      'QUILLPORT, Nov 3 (Tarnholm) — A crane fell into the harbour on Tuesday.',
      'agency Tarnholm',
    ],
    ['a dateline with a hyphen', 'LOW ORSE/QUILLPORT (AP) - A crane fell into the harbour.', 'agency Associated Press'],
    ['a dateline in Arabic', 'ميناء كويل، 3 نوفمبر (سحابة) – سقطت رافعة في الميناء يوم الثلاثاء.', 'agency سحابة'],
    ['a bare dateline of a known agency', '(Reuters) - A crane fell into the harbour.', 'agency Reuters'],
    [
      'a credit behind the reporters',
      'A crane fell.\n\n(Reporting by Una Pell and Bo Marsh; editing by Ida Stroud; Tarnholm)',
      'agency Tarnholm',
    ],
    ['a copyright line', 'A crane fell.\n\n© 2026 Tarnholm. All rights reserved.', 'agency Tarnholm'],
    ['a line that says with whom', 'A crane fell.\n\nWith reporting by Tarnholm', 'agency Tarnholm'],
    ['a signature', 'A crane fell.\n\n— Tarnholm', 'agency Tarnholm'],
    ['a trailing name in parentheses', 'A crane fell into the water. (Tarnholm)', 'agency Tarnholm'],
    ['a contribution', 'A crane fell.\n\nThe Associated Press contributed to this report.', 'agency Associated Press'],
    [
      'an agency called one in the text',
      'Two cranes fell, the Pellow News Agency reported.',
      'agency Pellow News Agency',
    ],
    ['an agency quoted in Arabic', 'ونقلت وكالة سحابة عن شهود أن رافعتين سقطتا.', 'agency سحابة'],
  ])('is read from %s', (_, body, expected) => {
    expect(short(body)).toContain(expected);
  });

  test('keeps the place of the words that showed it', () => {
    const body = 'QUILLPORT, Nov 3 (Tarnholm) — A crane fell.';
    const [origin] = from(body);
    expect(origin).toEqual({ kind: 'agency', name: 'Tarnholm', evidence: '(Tarnholm)', start: 17, end: 27 });
    expect(body.slice(17, 27)).toBe('(Tarnholm)');
  });

  test('is named as the list of known names has it', () => {
    const known = [{ name: 'Tarnholm News Agency', kind: 'agency' as const }];
    expect(short('QUILLPORT (Tarnholm) — A crane fell.', { known })).toEqual(['agency Tarnholm News Agency']);
    expect(short('A crane fell, officials told Tarnholm News Agency.', { known })).toEqual([
      'agency Tarnholm News Agency',
    ]);
  });

  test('is taken from the wire when no word shows it, with empty evidence', () => {
    expect(from('A crane fell.', { agency: 'Tarnholm' })).toEqual([
      { kind: 'agency', name: 'Tarnholm', evidence: '', start: 0, end: 0 },
    ]);
  });

  test('is the outlet when the dateline names the outlet itself', () => {
    expect(short('QUILLPORT (Marram) — A crane fell.', { outlet: 'Marram Echo' })).toEqual(['outlet Marram Echo']);
  });
});

describe('monitors and officials', () => {
  test.each([
    ['according to the Sound Truce Observatory, nobody was hurt.', 'monitor Sound Truce Observatory'],
    [
      'Nobody was hurt, the Fennick Network for Human Rights said on Monday.',
      'monitor Fennick Network for Human Rights',
    ],
    ['The Violations Record Centre documented nine arrests.', 'monitor Violations Record Centre'],
    ['Nine were held, according to the Committee to Protect Boatmen.', 'monitor Committee to Protect Boatmen'],
    ['The Harbour Authority said the crane was old.', 'official Harbour Authority'],
    ['بحسب المرصد الساحلي لحقوق الإنسان، لم يصب أحد.', 'monitor المرصد الساحلي لحقوق الإنسان'],
    ['وفقاً لمرصد كويل لم يصب أحد.', 'monitor مرصد كويل'],
    ['قالت مديرية صحة الساحل إن أحداً لم يصب.', 'official مديرية صحة الساحل'],
  ])('are read from “%s”', (body, expected) => {
    expect(short(body)).toEqual([expected]);
  });

  test('are counted once when the short form follows the full name', () => {
    const body = 'The Sound Truce Observatory said two fell. The Observatory said nobody was hurt.';
    expect(short(body)).toEqual(['monitor Sound Truce Observatory']);
    expect(short('قال مرصد كويل إن اثنين سقطا. وأضاف وذكر المرصد أن أحداً لم يصب.')).toEqual(['monitor مرصد كويل']);
  });

  test('stand beside the agency, in order of appearance', () => {
    const body = 'QUILLPORT (Tarnholm) — Two fell, according to the Sound Truce Observatory.';
    expect(short(body)).toEqual(['agency Tarnholm', 'monitor Sound Truce Observatory']);
  });
});

describe('what credits nobody', () => {
  test.each([
    'The United Nations (UN) sent a boat to the harbour on Tuesday.',
    'Two ships of the Grain Board (GB) left, and the crane (built in 1951) fell.',
    'Ida Stroud (Quillport) won the vote - by nine.',
    'She lives near the Observatory on the hill.',
    'The network of canals said to be the oldest is dry.',
    'She said the council would meet again.',
    'Ida Stroud went to see the town (Quillport) — and came back.',
    'زار المرصد الفلكي أمس ثم عاد (إلى الميناء) – سيراً.',
  ])('“%s”', (body) => {
    expect(from(body)).toEqual([]);
  });
});

test('reads a hostile body in reasonable time', () => {
  const started = performance.now();
  for (const unit of ['A', 'Aa ', 'the A', '(', 'According to the ', 'قال ', '\n— A']) from(unit.repeat(40_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
