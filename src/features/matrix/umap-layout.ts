import { createRequire } from "node:module";
import type { Matrix } from "../../core/matrix.js";
import { principalComponents } from "../../core/principal-components.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import { nearestRows } from "./nearest-rows.js";

/** What decides a layout, beside the rows. */
export interface LayoutParameters {
  readonly neighbours: number;
  readonly minDistance: number;
  readonly seed: number;
}

/** How often each pull and push is applied: on Online Retail II 100 keep 31.5 % of the neighbours, 200 keep 33 %. */
export const layoutEpochs = 100;

/**
 * A UMAP layout of rows by umap-js, from a start on the first two principal components.
 *
 * @returns x and y of each row, row after row
 */
export async function umapLayout(
  matrix: Matrix,
  { neighbours, minDistance, seed }: LayoutParameters,
  run: RunOptions,
): Promise<Float64Array> {
  // loaded when the first map is drawn: a run without one starts the sooner
  const { UMAP } = createRequire(import.meta.url)("umap-js") as typeof import("umap-js");
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const start = startOf(matrix, seed);
  const { indices, distances } = await nearestRows(data, width, neighbours, run);
  const random = createRandom(seed);
  const umap = new UMAP({ nNeighbors: neighbours, minDist: minDistance, nEpochs: layoutEpochs, random: random.next });
  umap.setPrecomputedKNN(indices, distances);
  umap.initializeFit(Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width))));
  // umap-js starts at random and has no option for it; it moves these very arrays
  umap.getEmbedding().forEach((point, i) => {
    point[0] = start[2 * i]!;
    point[1] = start[2 * i + 1]!;
  });
  const breathe = createBreather(run, "map");
  for (let epoch = 0; epoch < layoutEpochs; ) {
    epoch = umap.step();
    const pause = breathe(epoch, layoutEpochs);
    if (pause) await pause;
  }
  run.onProgress?.({ done: layoutEpochs, total: layoutEpochs, label: "map" });
  return Float64Array.from(umap.getEmbedding().flat());
}

/** The first two components within ±10, as umap-learn scales a start, with a little noise that parts equal rows. */
function startOf(matrix: Matrix, seed: number): Float64Array {
  const count = Math.min(2, matrix.columns.length);
  const { scores } = principalComponents(matrix, count);
  const greatest = scores.data.reduce((most, score) => Math.max(most, Math.abs(score)), 0) || 1;
  const random = createRandom(seed);
  return Float64Array.from({ length: 2 * matrix.rows }, (_, at) => {
    const axis = at % 2;
    const score = axis < count ? scores.data[(at >> 1) * count + axis]! : 0;
    return (10 * score) / greatest + 1e-4 * random.normal();
  });
}
