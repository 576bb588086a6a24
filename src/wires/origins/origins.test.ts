import { describe, expect, test } from 'vitest';
import { type OriginInput, originOf, recogniseOrigins, tellersOf } from './origins.ts';

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
    expect(origin).toEqual({
      kind: 'agency',
      name: 'Tarnholm',
      evidence: '(Tarnholm)',
      start: 17,
      end: 27,
      rests: true,
    });
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
      { kind: 'agency', name: 'Tarnholm', evidence: '', start: 0, end: 0, rests: true },
    ]);
  });

  test('is nobody where a text begins with words of which the last one looks like a publisher', () => {
    expect(from('Short of adopting wire-frame glasses, Una Pell did all that she could at the fair.')).toEqual([]);
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

describe('who a report rests on', () => {
  const known = [
    { name: 'Sound Truce Observatory', kind: 'monitor' as const, also: ['مرصد هدنة كويل'] },
    { name: 'Tarnholm News Agency', kind: 'agency' as const, also: ['وكالة تارنهولم للأنباء'] },
  ];
  const rests = (body: string, more: Partial<OriginInput> = {}) => {
    const origin = originOf(from(body, { known, ...more }));
    return origin && `${origin.kind} ${origin.name}`;
  };
  const monitor = 'monitor Sound Truce Observatory';
  const agency = 'agency Tarnholm News Agency';

  test.each([
    ['The Sound Observatory said that two fell.', monitor],
    ['Two fell, monitors from the Sound Observatory found.', monitor],
    ['Two fell, the truce monitor said.', monitor],
    ['قال المرصد إن اثنين سقطا.', monitor],
    ['وثّق مرصد كويل إصابة اثنين.', monitor],
    ['Two fell, officials told Tarnholm.', agency],
    ['سقط اثنان، وفق ما أوردت وكالة تارنهولم.', agency],
    ['سقط اثنان حسبما نقلت تارنهولم عن شهود.', agency],
    ['قال شاهد لوكالة تارنهولم إن اثنين سقطا.', agency],
  ])('is found by its short name: “%s”', (body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test('is nobody known where the short name fits two, or goes on as another name does', () => {
    const two = [...known, { name: 'Hill Truce Observatory', kind: 'monitor' as const }];
    expect(rests('Two fell, the truce monitor said.', { known: two })).toBeNull();
    expect(rests('قال مرصد كويل لحقوق الإنسان إن اثنين سقطا.')).toBe('monitor مرصد كويل لحقوق الإنسان');
    expect(rests('The Sound Observatory for Boats said that two fell.')).toBe('monitor Sound Observatory for Boats');
  });

  test.each([
    ['The Harbour Authority said in a statement that the crane was old.', 'official Harbour Authority'],
    ['In a written statement on Friday, the Harbour Authority announced repairs.', 'official Harbour Authority'],
    ['The crane is old, according to a statement by the Harbour Authority.', 'official Harbour Authority'],
    ['The Harbour Authority will mend the crane. Its statement names no day.', 'official Harbour Authority'],
    ['أعلنت مديرية الميناء في المدينة في بيان أن الرافعة قديمة.', 'official مديرية الميناء'],
    ['وجاء في بيان لمديرية الميناء أن الرافعة قديمة.', 'official مديرية الميناء'],
    ['The Harbour Authority said that the crane was old.', 'official Harbour Authority'],
    ['قالت مديرية الميناء إن الرافعة قديمة.', 'official مديرية الميناء'],
    ['The Harbour Authority said that the crane was old. Ida Stroud, who saw it fall, said it shook.', null],
    ['قالت مديرية الميناء إن الرافعة قديمة. وقال شاهد إنها اهتزت.', null],
    ['The Harbour Authority told our reporter that the crane was old.', null],
  ])(
    'is an official where it passes a statement on or alone speaks, and not where others do: “%s”',
    (body, expected) => {
      expect(rests(body)).toBe(expected);
    },
  );

  test('is the outlet that is quoted in the opening, not the report’s own and not one named in passing', () => {
    expect(rests('Two fell, The Quill Ledger reported.')).toBe('agency The Quill Ledger');
    expect(rests('According to the Quill Ledger, two fell.')).toBe('agency Quill Ledger');
    expect(rests('Two fell, The Marram Echo reported.')).toBeNull();
    expect(rests(`${'Two fell. '.repeat(80)}Nobody had, The Quill Ledger reported.`)).toBeNull();
  });

  test.each([
    'Boatmen told the Echo that two fell. The Sound Truce Observatory said it was dark.',
    'Our correspondent saw two fall. The Sound Truce Observatory said it was dark.',
    'رأى مراسلنا اثنين يسقطان. وقال المرصد إن الظلام كان شديداً.',
  ])('is the outlet itself where its people were there or were told: “%s”', (body) => {
    expect(rests(body)).toBeNull();
  });

  test('is not the outlet where somebody of a like name was told', () => {
    const body = 'Boatmen told Marram police that two fell. The Sound Truce Observatory said it was dark.';
    expect(rests(body, { outlet: 'Voice of Marram' })).toBe(monitor);
  });
});

describe('who a report rests on, in other forms', () => {
  const known: OriginInput['known'] = [
    { name: 'Tarnholm', kind: 'agency', also: ['تارنهولم'] },
    { name: 'Sound Truce Observatory', kind: 'monitor', also: ['مرصد هدنة كويل'] },
    { name: 'The Quill Ledger', kind: 'outlet' },
    { name: 'Marram Radio', kind: 'outlet' },
    { name: 'The Marram Echo', kind: 'outlet' },
    { name: 'Harbour Authority', kind: 'official', also: ['هيئة الميناء'] },
  ];
  const rests = (body: string, more: Partial<OriginInput> = {}) => {
    const origin = originOf(from(body, { known, ...more }));
    return origin && `${origin.kind} ${origin.name}`;
  };
  const agency = 'agency Tarnholm';
  const monitor = 'monitor Sound Truce Observatory';
  const ledger = 'agency The Quill Ledger';

  test.each([
    ['Tarnholm — QUILLPORT: A crane fell.', agency],
    ['QUILLPORT — Tarnholm — A crane fell.', agency],
    ['[Tarnholm] A crane fell.', agency],
    ['By Tarnholm\n\nA crane fell.', agency],
    ['A crane fell. [Tarnholm]', agency],
    ['A crane fell.\n\nTarnholm/The Marram Echo', agency],
    ['A crane fell.\n\nThis report first appeared on Tarnholm.', agency],
    ['A crane fell. (The Marram Echo, with Tarnholm)', agency],
    ['كويل – تارنهولم: سقطت رافعة.', agency],
    ['سقطت رافعة ولم يصب أحد. (تارنهولم)', agency],
    ['سقطت رافعة.\nعن تارنهولم', agency],
    ['A crane fell.\n\nWith agencies', 'agency agencies'],
    ['سقطت رافعة. (وكالات)', 'agency agencies'],
  ])('is who is credited at the start or the end: “%s”', (body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test.each([
    ['Ida Stroud told the Ledger that the crane fell.', ledger],
    ['Papers seen by The Quill Ledger show that the crane was old.', ledger],
    ['ذكرت صحيفة «كويل ليدجر» أن الرافعة سقطت.', ledger],
    ['قال عامل لـ«كويل ليدجر» إن الرافعة سقطت.', ledger],
    ['سقطت الرافعة، وفق ما ذكرت كويل ليدجر.', ledger],
    ['The crane fell, the harbour master said on Marram Radio.', 'agency Marram Radio'],
    ['The Arabic-language daily Sahab reported that the crane fell.', 'agency Sahab'],
  ])('is the outlet that was told, in either script: “%s”', (body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test.each([
    ['Two fell, the STO said.', monitor],
    ['Two fell, said the Sound Truce Observatory, which watches the sound.', monitor],
    ['“Two fell,” the Observatory’s director, Una Pell, said.', monitor],
    ['سقط اثنان، على ما وثّقه المرصد.', monitor],
    ['قال مدير مرصد هدنة كويل إن اثنين سقطا.', monitor],
    ['The STO said two fell. A Marram Echo reporter saw three.', null],
  ])('is the monitor by initials, verb and office: “%s”', (body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test.each([
    ['Cranes will stop, Health Minister Una Pell said. Pell gave no day.', 'official Health Minister'],
    ['The harbour master, Una Pell, told a press conference that cranes would stop.', 'official harbour master'],
    ['A police spokesman said that the cranes had stopped.', 'official police'],
    ['The cranes stop, the dockers’ committee said in a statement.', 'official dockers’ committee'],
    ['Una Pell has resigned. “I am tired,” she wrote on her page.', 'official Una Pell'],
    ['فتحت هيئة الميناء بوابة. وجاء في تعميم لها أنها تعمل نهاراً.', 'official Harbour Authority'],
    ['أوقفت الشرطة سائقاً، بحسب ناطق باسمها.', 'official الشرطة'],
    ['قال المتحدث باسم الشرطة العقيد منير تيل إن الرافعة سقطت. وأضاف تيل أنها قديمة.', 'official الشرطة'],
  ])('is an official by office, name and rank: “%s”', (body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test('is the outlet where it is an interview, or somebody else is quoted beside the official', () => {
    const told = 'The minister, Una Pell, said that cranes would stop.';
    expect(rests(told, { title: 'Interview: Una Pell' })).toBeNull();
    expect(rests(`${told} “I liked them,” said one of the workmen, Bo Marsh.`)).toBeNull();
    expect(rests(told)).not.toBeNull();
  });

  test('keeps who is named beside an office, and who tells all that an agency wrote', () => {
    const [minister] = from('Cranes will stop, Health Minister Una Pell said.');
    expect(minister?.also).toEqual(['Una Pell']);
    const origin = originOf(from('QUILLPORT (Tarnholm) — Two fell, the Sound Truce Observatory said.', { known }));
    expect(origin).toMatchObject({ name: 'Tarnholm', of: { kind: 'monitor', name: 'Sound Truce Observatory' } });
    const told = originOf(from('QUILLPORT (Tarnholm) — Two fell, Ida Stroud told Tarnholm.', { known }));
    expect(told).not.toHaveProperty('of');
  });

  test.each([
    'A crane fell. (Ida Stroud/Tarnholm) It was old.',
    'The Marram Echo could not confirm it. Ida Stroud contributed to this report.',
    'Trade fell by two per cent (Ledger) and rose again.',
    `${'The crane fell. '.repeat(60)}It was old, a docker told Tarnholm.`,
  ])('is not who took a picture, helped, or is named in an aside: “%s”', (body) => {
    expect(rests(body)).toBeNull();
  });
});

describe('who says what', () => {
  const rests = (body: string, title = 'A title') => {
    const origin = originOf(from(body, { title }));
    return origin && [origin.name, ...(origin.also ?? [])].join(' = ');
  };

  test.each([
    [
      'who was named with the office speaks by surname',
      'The Fen Party will not sit. Its leader, Dora Quick, made it plain. There is no second offer, Quick warned.',
      'Fen Party = Dora Quick = Quick',
    ],
    [
      'who is named between commas says it',
      'Sergeant Bo Marsh, who speaks for the Low Orse police, said two fell. Marsh saw it.',
      'Low Orse police = Bo Marsh',
    ],
    [
      '“it” is whom the sentence is about',
      'Low Orse Water Board lost a pump, it said on Friday.',
      'Low Orse Water Board',
    ],
    [
      '“its director” is of whom the sentence is about',
      'The Harbour Board will close. Its director, Una Pell, said that there was no money.',
      'Harbour Board = Una Pell',
    ],
    [
      'a text tells what its writer tells',
      'So reads a notice from the Ministry of Ports. It sets no day.',
      'Ministry of Ports',
    ],
    [
      'a deed of another in passing changes nothing',
      'The Fairs Board said no. The Harbour Board had counted two.',
      'Fairs Board',
    ],
    ['the subject stands before its verb or behind', 'أوقفت الشرطة سائقاً، على ما ذكر ناطق رسمي.', 'الشرطة'],
    ['a bulletin tells what its writer tells', 'زاد السعر، كما تظهر النشرة الشهرية لغرفة التجارة.', 'لغرفة التجارة'],
  ])('%s: “%s”', (_, body, expected) => {
    expect(rests(body)).toBe(expected);
  });

  test('is told by the title where a statement is printed below it', () => {
    expect(rests('No grain is missing. It was moved.', 'Statement of the Grain Board on the store')).toBe(
      'Grain Board',
    );
  });

  test.each([
    'The keeper did not say why. The board has not replied and the police could not be reached.',
    'Two gunmen demanded money. A list of those names was found.',
    'Bo Marsh said that the pump was old. The Water Board said that it was new.',
  ])('is nobody alone where nobody tells it, or two do: “%s”', (body) => {
    expect(rests(body)).toBeNull();
  });
});

describe('who tells what a report tells', () => {
  test('is kept by name, persons apart from officials, with whether it is the outlet’s own account', () => {
    const own = from('Ida Stroud told the Echo that two fell, and Bo Marsh said so. The harbour master said three.');
    expect(tellersOf(own, 'The Marram Echo')).toMatchObject({ isOwn: true, officials: ['harbour master'] });
    expect(tellersOf(own, 'The Marram Echo').persons).toContain('Bo Marsh');
    expect(tellersOf(from('Bo Marsh said that two fell.'), 'The Marram Echo')).toEqual({
      persons: ['Bo Marsh'],
      officials: [],
      isOwn: false,
    });
  });
});

describe('what credits nobody', () => {
  test.each([
    'The United Nations (UN) sent a boat to the harbour on Tuesday.',
    'Two ships of the Grain Board (GB) left, and the crane (built in 1951) fell.',
    'Ida Stroud (Quillport) won the vote - by nine.',
    'She lives near the Observatory on the hill.',
    'The network of canals said to be the oldest is dry.',
    'The truce monitor said two fell.',
    'A post on the hill said to be empty stood near the Radio.',
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
