import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { throwIfAborted } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import { checkMatrix } from "../check-matrix.js";
import { type ClusterOptions, cluster } from "../cluster.js";
import { selectRows } from "../density/select-rows.js";
import { drawNumbers } from "../sample/sample-rows.js";
import { ambiguousShare, type ResampledLabels } from "./ambiguous-share.js";

/** How a PAC curve is made; further options go to the algorithm. */
export interface PacOptions extends ClusterOptions {
  /** `kmeans` where left out; any algorithm with a k. Few starts look like ambiguity. */
  readonly algorithm?: string;
  /** The numbers of clusters to try; 2 … 10 where left out. */
  readonly ks?: readonly number[];
  /** How many samples are clustered for each k; 50 where left out. */
  readonly resamples?: number;
  /** The share of the rows in each sample; 0.8 where left out. */
  readonly share?: number;
  /** With more rows, so many are drawn once and stand for all; 3,000 where left out. */
  readonly mostRows?: number;
}

/** How settled the clusters of each k are. */
export interface PacCurve {
  readonly ks: readonly number[];
  /** One a k: the share of the pairs of rows that is neither parted nor together in nearly all samples. */
  readonly pac: Float64Array;
  /** The k with the least, the largest one in a tie. */
  readonly k: number;
  /** How many rows the samples were drawn from. */
  readonly rows: number;
}

/**
 * Clusters many samples of the rows for each k and tells which share of the pairs of rows they do not agree on: PAC
 * (Şenbabaoğlu, Michailidis & Li 2014), less is better. A k that halves or joins true groups is ambiguous. It also
 * falls by itself as k grows, and slices of a continuum can be stable: read the curve beside a null.
 *
 * @param matrix the rows
 * @param options `algorithm` with its options, `ks`, `resamples`, `share`, `mostRows`, `seed`, `signal`, `onProgress`
 * @returns one PAC a k, and the best k
 * @throws SegmentLabError `bad-option` for a k above the rows of a sample
 * @example const { ks, pac, k } = await pacCurve(matrix, { ks: [2, 3, 4, 5, 6] });
 */
export async function pacCurve(matrix: Matrix, options: PacOptions = {}): Promise<PacCurve> {
  const { algorithm = "kmeans", resamples = 50, share = 0.8, mostRows = 3_000, seed = 1, ...own } = options;
  const { ks = [2, 3, 4, 5, 6, 7, 8, 9, 10], signal, onProgress, ...settings } = own;
  checkMatrix(matrix);
  if (ks.length === 0) throw new SegmentLabError("bad-option", "ks is empty; give at least one number of clusters");
  if (!Number.isInteger(resamples) || resamples < 2) {
    throw new SegmentLabError("bad-option", `resamples is ${resamples}; choose a whole number from 2`);
  }
  if (!(share > 0 && share <= 1)) {
    throw new SegmentLabError("bad-option", `share is ${share}; choose a number above 0, up to 1`);
  }
  const random = createRandom(seed);
  const pool = matrix.rows > mostRows ? selectRows(matrix, drawNumbers(matrix.rows, mostRows, random)) : matrix;
  const size = Math.max(1, Math.round(share * pool.rows));
  // the same samples for every k
  const draws = Array.from({ length: resamples }, () => {
    const rows = drawNumbers(pool.rows, size, random);
    return { rows, some: selectRows(pool, rows), seed: random.integer(2 ** 31) };
  });
  const pac: Float64Array = new Float64Array(ks.length);
  const total = ks.length * (resamples + 1);
  let done = 0;
  for (const [at, k] of ks.entries()) {
    const report = () => onProgress?.({ done: done++, total, label: `PAC, k = ${k}` });
    const labelled: ResampledLabels[] = [];
    for (const { rows, some, seed: ownSeed } of draws) {
      report();
      const { labels } = await cluster(some, algorithm, { ...settings, k, seed: ownSeed, signal });
      labelled.push({ rows, labels });
      await new Promise((resolve) => setImmediate(resolve));
      throwIfAborted(signal, "PAC curve");
    }
    report();
    pac[at] = await ambiguousShare(labelled, pool.rows, { signal });
  }
  const best = pac.reduce(
    (least, value, at) => (value < pac[least]! || (value === pac[least] && ks[at]! > ks[least]!) ? at : least),
    0,
  );
  return { ks, pac, k: ks[best]!, rows: pool.rows };
}
