import { formatNumber, formatShare } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import { smallestGroup } from "../../sales/redaction/smallest-group.js";
import type { PlanTotals } from "./action-plan.js";
import type { SettledOptions } from "./settle-options.js";

/** What the notes of a plan tell. */
export interface PlanNoteFacts {
  readonly settled: SettledOptions;
  readonly totals: PlanTotals;
  readonly currency: string;
  /** Customers in no cluster. */
  readonly inNone: number;
  /** Whole years behind the season; null without a forecast. */
  readonly years: number | null;
  /** Customers in no list, and lists that win nobody, since ids are redacted. */
  readonly leftOut: number;
  readonly closed: number;
}

/** What a reader of a plan has to know, in sentences. */
export function planNotes({ settled, totals, currency, ...counts }: PlanNoteFacts): string[] {
  const { statuses, holdoutPrice } = totals;
  const money = moneyFormat(currency);
  const price = holdoutPrice === null ? "" : `, which costs ${money(holdoutPrice)} of expected profit`;
  const heldOut =
    settled.holdout.share === 0
      ? "Nobody is held out: what the campaigns bring cannot be told from what would have come anyway."
      : `${customers(statuses["hold-out"])} (the same ${formatShare(settled.holdout.share, 0)} of all ids by their hash, who would else be contacted) ${are(statuses["hold-out"])} left out of every campaign to compare with${price}.`;
  return [
    "Lists overlap; a customer counts in the winning list alone: the one whose contact is expected to bring most.",
    heldOut,
    ...budgetNote(settled.budget, totals, money),
    ...(statuses["not-worth-it"] > 0
      ? [
          `${customers(statuses["not-worth-it"])} ${are(statuses["not-worth-it"])} not contacted: they are expected to buy anyway or too little for a contact to pay.`,
        ]
      : []),
    ...(counts.inNone > 0
      ? [`${customers(counts.inNone)} ${are(counts.inNone)} in no cluster; only RFM lists have them.`]
      : []),
    ...(statuses["no-forecast"] > 0
      ? [
          `${customers(statuses["no-forecast"])} ${statuses["no-forecast"] === 1 ? "has" : "have"} no history to forecast from and ${are(statuses["no-forecast"])} not contacted.`,
        ]
      : []),
    ...redactionNotes(counts),
    ...(counts.years === 0 ? ["The file has no whole year before its end: the season is taken to be even."] : []),
    "Uplifts are assumptions until a test of this shop is read.",
  ];
}

function budgetNote(
  budget: number | null,
  { statuses }: PlanTotals,
  money: (value: number, digits?: number) => string,
): string[] {
  if (budget === null) return [];
  const [paid, more] = [statuses.contact, statuses["over-budget"]];
  const beyond = `${formatNumber(more)} ${paid === 0 ? "" : "more "}would be worth one.`;
  if (paid === 0) return [`The budget of ${money(budget, 2)} pays no contact: nobody is written to; ${beyond}`];
  return [
    `The budget of ${money(budget, 2)} pays ${formatNumber(paid)} ${paid === 1 ? "contact" : "contacts"}; ${beyond}`,
  ];
}

function redactionNotes({ leftOut, closed }: Pick<PlanNoteFacts, "leftOut" | "closed">): string[] {
  return [
    ...(leftOut > 0
      ? [
          `Ids are redacted: ${customers(leftOut)} of segments of fewer than ${smallestGroup} people ${are(leftOut)} in no list and no sum.`,
        ]
      : []),
    ...(closed > 0
      ? [
          `Ids are redacted: ${formatNumber(closed)} ${closed === 1 ? "list" : "lists"} would win fewer than ${smallestGroup} customers; the next list of each wins them.`,
        ]
      : []),
  ];
}

const customers = (count: number): string => `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;
const are = (count: number): string => (count === 1 ? "is" : "are");
