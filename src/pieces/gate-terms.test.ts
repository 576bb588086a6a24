import { expect, test } from 'vitest';
import { freeTerms, type Terms } from '#wires/wires.ts';
import { citedSentence, summaryOf } from '../../tests/support/fixtures.ts';
import { type CitedSource, checkPiece, markName, mayStand } from './gate.ts';
import type { PieceContent } from './document.ts';

const body = 'The ferry to Tal Amrin sailed again on Friday. Nine passengers waited at the harbour.';
const source = (terms: Partial<Terms>, changes: Partial<CitedSource> = {}): CitedSource => ({
  outlet: 'Halyard',
  originName: null,
  title: 'Ferry sails again',
  body,
  report: 'rep_1',
  terms: { ...freeTerms, ...terms },
  ...changes,
});
const span = (evidence: string, quote: string) => ({
  evidence,
  quote,
  start: body.indexOf(quote),
  end: body.indexOf(quote) + quote.length,
});
const ferry = citedSentence('s1', 'The ferry sailed to Tal Amrin.', [
  span('e1', 'The ferry to Tal Amrin sailed again on Friday.'),
]);
const waiting = citedSentence('s2', 'Nine waited.', [span('e1', 'Nine passengers waited at the harbour.')]);
const check = (
  sources: Record<string, CitedSource>,
  changes: Partial<PieceContent> = {},
  sentences = [ferry, waiting],
) => checkPiece(summaryOf(sentences, changes), new Map(Object.entries(sources))).filter(({ kind }) => kind === 'terms');

test('the words of a report that a piece shows are counted over all its spans, each place once', () => {
  expect(check({ e1: source({ mostWords: 15 }) })).toEqual([]);
  expect(check({ e1: source({ mostWords: 14 }) })).toEqual([
    { kind: 'terms', at: 's2', what: 'words', outlet: 'Halyard', words: 15, most: 14 },
  ]);
  expect(check({ e1: source({ mostWords: 9 }) }, {}, [ferry, { ...ferry, id: 's3' }])).toEqual([]);
});

test('two versions of a report are one report', () => {
  const second = citedSentence('s2', 'Nine waited.', [span('e2', 'Nine passengers waited at the harbour.')]);
  const limited = source({ mostWords: 14 });
  expect(check({ e1: limited, e2: limited }, {}, [ferry, second])).toMatchObject([{ what: 'words', at: 's2' }]);
  expect(check({ e1: limited, e2: { ...limited, report: 'rep_2' } }, {}, [ferry, second])).toEqual([]);
});

test('a credit that is owed has to stand somewhere in the piece, to the letter but for its marks', () => {
  const owed = { e1: source({ credit: 'Reporting by “Halyard”' }) };
  expect(check(owed)).toEqual([
    { kind: 'terms', at: 's1', what: 'credit', outlet: 'Halyard', credit: 'Reporting by “Halyard”' },
  ]);
  expect(check(owed, { lede: 'Reporting by "Halyard".' })).toEqual([]);
});

test('a place where it may not be shown is told once, and an editor may say why any of them stands', () => {
  const marks = check({ e1: source({ notIn: ['Gorvan'] }) });
  expect(marks).toEqual([{ kind: 'terms', at: 's1', what: 'place', outlet: 'Halyard', places: ['Gorvan'] }]);
  expect(marks.map((mark) => [markName(mark), mayStand(mark)])).toEqual([['terms:place:Halyard', true]]);
});

test('what may not be cited at all cannot be let stand; what may not be any more can', () => {
  const held = (hold: NonNullable<CitedSource['hold']>) =>
    checkPiece(summaryOf([ferry]), new Map([['e1', source({}, { hold })]])).filter(({ kind }) => kind === 'held');
  expect(held({ why: 'internal' }).map(mayStand)).toEqual([false]);
  expect(held({ why: 'ended', at: '2026-11-20T00:00:00Z' }).map(mayStand)).toEqual([true]);
});
