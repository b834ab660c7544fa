/** The relation that a feature's expression is computed over, grouped by customer; see grains.ts. */
export type Grain = "line" | "purchase" | "gap" | "basket" | "home" | "undone" | "returned" | "customer";

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
    | "0/1"
    | "text"
    | "score";
  readonly definition: string;
  /** Where the expression is computed; `customer` sees every feature of the other grains as a column. */
  readonly grain: Grain;
  readonly sql: string;
  /** What the value is where the grain has no row for a customer; null unless said. */
  readonly whenNone?: number;
  /** What null means, where it can be null. */
  readonly missing?: string;
}
