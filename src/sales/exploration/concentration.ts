/** How unevenly an amount is spread. */
export interface Concentration {
  readonly count: number;
  readonly total: number;
  /** Gini's coefficient: 0 where everybody brings the same; above 1 only where amounts below 0 are many. */
  readonly gini: number;
  /** The smallest share of the count that brings half of the total. */
  readonly halfFrom: number;
  /** What the best tenth and the best hundredth bring, as shares of the total; at least one is the best. */
  readonly topTenth: number;
  readonly topHundredth: number;
}

/**
 * Measures concentration by Gini's coefficient (Gini 1912; as the mean difference, Sen 1973, On Economic Inequality,
 * section 2.3) and by what the best bring.
 *
 * @param amounts one amount each, in any order
 * @returns null where the amounts do not add up to more than 0, and nothing can be said
 */
export function concentration(amounts: ArrayLike<number>): Concentration | null {
  const sorted = Float64Array.from(amounts).sort().reverse();
  const count = sorted.length;
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < count; i++) {
    total += sorted[i]!;
    ranked += (count - i) * sorted[i]!;
  }
  if (!(total > 0)) return null;
  const best = (share: number) => {
    let sum = 0;
    for (let i = 0; i < Math.max(1, Math.round(count * share)); i++) sum += sorted[i]!;
    return sum / total;
  };
  let half = 0;
  for (let sum = 0; sum < total / 2; half++) sum += sorted[half]!;
  return {
    count,
    total,
    gini: (2 * ranked) / (count * total) - (count + 1) / count,
    halfFrom: half / count,
    topTenth: best(0.1),
    topHundredth: best(0.01),
  };
}
