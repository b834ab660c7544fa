import type { ColumnPreparation } from "./column-preparation.js";
import type { ConstantPolicy, PresetName, Pruning } from "./matrix-options.js";
import type { RowRule } from "./row-rules.js";

/** A set of columns with their preparation and the customers whom it suits. */
export interface Preset {
  /** Each column's preparation; `numbers` takes every column of numbers as its unit suggests. */
  readonly columns: readonly ColumnPreparation[] | "numbers";
  readonly rows: readonly RowRule[];
  readonly prune: Pruning | null;
  readonly constant: ConstantPolicy;
}

const base = { shrink: false, transform: "none", scale: "standard", missing: "median" } as const;
const skewed = (column: string): ColumnPreparation => ({ ...base, column, transform: "log1p" });
const share = (column: string): ColumnPreparation => ({ ...base, column, shrink: true });

/** Sets of columns with their preparation: `rfm-plus` is what notebook 04 clusters unless told otherwise. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  rfm: {
    columns: [skewed("recency_days"), skewed("orders"), skewed("net_revenue")],
    rows: [],
    prune: null,
    constant: "keep",
  },
  "rfm-plus": {
    columns: [
      skewed("recency_days"),
      skewed("orders"),
      skewed("net_revenue"),
      skewed("revenue_per_order"),
      skewed("expected_gap_days"),
      skewed("lines_per_order"),
      skewed("units_per_order"),
      share("product_entropy"),
      share("repeat_product_share"),
      skewed("price_per_unit"),
      share("return_rate"),
      share("weekend_share"),
      share("q4_share"),
    ],
    rows: [],
    prune: null,
    constant: "keep",
  },
  behaviour: {
    // shares of orders or of units are not here: n orders allow n + 1 shares, and drawn to the mean their zeros tell n
    columns: [
      skewed("lines_per_order"),
      share("product_entropy"),
      share("top_product_share"),
      skewed("price_per_unit"),
    ],
    rows: [{ all: [{ column: "orders", atLeast: 3 }], group: "too few orders to show a habit" }],
    prune: null,
    constant: "drop",
  },
  full: { columns: "numbers", rows: [], prune: { correlation: 0.9, inflation: 10 }, constant: "drop" },
};
