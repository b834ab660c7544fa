import { expect, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { findClusterer } from "../../src/clustering/find-clusterer.js";
import { plantedBlobs } from "./planted.js";

const { matrix } = plantedBlobs();

test("keeps the options as they were used, so that they give the same clustering again", async () => {
  const clustering = await cluster(matrix, "kmeans", { k: 3, seed: 9 });
  expect(clustering.options).toEqual({ k: 3, starts: 10, maxIterations: 300, tolerance: 1e-4, seed: 9 });
  const again = await cluster(matrix, clustering.algorithm, { ...clustering.options, engine: clustering.engine });
  expect(again.labels).toEqual(clustering.labels);
});

test("keeps the eps that it took from the knee", async () => {
  const { options, clusters } = await cluster(matrix, "dbscan", { minPoints: 5 });
  expect(options.eps).toBeTypeOf("number");
  expect(clusters).toBe(3);
});

test("takes the engine by name", async () => {
  const { engine } = await cluster(matrix, "hierarchical", { k: 3, engine: "ml-hclust" });
  expect(engine).toBe("ml-hclust");
});

test("tells the names it knows", async () => {
  await expect(cluster(matrix, "k-means")).rejects.toThrow(
    'there is no algorithm "k-means"; did you mean "kmeans"? (known: kmeans, minibatch-kmeans, hierarchical, dbscan, gaussian-mixture, hdbscan, optics, consensus)',
  );
  expect(() => findClusterer("dbscan", "sklearn")).toThrow(
    'there is no engine of dbscan "sklearn" (known: native, density-clustering)',
  );
});

test("tells what an option may be", async () => {
  await expect(cluster(matrix, "hierarchical", { linkage: "wards" })).rejects.toThrow(
    'linkage is "wards"; choose "ward", "complete", "average", "single", "weighted", "centroid", "median"',
  );
  // what the package cannot do is not offered
  await expect(cluster(matrix, "hierarchical", { linkage: "median", engine: "ml-hclust" })).rejects.toThrow(
    'linkage is "median"; choose "ward", "complete", "average", "single"',
  );
  await expect(cluster(matrix, "dbscan", { eps: -1 })).rejects.toThrow('eps is -1; choose a number from 0, or "knee"');
  await expect(cluster(matrix, "kmeans", { k: "5" } as never)).rejects.toThrow('k is "5"; choose a whole number');
  await expect(cluster(matrix, "kmeans", { seed: 0.5 })).rejects.toThrow("seed is 0.5; choose a whole number");
  await expect(cluster(matrix, "kmeans", { start: 3 })).rejects.toThrow('did you mean "starts"?');
});
