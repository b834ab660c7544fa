import { sampleCorrelation } from "simple-statistics";
import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";

/**
 * The correlation of each pair of columns.
 *
 * @param matrix rows × columns, at least 2 rows
 * @param options `method`: `pearson` (straight lines; the default) or `spearman` (ranks, ties at their mean rank)
 * @returns the columns' names and a row-major matrix, columns × columns; 0 beside a constant column
 * @throws SegmentLabError `bad-option` for another method
 */
export function correlations(
  { data, rows, columns }: Matrix,
  options: { readonly method?: "pearson" | "spearman" } = {},
): { columns: readonly string[]; values: Float64Array } {
  const { method = "pearson" } = options;
  if (method !== "pearson" && method !== "spearman") {
    throw new SegmentLabError("bad-option", `no correlation "${method}"; there are pearson and spearman`);
  }
  const width = columns.length;
  const series = columns.map((_, j) => {
    const column = Array.from({ length: rows }, (_, i) => data[i * width + j]!);
    return method === "spearman" ? ranksOf(column) : column;
  });
  const values: Float64Array = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      const r = a === b ? 1 : sampleCorrelation(series[a]!, series[b]!);
      values[a * width + b] = values[b * width + a] = Number.isNaN(r) ? 0 : r;
    }
  }
  return { columns, values };
}

/** Ranks from 0, equal values at the mean of the places they hold. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let place = first; place <= last; place++) ranks[order[place]!] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}
