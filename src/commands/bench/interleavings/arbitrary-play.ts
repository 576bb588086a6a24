import fc from 'fast-check';
import { deeds, type Step } from './play-editors.ts';

/** Two to five editors and up to twelve rounds of what they do at the same time. */
export const arbitraryPlay: fc.Arbitrary<{ editors: number; rounds: Step[][] }> = fc.record({
  editors: fc.integer({ min: 2, max: 5 }),
  rounds: fc.array(
    fc.array(fc.record({ editor: fc.nat({ max: 4 }), deed: fc.constantFrom(...deeds) }), {
      minLength: 1,
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 12 },
  ),
});
