import { readFileSync } from "node:fs";
import type { MergeTree } from "../../src/clustering/clusterer.js";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";

/** What scikit-learn and SciPy found on one data set; made by tests/fixtures/clustering/make-fixtures.py. */
export interface Golden {
  readonly columns: number;
  readonly data: number[];
  readonly kmeans: { start: number[]; labels: number[]; inertia: number; iterations: number; centres: number[] }[];
  /** The highest median of 20 seeds among 30 such medians: worse than that is not chance. */
  readonly medianInertia: { k: number; starts: number; seeds: number; highest: number };
  readonly linkage: Readonly<Record<string, GoldenTree>>;
  readonly dbscan: { eps: number; minPoints: number; labels: number[]; corePoints: number[] }[];
  readonly neighbourDistances: { minPoints: number; distances: number[] };
  readonly metrics: { labels: number[]; silhouettes: number[]; daviesBouldin: number; calinskiHarabasz: number }[];
  readonly adjustedRandIndex: { a: number[]; b: number[]; index: number }[];
  readonly principalComponents: {
    components: number[][];
    explained: number[];
    variances: number[];
    scores: number[];
  };
}

export interface GoldenTree {
  readonly left: number[];
  readonly right: number[];
  readonly height: number[];
  readonly size: number[];
  readonly cut: { k: number; labels: number[] };
  readonly cutAtHeight: { height: number; labels: number[] };
  readonly copheneticCorrelation: number;
}

export const goldenNames = ["blobs", "anisotropic", "moons", "circles", "uniform", "duplicates", "iris-like"];

/** The sets on which no two distances are equal, so that every tree is unique. */
export const tieFreeNames = goldenNames.filter((name) => name !== "duplicates");

export function readGolden(name: string): Golden & { readonly matrix: Matrix } {
  const path = new URL(`../fixtures/clustering/${name}.json`, import.meta.url);
  const golden = JSON.parse(readFileSync(path, "utf8")) as Golden;
  const columns = Array.from({ length: golden.columns }, (_, j) => `x${j + 1}`);
  return { ...golden, matrix: createMatrix(Float64Array.from(golden.data), columns) };
}

/** The largest difference between two lists, relative to the expected value (at least 0.001). */
export function largestGap(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let gap = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!) / Math.max(Math.abs(expected[i]!), 1e-3);
    if (!(difference <= gap)) gap = difference;
  }
  return gap;
}

export const plainTree = ({ left, right, size }: MergeTree | GoldenTree) => ({
  left: Array.from(left),
  right: Array.from(right),
  size: Array.from(size),
});
