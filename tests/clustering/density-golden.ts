import { readFileSync } from "node:fs";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import { goldenNames, readGolden } from "./golden.js";

/** What scikit-learn and hdbscan found on one data set; made by tests/golden/density.py. */
export interface DensityGolden {
  readonly columns?: number;
  readonly data?: number[];
  readonly hdbscan: HdbscanGolden[];
  readonly optics: OpticsGolden[];
  readonly prediction: {
    minClusterSize: number;
    minSamples: number;
    rows: number[];
    labels: number[];
    strengths: number[];
  };
  /** The rows that `dbcv` is taken of: of equal rows the first. */
  readonly distinct: number[];
  readonly dbcv: {
    labels: number[];
    index: number;
    clusters: number[];
    /** The least and the largest index over 20 orders of rows. */
    shuffled: [number, number];
    /** The index where ties go to the shorter distance. */
    shorter: number;
  }[];
}

interface HdbscanGolden {
  readonly minClusterSize: number;
  readonly minSamples: number;
  readonly selection: string;
  readonly allowSingleCluster: boolean;
  /** scikit-learn's labels of the rows as given, where 40 shuffles of the rows did not change them. */
  readonly plainLabels?: number[];
  readonly labels: number[];
  readonly strengths: number[];
  readonly outlierScores: number[];
}

interface OpticsGolden {
  readonly minPoints: number;
  /** Null where infinite, as in the lists. */
  readonly maxEps: number | null;
  readonly eps: number;
  readonly ordering: number[];
  readonly reachability: (number | null)[];
  readonly coreDistances: (number | null)[];
  readonly predecessor: number[];
  readonly cut: number[];
  readonly xi: { xi: number; labels: number[] };
}

const all = JSON.parse(readFileSync(new URL("../golden/density.json", import.meta.url), "utf8")) as Readonly<
  Record<string, DensityGolden>
>;

export const densityNames = [...goldenNames, "varied"];

export function readDensityGolden(name: string): DensityGolden & { readonly matrix: Matrix } {
  const golden = all[name]!;
  if (!golden.data) return { ...golden, matrix: readGolden(name).matrix };
  const columns = Array.from({ length: golden.columns! }, (_, j) => `x${j + 1}`);
  return { ...golden, matrix: createMatrix(Float64Array.from(golden.data), columns) };
}

export const withInfinity = (values: readonly (number | null)[]): number[] =>
  values.map((value) => value ?? Number.POSITIVE_INFINITY);
