import { kDistances } from "../clustering/density/k-distances.js";
import { contentKey, type KeptResults } from "../core/kept-results.js";
import type { Matrix } from "../core/matrix.js";
import type { RunOptions } from "../core/progress.js";
import { matrixKey } from "./place-candidates.js";

/** The k-distance curve of a matrix, computed once. */
export async function keptKDistances(
  matrix: Matrix,
  minPoints: number,
  kept: KeptResults,
  run: RunOptions,
): Promise<Float64Array> {
  const key = contentKey("k-distances", matrixKey(matrix), minPoints);
  const known = await kept.get(key);
  if (known instanceof Float64Array) return known;
  const curve = await kDistances(matrix, minPoints, run);
  await kept.put(key, curve);
  return curve;
}
