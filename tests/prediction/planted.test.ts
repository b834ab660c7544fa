import { describe, expect, test } from "vitest";
import { choosePurchases } from "../../src/prediction/choose-purchases.js";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { fitPurchases } from "../../src/prediction/fit-purchases.js";
import { fitValues } from "../../src/prediction/fit-values.js";
import { probabilityAlive } from "../../src/prediction/probability-alive.js";
import { plantedPurchases, plantedValues } from "./planted-purchases.js";

const planted = { r: 0.8, alpha: 40, a: 0.7, b: 3 };
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const models = [
  { name: "BG/NBD", k: 1, leavesAtFirst: false },
  { name: "MBG/NBD", k: 1, leavesAtFirst: true },
  { name: "MBG/CNBD-k", k: 2, leavesAtFirst: true },
  { name: "MBG/CNBD-k", k: 3, leavesAtFirst: true },
] as const;

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Standard errors lie 68 % of estimates within one, 99.7 % within three. */
function expectWithinStandardErrors(scores: readonly number[]): void {
  expect(Math.max(...scores.map(Math.abs))).toBeLessThan(3.2);
  const within = scores.filter((score) => Math.abs(score) < 1).length / scores.length;
  expect(within).toBeGreaterThan(0.5);
  expect(within).toBeLessThan(0.9);
}

describe.each(models)("customers planted under $name with k = $k", (model) => {
  const options = model.name === "MBG/CNBD-k" ? { model: model.name, k: model.k } : { model: model.name };

  test("give back their parameters within the standard errors, over eight seeds", () => {
    const scores = seeds.flatMap((seed) => {
      const { history } = plantedPurchases(model, planted, 3000, seed);
      const { parameters, standardErrors } = fitPurchases(history, options);
      return (["r", "alpha", "a", "b"] as const).map(
        // on the scale on which the likelihood is nearly a parabola
        (name) => (Math.log(parameters[name] / planted[name]) * parameters[name]) / standardErrors[name],
      );
    });
    expectWithinStandardErrors(scores);
  });

  test("are still there, and buy in the next 90 days, as often as said", () => {
    const { history, isAlive, later } = plantedPurchases(model, planted, 60_000, 21, 90);
    const fit = { model, parameters: planted };
    const alive = probabilityAlive(fit, history);
    const expected = expectedOrders(fit, history, 90);
    // by how often they bought: each mean within four of its standard errors
    for (const [least, most] of [
      [0, 0],
      [1, 1],
      [2, 4],
      [5, 200],
    ] as const) {
      const rows = [...history.frequency.keys()].filter(
        (i) => history.frequency[i]! >= least && history.frequency[i]! <= most,
      );
      const meanOf = (f: (i: number) => number) => rows.reduce((total, i) => total + f(i), 0) / rows.length;
      const errorOf = (f: (i: number) => number) => Math.sqrt(meanOf((i) => f(i) ** 2) / rows.length);
      const missed = (i: number) => later[i]! - expected[i]!;
      expect(Math.abs(meanOf(missed))).toBeLessThan(4 * errorOf(missed));
      const wrong = (i: number) => Number(isAlive[i]) - alive[i]!;
      expect(Math.abs(meanOf(wrong))).toBeLessThanOrEqual(4 * errorOf(wrong) + 1e-12);
    }
  });
});

test("the regularity that was planted is the one that is chosen", () => {
  for (const k of [1, 2, 3]) {
    const name = k === 1 ? "MBG/NBD" : "MBG/CNBD-k";
    const { history } = plantedPurchases({ name, k, leavesAtFirst: true }, planted, 1500, 5);
    const { chosen, fits } = choosePurchases(history);
    expect(chosen.model).toEqual({ name, k, leavesAtFirst: true });
    expect(fits.map((fit) => fit.model.k)).toEqual([1, 1, 2, 3, 4]);
  }
});

test("order values give back their parameters within the standard errors, over eight seeds", () => {
  const values = { p: 3, q: 4, gamma: 200 };
  const scores = seeds.flatMap((seed) => {
    const { parameters, standardErrors } = fitValues(plantedValues(values, 3000, seed));
    return (["p", "q", "gamma"] as const).map(
      (name) => (Math.log(parameters[name] / values[name]) * parameters[name]) / standardErrors[name],
    );
  });
  expectWithinStandardErrors(scores);
});

test("no customer who bought once has left under BG/NBD, and some have under MBG/NBD", () => {
  const { history } = plantedPurchases(models[1], planted, 2000, 3);
  const once = [...history.frequency.keys()].filter((i) => history.frequency[i] === 0);
  const aliveUnder = (model: "BG/NBD" | "MBG/NBD") => {
    const alive = probabilityAlive(fitPurchases(history, { model }), history);
    return sum(Float64Array.from(once, (i) => alive[i]!)) / once.length;
  };
  expect(aliveUnder("BG/NBD")).toBe(1);
  expect(aliveUnder("MBG/NBD")).toBeLessThan(0.9);
});
