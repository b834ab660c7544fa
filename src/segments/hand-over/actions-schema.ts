import type { JsonSchema } from "../../core/schema-fault.js";
import { effortLegend } from "../playbook/effort.js";

/** What says that a file is a plan of actions. */
export const actionsFormat = "segment-lab actions";

/** Grows when a program that reads the file would have to change. */
export const actionsVersion = 1;

const number: JsonSchema = { type: "number" };
const numberOrNull: JsonSchema = { type: ["number", "null"] };
const count: JsonSchema = { type: "integer", minimum: 0 };
const share: JsonSchema = { type: "number", minimum: 0, maximum: 1 };
const text: JsonSchema = { type: "string" };
const textOrNull: JsonSchema = { type: ["string", "null"] };
const day: JsonSchema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const lens: JsonSchema = { enum: ["clusters", "rfm"] };
const cases: JsonSchema = { $ref: "#/$defs/cases" };
const casesOrNull: JsonSchema = { oneOf: [cases, { type: "null" }] };
const statuses: JsonSchema = { $ref: "#/$defs/statuses" };

const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: "null" }] });

/** An object in which every named property must be; more are allowed, so that a later minor version may add some. */
function object(properties: Record<string, JsonSchema>, description?: string): JsonSchema {
  return { ...(description && { description }), type: "object", required: Object.keys(properties), properties };
}

const assumption = object(
  { name: text, value: number, unit: text, source: text, text },
  "A number that is taken for granted, and where it is from.",
);

const action = object(
  {
    ...{ goal: text, offer: text, channel: text, timing: text, message: text, avoid: text, metric: text },
    guardRail: text,
    effort: { enum: [1, 2, 3], description: `${effortLegend}.` },
    uplift: { ...cases, description: "Assumed rise of the probability of a purchase, as a difference of shares." },
    upliftSource: text,
    discount: share,
    contactCost: { type: "number", minimum: 0 },
  },
  "What to do, as a row of the playbook has it.",
);

const money = object(
  {
    profit: cases,
    profitPerContact: cases,
    means: object({ orderValue: number, baseline: share, baselineValue: number, uplift: cases }),
    breakEven: numberOrNull,
    contactCost: number,
    discountCost: number,
    holdoutPrice: number,
  },
  "In the currency, over those who are contacted; null without a forecast or with nobody to contact.",
);

const test = object(
  {
    contacts: count,
    heldOut: count,
    baseline: numberOrNull,
    assumedUplift: number,
    detectableUplift: numberOrNull,
    detectableAtHalf: numberOrNull,
    learnable: { type: "boolean" },
    customersNeeded: numberOrNull,
    waves: numberOrNull,
    pool: orNull(
      object({
        lists: list(text),
        contacts: count,
        heldOut: count,
        detectable: numberOrNull,
        assumed: number,
        waves: count,
      }),
    ),
    text,
  },
  "How the shop will know whether it worked.",
);

const plannedList = object({
  id: { type: "string", pattern: "^[a-z0-9-]+$", maxLength: 80 },
  name: text,
  lens,
  group: { ...textOrNull, description: "What its members have in the column of the lens; null for newcomers." },
  persona: text,
  action,
  reason: text,
  rank: { type: "integer", minimum: 1 },
  rankedBy: numberOrNull,
  size: object({ members: count, customers: count, statuses }),
  revenue: number,
  money: orNull(money),
  stake: casesOrNull,
  priority: { type: "integer", minimum: 1 },
  profitPerDay: numberOrNull,
  startWithinDays: { type: ["integer", "null"], description: "30, 90 or 180; null where it is not to be started." },
  startReason: text,
  test,
  weekday: { type: ["integer", "null"], minimum: 1, maximum: 7, description: "1 is Monday." },
  hour: { type: ["integer", "null"], minimum: 0, maximum: 23 },
  assumptions: list(assumption),
});

const difference = object({
  seenBy: lens,
  inside: text,
  customers: count,
  column: text,
  effect: share,
  low: object({ group: text, median: numberOrNull }),
  high: object({ group: text, median: numberOrNull }),
  text,
});

/** The JSON Schema of actions.json, which stands beside it; docs/actions.schema.json is written from it. */
export const actionsSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Segment Lab actions",
  description:
    "Whom to write to, when, with what, at what cost and gain, and how the shop will know. No customer is named.",
  ...object({
    $schema: text,
    format: { const: actionsFormat },
    version: { const: actionsVersion },
    madeBy: text,
    asOf: day,
    horizonDays: { type: "integer", minimum: 1 },
    currency: { type: "string", pattern: "^[A-Z]{3}$" },
    season: number,
    noMoney: textOrNull,
    model: textOrNull,
    assumptions: list(assumption),
    holdout: object({ share, salt: text }),
    budget: numberOrNull,
    smallestGroup: {
      type: ["integer", "null"],
      minimum: 1,
      description: "No group of fewer people is told apart; null where ids are not redacted.",
    },
    lists: list(plannedList),
    overlap: list(object({ lists: list(text), winner: text, customers: count, revenue: number })),
    lenses: object({
      cells: list(object({ rfmSegment: text, segment: textOrNull, customers: count, revenue: number })),
      sharedInformation: numberOrNull,
      differences: list(difference),
      sentences: list(text),
    }),
    totals: object({
      customers: count,
      statuses,
      profit: casesOrNull,
      contactCost: number,
      discountCost: numberOrNull,
      holdoutPrice: numberOrNull,
      stake: casesOrNull,
    }),
    notes: list(text),
  }),
  $defs: {
    cases: object({ low: number, base: number, high: number }),
    statuses: object(
      { contact: count, "hold-out": count, "not-worth-it": count, "over-budget": count, "no-forecast": count },
      "How many customers each; they add up to the customers.",
    ),
  },
};
