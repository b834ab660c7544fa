import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { nearestRows } from "./nearest-rows.js";

/**
 * How well a flat map shows who is alike: the share of each customer's nearest others in the matrix who are also among as
 * many nearest on the map, as a mean over the customers. A map of random places keeps about `neighbours / rows`.
 *
 * @param matrix rows × columns
 * @param map x and y of each row, in the same order
 * @param options `neighbours`: how many nearest others, 15 where left out; `signal`, `onProgress`
 * @returns a share, 0 … 1
 * @throws SegmentLabError `bad-value` where map and matrix differ in length, `too-few-rows`
 */
export async function neighboursKept(
  matrix: Matrix,
  map: { readonly x: Float64Array; readonly y: Float64Array },
  options: RunOptions & { readonly neighbours?: number } = {},
): Promise<number> {
  const { neighbours = 15, ...run } = options;
  const { rows, data, columns } = matrix;
  if (map.x.length !== rows || map.y.length !== rows)
    throw new SegmentLabError(
      "bad-value",
      `the map has ${map.x.length} places for ${rows} rows; give the map of the matrix`,
    );
  if (rows <= neighbours)
    throw new SegmentLabError("too-few-rows", `${rows} customers have no ${neighbours} others; take fewer neighbours`);
  const flat: Float64Array = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i++) flat.set([map.x[i]!, map.y[i]!], 2 * i);
  const near = await nearestRows(data, columns.length, neighbours + 1, run);
  const shown = await nearestRows(flat, 2, neighbours + 1, run);
  let kept = 0;
  near.indices.forEach((others, i) => {
    const there = new Set(shown.indices[i]!.slice(1));
    for (const other of others.slice(1)) if (there.has(other)) kept++;
  });
  return kept / rows / neighbours;
}
