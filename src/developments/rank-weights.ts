/** The parts that a rank is the sum of. Each has a weight that a publication can change. */
export const rankParts = [
  'independent',
  'outlets',
  'new',
  'change',
  'contradiction',
  'figure',
  'repeat',
  'fresh',
  'followed',
  'feature',
] as const;

export type RankPart = (typeof rankParts)[number];

export type RankWeights = Record<RankPart, number>;

/**
 * How many points each part gives. `independent` and `outlets`: the first gives one weight, three give two, seven give
 * three; more of the same says less and less. `figure`: each of the first two figures.
 */
export const defaultWeights: RankWeights = {
  independent: 2,
  outlets: 0.7,
  new: 1,
  change: 1.5,
  contradiction: 1.5,
  figure: 0.4,
  repeat: -2,
  fresh: 0.5,
  followed: 1,
  feature: -4,
};

/** A weight is between these: no part alone may drown all others. */
export const weightLimits = { least: -10, most: 10 };

/** The weights of a publication: its own, and the default of those that it has not changed. */
export function weightsOf({ rankWeights }: { rankWeights: Record<string, number> }): RankWeights {
  const weights = { ...defaultWeights };
  for (const part of rankParts) {
    const own = rankWeights[part];
    if (own !== undefined && own >= weightLimits.least && own <= weightLimits.most) weights[part] = own;
  }
  return weights;
}
