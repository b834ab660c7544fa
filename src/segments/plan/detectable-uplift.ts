import { checkNumber } from "../../features/matrix/check-option.js";
import { normalProbability, normalQuantile } from "../../features/matrix/normal-distribution.js";

/** How sure a test is meant to be. */
export interface TestStrength {
  /** Two-sided error of the first kind, 0.05 unless given. */
  readonly alpha?: number;
  /** Probability of finding an uplift that is there, 0.8 unless given. */
  readonly power?: number;
}

/** More customers than this are as good as none. */
const mostCustomers = 1e12;

/** Two groups, one contacted and one held out. */
export interface TestGroups {
  readonly contacts: number;
  readonly heldOut: number;
  /** Probability of a purchase without a contact. */
  readonly baseline: number;
}

/**
 * The smallest uplift in purchase probability that a comparison of two shares finds with the wanted power: a two-sided
 * z-test with pooled variance, unpooled under the alternative, as power.prop.test of R; groups may differ in size.
 *
 * Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 4.3, without continuity correction.
 *
 * @param groups how many are contacted and held out, and the baseline, 0 to 1
 * @param strength `alpha`, `power`
 * @returns the uplift as a difference of shares; null where not even a share of 1 would be found, or a group is empty
 * @throws SegmentLabError `bad-option` for shares outside 0 to 1
 */
export function detectableUplift(groups: TestGroups, strength: TestStrength = {}): number | null {
  const { alpha = 0.05, power = 0.8 } = strength;
  checkNumber("alpha", alpha, { least: 1e-6, most: 0.5 });
  checkNumber("power", power, { least: 0.5, most: 0.999 });
  checkNumber("baseline", groups.baseline, { least: 0, most: 1 });
  const found = (uplift: number): boolean => powerOf(groups, uplift, alpha) >= power;
  const most = 1 - groups.baseline;
  if (groups.contacts <= 0 || groups.heldOut <= 0 || most === 0 || !found(most)) return null;
  let [low, high] = [0, most];
  // to the last digits of a double
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (found(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * How many customers, held out or not, it takes to find an uplift.
 *
 * @param uplift a difference of shares, above 0
 * @param baseline probability of a purchase without a contact
 * @param holdoutShare share of the customers that is held out
 * @param strength `alpha`, `power`
 * @returns a whole number; null where none are enough: no uplift or one too small for
 *   a million million customers, no room above the baseline, nobody held out
 */
export function customersForUplift(
  uplift: number,
  baseline: number,
  holdoutShare: number,
  strength: TestStrength = {},
): number | null {
  const { alpha = 0.05, power = 0.8 } = strength;
  if (!(uplift > 0) || baseline + uplift > 1 || holdoutShare <= 0 || holdoutShare >= 1) return null;
  const enough = (customers: number): boolean =>
    powerOf({ contacts: customers * (1 - holdoutShare), heldOut: customers * holdoutShare, baseline }, uplift, alpha) >=
    power;
  let high = 4;
  while (!enough(high)) {
    if (high > mostCustomers) return null;
    high *= 2;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function powerOf({ contacts, heldOut, baseline }: TestGroups, uplift: number, alpha: number): number {
  const raised = Math.min(1, baseline + uplift);
  const both = (contacts * raised + heldOut * baseline) / (contacts + heldOut);
  const ifSame = Math.sqrt(both * (1 - both) * (1 / contacts + 1 / heldOut));
  const ifApart = Math.sqrt((raised * (1 - raised)) / contacts + (baseline * (1 - baseline)) / heldOut);
  const margin = uplift - normalQuantile(1 - alpha / 2) * ifSame;
  if (ifApart === 0) return margin > 0 ? 1 : 0;
  return normalProbability(margin / ifApart);
}
