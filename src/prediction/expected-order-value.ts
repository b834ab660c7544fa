import type { FittedValues } from "./fit-values.js";
import type { ValueHistory } from "./value-model.js";

/**
 * The net value that each customer's next order is expected to have: between the customer's own mean and the shop's,
 * nearer to the own one the more orders tell of it.
 *
 * Fader and Hardie (2013), eq. 5. Where the fitted mean is infinite (p · days + q ≤ 1) it is the value at the mean rate.
 *
 * @param fit what `fitValues` gives
 * @param history what `purchaseSummary` gives
 * @returns one value a customer, in the file's currency
 */
export function expectedOrderValue(
  { parameters: { p, q, gamma } }: Pick<FittedValues, "parameters">,
  { valuedDays, meanDayValue }: ValueHistory,
): Float64Array {
  return valuedDays.map((days, i) => {
    const own = days > 0 ? days * meanDayValue[i]! : 0;
    const shape = p * days + q;
    return (p * (gamma + own)) / (shape > 1 ? shape - 1 : shape);
  });
}
