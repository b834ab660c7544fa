import type { Matrix } from "../../core/matrix.js";
import type { Clustering } from "../clusterer.js";
import { predictClusters } from "../predict-clusters.js";

/**
 * Gives all rows the labels that a clustering's rule gives new rows, block by block, so that signals are heard.
 *
 * @param clustering the fit, with its own numbering
 * @param matrix the rows, in the columns of the fit
 * @param breathe called after each block with the share done
 */
export async function labelRows(
  clustering: Clustering,
  { data, rows, columns, ids }: Matrix,
  breathe: (share: number) => Promise<void> | undefined,
): Promise<Int32Array> {
  const width = columns.length;
  const labels: Int32Array = new Int32Array(rows);
  // blocks grow until one takes about 50 ms: what the rule has to set up is then hardly felt
  let block = 256;
  for (let from = 0; from < rows; ) {
    const to = Math.min(rows, from + block);
    const began = performance.now();
    const part = { data: data.subarray(from * width, to * width), rows: to - from, columns, ids: ids.slice(from, to) };
    labels.set(predictClusters(clustering, part), from);
    const milliseconds = performance.now() - began;
    if (milliseconds < 25) block *= 2;
    else if (milliseconds > 100) block = Math.max(256, block >> 1);
    from = to;
    const pause = breathe(to / rows);
    if (pause) await pause;
  }
  return labels;
}
