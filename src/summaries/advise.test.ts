import { expect, test } from 'vitest';
import { citedSentence, summaryOf } from '../../tests/support/fixtures.ts';
import type { PieceContent, Sentence } from '#pieces/pieces.ts';
import { type AdviceContext, advise } from './advise.ts';

const plain = (id: string, text: string): Sentence => ({ id, text, basis: { kind: 'uncited' } });
const none: AdviceContext = { sources: new Map(), names: [], before: null };
const kinds = (content: PieceContent, context: Partial<AdviceContext> = {}) =>
  advise(content, { ...none, ...context }).map(({ kind, at }) => `${kind} ${at}`);

test('a section whose outlets all carry one agency rests on one origin, however many they are', () => {
  const agency = { kind: 'agency', name: 'Brack News Agency' };
  const sources = new Map([
    ['e1', { outlet: 'Gorvan Courier', origin: agency }],
    ['e2', { outlet: 'Port Ledger', origin: agency }],
    ['e3', { outlet: 'Radio Amrin', origin: null }],
  ]);
  const cite = (id: string, ...evidence: string[]) =>
    citedSentence(
      id,
      `Sentence ${id}.`,
      evidence.map((each) => ({ evidence: each, quote: 'x', start: 0, end: 1 })),
    );
  const content = summaryOf([cite('s1', 'e1'), cite('s2', 'e2')]);
  expect(advise(content, { ...none, sources })).toEqual([
    { kind: 'one-origin', at: 'h1', origin: 'Brack News Agency', outlets: 2 },
  ]);
  expect(kinds(summaryOf([cite('s1', 'e1'), cite('s2', 'e3')]), { sources })).toEqual([]);
  expect(advise(summaryOf([cite('s1', 'e3')]), { ...none, sources })).toEqual([
    { kind: 'one-origin', at: 'h1', origin: 'Radio Amrin', outlets: 1 },
  ]);
  // Without headings it is told of the whole, at its beginning; what cites nothing is the gate's.
  const flat = { ...content, blocks: content.blocks.filter(({ type }) => type !== 'heading') };
  expect(kinds(flat, { sources })).toEqual(['one-origin s1']);
  expect(kinds(summaryOf([plain('s1', 'Nobody said it.')]), { sources })).toEqual([]);
});

test('a sentence that readers had in the summary before is told, in other marks and case too', () => {
  const before = {
    day: '2026-11-19',
    content: summaryOf([
      plain('b1', 'Engineers closed the Long Bridge at Ashmere on Friday after a pier moved.'),
      plain('b2', 'قال المجلس إن العبّارة ستنقل الركاب حتى نهاية الأسبوع المقبل.'),
    ]),
  };
  const content = summaryOf([
    plain('s1', 'Engineers closed the “Long Bridge” at Ashmere on Friday, after a pier moved again.'),
    plain('s2', 'Engineers opened the ferry at Dunmorrow to lorries for the first time this year.'),
    plain('s3', 'وقال المجلس ان العبارة ستنقل الركاب حتى نهاية الأسبوع المقبل.'),
    plain('s4', 'The council meets.'),
  ]);
  const found = advise(content, { ...none, before });
  expect(found.map(({ kind, at }) => `${kind} ${at}`)).toEqual(['repeated s1', 'repeated s3']);
  expect(found[0]).toMatchObject({
    before: before.content.blocks[1] && 'Engineers closed the Long Bridge at Ashmere on Friday after a pier moved.',
    day: '2026-11-19',
  });
});

test('two counts of one kind in a section are told, unless the words say that they differ', () => {
  const told = (...texts: string[]) => advise(summaryOf(texts.map((text, at) => plain(`s${at}`, text))), none);
  expect(told('The blast killed 12 people.', 'At the mole 14 people were killed, the port said.')).toEqual([
    { kind: 'contradicts', at: 's1', figure: 'killed', value: 14, other: 12, day: null },
  ]);
  expect(told('The blast killed 12 people.', 'The blast killed 12 people, doctors said.')).toEqual([]);
  expect(
    told('The blast killed 12 people.', 'The Ledger put the number of people killed at 14, while others waited.'),
  ).toEqual([]);
  expect(told('The blast killed 12 people.', 'It injured 14 people.')).toEqual([]);
  // One of two in a sentence is likely part of the other.
  expect(told('The blast killed 12 people.', 'In all 14 were killed, and 3 of them died at sea.')).toEqual([]);
});

test('fewer than in the summary before is told of the same development; more is how such counts go', () => {
  const of = (text: string, development = 'd1'): PieceContent =>
    summaryOf([], {
      blocks: [
        { type: 'heading', id: 'h1', level: 2, text: 'The blast', development },
        { type: 'paragraph', id: 'p1', sentences: [plain('s1', text)] },
      ],
    });
  const before = { day: '2026-11-19', content: of('The blast killed 12 people.') };
  expect(advise(of('The blast killed 9 people.'), { ...none, before })).toEqual([
    { kind: 'contradicts', at: 's1', figure: 'killed', value: 9, other: 12, day: '2026-11-19' },
  ]);
  expect(kinds(of('The blast killed 15 people.'), { before })).toEqual([]);
  expect(kinds(of('The blast killed 9 people.', 'd2'), { before })).toEqual([]);
  expect(kinds(of('The blast killed 9 people, the port said, revised from 12.'), { before })).toEqual([]);
});

test('an acronym that nothing explains is told at its first mention in the text', () => {
  const names = [{ kind: 'group' as const, name: { en: 'the FPU' } }];
  const content = summaryOf([
    plain('s1', 'The FPU met the UN and the HRCD.'),
    plain('s2', 'The HRCD spoke; so did the Ferry Workers’ League (FWL).'),
    plain('s3', 'The FWL left.'),
    plain('s4', 'PORT CLOSED TODAY'),
  ]);
  expect(advise(content, { ...none, names })).toEqual([{ kind: 'acronym', at: 's1', found: 'HRCD' }]);
});

test('a spelling that is not used here is told with the one that is, but not within a quotation', () => {
  const names = [
    {
      kind: 'place' as const,
      name: { en: 'Tal Amrin', ar: 'تل عمرين' },
      also: ['Tal Amrin Port'],
      avoid: ['Tell Amreen', 'تل امرين'],
    },
  ];
  const content = summaryOf([
    plain('s1', 'Boats left Tell Amreen.'),
    plain('s2', '“Tell Amreen is calm,” she said in Tal Amrin Port.'),
    { ...plain('s3', 'غادرت القوارب تل امرين.'), lang: 'ar' },
  ]);
  expect(advise({ ...content, lede: 'From Tell Amreen.' }, { ...none, names })).toEqual([
    { kind: 'spelling', at: 'lede', found: 'Tell Amreen', write: 'Tal Amrin' },
    { kind: 'spelling', at: 's1', found: 'Tell Amreen', write: 'Tal Amrin' },
    { kind: 'spelling', at: 's3', found: 'تل امرين', write: 'تل عمرين' },
  ]);
});

test('who is named for the first time without what readers are told of them is told, once', () => {
  const names = [
    { kind: 'outlet' as const, name: { en: 'Gorvan Radio' }, descriptor: { en: 'state media' } },
    { kind: 'outlet' as const, name: { en: 'Port Ledger' }, descriptor: { en: 'a private paper' } },
  ];
  const content = summaryOf([
    plain('s1', 'Gorvan Radio said that the mole holds.'),
    plain('s2', 'The Port Ledger, a private paper, doubts it.'),
    plain('s3', 'Gorvan Radio did not answer.'),
  ]);
  expect(advise(content, { ...none, names })).toEqual([
    { kind: 'undescribed', at: 's1', found: 'Gorvan Radio', descriptor: 'state media' },
  ]);
});
