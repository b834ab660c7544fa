import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { dbscanOptions } from "../density/dbscan.js";
import { suggestEps } from "../density/suggest-eps.js";
import { numberClusters } from "../number-clusters.js";
import { rowsScript, runPackage } from "./package-worker.js";

const script = `${rowsScript}
const labels = new Int32Array(rows.length).fill(-1);
const clusters = new package.default.DBSCAN().run(rows, input.eps, input.minPoints);
clusters.forEach((members, c) => members.forEach((row) => { labels[row] = c; }));
return labels;
`;

/**
 * DBSCAN by the package density-clustering: neighbours are strictly nearer than eps. Its list of noise holds border
 * points too, so noise is what no cluster holds. It keeps no core points, so it labels no new rows.
 */
export const densityClustering: Clusterer = {
  algorithm: "dbscan",
  engine: "density-clustering",
  options: dbscanOptions,
  claims: ["noise", "permutation", "scaling", "duplicates-share-label", "non-convex"],
  maximumRows: 6_000,
  fit,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { data, columns } = matrix;
  const minPoints = options.minPoints as number;
  const { signal } = run;
  const eps = options.eps === "knee" ? await suggestEps(matrix, minPoints, { signal }) : (options.eps as number);
  if (eps === 0) {
    throw new SegmentLabError(
      "bad-option",
      'eps is 0, which density-clustering takes for 1; choose a larger eps or engine "native"',
    );
  }
  const input = { data, width: columns.length, eps, minPoints };
  const raw = await runPackage<Int32Array>("density-clustering", script, input, run);
  const { labels, clusters } = numberClusters(raw);
  return {
    algorithm: "dbscan",
    engine: "density-clustering",
    options: { ...options, eps },
    labels,
    clusters,
    model: { kind: "labels" },
    seconds: (performance.now() - began) / 1000,
  };
}
