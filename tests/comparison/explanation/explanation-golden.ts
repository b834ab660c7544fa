import { readFileSync } from "node:fs";
import { createMatrix, type Matrix } from "../../../src/core/matrix.js";

/** What scikit-learn and SciPy found on one table; made by tests/golden/explanation.py. */
export interface ExplanationGolden {
  readonly name: string;
  readonly depth: number;
  readonly labels: number[];
  readonly folds: number[];
  readonly nodes: { column: number; threshold: number; customers: number; counts: number[] }[];
  readonly told: number[];
  readonly clusters: number[];
  readonly precision: number[];
  readonly recall: number[];
  readonly columns: { etaSquared: number; ofRanks: number; deltas: number[] }[];
  readonly features: Matrix;
}

/** The tables, each with its features. */
export function readExplanations(): ExplanationGolden[] {
  const path = new URL("../../golden/explanation.json", import.meta.url);
  const { tables } = JSON.parse(readFileSync(path, "utf8")) as {
    tables: (Omit<ExplanationGolden, "features"> & { width: number; data: number[] })[];
  };
  return tables.map(({ width, data, ...table }) => {
    const columns = Array.from({ length: width }, (_, j) => `x${j + 1}`);
    return { ...table, features: createMatrix(Float64Array.from(data), columns) };
  });
}
