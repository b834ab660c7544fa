import { readFileSync } from "node:fs";

/** What scikit-learn, SciPy and numpy make of invented columns; made by tests/golden/matrix.py. */
export interface GoldenMatrix {
  readonly columns: Readonly<Record<string, GoldenColumn>>;
  readonly normal: { readonly p: number[]; readonly ppf: number[]; readonly z: number[]; readonly cdf: number[] };
  readonly together: {
    readonly rows: number[][];
    readonly pearson: number[];
    readonly spearman: number[];
    readonly inflation: number[];
    readonly components: number[][];
    readonly explainedVariance: number[];
    readonly explainedVarianceRatio: number[];
  };
  readonly forests: Readonly<
    Record<
      string,
      { readonly rows: number[][]; readonly outliers: number; readonly scores: number[]; readonly auc: number }
    >
  >;
  readonly pathLengths: readonly (readonly [number, number])[];
}

export interface GoldenColumn {
  readonly values: number[];
  readonly lambda: number;
  /** In 40 digits; scikit-learn's is some hundred millionths beside it. */
  readonly exactLambda: number;
  readonly likelihood: number;
  readonly yeoJohnson: number[];
  readonly yeoJohnsonBack: number[];
  readonly quantileNormal: number[];
  readonly probes: number[];
  readonly probesQuantileNormal: number[];
  readonly z: number[];
  readonly zBack: number[];
  readonly scaled: Readonly<Record<"standard" | "robust" | "minmax", number[]>>;
  readonly skew: number;
  readonly percentiles: number[];
}

export const golden: GoldenMatrix = JSON.parse(
  readFileSync(new URL("../../golden/matrix.json", import.meta.url), "utf8"),
) as GoldenMatrix;

export const goldenColumns: [string, GoldenColumn][] = Object.entries(golden.columns);

/** The largest difference between two lists, each relative to what is expected where that is above 1. */
export function largestGap(own: ArrayLike<number>, expected: readonly number[]): number {
  if (own.length !== expected.length) return Number.POSITIVE_INFINITY;
  return expected.reduce((most, value, i) => {
    const gap = Math.abs(own[i]! - value) / Math.max(1, Math.abs(value));
    return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(most, gap);
  }, 0);
}
