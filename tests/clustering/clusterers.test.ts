import { expect, test } from "vitest";
import { clusterers } from "../../src/clustering/clusterers.js";
import { consensus } from "../../src/clustering/consensus/consensus.js";
import { dbscan } from "../../src/clustering/density/dbscan.js";
import { hdbscan } from "../../src/clustering/density/hdbscan.js";
import { optics } from "../../src/clustering/density/optics.js";
import { densityClustering } from "../../src/clustering/engines/density-clustering.js";
import { mlHclust } from "../../src/clustering/engines/ml-hclust.js";
import { mlKmeans } from "../../src/clustering/engines/ml-kmeans.js";
import { hierarchical } from "../../src/clustering/hierarchical/hierarchical.js";
import { kmeans } from "../../src/clustering/kmeans/kmeans.js";
import { minibatchKmeans } from "../../src/clustering/kmeans/minibatch-kmeans.js";
import { gaussianMixture } from "../../src/clustering/mixture/gaussian-mixture.js";
import { type CheckSettings, checkClusterer } from "./check-clusterer.js";

const density: Omit<CheckSettings, "slow" | "slowRows"> = {
  blobs: { eps: 2.2, minPoints: 4 },
  moons: { eps: 0.2, minPoints: 4 },
  circles: { eps: 0.5, minPoints: 4 },
};
const tree: Omit<CheckSettings, "slow" | "slowRows"> = {
  blobs: { linkage: "average", k: 3 },
  moons: { linkage: "single", k: 2 },
  circles: { linkage: "single", k: 2 },
  aboveDistinct: "k",
};

checkClusterer(kmeans, {
  blobs: { k: 3 },
  slow: { k: 40, starts: 100, tolerance: 0 },
  slowRows: 20_000,
});
checkClusterer(mlKmeans, { blobs: { k: 3 }, slow: { k: 60, tolerance: 0 }, slowRows: 20_000 });
checkClusterer(minibatchKmeans, {
  blobs: { k: 3 },
  slow: { k: 200, patience: 0, maxIterations: 1000 },
  slowRows: 20_000,
});
checkClusterer(hierarchical, { ...tree, slow: { linkage: "average", k: 3 }, slowRows: 12_000 });
checkClusterer(hierarchical, {
  ...tree,
  blobs: { linkage: "ward", k: 3 },
  slow: { linkage: "ward", k: 3 },
  slowRows: 20_000,
});
checkClusterer(hierarchical, {
  ...tree,
  blobs: { linkage: "complete", k: 3 },
  slow: { linkage: "single", k: 3 },
  slowRows: 20_000,
});
for (const linkage of ["weighted", "centroid", "median"]) {
  checkClusterer(hierarchical, {
    ...tree,
    blobs: { linkage, k: 3 },
    slow: { linkage, k: 3 },
    slowRows: 20_000,
  });
}
checkClusterer(mlHclust, { ...tree, slow: { linkage: "complete", k: 3 }, slowRows: 2_500 });
checkClusterer(dbscan, { ...density, slow: { eps: 3, minPoints: 10 }, slowRows: 20_000 });
for (const covariance of ["full", "diagonal"]) {
  checkClusterer(gaussianMixture, {
    blobs: { k: 3, covariance },
    slow: { k: 20, covariance, starts: 20, tolerance: 0, maxIterations: 1000 },
    slowRows: 20_000,
  });
}
checkClusterer(densityClustering, { ...density, slow: { eps: 100, minPoints: 10 }, slowRows: 6_000 });
checkClusterer(hdbscan, {
  blobs: { minClusterSize: 8, minSamples: 4 },
  moons: { minClusterSize: 15, minSamples: 4 },
  circles: { minClusterSize: 15, minSamples: 4 },
  slow: { minSamples: 50 },
  slowRows: 20_000,
});
checkClusterer(optics, {
  ...density,
  slow: { minPoints: 10 },
  slowRows: 20_000,
});
for (const linkage of ["average", "single"]) {
  checkClusterer(consensus, {
    blobs: { k: 3, linkage, labelings: 30 },
    moons: { k: 2, linkage, leastK: 10 },
    circles: { k: 2, linkage, leastK: 10 },
    slow: { k: 20, linkage, labelings: 200 },
    slowRows: 20_000,
  });
}

test("every algorithm has a native engine, listed first", () => {
  expect(clusterers.map(({ algorithm, engine }) => `${algorithm} ${engine}`)).toEqual([
    "kmeans native",
    "kmeans ml-kmeans",
    "minibatch-kmeans native",
    "hierarchical native",
    "hierarchical ml-hclust",
    "dbscan native",
    "dbscan density-clustering",
    "gaussian-mixture native",
    "hdbscan native",
    "optics native",
    "consensus native",
  ]);
});
