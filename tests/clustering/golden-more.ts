import { readFileSync } from "node:fs";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import type { GoldenTree } from "./golden.js";

/** What scikit-learn and SciPy found on one table; made by tests/golden/clustering.py. */
export interface GoldenTable {
  readonly columns: number;
  readonly data: number[];
  readonly linkage: Readonly<Record<string, GoldenTree & { readonly inversions: number }>>;
  readonly mixture: readonly {
    readonly start: number[];
    readonly covariance: "full" | "diagonal";
    readonly components: number;
    readonly labels: number[];
    /** Of every tenth row. */
    readonly memberships: number[];
    readonly lowerBound: number;
    readonly logLikelihood: number;
    readonly iterations: number;
    readonly converged: boolean;
    readonly weights: number[];
    readonly means: number[];
    readonly bic: number;
    readonly aic: number;
  }[];
  readonly minibatch: { k: number; batchSize: number; seeds: number; highest: number };
  readonly dunn: readonly { labels: number[]; index: number }[];
  readonly agreement: readonly {
    readonly a: number[];
    readonly b: number[];
    readonly adjustedMutualInformation: number;
    readonly homogeneity: number;
    readonly completeness: number;
    readonly vMeasure: number;
    readonly matched: number;
  }[];
}

export const tableNames = [
  "blobs",
  "anisotropic",
  "moons",
  "circles",
  "uniform",
  "duplicates",
  "iris-like",
  "varied-variance",
];

export function readTable(name: string): GoldenTable & { readonly matrix: Matrix } {
  const path = new URL(`../golden/clustering-${name}.json`, import.meta.url);
  const golden = JSON.parse(readFileSync(path, "utf8")) as GoldenTable;
  const columns = Array.from({ length: golden.columns }, (_, j) => `x${j + 1}`);
  return { ...golden, matrix: createMatrix(Float64Array.from(golden.data), columns) };
}
