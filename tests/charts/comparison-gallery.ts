import type { Chart } from "../../src/charts/chart.js";
import { clusterFlow } from "../../src/charts/cluster-flow.js";
import { condensedTreeIcicle } from "../../src/charts/condensed-tree-icicle.js";
import { dendrogram } from "../../src/charts/dendrogram.js";
import { kFlow } from "../../src/charts/k-flow.js";
import { reachabilityCurve } from "../../src/charts/reachability-curve.js";
import { stabilityBars } from "../../src/charts/stability-bars.js";
import { treeDiagram } from "../../src/charts/tree-diagram.js";
import type { MergeTree } from "../../src/clustering/clusterer.js";
import type { CondensedTree } from "../../src/clustering/density/condensed-tree.js";
import { explainTree } from "../../src/comparison/explanation/explain-tree.js";
import { createMatrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";
import type { Naming } from "./gallery.js";

/** A condensed tree of 30 rows: the root loses 10, splits into 12 and 8; the 12 split into 5 and 5 later. */
export const smallTree: CondensedTree = {
  parent: Int32Array.of(-1, 0, 0, 1, 1),
  birth: Float64Array.of(0, 1, 1, 3, 3),
  death: Float64Array.of(1, 3, 2, 4, 5),
  size: Int32Array.of(30, 12, 8, 5, 5),
  stability: Float64Array.of(25, 24, 6, 4, 8),
  rowCluster: Int32Array.of(
    ...new Array<number>(10).fill(0),
    ...[1, 1],
    ...new Array<number>(8).fill(2),
    ...new Array<number>(5).fill(3),
    ...new Array<number>(5).fill(4),
  ),
  rowLambda: Float64Array.from({ length: 30 }, (_, row) =>
    row < 10 ? 0.3 + row * 0.06 : row < 12 ? 2 : row < 20 ? 1.2 + (row - 12) * 0.1 : row < 25 ? 4 : 5,
  ),
};

/** The charts that explain a clustering and hold clusterings against each other. */
export function comparisonGallery(tree: MergeTree, name: Naming): Record<string, Chart> {
  const random = createRandom(11);
  const rows = Array.from({ length: 200 }, () => [random.integer(20), random.integer(300), random.normal()]);
  const features = createMatrix(rows, ["orders", "recency_days", "weekend_share"].map(name));
  const kinds = rows.map(([orders, days]) => (random.next() < 0.05 ? 3 : orders! > 9 ? (days! < 90 ? 0 : 1) : 2));
  const names = ["Champions", "Lapsed", "One-time buyers", "Wholesalers"].map(name);
  const noisy = kinds.map((kind, i) => (i % 9 === 0 ? -1 : kind));
  const spread = rows.map(([orders]) => orders!);
  const slices = (k: number): number[] => spread.map((value) => Math.min(k - 1, Math.floor((value / 20) * k)));
  const cut = (k: number): number[] => Array.from({ length: tree.rows }, (_, i) => i % k);
  const ordering = Int32Array.from({ length: 200 }, (_, i) => (i * 77) % 200);
  return {
    treeDiagram: treeDiagram(explainTree(features, kinds), { names }),
    clusterFlow: clusterFlow({ title: name("k-means"), labels: kinds }, { title: name("HDBSCAN"), labels: noisy }),
    kFlow: kFlow(
      [2, 3, 4, 5].map((k) => ({ k, labels: slices(k) })),
      { algorithm: name("k-means") },
    ),
    stabilityBars: stabilityBars(
      [0.93, 0.78, 0.5, 0.66].map((jaccard, cluster) => ({
        ...{ cluster, customers: 900 - cluster * 200, jaccard },
        ...{ low: jaccard - 0.1, high: jaccard + 0.04 },
      })),
      { names, draws: 50 },
    ),
    reachabilityCurve: reachabilityCurve(
      {
        ordering,
        reachability: Float64Array.from({ length: 200 }, (_, i) =>
          i === 0 ? Number.POSITIVE_INFINITY : 0.4 + ((i * 7) % 11) / 9,
        ),
        coreDistances: new Float64Array(200),
        predecessor: new Int32Array(200),
      },
      Int32Array.from(noisy),
      { eps: 1.2 },
    ),
    condensedTreeIcicle: condensedTreeIcicle({ tree: smallTree, chosen: Int32Array.of(1, 2) }),
    dendrogramWithStrips: dendrogram(tree, {
      k: 4,
      linkage: name("ward"),
      strips: [
        { title: name("k-means"), labels: cut(3) },
        { title: name("DBSCAN"), labels: cut(2).map((label) => label - 1) },
      ],
    }),
  };
}
