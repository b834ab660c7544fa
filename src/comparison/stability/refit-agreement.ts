import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";

/** Rows that were clustered again, and what came of it. */
export interface Refit {
  /** Row numbers of the matrix, ascending. */
  readonly rows: Int32Array;
  /** One a row number. */
  readonly labels: Int32Array;
}

/**
 * Compares refits with one another: the adjusted Rand index (Hubert and Arabie 1985) of each with the next, the last
 * with the first, over the rows that both hold.
 *
 * @param refits at least two
 * @returns one index a refit, or none for fewer than two refits
 */
export function refitAgreement(refits: readonly Refit[]): Float64Array {
  const pairs = refits.length > 2 ? refits.length : refits.length - 1;
  return Float64Array.from({ length: Math.max(0, pairs) }, (_, b) => {
    const [a, c] = commonLabels(refits[b]!, refits[(b + 1) % refits.length]!);
    return adjustedRandIndex(a, c);
  });
}

function commonLabels(first: Refit, second: Refit): [number[], number[]] {
  const [ofFirst, ofSecond]: [number[], number[]] = [[], []];
  for (let i = 0, j = 0; i < first.rows.length && j < second.rows.length; ) {
    const ahead = first.rows[i]! - second.rows[j]!;
    if (ahead === 0) {
      ofFirst.push(first.labels[i]!);
      ofSecond.push(second.labels[j]!);
    }
    if (ahead <= 0) i++;
    if (ahead >= 0) j++;
  }
  return [ofFirst, ofSecond];
}
