import { expect, test } from 'vitest';
import { holdOn, plainHandling, withWireTerms } from './handling.ts';
import { freeTerms, strictest, type Terms, termsOrNull } from './terms.ts';

const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
const held = (terms: Partial<Terms>, embargoedUntil: string | null = null) =>
  holdOn({ ...plainHandling, embargoedUntil, terms: { ...freeTerms, ...terms } }, now);

test('terms hold a report back: for the desk alone, before their time, and from their end on to the very second', () => {
  expect(held({})).toBeNull();
  expect(held({ internal: true, until: '2026-11-19T00:00:00Z' })).toEqual({ why: 'internal' });
  expect(held({ from: '2026-11-20T10:00:00Z' })).toEqual({ why: 'embargoed', until: '2026-11-20T10:00:00Z' });
  expect(held({ from: '2026-11-20T10:00:00Z' }, '2026-11-20T12:00:00Z')).toMatchObject({
    until: '2026-11-20T12:00:00Z',
  });
  expect(held({ until: '2026-11-20T09:00:01Z' })).toBeNull();
  expect(held({ until: '2026-11-20T09:00:00Z' })).toEqual({ why: 'ended', at: '2026-11-20T09:00:00Z' });
  expect(held({ mostWords: 5, notIn: ['Gorvan'], credit: 'Halyard', noCopy: true })).toBeNull();
});

test('of a report’s own terms and its wire’s the stricter goes, rule by rule', () => {
  const own: Terms = {
    ...freeTerms,
    mostWords: 80,
    until: '2026-12-01T00:00:00Z',
    notIn: ['Gorvan'],
    credit: 'Halyard',
  };
  const wire = {
    ...freeTerms,
    mostWords: 50,
    until: '2026-12-02T00:00:00Z',
    notIn: ['Gorvan', 'Belisar'],
    text: 'By mail',
  };
  expect(strictest(own, { ...freeTerms, internal: true })).toEqual({ ...own, internal: true });
  const { terms, usageTerms } = withWireTerms({ ...plainHandling, usageTerms: 'No resale', terms: own }, wire);
  expect(terms).toEqual({ ...own, mostWords: 50, notIn: ['Gorvan', 'Belisar'] });
  expect(usageTerms).toBe('No resale · By mail');
  expect(withWireTerms(plainHandling, null)).toBe(plainHandling);
  expect(termsOrNull(freeTerms)).toBeNull();
});
