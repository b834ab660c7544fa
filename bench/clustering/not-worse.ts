import type { Comparison } from "./sameness.js";

/** Compares with a package that finds less: its inertias, summed over k, may not lie below ours by more than 1e-3. */
export const notWorse: Comparison = async (own, peer) => {
  const sum = (figures: readonly number[]) => figures.reduce((total, inertia) => total + inertia, 0);
  const change = sum((await own()).figures!) / sum((await peer()).figures!) - 1;
  const percent = (Math.abs(change) * 100).toPrecision(2);
  return { equal: change <= 1e-3, note: `our inertia is ${percent} % ${change > 0 ? "higher" : "lower"}` };
};
