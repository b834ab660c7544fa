import { SegmentLabError } from "../core/errors.js";
import type { ComparedRun, Comparison } from "./comparison.js";

/** The rule by which a clustering is chosen until the verdict takes its place, in words. */
export const choiceRule = "k-means with the best mean silhouette among k = 4 … 8";

/**
 * Chooses a clustering by one simple rule: k-means with the best mean silhouette among k = 4 … 8, the smaller k of
 * two equals. The rule looks neither at stability nor at a null, and every page that uses it says so.
 *
 * @throws SegmentLabError `too-few-rows` where no such candidate was compared
 */
export function chooseClustering({ runs, matrix }: Comparison): ComparedRun {
  const eligible = runs.filter(({ clustering: { algorithm, engine, options }, silhouette }) => {
    // customers who do not differ have no silhouette
    if (Number.isNaN(silhouette)) return false;
    const k = Number(options.k);
    return algorithm === "kmeans" && engine === "native" && k >= 4 && k <= 8;
  });
  const best = eligible.reduce<ComparedRun | undefined>(
    (leader, run) => (leader && leader.silhouette >= run.silhouette ? leader : run),
    undefined,
  );
  if (best) return best;
  throw new SegmentLabError(
    "too-few-rows",
    `no k-means with k = 4 … 8 to choose from: ${matrix.rows} customers are too few or too alike`,
  );
}
