import type { Persona, PersonaCondition, SegmentAction } from "./persona.js";

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
  {
    name: "Heavy returners",
    when: [mean("return_rate", { atLeast: 0.2 })],
    action: {
      goal: "fewer returns, the same purchases",
      offer: "better product pictures and sizes; personal advice before large orders",
      channel: "e-mail after the return, telephone for large accounts",
      timing: "within a week of a return",
      avoid: "free-return promotions and discounts on what they send back",
      metric: "return rate and net revenue over the next 90 days",
      effort: 2,
    },
  },
  {
    name: "Wholesale buyers",
    when: [position("units_per_order", { atLeast: 0.8 }), position("net_revenue", { atLeast: 0.5 })],
    action: {
      goal: "larger and more regular bulk orders",
      offer: "volume prices, reserved stock and a named contact",
      channel: "account manager, telephone",
      timing: "ahead of their expected next order",
      avoid: "consumer newsletters and small-basket vouchers",
      metric: "units per order and orders in the next 180 days",
      effort: 3,
    },
  },
  {
    name: "High-value regulars",
    when: [
      position("net_revenue", { atLeast: 0.75 }),
      position("orders", { atLeast: 0.75 }),
      position("recency_days", { atMost: 0.4 }),
    ],
    action: {
      goal: "keep them, and hear from them",
      offer: "early access to new ranges, recognition, a direct line",
      channel: "personal e-mail, a card with the parcel",
      timing: "with each new range, before it is announced",
      avoid: "discounts: they buy without, and learn to wait for them",
      metric: "share still buying after 90 days",
      effort: 2,
    },
  },
  {
    name: "High-value overdue",
    when: [position("net_revenue", { atLeast: 0.6 }), position("recency_days", { atLeast: 0.5 })],
    action: {
      goal: "win them back before the habit is gone",
      offer: "a personal message on what is new since their last order, with help to reorder",
      channel: "telephone or a personal e-mail",
      timing: "now, and once more after three weeks",
      avoid: "mass mailings and ever larger vouchers",
      metric: "share who order within 60 days, against a hold-out",
      effort: 3,
    },
  },
  {
    name: "Newcomers",
    when: [mean("one_time", { atLeast: 0.6 }), position("recency_days", { atMost: 0.4 })],
    action: {
      goal: "a second purchase within 30 days",
      offer: "a short series: how to use, what goes with it, what others chose next",
      channel: "e-mail",
      timing: "days 3, 10 and 24 after the first order",
      avoid: "a discount in the first message",
      metric: "share with a second order in 30 days",
      effort: 2,
    },
  },
  {
    name: "Seasonal buyers",
    when: [position("q4_share", { atLeast: 0.7 }), mean("q4_share", { atLeast: 0.6 })],
    action: {
      goal: "their season again, and one purchase outside of it",
      offer: "the gift range early; a spring range as a second reason to come",
      channel: "e-mail, printed catalogue in September",
      timing: "from early September; one message in March",
      avoid: "monthly mailings through the quiet half of the year",
      metric: "orders from September to December against the year before",
      effort: 2,
    },
  },
  {
    name: "One-time buyers",
    when: [mean("one_time", { atLeast: 0.6 })],
    action: {
      goal: "find the few who would come back",
      offer: "one last message with the range next to what they bought",
      channel: "e-mail",
      timing: "once, ahead of the season",
      avoid: "repeated win-back vouchers; after one message, silence",
      metric: "share with a second order in 90 days, against a hold-out",
      effort: 1,
    },
  },
  {
    name: "Small-basket buyers",
    when: [position("revenue_per_order", { atMost: 0.35 }), position("recency_days", { atMost: 0.6 })],
    action: {
      goal: "larger baskets without a lower margin",
      offer: "clearance notices, sets, a free-delivery threshold just above their usual basket",
      channel: "e-mail",
      timing: "at clearance, at most twice a month",
      avoid: "shop-wide percentage discounts",
      metric: "value per order over the next 90 days",
      effort: 1,
    },
  },
  {
    name: "Steady mid-value",
    when: [
      position("net_revenue", { atLeast: 0.4, atMost: 0.85 }),
      position("recency_days", { atMost: 0.5 }),
      position("orders", { atLeast: 0.4 }),
    ],
    action: {
      goal: "one more order a quarter",
      offer: "recommendations from the ranges they have not tried; a reminder when the next order is due",
      channel: "e-mail",
      timing: "at their own expected gap between orders",
      avoid: "treating them as the best customers already: recognition comes with the next step",
      metric: "orders in the next 90 days",
      effort: 2,
    },
  },
  {
    name: "Occasional mid-value",
    when: [
      position("net_revenue", { atLeast: 0.35, atMost: 0.75 }),
      position("orders", { atLeast: 0.3, atMost: 0.7 }),
      position("recency_days", { atMost: 0.6 }),
    ],
    action: {
      goal: "turn an occasion into a habit: one order more in the next 90 days",
      offer: "a reminder with what they bought last and what goes with it",
      channel: "e-mail",
      timing: "when their own expected gap between orders has passed",
      avoid: "a discount before the reminder was tried: most of them need an occasion, not a price",
      metric: "orders in the next 90 days, against a hold-out",
      effort: 1,
    },
  },
  {
    name: "Inactive low-value",
    when: [position("recency_days", { atLeast: 0.55 }), position("net_revenue", { atMost: 0.5 })],
    action: {
      goal: "spend nothing on those who are gone",
      offer: "one last message, then silence",
      channel: "e-mail",
      timing: "once, in the season",
      avoid: "paid media, print, telephone",
      metric: "cost per order won back",
      effort: 1,
    },
  },
];

/** What to do about a segment that no persona describes. */
export const fallbackAction: SegmentAction = {
  goal: "learn what would move this group",
  offer: "two different messages, each to a random half",
  channel: "e-mail",
  timing: "at their own expected gap between orders",
  avoid: "a campaign to all of them before the test is read",
  metric: "orders in the next 60 days, message against message",
  effort: 1,
};
