/** How one column of customers becomes one column of a matrix. */
export interface ColumnPreparation {
  readonly column: string;
  /** True for shares and entropies: drawn to the shop's mean by the number of orders, `(n·own + 3·shop) / (n + 3)`. */
  readonly shrink: boolean;
  /** `log1p` is signed: sign(x) · log(1 + |x|). */
  readonly transform: "none" | "log1p";
  readonly scale: "standard" | "robust" | "minmax" | "none";
  /** What stands in for a value that is missing. */
  readonly missing: "median" | "zero" | "max";
}

const skewed = (column: string): ColumnPreparation => ({
  column,
  shrink: false,
  transform: "log1p",
  scale: "standard",
  missing: "median",
});

const share = (column: string): ColumnPreparation => ({
  column,
  shrink: true,
  transform: "none",
  scale: "standard",
  missing: "median",
});

/** The names of the prepared sets of columns. */
export type PresetName = "rfm" | "rfm-plus";

/** Sets of columns with their preparation: `rfm-plus` is what notebook 04 clusters unless told otherwise. */
export const presets: Readonly<Record<PresetName, readonly ColumnPreparation[]>> = {
  rfm: [skewed("recency_days"), skewed("orders"), skewed("net_revenue")],
  "rfm-plus": [
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
};
