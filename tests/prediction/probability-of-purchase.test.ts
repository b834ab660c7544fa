import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { probabilityAlive } from "../../src/prediction/probability-alive.js";
import { probabilityOfPurchase } from "../../src/prediction/probability-of-purchase.js";
import type { PurchaseModel, PurchaseModelName, PurchaseParameters } from "../../src/prediction/purchase-model.js";
import { plantedPurchases } from "./planted-purchases.js";

/** What tests/golden/purchase_probability.py integrated by quadrature. */
interface Golden {
  readonly customers: number;
  readonly fits: readonly {
    readonly model: PurchaseModelName;
    readonly k: number;
    readonly parameters: PurchaseParameters;
    readonly cases: readonly { readonly days: number; readonly season: number; readonly probability: number[] }[];
  }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8")) as unknown;
const golden = read("purchase-probability.json") as Golden;
const { summary } = read("prediction.json") as { readonly summary: Record<string, number[]> };
const column = (name: string): Float64Array => Float64Array.from(summary[name]!.slice(0, golden.customers));
const history = {
  frequency: column("frequency"),
  recencyDays: column("recencyDays"),
  ageDays: column("ageDays"),
  logGaps: column("logGaps"),
};
const models: Record<string, PurchaseModel> = {
  "BG/NBD": { name: "BG/NBD", k: 1, leavesAtFirst: false },
  "MBG/NBD": { name: "MBG/NBD", k: 1, leavesAtFirst: true },
};

describe("the probability of a purchase", () => {
  it.each(golden.fits)(
    "is what quadrature over the rate gives: $model with k = $k",
    ({ model, k, parameters, cases }) => {
      const fit = { model: models[model] ?? { name: model, k, leavesAtFirst: true }, parameters };
      for (const { days, season, probability } of cases) {
        const own = probabilityOfPurchase(fit, history, days, season);
        probability.forEach((one, i) => {
          expect(Math.abs(own[i]! / one - 1), `customer ${i}, ${days} days × ${season}`).toBeLessThan(1e-8);
        });
      }
    },
  );

  const parameters = { r: 0.9, alpha: 40, a: 0.7, b: 2.5 };
  it.each([
    models["BG/NBD"]!,
    models["MBG/NBD"]!,
    { name: "MBG/CNBD-k", k: 2, leavesAtFirst: true },
    { name: "MBG/CNBD-k", k: 3, leavesAtFirst: true },
  ] satisfies PurchaseModel[])("is the share who buy, of 20,000 lives drawn from $name with k = $k", (model) => {
    const drawn = plantedPurchases(model, parameters, 20_000, 3, 90);
    const own = probabilityOfPurchase({ model, parameters }, drawn.history, 90);
    const order = [...own.keys()].sort((a, b) => own[a]! - own[b]!);
    // a tenth of them at a time, so that faults of opposite sign cannot hide in the mean
    for (let tenth = 0; tenth < 10; tenth++) {
      const rows = order.slice(tenth * 2000, (tenth + 1) * 2000);
      const expected = rows.reduce((sum, i) => sum + own[i]!, 0) / rows.length;
      const variance = rows.reduce((sum, i) => sum + own[i]! * (1 - own[i]!), 0) / rows.length ** 2;
      const bought = rows.filter((i) => drawn.later[i]! > 0).length / rows.length;
      expect(Math.abs(bought - expected), `tenth ${tenth}`).toBeLessThan(4 * Math.sqrt(variance));
    }
  });

  const parameter = fc.double({ min: -3, max: 4, noNaN: true }).map(Math.exp);
  const days = fc.integer({ min: 0, max: 300 });
  test("lies between 0 and the expected orders, below P(alive), and rises with the days", () => {
    fc.assert(
      fc.property(
        fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter }),
        fc.integer({ min: 1, max: 4 }),
        days,
        days,
        (given, k, one, more) => {
          const fit = { model: { name: "MBG/CNBD-k", k, leavesAtFirst: true } as const, parameters: given };
          const own = probabilityOfPurchase(fit, history, one);
          const later = probabilityOfPurchase(fit, history, one + more);
          const orders = expectedOrders(fit, history, one);
          const alive = probabilityAlive(fit, history);
          own.forEach((p, i) => {
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(alive[i]!);
            expect(p).toBeLessThanOrEqual(orders[i]! + 1e-9);
            expect(later[i]!).toBeGreaterThanOrEqual(p - 1e-12);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses days below nought", () => {
    const fit = { model: models["MBG/NBD"]!, parameters };
    expect(() => probabilityOfPurchase(fit, history, -1)).toThrow("horizonDays is -1; give a number from 0");
    expect(() => probabilityOfPurchase(fit, history, 90, Number.NaN)).toThrow("season is NaN");
  });
});
