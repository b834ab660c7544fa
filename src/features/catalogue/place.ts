import type { Feature } from "../feature.js";

const group = "Place and returns";

export const placeFeatures: readonly Feature[] = [
  {
    name: "country",
    group,
    unit: "text",
    definition: "country of most orders, the alphabetically first where several tie",
    grain: "home",
    sql: "min(country)",
    missing: "the file names no country",
  },
  {
    name: "cancelled_order_share",
    group,
    unit: "share",
    definition: "orders with a matched return / orders",
    grain: "purchase",
    sql: "count(*) FILTER (WHERE is_returned) / count(*)",
  },
];
