import { describe, expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import type { Clustering } from "../../../src/clustering/clusterer.js";
import type { ReachabilityPlot } from "../../../src/clustering/density/reachability-plot.js";
import { numberClusters } from "../../../src/clustering/number-clusters.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { densityNames, readDensityGolden, withInfinity } from "../density-golden.js";
import { largestGap } from "../golden.js";

const plotOf = ({ model }: Clustering): ReachabilityPlot => {
  if (model.kind !== "reachability") throw new Error(`a model of ${model.kind}`);
  return model.plot;
};
const finite = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isFinite(value) ? value : -1));

describe.each(densityNames)("%s", (name) => {
  const { matrix, optics } = readDensityGolden(name);

  test("gives scikit-learn's order, reachability and predecessors, with and without maxEps", async () => {
    expect(optics.map(({ maxEps }) => maxEps === null)).toEqual([true, false]);
    for (const golden of optics) {
      const { minPoints, eps, maxEps } = golden;
      const clustering = await cluster(matrix, "optics", { minPoints, eps, maxEps: maxEps ?? "infinite" });
      const plot = plotOf(clustering);
      expect([...plot.ordering]).toEqual(golden.ordering);
      expect([...plot.predecessor]).toEqual(golden.predecessor);
      expect(largestGap(finite(plot.reachability), finite(withInfinity(golden.reachability)))).toBeLessThan(1e-9);
      expect(largestGap(finite(plot.coreDistances), finite(withInfinity(golden.coreDistances)))).toBeLessThan(1e-9);
    }
  });

  test("cuts at an eps and finds valleys as scikit-learn does", async () => {
    for (const { minPoints, eps, maxEps, cut, xi } of optics) {
      const options = { minPoints, eps, maxEps: maxEps ?? "infinite" };
      const atEps = await cluster(matrix, "optics", options);
      expect([...atEps.labels]).toEqual([...numberClusters(cut).labels]);
      const valleys = await cluster(matrix, "optics", { ...options, extraction: "xi", xi: xi.xi });
      expect([...valleys.labels]).toEqual([...numberClusters(xi.labels).labels]);
    }
  });
});

test("core points have DBSCAN's clusters at the same eps", async () => {
  const { matrix } = readDensityGolden("varied");
  const dbscan = await cluster(matrix, "dbscan", { eps: 1, minPoints: 5 });
  const optics = await cluster(matrix, "optics", { eps: 1, minPoints: 5 });
  if (dbscan.model.kind !== "density") throw new Error("no density");
  const core = [...dbscan.model.corePoints];
  expect(core.length).toBeGreaterThan(50);
  const [a, b] = [dbscan, optics].map(({ labels }) => numberClusters(core.map((row) => labels[row]!)).labels);
  expect(b).toEqual(a);
});

test("refuses to cut above maxEps", async () => {
  const rows = createMatrix([[1], [2], [3]]);
  await expect(cluster(rows, "optics", { eps: 3, maxEps: 2 })).rejects.toThrow(
    "eps is 3, above maxEps 2; choose a smaller eps or a larger maxEps",
  );
});

test("has no labels for new rows where it took valleys", async () => {
  const { matrix } = readDensityGolden("blobs");
  const { predictClusters } = await import("../../../src/clustering/predict-clusters.js");
  const valleys = await cluster(matrix, "optics", { minPoints: 5, extraction: "xi" });
  expect(() => predictClusters(valleys, matrix)).toThrow('choose extraction "eps"');
});
