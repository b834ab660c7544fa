import { expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { withinSumOfSquares } from "../../../src/clustering/metrics/within-sum-of-squares.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { goldenNames, readGolden } from "../golden.js";
import { plantedBlobs } from "../planted.js";

test.each(goldenNames)(
  "over 20 seeds its median inertia is not above what scikit-learn reaches on %s",
  async (name) => {
    const { matrix, medianInertia } = readGolden(name);
    const inertias: number[] = [];
    for (let seed = 0; seed < medianInertia.seeds; seed++) {
      const { k, starts } = medianInertia;
      const { model } = await cluster(matrix, "kmeans", { k, starts, seed });
      if (model.kind === "centres") inertias.push(model.inertia);
    }
    inertias.sort((a, b) => a - b);
    const median = (inertias[9]! + inertias[10]!) / 2;
    expect(median).toBeLessThanOrEqual(medianInertia.highest * (1 + 1e-9));
  },
);

test("its inertia is the sum of squares within its clusters, its centres in the order of its labels", async () => {
  const { matrix } = plantedBlobs();
  const { model, labels } = await cluster(matrix, "kmeans", { k: 3 });
  if (model.kind !== "centres") throw new Error("no centres");
  expect(Math.abs(model.inertia / withinSumOfSquares(matrix, labels) - 1)).toBeLessThan(1e-12);
  expect(model.centres.rows).toBe(3);
  expect(Math.hypot(...model.centres.data.subarray(0, 3))).toBeLessThan(1);
});

test("more starts never give a larger inertia", async () => {
  const { matrix } = readGolden("uniform");
  const inertiaOf = async (starts: number) => {
    const { model } = await cluster(matrix, "kmeans", { k: 9, starts });
    return model.kind === "centres" ? model.inertia : Number.NaN;
  };
  expect(await inertiaOf(20)).toBeLessThanOrEqual(await inertiaOf(1));
});

test("has a cluster for each distinct row where k is above their number", async () => {
  const matrix = createMatrix([[1], [4], [1], [1], [4]]);
  const { labels, clusters, model } = await cluster(matrix, "kmeans", { k: 4 });
  expect([...labels]).toEqual([0, 1, 0, 0, 1]);
  expect(clusters).toBe(2);
  expect(model).toMatchObject({ kind: "centres", inertia: 0 });
});
