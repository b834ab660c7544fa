/** What a column holds. */
export type ColumnType = "text" | "whole number" | "money" | "time";

/** Rows whose value lies in [from, to). */
export interface ValueBin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** A value and how many rows have it. */
export interface ValueCount {
  readonly value: string | number;
  readonly rows: number;
}

/** A column as it was read. */
export interface ColumnProfile {
  readonly column: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly missing: number;
  readonly distinct: number;
  /** Values that stand in exactly one row. */
  readonly unique: number;
  /** The most frequent values, ties by value. */
  readonly top: readonly ValueCount[];
  /** The smallest and the greatest distinct values (for text: the shortest and the longest). */
  readonly least: readonly ValueCount[];
  readonly greatest: readonly ValueCount[];
  /** Values at the shares 0.01, 0.05, 0.25, 0.5, 0.75, 0.95 and 0.99 of the rows that have one; none for text. */
  readonly quantiles: readonly { readonly share: number; readonly value: string | number }[];
  /** Arithmetic mean of numbers and money, exact up to its last rounding; null for text and times. */
  readonly mean: number | null;
  readonly zero: number;
  readonly negative: number;
  /** Numbers and money on edges 1, 2, 5, 10, …; none for text and times. */
  readonly bins: readonly ValueBin[];
}
