import { readFileSync } from "node:fs";
import { table } from "arquero";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { comparedStarts } from "../../src/comparison/candidates.js";
import { formatShare } from "../../src/core/format.js";
import { createMatrix } from "../../src/core/matrix.js";
import { buildFeatures } from "../../src/features/build-features.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { nameStability } from "../../src/segments/name-stability.js";
import { profileColumns } from "../../src/segments/profile-segments.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

/** Customers on a line; revenue rises along it. */
function line(values: readonly number[]) {
  const zeros = Object.fromEntries(profileColumns.map((name) => [name, values.map(() => 0)]));
  const ids = values.map((_, i) => `c${i}`);
  return {
    shop: table({ ...zeros, customer: ids, net_revenue: values, orders: values }),
    matrix: createMatrix(Float64Array.from(values), ["value"], ids),
  };
}

describe("the stability of names", () => {
  it("is whole where every seed finds the same groups", async () => {
    const { shop, matrix } = line([1, 2, 3, 101, 102, 103, 201, 202, 203]);
    const stability = await nameStability(shop, matrix, { algorithm: "kmeans", options: { k: 3 } });
    expect(stability).toMatchObject({ mean: 1, least: 1, always: 1 });
    expect(stability.seeds).toHaveLength(20);
    expect(stability.kept).toEqual(new Array(20).fill(1));
  });

  it("falls where the groups hang on the seed, and counts who never changes", async () => {
    const { shop, matrix } = line(Array.from({ length: 60 }, (_, i) => i));
    const one = { algorithm: "kmeans", options: { k: 7, starts: 1, maxIterations: 1 } };
    const { kept, mean, least, always } = await nameStability(shop, matrix, one, {
      seeds: [1, 2, 3, 4, 5],
      leastStarts: 1,
    });
    expect(kept[0]).toBe(1);
    expect(least).toBe(Math.min(...kept));
    expect(least).toBeLessThan(0.95);
    expect(mean).toBeCloseTo(kept.reduce((sum, share) => sum + share, 0) / 5, 12);
    expect(always).toBeLessThanOrEqual(least);
  });

  it("is held against labels that are handed in, and refuses a matrix of other customers", async () => {
    const { shop, matrix } = line([1, 2, 3, 101, 102, 103]);
    const candidate = { algorithm: "kmeans", options: { k: 2 } };
    const labels = Int32Array.of(0, 0, 0, 0, 0, 0);
    const { always } = await nameStability(shop, matrix, candidate, { labels, seeds: [1, 2] });
    expect(always).toBeLessThan(1);
    const other = line([1, 2]).matrix;
    await expect(nameStability(shop, other, candidate)).rejects.toThrow("6 customers for 2 rows; give the same ones");
  });
});

describe.skipIf(!hasRealData)("the names of Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
  });
  afterAll(() => sales.close());

  it("stay with at least 95 % of customers over 20 seeds, at the k that the verdict chooses", {
    timeout: 120_000,
  }, async () => {
    const customers = await buildFeatures(sales);
    const matrix = prepareMatrix(customers);
    const candidate = { algorithm: "kmeans", options: { k: 4 } };
    const { labels } = await cluster(matrix, "kmeans", { k: 4 });
    const { least, always } = await nameStability(customers, matrix, candidate, { labels });
    expect(least).toBeGreaterThanOrEqual(0.95);
    expect(always).toBeGreaterThanOrEqual(0.95);
  });

  it("hang on the seed with fewer starts, as docs/methods.md says", { timeout: 240_000 }, async () => {
    const customers = await buildFeatures(sales);
    const matrix = prepareMatrix(customers);
    const share = async (k: number, leastStarts?: number): Promise<string> => {
      const candidate = { algorithm: "kmeans", options: { k } };
      const options = leastStarts === undefined ? {} : { leastStarts };
      return formatShare((await nameStability(customers, matrix, candidate, options)).always);
    };
    const methods = readFileSync(new URL("../../docs/methods.md", import.meta.url), "utf8").replace(/\s+/g, " ");
    const told = /with \d+ starts a seed .*? k = 5\. With the ten starts .*?,/.exec(methods)?.[0];
    expect(told).toBe(
      `with ${comparedStarts} starts a seed ${await share(4)} of customers never change theirs at k = 4, and ` +
        `${await share(5)} at k = 5. With the ten starts of a single clustering it is ${await share(4, 1)} and ${await share(5, 1)},`,
    );
  });
});
