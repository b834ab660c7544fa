import type { Matrix } from "../../core/matrix.js";
import type { FittedColumn } from "./fitted-column.js";
import type { IsolationForest } from "./isolation-forest.js";
import type { RowRule } from "./row-rules.js";
import type { SetAside } from "./set-aside.js";

/** What turned a table of customers into a matrix: plain data, which JSON can hold. */
export interface Preparation {
  /** The preset's name, `, changed` behind it where an option differs, or `custom`. */
  readonly preset: string;
  /** One entry a column of the matrix. */
  readonly columns: readonly FittedColumn[];
  /** Columns that are not in the matrix, with the reason. */
  readonly dropped: readonly DroppedColumn[];
  /** Who is in the matrix. */
  readonly rows: readonly RowRule[];
  /** What sets aside customers unlike the rest; null where extremes are kept or drawn in. */
  readonly outliers: OutlierForest | null;
  /** Of how many customers it was learnt, and who was set aside then. */
  readonly customers: number;
  readonly aside: readonly Omit<SetAside, "ids">[];
  /** What a reader should know, in sentences. */
  readonly notes: readonly string[];
}

/** A column that was taken out, and why. */
export interface DroppedColumn extends FittedColumn {
  readonly why: string;
}

/** An isolation forest with the columns that it looks at, prepared as they were before anybody was set aside. */
export interface OutlierForest {
  readonly threshold: number;
  readonly columns: readonly FittedColumn[];
  readonly forest: IsolationForest;
}

/** A matrix of customers with the preparation that made it: fitted, invertible, plain enough to be saved as JSON. */
export interface PreparedMatrix extends Matrix {
  readonly preparation: Preparation;
  /** The groups of customers who are in no row. */
  readonly aside: readonly SetAside[];
}
