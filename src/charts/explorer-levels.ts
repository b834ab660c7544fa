import { roundTo } from "./short-number.js";

/** A column of the profile. */
export interface ExplorerColumn {
  readonly column: string;
  readonly unit: string;
  /** Takes a value of `standardized` back to the column's unit; never falls where that rises. */
  readonly typical: (standardized: number) => number;
  /** One a customer, as the algorithms see the column. */
  readonly standardized: Float64Array;
}

/** A column cut into levels that hold equally many customers; equal values share a level. */
export interface ColumnLevels {
  /** One a customer. */
  readonly levels: Int32Array;
  /** What each level stands for, in the column's unit. */
  readonly units: readonly number[];
  /** The same, in standard deviations from the average. */
  readonly deviations: readonly number[];
}

/** Finer than a reader sees, and small enough to stand in the spec. */
const most = 500;

/**
 * Cuts a column into at most 500 levels. The median of customers' levels, looked up here, is their median to within
 * 1/500 of the customers, whoever they are.
 */
export function columnLevels({ standardized, typical }: ExplorerColumn): ColumnLevels {
  const n = standardized.length;
  const order = Float64Array.from(standardized).sort();
  const { mean, deviation } = spread(standardized);
  const levelOf = new Map<number, number>();
  const middles: number[] = [];
  let from = 0;
  // a level ends where its share is full and the value changes
  for (let i = 1; i <= n; i++) {
    const isEnd = i === n || (order[i] !== order[i - 1] && Math.floor((i * most) / n) > Math.floor((from * most) / n));
    if (!isEnd) continue;
    for (let j = from; j < i; j++) levelOf.set(order[j]!, middles.length);
    middles.push(order[(from + i - 1) >> 1]!);
    from = i;
  }
  return {
    levels: Int32Array.from(standardized, (value) => levelOf.get(value)!),
    units: middles.map((value) => Number(typical(value).toPrecision(4))),
    deviations: middles.map((value) => (deviation > 0 ? roundTo((value - mean) / deviation, 2) : 0)),
  };
}

function spread(values: Float64Array): { mean: number; deviation: number } {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
