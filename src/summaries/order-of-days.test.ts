import { findPublication } from '#publications/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/test-newsroom.ts';
import { findDevelopmentsToTell } from './draft-summary.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom({ sample: true });
}, 180_000);
afterAll(() => newsroom.close());

/** A day of the sample newsroom, with what its published summaries told before. */
async function day(on: string) {
  const { read } = newsroom.database;
  const publication = await findPublication(read, 'belisar');
  if (!publication) throw new Error('no sample');
  return (await findDevelopmentsToTell(read, publication, on)).map((development) => ({
    ...development,
    titles: development.reports.map(({ report }) => report.title).join(' | '),
    toldOn: development.reasons.flatMap((reason) => (reason.part === 'repeat' ? (reason.toldOn ?? []) : []))[0],
    isFeature: development.reasons.some(({ part }) => part === 'feature'),
  }));
}

test('what only repeats what a summary told stands below all that is new or changed and rests on as many', async () => {
  let repeats = 0;
  for (const on of ['2026-11-06', '2026-11-12']) {
    const all = (await day(on)).filter(({ isFeature }) => !isFeature);
    for (const [place, one] of all.entries()) {
      if (one.toldOn === undefined) continue;
      repeats += 1;
      const below = all.slice(place + 1).filter(({ state }) => state.kind !== 'continuing');
      const { independent } = one.corroboration;
      expect(below.filter(({ corroboration }) => corroboration.independent >= independent)).toEqual([]);
    }
  }
  expect(repeats).toBeGreaterThan(1);
});

test('a toll that rose stands among the first, with what it was', async () => {
  // Both have the same points.
  const [first, second] = (await day('2026-11-05')).slice(0, 2).sort((a, b) => a.titles.localeCompare(b.titles));
  const changes = [first, second].map((each) =>
    each?.state.changes.flatMap((change) =>
      change.kind === 'figure' ? [`${change.of} ${change.before?.value ?? '–'} → ${change.now.value}`] : [],
    ),
  );
  expect([first?.titles, second?.titles]).toEqual([
    expect.stringContaining('Ferry toll reaches 11'),
    expect.stringContaining('cholera cases near 300'),
  ]);
  expect(changes[0]).toContain('killed 9 → 11');
  expect(changes[1]).toContain('suspected 251 → 293');
});
