import type { Feature } from "../feature.js";

const group = "Time";

export const timeFeatures: readonly Feature[] = [
  {
    name: "weekend_share",
    group,
    unit: "share",
    definition: "orders on a Saturday or Sunday / orders",
    grain: "purchase",
    sql: "count(*) FILTER (WHERE isodow(day) >= 6) / count(*)",
  },
  {
    name: "morning_share",
    group,
    unit: "share",
    definition: "orders before 11:00 / orders",
    grain: "purchase",
    sql: "count(*) FILTER (WHERE hour(ordered_at) < 11) / count(*)",
  },
  {
    name: "q4_share",
    group,
    unit: "share",
    definition: "orders in October, November or December / orders",
    grain: "purchase",
    sql: "count(*) FILTER (WHERE quarter(day) = 4) / count(*)",
  },
  {
    name: "first_month",
    group,
    unit: "text",
    definition: "month of the first order (the cohort), as yyyy-mm",
    grain: "purchase",
    sql: "strftime(min(day), '%Y-%m')",
  },
];
