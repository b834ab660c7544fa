import type { Feature } from "../feature.js";

const group = "Time";
const share = { min: 0, max: 1 };

/** Share of the orders for which a condition holds. */
const shareOf = (condition: string) => `count(*) FILTER (WHERE ${condition}) / CAST(count(*) AS DOUBLE)`;
const inQuarter = (quarter: number) => `extract(quarter FROM day) = ${quarter}`;

export const timeFeatures: readonly Feature[] = [
  {
    name: "preferred_hour",
    group,
    unit: "hour",
    definition: "circular mean of the orders' time of day, in hours after midnight (9.5 is half past nine)",
    grain: "customer",
    sql: `CASE WHEN hour_concentration > 0
      THEN CASE WHEN hour_from_midnight < 0 THEN hour_from_midnight + 24 ELSE hour_from_midnight END END`,
    range: { min: 0, max: 24 },
    tells: [],
    missing: "the hours cancel each other out, as 6 and 18 do",
  },
  {
    name: "hour_concentration",
    group,
    unit: "share",
    definition:
      "resultant length of the orders' times of day: 1 where all are at the same time, 0 where they cancel out",
    grain: "customer",
    sql: "least(1, round(sqrt(hour_cosine * hour_cosine + hour_sine * hour_sine), 9))",
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "preferred_weekday",
    group,
    unit: "weekday",
    definition: "weekday of most orders, 1 = Monday to 7 = Sunday",
    grain: "weekday",
    sql: "CASE WHEN count(*) FILTER (WHERE place = 1) = 1 THEN max(weekday) FILTER (WHERE place = 1) END",
    range: { min: 1, max: 7 },
    tells: [],
    missing: "several weekdays share the first place",
  },
  {
    name: "weekday_entropy",
    group,
    unit: "share",
    definition:
      "Shannon entropy of orders over weekdays / ln 7, its largest possible value: 0 where all are on one weekday",
    grain: "weekday",
    sql: "least(1, CAST(sum(CAST(-share * ln(share) AS DECIMAL(18, 15))) AS DOUBLE) / ln(7))",
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "weekend_share",
    group,
    unit: "share",
    definition: "orders on a Saturday or Sunday / orders",
    grain: "purchase",
    sql: ({ isoWeekday }) => shareOf(`${isoWeekday("day")} >= 6`),
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "morning_share",
    group,
    unit: "share",
    definition: "orders before 11:00 / orders",
    grain: "purchase",
    sql: shareOf("extract(hour FROM ordered_at) < 11"),
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "evening_share",
    group,
    unit: "share",
    definition: "orders from 16:00 on / orders",
    grain: "purchase",
    sql: shareOf("extract(hour FROM ordered_at) >= 16"),
    range: share,
    tells: ["frequency", "value"],
  },
  {
    name: "quarter_concentration",
    group,
    unit: "share",
    definition: "orders in the calendar quarter (of any year) with the most of them / orders",
    grain: "purchase",
    sql: `greatest(${[1, 2, 3, 4].map((quarter) => shareOf(inQuarter(quarter))).join(", ")})`,
    range: { min: 0.25, max: 1 },
    tells: ["frequency", "value"],
  },
  {
    name: "q4_share",
    group,
    unit: "share",
    definition: "orders in October, November or December / orders",
    grain: "purchase",
    sql: shareOf(inQuarter(4)),
    range: share,
    tells: ["recency", "frequency", "value"],
  },
  {
    name: "first_month",
    group,
    unit: "text",
    definition: "month of the first order (the cohort), as yyyy-mm",
    grain: "purchase",
    sql: ({ yearMonth }) => yearMonth("min(day)"),
    range: { min: null, max: null },
    tells: [],
  },
];
