/** One step of cleaning, as data. */
export interface CleaningStep {
  readonly step: string;
  readonly from: string | null;
  readonly reason: string;
  /** The fates of the rows that are left after the step. */
  readonly keeps: readonly Fate[];
}

/** What became of a row: the step that took it, or `returned` or `sold`. */
export type Fate = "overlap" | "identified" | "adjustments" | "goods" | "returned" | "worthless" | "sold";

/** How a file is cleaned: the fate of a row by the first rule that holds, and the steps that the ledger tells. */
export interface CleaningPlan {
  readonly findsOverlap: boolean;
  /** Rules in order: the first whose SQL predicate holds decides; else the row is `sold`. */
  readonly rules: readonly { readonly fate: Fate; readonly when: string }[];
  readonly steps: readonly CleaningStep[];
}

/** The names that `--cleaning` takes. */
export type CleaningName = "default" | "naive";

const worthless = "quantity <= 0 OR price <= 0";

/** The two ways of cleaning; `$1` in a rule is the pattern of the codes that are goods. */
export const cleaningPlans: Readonly<Record<CleaningName, CleaningPlan>> = {
  default: {
    findsOverlap: true,
    rules: [
      { fate: "identified", when: "customer IS NULL" },
      { fate: "adjustments", when: "regexp_full_match(invoice, 'A[0-9]+')" },
      { fate: "goods", when: "NOT regexp_full_match(sku, $1)" },
      { fate: "returned", when: "regexp_full_match(invoice, 'C[0-9]+')" },
      { fate: "worthless", when: worthless },
    ],
    steps: [
      {
        step: "read",
        from: null,
        reason: "every row of the file",
        keeps: ["overlap", "identified", "adjustments", "goods", "returned", "worthless", "sold"],
      },
      {
        step: "overlap",
        from: "read",
        reason: "a stretch of time that stands in the file twice is kept once",
        keeps: ["identified", "adjustments", "goods", "returned", "worthless", "sold"],
      },
      {
        step: "identified",
        from: "overlap",
        reason: "the customer is known",
        keeps: ["adjustments", "goods", "returned", "worthless", "sold"],
      },
      {
        step: "adjustments",
        from: "identified",
        reason: "not a bad-debt adjustment (invoice A…)",
        keeps: ["goods", "returned", "worthless", "sold"],
      },
      {
        step: "goods",
        from: "adjustments",
        reason: "goods, not postage, fees, discounts or tests",
        keeps: ["returned", "worthless", "sold"],
      },
      {
        step: "returns",
        from: "goods",
        reason: "cancellations (invoice C…), set against purchases",
        keeps: ["returned"],
      },
      { step: "sales", from: "goods", reason: "not cancelled, quantity and price above 0", keeps: ["sold"] },
    ],
  },
  naive: {
    findsOverlap: false,
    rules: [
      { fate: "identified", when: "customer IS NULL" },
      { fate: "worthless", when: worthless },
    ],
    steps: [
      { step: "read", from: null, reason: "every row of the file", keeps: ["identified", "worthless", "sold"] },
      { step: "identified", from: "read", reason: "the customer is known", keeps: ["worthless", "sold"] },
      { step: "sales", from: "identified", reason: "quantity and price above 0", keeps: ["sold"] },
    ],
  },
};

/**
 * The stock codes that are goods, in full, trimmed and upper case: five digits and up to three letters, and the odd
 * codes of Online Retail II. Everything else is postage, a fee, a discount or a test.
 */
export const defaultGoods = "[0-9]{5}[A-Z]{0,3}|DCGS[0-9A-Z]+|SP[0-9]+|PADS|GIFT_[0-9]+_[0-9]+";
