import { createChance } from '../invented-pieces.ts';

/** Lowest and highest value of a 95% confidence interval. */
export type Interval = [low: number, high: number];

/** The interval of a share by Wilson's score. */
export function wilsonInterval(right: number, all: number): Interval {
  const z = 1.96;
  if (all === 0) return [0, 1];
  const share = right / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const reach = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/**
 * The interval of a figure over some things by the bootstrap: they are drawn again and again with replacement, the figure
 * is taken of each draw, and the middle 95% of the figures is the interval. The same things give the same interval.
 * @param figure takes how often each thing was drawn
 */
export function bootstrapInterval(things: number, figure: (drawn: number[]) => number, draws = 2000): Interval {
  const chance = createChance(20261127);
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = new Array<number>(things).fill(0);
    for (let n = 0; n < things; n++) {
      const thing = Math.floor(chance() * things);
      drawn[thing] = (drawn[thing] ?? 0) + 1;
    }
    figures.push(figure(drawn));
  }
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
  return [at(0.025), at(0.975)];
}
