import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { checkNumber } from "./check-option.js";
import { type ForestOptions, growIsolationForest, isolationScores } from "./isolation-forest.js";

/**
 * How unlike the rest each row of a matrix is, by an isolation forest (Liu, Ting and Zhou 2008, "Isolation Forest"):
 * near 1 for a row that few random cuts set apart, about 0.5 where nothing stands out.
 *
 * @param matrix rows × columns, at least 2 rows
 * @param options `trees` (100), `samples` a tree (256), `seed` (1)
 * @returns one score a row, 0 … 1; the order of the rows does not matter
 * @throws SegmentLabError `too-few-rows` or `bad-option`
 */
export function outlierScores(matrix: Matrix, options: Partial<ForestOptions> = {}): Float64Array {
  const { trees = 100, samples = 256, seed = 1 } = options;
  checkNumber("trees", trees, { least: 1, whole: true });
  checkNumber("samples", samples, { least: 2, whole: true });
  checkNumber("seed", seed, { whole: true });
  if (matrix.rows < 2)
    throw new SegmentLabError("too-few-rows", `an isolation forest needs 2 rows, not ${matrix.rows}`);
  const width = matrix.columns.length;
  const rows = Array.from({ length: matrix.rows }, (_, i) => matrix.data.slice(i * width, (i + 1) * width));
  return isolationScores(growIsolationForest(rows, { trees, samples, seed }), rows);
}
