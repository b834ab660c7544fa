import { readFileSync } from "node:fs";
import type { GapRule } from "../../src/comparison/choosing/pick-by-gap.js";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";

interface GoldenGap {
  readonly logW: number[];
  readonly expected: number[];
  readonly gap: number[];
  readonly error: number[];
}

/** What R's cluster and fpc found; made by tests/golden/comparison.R. */
export interface GoldenR {
  readonly gap: { data: number[]; axes: number[]; uniforms: number[][]; scaledPCA: GoldenGap; original: GoldenGap };
  readonly methods: [GapRule][];
  readonly picks: { gaps: number[]; errors: number[]; picks: number[] }[];
  readonly bootstrap: {
    data: number[];
    partition: number[];
    drawn: number[][];
    jaccards: number[][];
    mean: number[];
    dissolved: number[];
    recovered: number[];
  };
}

/** What Python's diptest and kneed found; made by tests/golden/comparison.py. */
export interface GoldenPython {
  readonly dips: { name: string; values: number[]; dip: number }[];
  readonly pValues: { rows: number; dip: number; p: number }[];
  readonly elbows: { inertia: number[]; knee: number | null; all: number[] }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), "utf8"));
export const goldenR = read("comparison-r") as GoldenR;
export const goldenPython = read("comparison-py") as GoldenPython;

/** Row-major numbers as a matrix. */
export function matrixOf(data: readonly number[], width: number): Matrix {
  return createMatrix(
    Float64Array.from(data),
    Array.from({ length: width }, (_, j) => `x${j + 1}`),
  );
}
