import type { Feature } from "../feature.js";
import { rfmSegmentMap } from "../rfm/segment-map.js";

const group = "RFM";
const grain = "score";
const fifths = { min: 1, max: 5 };
const open = { min: null, max: null };

/** The score of the share of customers who are strictly worse: those that stand before in this order, ties left out. */
const score = (worstFirst: string) =>
  `CAST(1 + least(4, floor(5 * (rank() OVER (ORDER BY ${worstFirst}) - 1) / CAST(count(*) OVER () AS DOUBLE))) AS INTEGER)`;

const cells = rfmSegmentMap.flatMap((row, r) =>
  row.map((segment, v) => `WHEN ${10 * (r + 1) + v + 1} THEN '${segment.replaceAll("'", "''")}'`),
);

export const rfmFeatures: readonly Feature[] = [
  {
    name: "r_score",
    group,
    unit: "score",
    definition: "1 + min(4, ⌊5 · share of customers whose last order is longer ago⌋): 5 is the most recent fifth",
    grain,
    sql: score("recency_days DESC"),
    range: fifths,
    tells: ["recency"],
  },
  {
    name: "f_score",
    group,
    unit: "score",
    definition: "1 + min(4, ⌊5 · share of customers with fewer orders⌋): 5 is the fifth that orders most",
    grain,
    sql: score("orders"),
    range: fifths,
    tells: ["frequency", "value"],
  },
  {
    name: "m_score",
    group,
    unit: "score",
    definition: "1 + min(4, ⌊5 · share of customers with less net revenue⌋): 5 is the fifth that brings most",
    grain,
    sql: score("net_revenue"),
    range: fifths,
    tells: ["frequency", "value"],
  },
  {
    name: "rfm_score",
    group,
    unit: "text",
    definition: "the three scores one after the other, as 545",
    grain,
    sql: "concat(r_score, f_score, m_score)",
    range: open,
    tells: ["recency", "frequency", "value"],
  },
  {
    name: "rfm_segment",
    group,
    unit: "text",
    definition: "one of eleven segments, by r_score and the value score V = ⌈(f_score + m_score) / 2⌉",
    grain,
    sql: `CASE 10 * r_score + CAST(ceil((f_score + m_score) / 2.0) AS INTEGER) ${cells.join(" ")} END`,
    range: open,
    tells: ["recency", "frequency", "value"],
  },
];
