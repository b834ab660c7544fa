/** What a contact's profit is made of. */
export interface ContactTerms {
  /** By how much the contact raises the probability of a purchase, Δp. */
  readonly uplift: number;
  /** Probability of a purchase without a contact, p₀. */
  readonly baseline: number;
  /** Net value of an order, V. */
  readonly orderValue: number;
  /** Margin, m: share of V that is left after the goods are paid. */
  readonly margin: number;
  /** Discount as a share of V: D = discount · V. */
  readonly discount: number;
  /** Cost of a contact, c, in the currency. */
  readonly contactCost: number;
}

/**
 * The expected profit of one contact, Δp · (m · V − D) − p₀ · D − c: what the additional purchases bring, less the
 * discount that those get who would have bought anyway, less the contact. An uplift that p₀ leaves no room for is cut.
 *
 * @param terms Δp, p₀, V, m, discount and c
 * @returns money in the currency of V
 * @example
 * profitOfContact({ uplift: 0.02, baseline: 0.3, orderValue: 400, margin: 0.4, discount: 0, contactCost: 0.1 }); // 3.1
 */
export function profitOfContact({ uplift, baseline, orderValue, margin, discount, contactCost }: ContactTerms): number {
  const given = discount * orderValue;
  return Math.min(uplift, 1 - baseline) * (margin * orderValue - given) - baseline * given - contactCost;
}

/**
 * The uplift from which on a contact pays: (c + p₀ · D) / (m · V − D).
 *
 * @param terms p₀, V, m, discount and c
 * @returns a difference of probabilities, above 1 − p₀ where no uplift is enough; null where an order brings nothing
 */
export function breakEvenUplift(terms: Omit<ContactTerms, "uplift">): number | null {
  const { baseline, orderValue, margin, discount, contactCost } = terms;
  const given = discount * orderValue;
  const gain = margin * orderValue - given;
  return gain > 0 ? (contactCost + baseline * given) / gain : null;
}
