import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPublication, testClock } from '../../../../tests/support/fixtures.ts';
import { describeOnBothEngines } from '../../../../tests/support/engines.ts';
import { savePiece } from '#pieces/pieces.ts';
import { arbitraryPlay } from './arbitrary-play.ts';
import { playEditors, type Step } from './play-editors.ts';

describeOnBothEngines('several editors at one piece, at the same time', (open) => {
  const begin = async () => {
    const database = await open();
    const { slug } = await addPublication(database);
    return { database, clock: testClock(), publication: slug };
  };

  test('lose nothing that was acknowledged, and publish nothing twice, in whatever order they act', async () => {
    const deps = await begin();
    await fc.assert(
      fc.asyncProperty(arbitraryPlay, async (play) => {
        expect(await playEditors(deps, play)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('would be seen to lose something, were a save to overwrite another’s', async () => {
    const deps = await begin();
    const round = (...steps: [number, Step['deed']][]): Step[] => steps.map(([editor, deed]) => ({ editor, deed }));
    const rounds = [round([0, 'type'], [1, 'type']), round([0, 'save']), round([1, 'save'])];
    const faults = await playEditors(
      deps,
      { editors: 2, rounds },
      {
        // Takes whatever is the head for the base.
        save: async (each, id, base, content, by) => {
          const saved = await savePiece(each, id, base, content, by);
          return saved.kind === 'saved' ? saved : savePiece(each, id, saved.head, content, by);
        },
      },
    );
    expect(faults).toContainEqual(expect.stringContaining('is lost'));
  });
});
