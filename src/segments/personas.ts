import type { Persona, PersonaCondition } from "./persona.js";

const position = (column: string, range: { atLeast?: number; atMost?: number }): PersonaCondition => ({
  column,
  of: "position",
  ...range,
});
const mean = (column: string, range: { atLeast?: number; atMost?: number }): PersonaCondition => ({
  column,
  of: "mean",
  ...range,
});

/** The personas in order: a segment takes the first whose conditions all hold. */
export const personas: readonly Persona[] = [
  { name: "Heavy returners", when: [mean("return_rate", { atLeast: 0.2 })] },
  {
    name: "Wholesale buyers",
    when: [position("units_per_order", { atLeast: 0.8 }), position("net_revenue", { atLeast: 0.5 })],
  },
  {
    name: "High-value regulars",
    when: [
      position("net_revenue", { atLeast: 0.75 }),
      position("orders", { atLeast: 0.75 }),
      position("recency_days", { atMost: 0.4 }),
    ],
  },
  {
    name: "High-value overdue",
    when: [position("net_revenue", { atLeast: 0.6 }), position("recency_days", { atLeast: 0.5 })],
  },
  {
    name: "Recent one-time buyers",
    when: [mean("one_time", { atLeast: 0.6 }), position("recency_days", { atMost: 0.4 })],
  },
  {
    name: "Seasonal buyers",
    when: [position("q4_share", { atLeast: 0.7 }), mean("q4_share", { atLeast: 0.6 })],
  },
  {
    name: "Growing mid-value",
    when: [
      position("net_revenue", { atLeast: 0.35, atMost: 0.85 }),
      position("revenue_trend", { atLeast: 0.6 }),
      // ln 1.25: a quarter more than in the half-year before
      mean("revenue_trend", { atLeast: Math.log(1.25) }),
      position("recency_days", { atMost: 0.5 }),
    ],
  },
  { name: "One-time buyers", when: [mean("one_time", { atLeast: 0.6 })] },
  {
    name: "Small-basket buyers",
    when: [position("revenue_per_order", { atMost: 0.35 }), position("recency_days", { atMost: 0.6 })],
  },
  {
    name: "Steady mid-value",
    when: [
      position("net_revenue", { atLeast: 0.4, atMost: 0.85 }),
      position("recency_days", { atMost: 0.5 }),
      position("orders", { atLeast: 0.4 }),
    ],
  },
  {
    name: "Occasional mid-value",
    when: [
      position("net_revenue", { atLeast: 0.35, atMost: 0.75 }),
      position("orders", { atLeast: 0.3, atMost: 0.7 }),
      position("recency_days", { atMost: 0.6 }),
    ],
  },
  {
    name: "Lapsed mid-value",
    when: [position("net_revenue", { atLeast: 0.45, atMost: 0.75 }), position("recency_days", { atLeast: 0.5 })],
  },
  {
    name: "Inactive low-value",
    when: [position("recency_days", { atLeast: 0.55 }), position("net_revenue", { atMost: 0.5 })],
  },
];
