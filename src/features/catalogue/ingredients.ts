import type { Ingredient } from "../feature.js";

// hours as angles: a day is a full turn
const angle = "radians(15 * (extract(hour FROM ordered_at) + extract(minute FROM ordered_at) / 60.0))";
const mean = (value: string) => `CAST(sum(CAST(${value} AS DECIMAL(18, 15))) AS DOUBLE) / count(*)`;

/** Sums that features are made of and that are no features themselves: they are dropped from the table. */
export const ingredients: readonly Ingredient[] = [
  {
    name: "undone_units",
    definition: "units returned that match an earlier purchase of the same stock code",
    grain: "undone",
    sql: "CAST(sum(units) AS BIGINT)",
    whenNone: 0,
  },
  {
    name: "revenue_last_180d",
    definition: "net revenue of the last 180 days",
    grain: "booking",
    sql: "CAST(sum(amount) FILTER (WHERE days_ago <= 180) AS DOUBLE)",
    whenNone: 0,
  },
  {
    name: "revenue_previous_180d",
    definition: "net revenue of the 180 days before the last 180",
    grain: "booking",
    sql: "CAST(sum(amount) FILTER (WHERE days_ago BETWEEN 181 AND 360) AS DOUBLE)",
    whenNone: 0,
  },
  {
    name: "hour_cosine",
    definition: "mean cosine of the orders' time of day",
    grain: "purchase",
    sql: mean(`cos(${angle})`),
  },
  {
    name: "hour_sine",
    definition: "mean sine of the orders' time of day",
    grain: "purchase",
    sql: mean(`sin(${angle})`),
  },
  {
    name: "hour_from_midnight",
    definition: "direction of the mean, in hours after (or, below 0, before) midnight",
    grain: "customer",
    // a decimal knows no minus nought
    sql: "CAST(CAST(atan2(hour_sine, hour_cosine) * 12 / pi() AS DECIMAL(18, 9)) AS DOUBLE)",
  },
];
