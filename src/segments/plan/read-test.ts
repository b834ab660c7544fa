import { wilsonInterval } from "../../core/wilson-interval.js";
import { checkNumber } from "../../features/matrix/check-option.js";
import { normalProbability, normalQuantile } from "../../features/matrix/normal-distribution.js";
import { logGamma } from "../../prediction/log-gamma.js";

/** What came of a campaign: customers and those of them who bought in the period, in both groups. */
export interface FinishedTest {
  readonly contacts: number;
  readonly contactedBuyers: number;
  readonly heldOut: number;
  readonly heldOutBuyers: number;
}

/** What a finished test says. */
export interface TestReading {
  /** Share of buyers among the contacted less that among the held out. */
  readonly uplift: number;
  /** Newcombe's interval of the uplift at 1 − alpha. */
  readonly low: number;
  readonly high: number;
  /** Two-sided; to be corrected by `holm` where several campaigns are read. */
  readonly pValue: number;
  /** "z" for two shares with pooled variance; "exact" (Fisher) where an expected count is below 5. */
  readonly method: "z" | "exact";
}

/**
 * Reads a finished campaign: the uplift in the share of buyers with its interval and p-value.
 *
 * Interval: Newcombe (1998), Statistics in Medicine 17, method 10, of two Wilson intervals. p: the z-test of two shares
 * with pooled variance, Fisher's exact test where an expected count is below 5.
 *
 * @param test customers and buyers, contacted and held out
 * @param options `alpha`: 1 less the coverage of the interval, 0.05 unless given
 * @returns uplift, interval, p-value and how it was found
 * @throws SegmentLabError `bad-option` for counts that are none, an empty group, or more buyers than customers
 * @example
 * const reading = readTest({ contacts: 900, contactedBuyers: 180, heldOut: 100, heldOutBuyers: 12 });
 */
export function readTest(test: FinishedTest, options: { readonly alpha?: number } = {}): TestReading {
  const { contacts, contactedBuyers, heldOut, heldOutBuyers } = test;
  const { alpha = 0.05 } = options;
  checkNumber("alpha", alpha, { least: 1e-6, most: 0.5 });
  checkNumber("contacts", contacts, { least: 1, whole: true });
  checkNumber("heldOut", heldOut, { least: 1, whole: true });
  checkNumber("contactedBuyers", contactedBuyers, { least: 0, most: contacts, whole: true });
  checkNumber("heldOutBuyers", heldOutBuyers, { least: 0, most: heldOut, whole: true });
  const z = normalQuantile(1 - alpha / 2);
  const [p1, p0] = [contactedBuyers / contacts, heldOutBuyers / heldOut];
  const [low1, high1] = wilsonInterval(p1, contacts, z);
  const [low0, high0] = wilsonInterval(p0, heldOut, z);
  const uplift = p1 - p0;
  const both = (contactedBuyers + heldOutBuyers) / (contacts + heldOut);
  const isSmall = Math.min(contacts, heldOut) * Math.min(both, 1 - both) < 5;
  return {
    uplift,
    low: uplift - Math.hypot(p1 - low1, high0 - p0),
    high: uplift + Math.hypot(high1 - p1, p0 - low0),
    pValue: isSmall ? exact(test) : pooled(uplift, both, contacts, heldOut),
    method: isSmall ? "exact" : "z",
  };
}

function pooled(uplift: number, both: number, contacts: number, heldOut: number): number {
  return 2 * normalProbability(-Math.abs(uplift) / Math.sqrt(both * (1 - both) * (1 / contacts + 1 / heldOut)));
}

/** Fisher's exact test: the probability of all tables that are at most as likely as this one. */
function exact({ contacts, contactedBuyers, heldOut, heldOutBuyers }: FinishedTest): number {
  const buyers = contactedBuyers + heldOutBuyers;
  const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const probability = (among: number) =>
    Math.exp(logChoose(contacts, among) + logChoose(heldOut, buyers - among) - logChoose(contacts + heldOut, buyers));
  // equal tables differ in their last digits
  const own = probability(contactedBuyers) * (1 + 1e-7);
  let sum = 0;
  for (let among = Math.max(0, buyers - heldOut); among <= Math.min(contacts, buyers); among++) {
    const one = probability(among);
    if (one <= own) sum += one;
  }
  return Math.min(1, sum);
}
