import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { expectedOrderValue } from "../../src/prediction/expected-order-value.js";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { fitPurchases } from "../../src/prediction/fit-purchases.js";
import { fitValues } from "../../src/prediction/fit-values.js";
import { probabilityAlive } from "../../src/prediction/probability-alive.js";
import { purchaseLikelihood } from "../../src/prediction/purchase-likelihood.js";
import type { PurchaseModelName, PurchaseParameters } from "../../src/prediction/purchase-model.js";
import { type PurchaseSummary, purchaseSummary } from "../../src/prediction/purchase-summary.js";
import { valueLikelihood } from "../../src/prediction/value-likelihood.js";
import type { ValueParameters } from "../../src/prediction/value-model.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

interface GoldenFit<Parameters> {
  readonly parameters: Parameters;
  readonly standardErrors: Parameters;
  readonly logLikelihood: number;
}

/** What tests/golden/prediction.py computed, from the papers and with scipy. */
interface Golden {
  readonly fits: readonly (GoldenFit<PurchaseParameters> & {
    readonly model: PurchaseModelName;
    readonly k: number;
    readonly alive: readonly number[];
    readonly expected: Readonly<Record<string, readonly number[]>>;
  })[];
  readonly values: GoldenFit<ValueParameters> & { readonly expected: readonly number[] };
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8")) as unknown;

const columns = ["frequency", "recencyDays", "ageDays", "logGaps", "valuedDays", "meanDayValue"] as const;
type Columns = Record<(typeof columns)[number], Float64Array>;

/** The largest difference relative to the larger of the two. */
function apart(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  return Math.max(...Array.from(theirs, (one, i) => Math.abs(ours[i]! - one) / Math.max(Math.abs(one), 1e-12)));
}

const numbers = (parameters: object): number[] => Object.values(parameters) as number[];

describe("400 made customers", () => {
  const golden = read("prediction.json") as Golden & { readonly summary: Record<string, number[]> };
  const summary = Object.fromEntries(
    columns.map((name) => [name, Float64Array.from(golden.summary[name]!)]),
  ) as unknown as Columns;

  describe.each(golden.fits)("under $model with k = $k", (wanted) => {
    const { model, k } = wanted;
    const fit = fitPurchases(summary, model === "MBG/CNBD-k" ? { model, k } : { model });
    const there = { model: fit.model, parameters: wanted.parameters };

    test("have the same likelihood at the same parameters", () => {
      const own = purchaseLikelihood(fit.model, wanted.parameters, summary);
      expect(apart([own], [wanted.logLikelihood])).toBeLessThan(1e-12);
    });

    test("are given the same estimates and standard errors", () => {
      expect(fit.converged).toBe(true);
      expect(apart([fit.logLikelihood], [wanted.logLikelihood])).toBeLessThan(1e-11);
      expect(apart(numbers(fit.parameters), numbers(wanted.parameters))).toBeLessThan(1e-5);
      expect(apart(numbers(fit.standardErrors), numbers(wanted.standardErrors))).toBeLessThan(1e-3);
    });

    test("are as likely to be still there", () => {
      expect(apart(probabilityAlive(there, summary), wanted.alive)).toBeLessThan(1e-9);
    });

    test("are expected to buy as often", () => {
      for (const [days, expected] of Object.entries(wanted.expected))
        expect(apart(expectedOrders(there, summary, Number(days)), expected)).toBeLessThan(1e-7);
    });
  });

  test("have order values of the same likelihood, estimates and expectation", () => {
    const fit = fitValues(summary);
    const wanted = golden.values;
    expect(fit.converged).toBe(true);
    expect(apart([valueLikelihood(wanted.parameters, summary)], [wanted.logLikelihood])).toBeLessThan(1e-12);
    expect(apart([fit.logLikelihood], [wanted.logLikelihood])).toBeLessThan(1e-11);
    expect(apart(numbers(fit.parameters), numbers(wanted.parameters))).toBeLessThan(1e-5);
    expect(apart(numbers(fit.standardErrors), numbers(wanted.standardErrors))).toBeLessThan(1e-3);
    expect(apart(expectedOrderValue(wanted, summary), wanted.expected)).toBeLessThan(1e-12);
  });
});

describe.skipIf(!hasRealData)("Online Retail II, cleaned and summed up apart in pandas,", () => {
  const golden = read("prediction-real.json") as Golden & {
    readonly asOf: string;
    readonly customers: number;
    readonly totals: Record<string, number>;
  };
  const workspace = scratchWorkspace();
  let sales: Sales;
  let summary: PurchaseSummary;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    summary = await purchaseSummary(sales);
  });
  afterAll(() => sales.close());

  it("has the same customers with the same totals", () => {
    expect(summary.asOf).toBe(golden.asOf);
    expect(summary.customers).toHaveLength(golden.customers);
    for (const name of columns) {
      const total = summary[name].reduce((sum, value) => sum + value, 0);
      expect(apart([total], [golden.totals[name]!]), name).toBeLessThan(1e-9);
    }
  });

  it("has the same estimates and likelihoods under each model", () => {
    for (const { model, k, parameters, logLikelihood } of golden.fits) {
      const fit = fitPurchases(summary, model === "MBG/CNBD-k" ? { model, k } : { model });
      expect(apart([fit.logLikelihood], [logLikelihood]), `${model} ${k}`).toBeLessThan(1e-9);
      expect(apart(numbers(fit.parameters), numbers(parameters)), `${model} ${k}`).toBeLessThan(1e-5);
    }
    const values = fitValues(summary);
    expect(apart([values.logLikelihood], [golden.values.logLikelihood])).toBeLessThan(1e-9);
    expect(apart(numbers(values.parameters), numbers(golden.values.parameters))).toBeLessThan(1e-5);
  });
});
