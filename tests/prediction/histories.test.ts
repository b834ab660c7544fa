import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { fitPurchases } from "../../src/prediction/fit-purchases.js";
import { fitValues } from "../../src/prediction/fit-values.js";
import { ordersIfAlive } from "../../src/prediction/orders-if-alive.js";
import { probabilityAlive } from "../../src/prediction/probability-alive.js";
import { purchaseLikelihood } from "../../src/prediction/purchase-likelihood.js";
import type { PurchaseHistory, PurchaseModel } from "../../src/prediction/purchase-model.js";
import { valueLikelihood } from "../../src/prediction/value-likelihood.js";
import { plantedPurchases } from "./planted-purchases.js";

const parameter = fc.double({ min: -4, max: 6, noNaN: true }).map(Math.exp);
const parameters = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter });
const model = fc.constantFrom<PurchaseModel>(
  { name: "BG/NBD", k: 1, leavesAtFirst: false },
  { name: "MBG/NBD", k: 1, leavesAtFirst: true },
  { name: "MBG/CNBD-k", k: 3, leavesAtFirst: true },
);
// repeats stand on days of their own after the first, so there are no more of them than days to the last one
const history = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      age: fc.integer({ min: 0, max: 4000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(
    (rows): PurchaseHistory => ({
      frequency: Float64Array.from(rows, ({ x, age }) => Math.min(x, age)),
      recencyDays: Float64Array.from(rows, ({ x, age, part }) => {
        const repeats = Math.min(x, age);
        return repeats === 0 ? 0 : repeats + Math.floor((age - repeats) * part);
      }),
      ageDays: Float64Array.from(rows, ({ age }) => age),
      logGaps: new Float64Array(rows.length),
    }),
  );

test("any history has a probability from 0 to 1 and expectations that never fall with the horizon", () => {
  fc.assert(
    fc.property(model, parameters, history, (model, parameters, history) => {
      const fit = { model, parameters };
      for (const alive of probabilityAlive(fit, history)) {
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
      }
      const [none, month, quarter] = [0, 30, 90].map((days) => ordersIfAlive(fit, history, days));
      const less = expectedOrders(fit, history, 90);
      history.frequency.forEach((_, i) => {
        expect(none![i]).toBe(0);
        expect(month![i]).toBeGreaterThan(0);
        // equal where all who could leave have left; a rounding apart then
        expect(quarter![i]).toBeGreaterThanOrEqual(month![i]! * (1 - 1e-12));
        expect(less[i]).toBeLessThanOrEqual(quarter![i]!);
      });
    }),
  );
});

test("the slopes of both likelihoods are those of their values", () => {
  fc.assert(
    fc.property(model, parameters, history, (model, at, history) => {
      const slope = new Float64Array(4);
      purchaseLikelihood(model, at, history, slope);
      (["r", "alpha", "a", "b"] as const).forEach((name, i) => {
        const moved = (by: number) => purchaseLikelihood(model, { ...at, [name]: at[name] * Math.exp(by) }, history);
        // of fourth order, so that only rounding is left
        const numeric = (8 * (moved(1e-4) - moved(-1e-4)) - moved(2e-4) + moved(-2e-4)) / 12e-4;
        expect(Math.abs(numeric - slope[i]!)).toBeLessThan(1e-6 * (1 + Math.abs(slope[i]!)));
      });
    }),
  );
  const values = { valuedDays: Float64Array.of(1, 3, 0), meanDayValue: Float64Array.of(20, 7, 0) };
  const at = { p: 2, q: 3, gamma: 15 };
  const slope = new Float64Array(3);
  valueLikelihood(at, values, slope);
  (["p", "q", "gamma"] as const).forEach((name, i) => {
    const moved = (by: number) => valueLikelihood({ ...at, [name]: at[name] * Math.exp(by) }, values);
    expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(slope[i]!, 7);
  });
});

test("the order of customers changes nothing but the last digits", () => {
  const { history } = plantedPurchases(
    { name: "MBG/NBD", k: 1, leavesAtFirst: true },
    { r: 1, alpha: 50, a: 1, b: 3 },
    800,
    4,
  );
  const turned = Object.fromEntries(
    Object.entries(history).map(([name, column]) => [name, (column as Float64Array).toReversed()]),
  ) as unknown as PurchaseHistory;
  const [one, other] = [fitPurchases(history), fitPurchases(turned)];
  for (const name of ["r", "alpha", "a", "b"] as const)
    expect(Math.abs(other.parameters[name] / one.parameters[name] - 1)).toBeLessThan(1e-9);
});

test("customers of whom none leaves have estimates, and no standard error where one is open", () => {
  // everybody buys every ten days and did so yesterday
  const n = 200;
  const age = Float64Array.from({ length: n }, (_, i) => 200 + i);
  const frequency = age.map((days) => Math.floor(days / 10));
  const { parameters, logCovariance, standardErrors } = fitPurchases({
    frequency,
    recencyDays: age,
    ageDays: age,
    logGaps: frequency.map((x) => x * Math.log(10)),
  });
  for (const value of Object.values(parameters)) expect(Number.isFinite(value)).toBe(true);
  expect(logCovariance).toBeNull();
  expect(standardErrors.r).toBeNaN();
});

test("any few customers can be fitted, and forecast with what comes out", () => {
  fc.assert(
    fc.property(history, fc.constantFrom(1, 2), (history, k) => {
      fc.pre(history.frequency.some((x) => x > 0));
      const fit = fitPurchases(history, k === 1 ? {} : { model: "MBG/CNBD-k", k });
      for (const value of [...Object.values(fit.parameters), fit.logLikelihood])
        expect(Number.isFinite(value)).toBe(true);
      for (const value of expectedOrders(fit, history, 90)) expect(Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a history without a repeat and values without a customer say what is missing", () => {
  const none = new Float64Array(3);
  const history = { frequency: none, recencyDays: none, ageDays: Float64Array.of(5, 6, 7), logGaps: none };
  expect(() => fitPurchases(history)).toThrow(
    "none of 3 customers bought on a second day; a model of purchases learns from those who came back",
  );
  expect(() => fitPurchases(history, { model: "BG/NBD", k: 2 })).toThrow(
    "k is 2 for BG/NBD, whose k is 1; choose MBG/CNBD-k",
  );
  expect(() => fitPurchases(history, { model: "Pareto/NBD" as "BG/NBD" })).toThrow(
    'model is "Pareto/NBD"; choose from BG/NBD, MBG/NBD, MBG/CNBD-k',
  );
  expect(() => fitValues({ valuedDays: none, meanDayValue: none })).toThrow(
    "0 of 3 customers have a day of net value above 0; order values need at least two",
  );
});
