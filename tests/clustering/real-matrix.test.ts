import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { cutTree } from "../../src/clustering/hierarchical/cut-tree.js";
import { type Linkage, mergeTree } from "../../src/clustering/hierarchical/merge-tree.js";
import { measureMixture } from "../../src/clustering/mixture/measure-mixture.js";
import type { Covariance } from "../../src/clustering/mixture/mixture.js";
import { refineMixture } from "../../src/clustering/mixture/refine-mixture.js";
import type { Matrix } from "../../src/core/matrix.js";
import { buildFeatures } from "../../src/features/build-features.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { openSales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { largestGap } from "./golden.js";

/** Totals that scikit-learn and SciPy gave; made by tests/golden/clustering.py. */
interface GoldenReal {
  readonly rows: number;
  readonly columns: number;
  readonly mixture: readonly {
    readonly covariance: Covariance;
    readonly logLikelihood: number;
    readonly iterations: number;
    readonly sizes: number[];
    readonly weights: number[];
  }[];
  readonly linkage: Readonly<Record<string, { readonly heights: number[]; readonly sizes: number[] }>>;
}

describe.skipIf(!hasRealData)("the matrix rfm-plus of Online Retail II", () => {
  const golden = JSON.parse(
    readFileSync(new URL("../golden/clustering-real.json", import.meta.url), "utf8"),
  ) as GoldenReal;
  const workspace = scratchWorkspace();
  let matrix: Matrix;
  beforeAll(async () => {
    const sales = await openSales({ data: realData, workspace });
    matrix = prepareMatrix(await buildFeatures(sales));
    sales.close();
  });
  const sizesOf = (labels: Int32Array) => {
    const sizes: number[] = [];
    for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
    return sizes.sort((a, b) => b - a);
  };

  test("is the one the golden values were made of", () => {
    expect([matrix.rows, matrix.columns.length]).toEqual([golden.rows, golden.columns]);
  });

  test.each(golden.mixture)("a $covariance mixture of six has scikit-learn's likelihood and sizes", async (case_) => {
    const { covariance, logLikelihood, iterations, sizes, weights } = case_;
    const first = Array.from({ length: matrix.rows }, (_, i) => matrix.data[i * matrix.columns.length]!);
    const start = new Int32Array(matrix.rows);
    [...start.keys()]
      .sort((a, b) => first[a]! - first[b]! || a - b)
      .forEach((row, rank) => {
        start[row] = Math.floor((rank * 6) / matrix.rows);
      });
    const refined = await refineMixture(matrix, start, { covariance, maxIterations: 500 });
    const measured = await measureMixture(refined.mixture, matrix, () => undefined);
    expect(refined.iterations).toBe(iterations);
    expect(Math.abs(measured.logLikelihood - logLikelihood)).toBeLessThan(1e-6);
    expect(largestGap(refined.mixture.weights, weights)).toBeLessThan(1e-6);
    expect(sizesOf(measured.labels)).toEqual(sizes);
  });

  test.each(Object.entries(golden.linkage))("%s linkage has SciPy's heights and cut", async (linkage, tree) => {
    const { height, ...rest } = await mergeTree(matrix, { linkage: linkage as Linkage });
    const sorted = height.slice().sort();
    expect(
      largestGap(
        sorted.filter((_, at) => at % 50 === 0),
        tree.heights,
      ),
    ).toBeLessThan(1e-9);
    expect(sizesOf(cutTree({ height, ...rest }, 8))).toEqual(tree.sizes);
  });
});
