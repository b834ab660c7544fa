import type { Feature } from "../feature.js";

const group = "Place and returns";
const share = { min: 0, max: 1 };

export const placeFeatures: readonly Feature[] = [
  {
    name: "country",
    group,
    unit: "text",
    definition: "country of most orders",
    grain: "home",
    sql: "CASE WHEN count(*) FILTER (WHERE place = 1) = 1 THEN min(country) FILTER (WHERE place = 1) END",
    range: { min: null, max: null },
    tells: [],
    missing: "several countries share the first place, or the file names none",
  },
  {
    name: "domestic",
    group,
    unit: "0/1",
    definition: "1 where the country is the shop's main one, that of most orders",
    grain: "customer",
    sql: "CAST(country = shop_country AS INTEGER)",
    range: share,
    tells: [],
    missing: "the customer's or the shop's country is not known",
  },
  {
    name: "cancelled_order_share",
    group,
    unit: "share",
    definition: "orders with a matched return / orders",
    grain: "purchase",
    sql: "count(*) FILTER (WHERE is_returned) / CAST(count(*) AS DOUBLE)",
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "days_to_return",
    group,
    unit: "days",
    definition:
      "median of the days from an order to a cancellation that undoes a part of it, each pair of invoices once",
    grain: "comeback",
    sql: ({ median }) => median("days"),
    range: { min: 0, max: null },
    tells: [],
    missing: "nothing that was bought came back",
  },
  {
    name: "unmatched_returns",
    group,
    unit: "currency",
    definition: "value of the returned units that no earlier purchase explains",
    grain: "returned",
    sql: "CAST(-CAST(sum(unmatched) AS DECIMAL(18, 3)) AS DOUBLE)",
    whenNone: 0,
    range: { min: 0, max: null },
    tells: [],
  },
];
