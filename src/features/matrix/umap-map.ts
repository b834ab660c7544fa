import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { customerOrder } from "../rfm/customer-order.js";
import { checkNumber } from "./check-option.js";
import { keepLayout, keptLayout } from "./kept-layout.js";
import { umapLayout } from "./umap-layout.js";

/** What `umapMap` takes. */
export interface UmapOptions extends RunOptions {
  /** How many customers make a neighbourhood, the customer among them; 15 where left out. */
  readonly neighbours?: number;
  /** How near two customers may stand on the map, 0 to 1; 0.1 where left out. */
  readonly minDistance?: number;
  /** 1 where left out. */
  readonly seed?: number;
  /** False to compute the map anew and keep nothing. */
  readonly cache?: boolean;
}

/** A place on a flat map for each row of a matrix: neighbours stand together, far distances mean nothing. */
export interface UmapMap {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly neighbours: number;
  readonly minDistance: number;
  readonly seed: number;
}

/**
 * Lays customers out on a plane so that those who are alike stand together: UMAP (McInnes, Healy and Melville 2018) by
 * umap-js, on exact neighbours, from the first two principal components, in 100 epochs. (umap-js alone
 * starts at random and takes 200 to 500: at least twice the time, to keep a hundredth more of the neighbours.) Who stands
 * together means something; how far apart groups stand, how large they look and where the axes point does not. Kept in
 * data/cache by content; the order of the rows changes nothing.
 *
 * @param matrix rows × columns, as `prepareMatrix` gives it; meant for up to some 20,000 rows
 * @param options `neighbours` (15), `minDistance` (0.1), `seed` (1), `cache`, `signal`, `onProgress`
 * @returns x and y of each row, in the matrix's order
 * @throws SegmentLabError `bad-option`, `too-few-rows`, `bad-value`, or `aborted` when the signal was given
 * @example const map = await umapMap(matrix, { onProgress: showProgress() });
 */
export async function umapMap(matrix: Matrix, options: UmapOptions = {}): Promise<UmapMap> {
  const { neighbours = 15, minDistance = 0.1, seed = 1, cache = true, signal, onProgress } = options;
  const { rows, ids } = matrix;
  checkNumber("neighbours", neighbours, { least: 2, whole: true });
  checkNumber("minDistance", minDistance, { least: 0, most: 1 });
  checkNumber("seed", seed, { whole: true });
  if (rows <= neighbours)
    throw new SegmentLabError(
      "too-few-rows",
      `${rows} customers have no neighbourhoods of ${neighbours}; take more customers, or fewer neighbours`,
    );
  const place = customerOrder(ids);
  const ordered = inOrder(matrix, place);
  const parameters = { neighbours, minDistance, seed };
  const found = cache ? await keptLayout(ordered, parameters) : undefined;
  const run = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const layout = found ?? (await umapLayout(ordered, parameters, run));
  if (cache && !found) await keepLayout(ordered, parameters, layout);
  const axis = (j: number): Float64Array => Float64Array.from(place, (at) => layout[2 * at + j]!);
  return { ids, x: axis(0), y: axis(1), ...parameters };
}

/** The rows in ascending order of their ids: what is drawn at random must not hang on where a row stands. */
function inOrder(matrix: Matrix, place: Int32Array): Matrix {
  const width = matrix.columns.length;
  const data: Float64Array = new Float64Array(matrix.data.length);
  const ids = new Array<string>(matrix.rows);
  place.forEach((to, from) => {
    data.set(matrix.data.subarray(from * width, (from + 1) * width), to * width);
    ids[to] = matrix.ids[from]!;
  });
  return { ...matrix, data, ids };
}
