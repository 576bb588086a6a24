import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../tests/support/fixtures.ts';
import type { Basis, Block, PieceContent, Sentence } from './document.ts';
import { type CitedSource, checkPiece, type GateMark, longestUnquotedRun, markName } from './gate.ts';
import type { Override } from './piece.ts';

const body = [
  'The ferry Marwa sank off Tal Amrin on Friday, killing twenty-three passengers, harbour chief Dina Hadid said.',
  '“We lost 3,000 litres of fuel and our best crew,” she told the paper.',
  'Divers from the Syrian navy searched the cold grey water around the wreck until the late evening hours.',
  'Another 400 people were saved at Belhan.',
].join(' ');
const arabicBody = 'قال محافظ بلحان «لن نغلق المرفأ أبدًا» بعد مقتل ١٢ شخصًا وإصابة ثلاثة وعشرين آخرين يوم الجمعة.';

const sources = new Map<string, CitedSource>([
  ['ev1', { outlet: 'Gorvan Courier', originName: 'Amrin Agency', title: 'Ferry sinks, 23 dead', body }],
  ['ev2', { outlet: 'صوت المرفأ', originName: null, title: 'مقتل 12', body: arabicBody }],
]);

/** A sentence that cites a span of a source; the whole body unless told. */
function says(text: string, options: { span?: string; evidence?: string; madeFor?: string } = {}): Sentence {
  const evidence = options.evidence ?? 'ev1';
  const source = sources.get(evidence)?.body ?? '';
  const quote = options.span ?? source;
  const start = source.indexOf(quote);
  const citation = { id: 'c1', evidence, quote, start, end: start + quote.length, madeFor: options.madeFor ?? text };
  return { id: 's1', text, basis: { kind: 'cited', citations: [citation] } };
}

const based = (text: string, basis: Basis): Sentence => ({ id: 's1', text, basis });
const known = [{ spellings: ['Belhan', 'بلحان'] }, { spellings: ['Sarfan', 'صرفان'] }];
const check = (sentence: Sentence, overrides: Override[] = []) =>
  checkPiece(summaryOf([sentence]), sources, overrides, [], known);
const marks = (found: GateMark[]) => found.map(markName);

describe('the gate', () => {
  const dead = body.slice(0, body.indexOf(' “'));
  const spoken = body.slice(body.indexOf('“'), body.indexOf(' Divers'));
  const searched = body.slice(body.indexOf('Divers'), body.indexOf(' Another'));

  test.each<[string, Sentence, string[]]>([
    ['a cited sentence', says('The Marwa sank off Tal Amrin, and 23 died.', { span: dead }), []],
    ['one without a basis', based('A boat sank.', { kind: 'uncited' }), ['uncited']],
    ['one with no citation left', based('A boat sank.', { kind: 'cited', citations: [] }), ['uncited']],
    ['an imported link', based('A boat sank.', { kind: 'linked', links: [] }), ['uncited']],
    ['a citation whose evidence is gone', says('A boat sank.', { evidence: 'gone' }), ['uncited']],
    [
      'words that somebody vouches for',
      based('In 1999 Zara said “no”.', { kind: 'vouched', by: 'Ana', at: 'now' }),
      [],
    ],
    ['an empty sentence', based('  ', { kind: 'uncited' }), []],
    ['a change since it was cited', says('A boat sank at Belhan.', { madeFor: 'A boat sank.' }), ['changed']],
    ['a change of one space', says('A  boat sank.', { madeFor: 'A boat sank.' }), ['changed']],
    // numbers
    ['a wrong number', says('The sinking killed 24 people.', { span: dead }), ['number:24']],
    ['a right number in digits', says('The sinking killed 23 people.', { span: dead }), []],
    ['a number from outside its span', says('The sinking killed 400 people.', { span: dead }), ['number:400']],
    ['a number written otherwise', says('The crew lost three thousand litres.', { span: spoken }), []],
    [
      'a number with a wrong magnitude',
      says('The crew lost 3 million litres.', { span: spoken }),
      ['number:3 million'],
    ],
    ['each wrong number once', says('It was 7, and 7 again, then 8.', { span: dead }), ['number:7', 'number:8']],
    // names
    ['a wrong name', says('Harbour chief Dina Salam said so.', { span: dead }), ['name:Salam']],
    ['a name from outside its span', says('It happened near Belhan.', { span: dead }), ['name:Belhan']],
    ['a name as a people', says('It was off Syria, a diver said.', { span: searched }), []],
    [
      'an outlet or agency that is cited',
      says('The Gorvan Courier, citing Amrin Agency, told of a sinking.', { span: dead }),
      [],
    ],
    [
      'an outlet that is not cited',
      says('The Valley Post told of a sinking.', { span: dead }),
      ['name:Valley', 'name:Post'],
    ],
    ['the calendar and titles', says('On Friday in March, President Hadid was silent.', { span: dead }), []],
    ['an ordinary word at the start', says('Divers looked for the boat.', { span: dead }), []],
    [
      'a place that is in the name of an outlet that is cited',
      says('It happened near Gorvan, the Courier wrote.', { span: spoken }),
      ['name:Gorvan'],
    ],
    ['an outlet by its last word', says('The Courier told of a sinking.', { span: dead }), []],
    ['an agency short of what it is', says('Amrin told of a sinking.', { span: dead }), []],
    ['a wrong name in Arabic, by its known spelling', says('غرقت قرب صرفان.', { evidence: 'ev2' }), ['name:صرفان']],
    ['a right one', says('يبقى المرفأ مفتوحًا في بلحان.', { evidence: 'ev2' }), []],
    ['a name in Arabic that its span has in Latin letters', says('أُنقذ 400 شخص في بلحان.'), []],
    [
      'a wrong name in Arabic that a title announces',
      says('وقال المحافظ هشام كارم ذلك.', { evidence: 'ev2' }),
      ['name:هشام', 'name:كارم'],
    ],
    ['thousands that a narrow space parts', says('The crew lost 3\u202f000 litres.', { span: spoken }), []],
    [
      'a quotation whose source is in another script',
      says('The governor said: “We shall never close the harbour.”', { evidence: 'ev2' }),
      ['translated:We shall never close the harbour.'],
    ],
    // quotations
    ['a quotation', says('She said they lost “our best crew”.', { span: spoken }), []],
    ['a quotation in single marks', says('She said they lost ‘our best crew’.', { span: spoken }), []],
    ['a misquotation', says('She said they lost “our finest crew”.', { span: spoken }), ['quotation:our finest crew']],
    [
      'a misquotation in single marks',
      says('She said they lost ‘our finest crew’.', { span: spoken }),
      ['quotation:our finest crew'],
    ],
    [
      'a quotation from outside its span',
      says('She spoke of “our best crew”.', { span: dead }),
      ['quotation:our best crew'],
    ],
    [
      'a quotation with other marks and spaces',
      says('She spoke of "fuel and  our best crew," too.', { span: spoken }),
      [],
    ],
    [
      'a quotation that is never closed',
      says('She spoke of “our worst crew', { span: spoken }),
      ['quotation:our worst crew'],
    ],
    // copying
    ['12 copied words', says(`They ${searched.split(' ').slice(4, 16).join(' ')}.`, { span: searched }), []],
    ['13 copied words', says(`They ${searched.split(' ').slice(4, 17).join(' ')}.`, { span: searched }), ['copied']],
    [
      '13 words copied from outside the span',
      says(`They ${searched.split(' ').slice(4, 17).join(' ')}.`, { span: dead }),
      ['copied'],
    ],
    [
      '13 copied words with other marks and case',
      says(`They ${searched.split(' ').slice(4, 17).join(', ').toUpperCase().toLowerCase()}.`),
      ['copied'],
    ],
    ['a whole quoted sentence', says(`The paper: “${searched}”`, { span: searched }), []],
    // Arabic
    ['Arabic numbers', says('قُتل 12 وأصيب 23.', { evidence: 'ev2' }), []],
    ['Arabic numbers in Arabic digits', says('قُتل ١٢ وأصيب ٢٣.', { evidence: 'ev2' }), []],
    ['a wrong Arabic number', says('قُتل ١٣ شخصًا.', { evidence: 'ev2' }), ['number:١٣']],
    ['a wrong Arabic number word', says('أصيب أربعة وعشرون.', { evidence: 'ev2' }), ['number:أربعة وعشرون']],
    ['an Arabic quotation', says('قال المحافظ: «لن نغلق المرفأ أبدًا».', { evidence: 'ev2' }), []],
    ['an Arabic misquotation', says('قال المحافظ: «سنغلق المرفأ».', { evidence: 'ev2' }), ['quotation:سنغلق المرفأ']],
  ])('of %s', (_, sentence, expected) => {
    const found = marks(check(sentence));
    expect(found.map((name) => (name.startsWith('copied') ? 'copied' : name))).toEqual(expected);
  });

  test('says what was copied, and how long it is', () => {
    const run = searched.split(' ').slice(4, 17).join(' ');
    expect(check(says(`They ${run}.`, { span: searched }))).toEqual([
      { kind: 'copied', at: 's1', found: run, words: longestUnquotedRun + 1 },
    ]);
  });

  test('takes no citation whose words do not stand at their place', () => {
    const forged = says('In Belhan 99 died.');
    if (forged.basis.kind === 'cited')
      forged.basis.citations = forged.basis.citations.map((each) => ({ ...each, quote: 'Belhan 99' }));
    expect(marks(check(forged))).toEqual(['uncited']);
  });

  test('takes an empty name of the publication for no name', () => {
    expect(marks(checkPiece(summaryOf([says('It killed 23 people.', { span: dead })]), sources, [], ['']))).toEqual([]);
    expect(marks(checkPiece(summaryOf([says('It killed 203 people.', { span: dead })]), sources, [], ['']))).toEqual([
      'number:203',
    ]);
  });

  test('takes the signs of a pattern in a name for signs', () => {
    for (const name of ['.*', 'It killed (203', 'x|It killed 203 people'])
      expect(
        marks(checkPiece(summaryOf([says('It killed 203 people.', { span: dead })]), sources, [], [name])),
      ).toEqual(['number:203']);
  });

  test('lets a sentence rest on several citations together', () => {
    const one = says('In Belhan 400 were saved, 23 died.', { span: dead });
    const two = says('In Belhan 400 were saved, 23 died.', { span: 'Another 400 people were saved at Belhan.' });
    if (one.basis.kind === 'cited' && two.basis.kind === 'cited') one.basis.citations.push(...two.basis.citations);
    expect(marks(check(one))).toEqual([]);
  });

  test('looks into lists, quotes and tables too', () => {
    const bare = (id: string): Sentence => ({ id, text: 'Nobody knows.', basis: { kind: 'uncited' } });
    const blocks: PieceContent['blocks'] = [
      { type: 'paragraph', id: 'b0', sentences: [bare('preamble')] },
      { type: 'list', id: 'b1', ordered: false, items: [[bare('item')]] },
      { type: 'quote', id: 'b2', sentences: [bare('quote')] },
      { type: 'table', id: 'b3', header: true, rows: [[[bare('cell')]]] },
    ];
    const found = checkPiece(summaryOf([], { blocks }), sources);
    expect(found.map((mark) => mark.at)).toEqual(['preamble', 'item', 'quote', 'cell']);
  });

  describe('over headings and the lede', () => {
    const piece = (heading: string, lede: string): PieceContent => {
      const content = summaryOf([says('The Marwa sank, and 23 died.', { span: dead })], { lede });
      return {
        ...content,
        blocks: content.blocks.map((block) => (block.type === 'heading' ? { ...block, text: heading } : block)),
      };
    };
    test.each<[string, string, string, string[]]>([
      ['what the section says', 'Marwa sinks, 23 dead', 'We review the Marwa and 23 deaths.', []],
      ['what a cited headline says', 'Ferry sinks', 'Ferry sinks.', []],
      ['a number found nowhere in the heading', '99 dead', '', ['number:99']],
      ['a number found nowhere in the lede', 'Marwa sinks', 'Some 99 died.', ['number:99']],
      ['a name found nowhere', 'Zara sinks', 'Of Zara and Marwa.', ['name:Zara']],
      ['a quotation found nowhere', '“All is well”', '', ['quotation:All is well']],
    ])('%s', (_, heading, lede, expected) => {
      expect(marks(checkPiece(piece(heading, lede), sources))).toEqual(expected);
    });

    test('marks the lede first, by its name', () => {
      expect(checkPiece(piece('99 dead', 'Some 98 died.'), sources).map((mark) => mark.at)).toEqual(['lede', 'h1']);
    });
  });

  describe('with an override', () => {
    const text = 'Dina Salam counted 24.';
    const override = {
      sentenceId: 's1',
      sentenceText: text,
      mark: 'number:24',
      reason: 'told us',
      at: 'now',
      by: 'Ana',
    };

    test('lets exactly that mark stand', () => {
      expect(marks(check(says(text, { span: dead })))).toEqual(['number:24', 'name:Salam']);
      expect(marks(check(says(text, { span: dead }), [override]))).toEqual(['name:Salam']);
    });

    test('holds for that sentence and text only', () => {
      expect(marks(check(says(`${text} `, { span: dead }), [override]))).toContain('number:24');
      expect(marks(check({ ...says(text, { span: dead }), id: 's2' }, [override]))).toContain('number:24');
      expect(marks(check(says(text.replace('24', '25'), { span: dead }), [override]))).toContain('number:25');
    });
  });

  describe('of what is missing', () => {
    const picture = { media: 'a'.repeat(64), caption: 'The ferry', credit: '', alt: ' ' };

    test('names a title, and each picture’s caption, credit and description', () => {
      const figure: Block = { type: 'figure', id: 'f1', image: { ...picture, caption: '' } };
      const found = checkPiece(summaryOf([], { title: ' ', topImage: picture, blocks: [figure] }), sources);
      expect(found.map((mark) => `${mark.at} ${markName(mark)}`)).toEqual([
        'title missing:title',
        'top-image missing:credit',
        'top-image missing:alt',
        'f1 missing:caption',
        'f1 missing:credit',
        'f1 missing:alt',
      ]);
    });

    test('looks for a caption’s numbers and names in the whole piece', () => {
      const whole = { ...picture, credit: 'C', alt: 'A', caption: 'The ferry with 23 aboard, and 99 more' };
      const found = checkPiece(summaryOf([says('It killed 23 people.', { span: dead })], { topImage: whole }), sources);
      expect(marks(found)).toEqual(['number:99']);
    });
  });
});
