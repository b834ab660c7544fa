import type { Feature } from "../feature.js";

const group = "Value";

export const valueFeatures: readonly Feature[] = [
  {
    name: "gross_revenue",
    group,
    unit: "currency",
    definition: "revenue of all sales lines, returns not taken off",
    grain: "line",
    sql: "CAST(sum(revenue) AS DOUBLE)",
  },
  {
    name: "net_revenue",
    group,
    unit: "currency",
    definition: "revenue of all sales lines less all returns",
    grain: "customer",
    sql: "CAST(CAST(gross_revenue + returned_revenue AS DECIMAL(18, 3)) AS DOUBLE)",
  },
  {
    name: "revenue_per_order",
    group,
    unit: "currency",
    definition: "mean value of an order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "CAST(sum(CAST(net AS DECIMAL(18, 3))) AS DOUBLE) / count(*)",
  },
  {
    name: "median_order_value",
    group,
    unit: "currency",
    definition: "median value of an order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "median(net)",
  },
  {
    name: "max_order_value",
    group,
    unit: "currency",
    definition: "value of the largest order, net of the returns that are matched to it",
    grain: "purchase",
    sql: "max(net)",
  },
  {
    name: "price_per_unit",
    group,
    unit: "currency",
    definition: "gross revenue / units bought",
    grain: "line",
    sql: "CAST(sum(revenue) AS DOUBLE) / sum(quantity)",
  },
  {
    name: "return_rate",
    group,
    unit: "share",
    definition: "units returned that match a purchase / units bought",
    grain: "customer",
    sql: "undone_units / units",
  },
];
