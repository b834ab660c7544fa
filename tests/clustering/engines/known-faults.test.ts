import { createRequire } from "node:module";
import { agnes } from "ml-hclust";
import { kmeans } from "ml-kmeans";
import { expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { mergeTree } from "../../../src/clustering/hierarchical/merge-tree.js";
import { refineCentres } from "../../../src/clustering/kmeans/refine-centres.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { largestGap, readGolden } from "../golden.js";
import { noise } from "../planted.js";

interface DensityClustering {
  readonly DBSCAN: new () => {
    noise: number[];
    run(rows: number[][], eps: number, minPoints: number): number[][];
  };
  readonly OPTICS: new () => {
    run(rows: number[][], eps: number, minPoints: number): number[][];
    getReachabilityPlot(): [row: number, reachability: number | undefined][];
  };
}
const { DBSCAN, OPTICS } = createRequire(import.meta.url)("density-clustering") as DensityClustering;

const rowsOf = ({ data, rows, columns }: ReturnType<typeof noise>) =>
  Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns.length, (i + 1) * columns.length)]);

test("density-clustering: a neighbour at exactly eps is none", async () => {
  const matrix = createMatrix([[0], [1], [2]]);
  const options = { eps: 1, minPoints: 2 };
  const strict = await cluster(matrix, "dbscan", { ...options, engine: "density-clustering" });
  expect([...strict.labels]).toEqual([-1, -1, -1]);
  expect([...(await cluster(matrix, "dbscan", options)).labels]).toEqual([0, 0, 0]);
});

test("density-clustering: its noise lists a border point that joined a cluster later", async () => {
  const rows = [[0], [1], [1.5], [2], [2.5]];
  const scan = new DBSCAN();
  const clusters = scan.run(rows, 1.2, 4);
  expect(clusters[0]).toContain(0);
  expect(scan.noise).toContain(0);
  const options = { eps: 1.2, minPoints: 4, engine: "density-clustering" };
  expect([...(await cluster(createMatrix(rows), "dbscan", options)).labels]).toEqual([0, 0, 0, 0, 0]);
});

test("density-clustering: with eps 0 it would take 1; our door refuses", async () => {
  expect(new DBSCAN().run([[0], [0.5]], 0, 2)).toEqual([[0, 1]]);
  const wrong = cluster(createMatrix([[0], [0.5]]), "dbscan", { eps: 0, minPoints: 2, engine: "density-clustering" });
  await expect(wrong).rejects.toThrow("eps is 0, which density-clustering takes for 1");
});

test("density-clustering: OPTICS takes the core distance for 0, so reachability is the plain distance", () => {
  // the third nearest of row 0, itself counted, is 2 away, so no row is reachable from it at less than 2
  const optics = new OPTICS();
  optics.run([[0], [1], [2], [50]], 10, 3);
  const reachability = new Map(optics.getReachabilityPlot());
  expect(reachability.get(1)).toBe(1);
});

test("density-clustering: apart from the border of eps its clusters are right", async () => {
  const { matrix, dbscan } = readGolden("moons");
  for (const { eps, minPoints } of dbscan) {
    const native = await cluster(matrix, "dbscan", { eps, minPoints });
    const other = await cluster(matrix, "dbscan", { eps, minPoints, engine: "density-clustering" });
    expect(other.labels).toEqual(native.labels);
  }
});

test("ml-hclust: ward wants squared distances, ward2 is the textbook's Ward", async () => {
  const matrix = noise(40, 3);
  const { height } = await mergeTree(matrix, { linkage: "ward" });
  const heightsBy = (method: "ward" | "ward2") => {
    const heights: number[] = [];
    agnes(rowsOf(matrix), { method }).traverse((node) => {
      if (!node.isLeaf) heights.push(node.height);
    });
    return heights.sort((a, b) => a - b);
  };
  expect(largestGap(heightsBy("ward2"), height)).toBeLessThan(1e-9);
  expect(largestGap(heightsBy("ward"), height)).toBeGreaterThan(0.05);
});

test("ml-hclust: behind our door every linkage gives SciPy's heights", async () => {
  const { matrix, linkage: trees } = readGolden("iris-like");
  for (const [linkage, golden] of Object.entries(trees)) {
    const { model } = await cluster(matrix, "hierarchical", { linkage, k: 3, engine: "ml-hclust" });
    if (model.kind !== "tree") throw new Error("no tree");
    expect(largestGap(model.tree.height, golden.height)).toBeLessThan(1e-9);
  }
});

test("ml-hclust: needs more than ten times the native engine's time for 800 rows", async () => {
  const matrix = noise(800, 4);
  // processor time: what else runs on the machine does not count
  const timeOf = async (work: () => unknown) => {
    const began = process.cpuUsage();
    await work();
    return process.cpuUsage(began).user;
  };
  const native = await timeOf(() => mergeTree(matrix));
  // about 30 times on a quiet machine, cold
  expect(await timeOf(() => agnes(rowsOf(matrix), { method: "ward2" }))).toBeGreaterThan(10 * native);
});

test("ml-kmeans: its tolerance is absolute, so small units end it at once", () => {
  const rows = rowsOf(noise(400, 3));
  const initialization = rows.slice(0, 6);
  const small = (values: number[][]) => values.map((row) => row.map((value) => value / 1024));
  const large = kmeans(rows, 6, { initialization });
  const tiny = kmeans(small(rows), 6, { initialization: small(initialization) });
  expect(tiny.iterations).toBeLessThan(large.iterations);
  expect(tiny.clusters).not.toEqual(large.clusters);
});

test("ml-kmeans: a centre without rows stays where it is, silently", async () => {
  const rows = [[0], [1], [2], [10]];
  const { clusters, centroids } = kmeans(rows, 2, { initialization: [[1], [500]] });
  expect(clusters).toEqual([0, 0, 0, 0]);
  expect(centroids[1]).toEqual([500]);
  expect([...(await refineCentres(createMatrix(rows), Float64Array.of(1, 500))).labels]).toEqual([0, 0, 0, 1]);
});

test("ml-kmeans: its labels belong to the centres before the last step", () => {
  const rows = rowsOf(noise(300, 2));
  const { clusters, centroids } = kmeans(rows, 5, { initialization: rows.slice(0, 5), maxIterations: 3 });
  const gap = (row: number[], c: number) => row.reduce((sum, value, j) => sum + (value - centroids[c]![j]!) ** 2, 0);
  const nearer = rows.filter((row, i) => centroids.some((_, c) => gap(row, c) < gap(row, clusters[i]!)));
  expect(nearer.length).toBeGreaterThan(0);
});

test("ml-kmeans: one start ends worse than ten", async () => {
  const { matrix, medianInertia } = readGolden("blobs");
  const inertias = (engine: string) =>
    Promise.all(
      Array.from({ length: 20 }, async (_, seed) => {
        const { model } = await cluster(matrix, "kmeans", { k: medianInertia.k, seed, engine });
        return model.kind === "centres" ? model.inertia : Number.NaN;
      }),
    );
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(await inertias("ml-kmeans"))).toBeGreaterThan(mean(await inertias("native")) * 1.001);
});
