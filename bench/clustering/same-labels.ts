import { adjustedRandIndex } from "../../src/clustering/metrics/adjusted-rand-index.js";
import { largestDifference } from "./same-values.js";
import type { Comparison } from "./sameness.js";

/** Compares clusterings: the same up to the numbering, and the same distances to 1e-9 where there are some. */
export const sameLabels: Comparison = async (own, peer) => {
  const [a, b] = [await own(), await peer()];
  const agreement = adjustedRandIndex(a.labels!, b.labels!);
  const difference = a.values && b.values ? largestDifference(a.values, b.values) : 0;
  // sums of pairs round in the last digit
  if (agreement > 1 - 1e-12 && difference <= 1e-9) return { equal: true };
  const notes = [
    ...(agreement > 1 - 1e-12 ? [] : [`ARI ${agreement.toFixed(4)}`]),
    ...(difference <= 1e-9 ? [] : [`core distances differ by up to ${difference.toExponential(1)}`]),
  ];
  return { equal: false, note: notes.join(", ") };
};
