import type { ColumnPreparation, Filling, Scale, Transform } from "./column-preparation.js";
import type { RowRule } from "./row-rules.js";

/** The names of the prepared sets of columns. */
export type PresetName = "rfm" | "rfm-plus" | "behaviour" | "full";

/** One choice for every column, or one for each that is named. */
export type PerColumn<T extends string> = T | Readonly<Record<string, T>>;

/** A column with what is to differ from what its unit suggests. */
export type ColumnChoice = Pick<ColumnPreparation, "column"> & Partial<ColumnPreparation>;

/** What is done with extremes. */
export type Outliers =
  | { readonly method: "keep" }
  /** Draws each column's values to these quantiles, 0.01 and 0.99 where left out. */
  | { readonly method: "winsorize"; readonly lower?: number; readonly upper?: number }
  /** Sets aside who scores above `threshold` (0.6); see `isolationScores`. 100 trees of 256 samples. */
  | {
      readonly method: "isolation-forest";
      readonly threshold?: number;
      readonly trees?: number;
      readonly samples?: number;
    };

/** What becomes of a column that is the same for every customer: `keep` leaves a column of zeros. */
export type ConstantPolicy = "drop" | "refuse" | "keep";

/** Columns go that correlate above `correlation` with an earlier one, or whose variance inflation is above `inflation`. */
export interface Pruning {
  readonly correlation: number;
  readonly inflation: number;
}

/** What `prepareMatrix` takes beside the name of a preset; what is left out is as in the preset. */
export interface MatrixOptions {
  /** The set of columns to start from: `rfm-plus` where neither this nor `columns` is given. */
  readonly preset?: PresetName;
  /** Names, or names with what is to differ from what their unit suggests. */
  readonly columns?: readonly (string | ColumnChoice)[];
  /** Who is in the matrix; the others are set aside. */
  readonly rows?: RowRule | readonly RowRule[];
  readonly transform?: PerColumn<Transform>;
  readonly scale?: PerColumn<Scale>;
  readonly missing?: PerColumn<Filling>;
  /** True for an indicator column beside every column that has gaps, or the names of those that get one. */
  readonly indicators?: boolean | readonly string[];
  readonly outliers?: Outliers["method"] | Outliers;
  readonly constant?: ConstantPolicy;
  /** True for |r| > 0.9 and variance inflation > 10. */
  readonly prune?: boolean | Partial<Pruning>;
  /** Of the isolation forest; 1 where left out. */
  readonly seed?: number;
}

/** Options that prepare bulk accounts and the rest as two matrices. */
export interface SplitOptions extends MatrixOptions {
  readonly split: "wholesale";
}
