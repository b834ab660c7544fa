/** What became of a row: the rule that took it, or `returned` or `sold`. */
export type Fate = "overlap" | "repeated" | "identified" | "adjustments" | "goods" | "returned" | "worthless" | "sold";

/** The names of the rules, which are also the names of their steps in the ledger. */
export type RuleName = "overlap" | "repeats" | "identified" | "adjustments" | "goods" | "returns" | "sales";

/** A value bound into a statement; gives the placeholder. */
export type Bind = (value: string) => string;

/** A rule of cleaning, as data. */
export interface CleaningRule {
  readonly rule: RuleName;
  /** What the ledger says is left after it. */
  readonly reason: string;
  /** The fate of the rows that it takes. */
  readonly fate: Fate;
  /** The parameter that it takes, a pattern (RE2, in full, on trimmed upper-case text); `auto` is settled from the data. */
  readonly parameter?: { readonly name: string; readonly default: string; readonly describes: string };
  /** SQL that holds for the rows that it takes. */
  readonly takes: (parameter: string, bind: Bind) => string;
}

/** All rules; docs/methods.md explains each. */
export const cleaningRules: readonly CleaningRule[] = [
  {
    rule: "overlap",
    reason: "a stretch of time that stands in the file twice is kept once",
    fate: "overlap",
    takes: () => '"row" IN (FROM overlap_rows)',
  },
  {
    rule: "repeats",
    reason: "a line that repeats another of its invoice in every field is kept once",
    fate: "repeated",
    takes: () => '"row" IN (FROM repeat_rows)',
  },
  { rule: "identified", reason: "the customer is known", fate: "identified", takes: () => "customer IS NULL" },
  {
    rule: "adjustments",
    reason: "not a bad-debt adjustment (invoice A…)",
    fate: "adjustments",
    parameter: { name: "invoices", default: "A[0-9]+", describes: "numbers of invoices that adjust a bad debt" },
    takes: (invoices, bind) => `regexp_full_match(invoice, ${bind(invoices)})`,
  },
  {
    rule: "goods",
    reason: "goods, not postage, fees, discounts or tests",
    fate: "goods",
    parameter: { name: "codes", default: "auto", describes: "stock codes that are goods" },
    takes: (codes, bind) => `NOT regexp_full_match(sku, ${bind(codes)})`,
  },
  {
    rule: "returns",
    reason: "cancellations, set against purchases",
    fate: "returned",
    parameter: {
      name: "invoices",
      default: "auto",
      describes: "numbers of invoices that cancel; `negative` for quantities below 0",
    },
    takes: (invoices, bind) =>
      invoices === "negative" ? "quantity < 0" : `regexp_full_match(invoice, ${bind(invoices)})`,
  },
  {
    rule: "sales",
    reason: "not cancelled, quantity and price above 0",
    fate: "worthless",
    takes: () => "quantity <= 0 OR price <= 0",
  },
];

/** The rule of a name that is known to exist. */
export function ruleOf(name: RuleName): CleaningRule {
  return cleaningRules.find(({ rule }) => rule === name)!;
}
