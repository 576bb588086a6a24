import type { Publication } from '#publications/publications.ts';
import type { KnownName } from './origins/origins.ts';

const KINDS = { group: 'official', outlet: 'outlet', person: 'person' } as const;

/**
 * Who is known by name when a report comes in: the agencies and monitors of its publications, the bodies, outlets and
 * persons of their lists of names in every language, and the outlets that the newsroom takes in.
 */
export function knownNames(
  publications: readonly Pick<Publication, 'knownOrigins' | 'names' | 'languages'>[],
  outlets: readonly string[],
): KnownName[] {
  const listed = publications.flatMap(({ names, languages }) =>
    (names ?? []).flatMap(({ kind, name, also = [] }): KnownName[] => {
      if (kind === 'place' || kind === 'term') return [];
      const spelled = [...languages.map((lang) => name[lang]), ...Object.values(name), ...also];
      const [first, ...others] = [...new Set(spelled.filter((each) => each !== undefined))];
      return first === undefined ? [] : [{ name: first, kind: KINDS[kind], also: others }];
    }),
  );
  const all = [
    ...publications.flatMap(({ knownOrigins }) => knownOrigins),
    ...listed,
    ...outlets.map((name): KnownName => ({ name, kind: 'outlet' })),
  ];
  return [...Map.groupBy(all, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
}
