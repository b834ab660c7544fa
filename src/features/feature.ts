import type { Dialect } from "./dialect.js";

/** The relation that a feature's expression is computed over, grouped by customer; see grains.ts. */
export type Grain =
  | "line"
  | "purchase"
  | "gap"
  | "basket"
  | "tariff"
  | "weekday"
  | "home"
  | "booking"
  | "undone"
  | "comeback"
  | "returned"
  | "customer"
  | "score";

/** What a feature can give away of a customer: when they last bought, how often, for how much. */
export type Target = "recency" | "frequency" | "value";

/** One entry of the catalogue: everything that adding a feature takes. */
export interface Feature {
  readonly name: string;
  readonly group: "Value" | "Cadence" | "Basket" | "Time" | "Place and returns" | "RFM";
  readonly unit:
    | "days"
    | "months"
    | "orders"
    | "currency"
    | "share"
    | "units"
    | "lines"
    | "products"
    | "ratio"
    | "hour"
    | "weekday"
    | "0/1"
    | "text"
    | "score";
  readonly definition: string;
  /**
   * Where the expression is computed. `customer` sees every feature of the other grains as a column, `score` is an
   * expression over the finished table, and each sees what holds for the whole shop (`shop_…`).
   */
  readonly grain: Grain;
  /** Standard SQL, or a function of the engine's dialect where the standard has no word for it. */
  readonly sql: string | ((dialect: Dialect) => string);
  /** Least and largest value that can be, in the unit; null where there is no bound, or the feature is text. */
  readonly range: { readonly min: number | null; readonly max: number | null };
  /**
   * What it gives away, by definition or as measured: a regression tree on it alone explains at least 0.3 of the variance
   * of what it has not seen (tests/golden/tells.py).
   */
  readonly tells: readonly Target[];
  /** What the value is where the grain has no row for a customer; null unless said. */
  readonly whenNone?: number;
  /** What null means, where it can be null. */
  readonly missing?: string;
}

/** A sum that features are made of and that is no feature itself. */
export type Ingredient = Pick<Feature, "name" | "definition" | "grain" | "sql" | "whenNone">;
