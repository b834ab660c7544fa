import type { Feature } from "../feature.js";
import { variation } from "./variation.js";

const group = "Value";
const unit = "currency";
const open = { min: null, max: null };
const notBelowZero = { min: 0, max: null };

/** A decile of the prices on the lines, with linear interpolation, from prices counted in ascending order. */
function priceDecile(tenths: number): string {
  // the place among the lines, from 0, in tenths of a line
  const place = `${tenths} * (all_lines - 1)`;
  const before = `CAST(max(price) FILTER (WHERE 10 * below <= ${place}) AS DOUBLE)`;
  const after = `CAST(max(price) FILTER (WHERE 10 * below < ${place} + 10) AS DOUBLE)`;
  return `(${before} + (${after} - ${before}) * max(${place} % 10) / 10.0)`;
}

export const valueFeatures: readonly Feature[] = [
  {
    name: "net_revenue",
    group,
    unit,
    definition: "revenue of all sales lines less all returns",
    grain: "booking",
    sql: "CAST(sum(amount) AS DOUBLE)",
    range: open,
    tells: ["frequency", "value"],
  },
  {
    name: "gross_revenue",
    group,
    unit,
    definition: "revenue of all sales lines, returns not taken off",
    grain: "purchase",
    sql: "CAST(sum(gross) AS DOUBLE)",
    range: notBelowZero,
    tells: ["frequency", "value"],
  },
  {
    name: "return_rate",
    group,
    unit: "share",
    definition: "units returned that match an earlier purchase / units bought",
    grain: "customer",
    sql: "undone_units / CAST(units AS DOUBLE)",
    range: { min: 0, max: 1 },
    tells: [],
  },
  {
    name: "revenue_per_order",
    group,
    unit,
    definition: "mean value of an order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "CAST(sum(CAST(net AS DECIMAL(18, 3))) AS DOUBLE) / count(*)",
    range: open,
    tells: ["value"],
  },
  {
    name: "median_order_value",
    group,
    unit,
    definition: "median value of an order, net of the returns that are matched to it",
    grain: "purchase",
    sql: ({ median }) => median("net"),
    range: open,
    tells: ["value"],
  },
  {
    name: "max_order_value",
    group,
    unit,
    definition: "value of the largest order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "max(net)",
    range: open,
    tells: ["value"],
  },
  {
    name: "min_order_value",
    group,
    unit,
    definition: "value of the smallest order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "min(net)",
    range: open,
    tells: [],
  },
  {
    name: "order_value_cv",
    group,
    unit: "ratio",
    definition: "sample standard deviation of the orders' net values / their mean",
    grain: "purchase",
    sql: variation("net"),
    range: notBelowZero,
    tells: ["frequency", "value"],
    missing: "bought once, or the orders' mean value is not above 0",
  },
  {
    name: "revenue_last_90d",
    group,
    unit,
    definition: "net revenue of the 90 days before the reference day, returns on their own day",
    grain: "booking",
    sql: "CAST(sum(amount) FILTER (WHERE days_ago <= 90) AS DOUBLE)",
    whenNone: 0,
    range: open,
    tells: ["recency", "frequency", "value"],
  },
  {
    name: "revenue_previous_90d",
    group,
    unit,
    definition: "net revenue of the 90 days before those of revenue_last_90d, returns on their own day",
    grain: "booking",
    sql: "CAST(sum(amount) FILTER (WHERE days_ago BETWEEN 91 AND 180) AS DOUBLE)",
    whenNone: 0,
    range: open,
    tells: ["frequency", "value"],
  },
  {
    name: "revenue_trend",
    group,
    unit: "ratio",
    definition:
      "ln((net revenue of the last 180 days + c) / (net revenue of the 180 days before + c)), negatives as 0, c = the shop's median net value of an order: above 0 is growth",
    grain: "customer",
    sql: `CASE WHEN tenure_days >= 360 AND shop_median_order > 0
      THEN ln((greatest(0, revenue_last_180d) + shop_median_order) / (greatest(0, revenue_previous_180d) + shop_median_order)) END`,
    range: open,
    tells: ["recency", "frequency", "value"],
    missing: "a tenure under 360 days, or a shop whose median order is worth nothing",
  },
  {
    name: "price_per_unit",
    group,
    unit,
    definition: "gross revenue / units bought",
    grain: "purchase",
    sql: "CAST(sum(gross) AS DOUBLE) / sum(units)",
    range: notBelowZero,
    tells: [],
  },
  {
    name: "price_spread",
    group,
    unit,
    definition: "90th less 10th percentile of the prices on the sales lines, each line counted once",
    grain: "tariff",
    // prices have three decimals, so interpolated tenths four
    sql: `CAST(CAST(${priceDecile(9)} - ${priceDecile(1)} AS DECIMAL(18, 6)) AS DOUBLE)`,
    range: notBelowZero,
    tells: [],
  },
];
