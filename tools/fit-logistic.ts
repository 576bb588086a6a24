const RIDGE = 1;

/** Something measured, and whether it is of the kind that is learned. */
export interface Example {
  features: number[];
  same: boolean;
  weight: number;
}

/**
 * Logistic regression by Newton's method with an L2 penalty on all but the constant: the weights of the features from
 * `first` to before `first + size`, beside what the `known` weights of those before them add.
 */
export function fitLogistic(examples: readonly Example[], size: number, known: readonly number[] = []): number[] {
  const first = known.length;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const gradient = weights.map((weight, i) => (first + i === 0 ? 0 : RIDGE * weight));
    const hessian = weights.map((_, i) =>
      weights.map((_, j): number => (i !== j ? 0 : first + i === 0 ? 1e-6 : RIDGE)),
    );
    for (const { features: all, same, weight } of examples) {
      const odds = all.reduce((sum, feature, i) => sum + feature * (known[i] ?? weights[i - first] ?? 0), 0);
      const features = all.slice(first, first + size);
      const chance = 1 / (1 + Math.exp(-odds));
      const slope = weight * Math.max(1e-6, chance * (1 - chance));
      for (const [i, feature] of features.entries()) {
        gradient[i] = (gradient[i] ?? 0) + weight * (chance - (same ? 1 : 0)) * feature;
        const row = hessian[i] ?? [];
        for (const [j, other] of features.entries()) row[j] = (row[j] ?? 0) + slope * feature * other;
      }
    }
    const step = solve(hessian, gradient);
    for (const [i, change] of step.entries()) weights[i] = (weights[i] ?? 0) - change;
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return weights;
}

/** Solves a symmetric positive definite system by Gaussian elimination, in place. */
function solve(matrix: number[][], right: number[]): number[] {
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  for (let k = 0; k < right.length; k++) {
    for (let i = k + 1; i < right.length; i++) {
      const share = at(i, k) / at(k, k);
      const row = matrix[i] ?? [];
      for (let j = k; j < right.length; j++) row[j] = at(i, j) - share * at(k, j);
      right[i] = (right[i] ?? 0) - share * (right[k] ?? 0);
    }
  }
  const solution = new Array<number>(right.length).fill(0);
  for (let i = right.length - 1; i >= 0; i--) {
    let rest = right[i] ?? 0;
    for (let j = i + 1; j < right.length; j++) rest -= at(i, j) * (solution[j] ?? 0);
    solution[i] = rest / at(i, i);
  }
  return solution;
}
