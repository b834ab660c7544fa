import type { Clustering } from "../clustering/clusterer.js";
import { silhouettes } from "../clustering/metrics/silhouettes.js";
import { contentKey, type KeptResults } from "../core/kept-results.js";
import type { RunOptions } from "../core/progress.js";
import type { PlacedCandidate } from "./place-candidates.js";

/** A placed candidate with its clustering. */
export type FittedCandidate = PlacedCandidate & { readonly clustering: Clustering };

/** The silhouettes of each clustering, those of one matrix in one pass over its pairs of rows. */
export async function keptSilhouettes(
  fitted: readonly FittedCandidate[],
  kept: KeptResults,
  run: RunOptions,
): Promise<Float64Array[]> {
  const keys = fitted.map(({ matrixKey, clustering }) => contentKey("silhouettes", matrixKey, clustering.labels));
  const found = new Map<string, Float64Array>();
  for (const key of new Set(keys)) {
    const values = await kept.get(key);
    if (values instanceof Float64Array) found.set(key, values);
  }
  const matrices = [...new Set(fitted.map(({ matrix }) => matrix))];
  for (const matrix of matrices) {
    const missing = new Map<string, Int32Array>();
    fitted.forEach((one, i) => {
      if (one.matrix === matrix && !found.has(keys[i]!)) missing.set(keys[i]!, one.clustering.labels);
    });
    if (missing.size === 0) continue;
    const values = await silhouettes(matrix, [...missing.values()], run);
    for (const [i, key] of [...missing.keys()].entries()) {
      found.set(key, values[i]!);
      await kept.put(key, values[i]!);
    }
  }
  return keys.map((key) => found.get(key)!);
}
