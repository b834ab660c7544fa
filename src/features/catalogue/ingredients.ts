import type { Feature } from "../feature.js";

/** Sums that features are made of and that are no features themselves: they are dropped from the table. */
export const ingredients: readonly Feature[] = [
  {
    name: "returned_revenue",
    group: "Value",
    unit: "currency",
    definition: "revenue of all returns, a number that is not above 0",
    grain: "returned",
    sql: "CAST(sum(revenue) AS DOUBLE)",
    whenNone: 0,
  },
  {
    name: "undone_units",
    group: "Place and returns",
    unit: "units",
    definition: "units returned that match an earlier purchase of the same stock code",
    grain: "undone",
    sql: "CAST(sum(units) AS BIGINT)",
    whenNone: 0,
  },
];
