import { describe, expect, test } from 'vitest';
import type { StoryName } from '#publications/publications.ts';
import type { Report } from '#wires/wires.ts';
import { plainReport } from '../../../tests/support/fixtures.ts';
import { findActs } from './official-acts.ts';
import { findWhatChanged } from './what-changed.ts';

const report = (day: number, title: string, body = title, outlet = 'Gorvan Courier'): Report => {
  const at = `2026-11-${String(day).padStart(2, '0')}T06:00:00.000Z`;
  return plainReport({ title, body, outlet, reportedAt: at, retrievedAt: at });
};
const names: StoryName[] = [
  { kind: 'place', name: { en: 'Tal Amrin', ar: 'تل عمرين' } },
  { kind: 'person', name: { en: 'Oda Brisk', ar: 'أودا بريسك' }, also: ['Brisk'] },
  { kind: 'outlet', name: { en: 'Amrin Radio' } },
];
const compare = (today: Report[], earlier: Report[], own = new Set<string>()) =>
  findWhatChanged(today, earlier, own, names);

describe('what a day brings to a storyline', () => {
  test('is new where nothing came before', () => {
    expect(compare([report(3, 'Ferry sinks, nine dead')], []).kind).toBe('new');
  });

  test('is nothing where the same is told again', () => {
    const again = compare([report(4, 'Ferry sank: nine dead')], [report(3, 'Ferry sinks, nine dead')]);
    expect(again).toEqual({ kind: 'continuing', changes: [], contradictions: [] });
  });

  test('is a figure that rose, with what it was, when and by whom', () => {
    const before = report(3, 'Ferry sinks, nine dead');
    const now = report(4, 'Ferry toll', 'The death toll rose to 11 on Wednesday.', 'Amrin Radio');
    expect(compare([now], [before])).toMatchObject({
      kind: 'changed',
      changes: [
        {
          kind: 'figure',
          of: 'killed',
          now: { value: 11, outlet: 'Amrin Radio' },
          before: { value: 9, outlet: 'Gorvan Courier', at: before.reportedAt },
        },
      ],
    });
  });

  test('is a contradiction where a total is lower than before; another incident with fewer dead is none', () => {
    const toll = report(3, 'Ferry toll', 'The death toll reached 15 on Tuesday.');
    const lower = report(4, 'Ferry toll put lower', 'The death toll stood at 12, police said.', 'Amrin Radio');
    expect(compare([lower], [toll])).toMatchObject({
      kind: 'contradiction',
      contradictions: [{ of: 'killed', now: { value: 12 }, before: { value: 15, at: toll.reportedAt } }],
    });
    const clash = report(3, 'Five killed on the ridge');
    const other = compare([report(6, 'Two killed on the ridge')], [clash]);
    expect(other).toMatchObject({ kind: 'changed', contradictions: [], changes: [{ before: { value: 5 } }] });
    // The same development speaks of the same thing.
    expect(compare([report(3, 'Two killed on the ridge')], [clash], new Set([clash.id])).kind).toBe('contradiction');
  });

  test('is a place or a person of the story that was not in it, in either script', () => {
    const earlier = [report(3, 'Ferry sinks', 'The ferry sank off the coast.')];
    expect(compare([report(4, 'غرق العبارة قبالة تل عمرين')], earlier).changes).toEqual([
      { kind: 'name', of: 'place', name: 'Tal Amrin' },
    ]);
    expect(compare([report(4, 'Brisk visits the quay', 'Brisk came, Amrin Radio said.')], earlier).changes).toEqual([
      { kind: 'name', of: 'person', name: 'Oda Brisk' },
    ]);
    expect(compare([report(5, 'Brisk visits the quay')], [...earlier, report(4, 'Oda Brisk speaks')]).kind).toBe(
      'continuing',
    );
  });

  test('is an official act that was not told before', () => {
    const earlier = [report(3, 'Ferry sinks off the coast')];
    const resigned = report(4, 'Harbour master resigns over ferry');
    expect(compare([resigned], earlier).changes).toEqual([
      { kind: 'act', act: 'resignation', words: 'resigns', outlet: 'Gorvan Courier' },
    ]);
    expect(compare([report(5, 'Harbour master resigned, owner says')], [...earlier, resigned]).kind).toBe('continuing');
  });

  test.each([
    ['Court orders inquiry into ferry', ['order']],
    ['Sides agree on 143 names', ['agreement']],
    ['Harbour master may resign', []],
    ['Union refuses to sign deal', []],
    ['استقالة رئيس المرفأ', ['resignation']],
    ['Ferry sinks', []],
  ])('finds in “%s” the acts %j', (title, found) => {
    expect(findActs({ title }).map(({ act }) => act)).toEqual(found);
  });
});
