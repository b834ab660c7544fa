import { createRandom, type Random } from "../../src/core/random.js";
import type { PurchaseHistory, PurchaseModel, PurchaseParameters } from "../../src/prediction/purchase-model.js";
import type { ValueHistory, ValueParameters } from "../../src/prediction/value-model.js";

/** A draw from Gamma(shape, rate 1): Marsaglia and Tsang (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Customers who buy and leave as a model says, with what they do after the cut-off. */
export interface PlantedPurchases {
  readonly history: PurchaseHistory;
  readonly isAlive: boolean[];
  /** Purchases in the days after the cut-off. */
  readonly later: Float64Array;
}

/** Draws customers of 50 to 700 days of age. */
export function plantedPurchases(
  { k, leavesAtFirst }: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  customers: number,
  seed: number,
  laterDays = 0,
): PlantedPurchases {
  const random = createRandom(seed);
  const column = (): Float64Array => new Float64Array(customers);
  const history = { frequency: column(), recencyDays: column(), ageDays: column(), logGaps: column() };
  const isAlive: boolean[] = [];
  const later = column();
  for (let i = 0; i < customers; i++) {
    const age = 50 + 650 * random.next();
    const rate = gamma(random, r) / alpha;
    const [one, other] = [gamma(random, a), gamma(random, b)];
    const leaving = one / (one + other);
    let isHere = !(leavesAtFirst && random.next() < leaving);
    let isHereAtCutOff = isHere;
    let at = 0;
    while (isHere) {
      const gap = gamma(random, k) / rate;
      const next = at + gap;
      if (next > age + laterDays) break;
      isHere = random.next() >= leaving;
      if (next <= age) {
        history.frequency[i]!++;
        history.recencyDays[i] = next;
        history.logGaps[i]! += Math.log(gap);
        isHereAtCutOff = isHere;
      } else later[i]!++;
      at = next;
    }
    history.ageDays[i] = age;
    isAlive.push(isHereAtCutOff);
  }
  return { history, isAlive, later };
}

/** Draws the values of orders of customers who have one to twelve of them. */
export function plantedValues({ p, q, gamma: scale }: ValueParameters, customers: number, seed: number): ValueHistory {
  const random = createRandom(seed);
  const valuedDays = Float64Array.from({ length: customers }, () => 1 + random.integer(12));
  const meanDayValue = valuedDays.map((days) => {
    const rate = gamma(random, q) / scale;
    return gamma(random, p * days) / rate / days;
  });
  return { valuedDays, meanDayValue };
}
