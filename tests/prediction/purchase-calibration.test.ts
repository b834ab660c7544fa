import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../src/core/add-days.js";
import { formatNumber } from "../../src/core/format.js";
import { purchaseForecast } from "../../src/prediction/purchase-forecast.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const methods = readFileSync(new URL("../../docs/methods.md", import.meta.url), "utf8");
const horizonDays = 90;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasRealData)("the probability of a purchase on Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
  });
  afterAll(() => sales.close());

  /** What was forecast at a past day, and whether each customer then bought. */
  const lookBack = async (day: string) => {
    const forecast = await purchaseForecast(sales, { asOf: day, horizonDays, cache: false });
    if ("reason" in forecast) throw new Error(forecast.reason);
    const rows = await sales.rows<{ customer: string }>(
      "SELECT DISTINCT customer FROM lines WHERE invoiced_at >= CAST($1 AS DATE) AND invoiced_at < CAST($2 AS DATE)",
      [day, addDays(day, horizonDays)],
    );
    const buyers = new Set(rows.map(({ customer }) => customer));
    return { forecast, bought: forecast.summary.customers.map((id) => Number(buyers.has(id))) };
  };

  it.each(["2010-12-15", "2011-03-15", "2011-06-13", "2011-09-11"])(
    "forecast at %s is better than the mean alone, as docs/methods.md has it",
    { timeout: 60_000 },
    async (day) => {
      const { forecast, bought } = await lookBack(day);
      const probability = [...forecast.probability];
      const share = mean(bought);
      const brier = mean(probability.map((p, i) => (p - bought[i]!) ** 2));
      const ofMean = mean(bought.map((one) => (share - one) ** 2));
      expect(brier).toBeLessThan(ofMean);
      const cells = [
        ...[day, formatNumber(forecast.season.factor, 2), formatNumber(bought.length)],
        ...[mean(probability), share, brier, ofMean].map((value) => value.toFixed(3)),
      ];
      const told = methods.split("\n").filter((line) => line.startsWith(`| ${day} |`));
      expect(told).toEqual([`| ${cells.join(" | ")} |`]);
    },
  );

  it("orders customers: fifths by it bought as docs/methods.md says", { timeout: 60_000 }, async () => {
    const { forecast, bought } = await lookBack("2011-09-11");
    const order = [...bought.keys()].sort((a, b) => forecast.probability[a]! - forecast.probability[b]!);
    const fifths = [0, 1, 2, 3, 4].map((i) =>
      order.slice(Math.floor((i * order.length) / 5), Math.floor(((i + 1) * order.length) / 5)),
    );
    const listed = (values: readonly number[]) =>
      `${values
        .slice(0, -1)
        .map((value) => value.toFixed(2))
        .join(", ")} and ${values.at(-1)!.toFixed(2)}`;
    const came = fifths.map((own) => mean(own.map((i) => bought[i]!)));
    const said = fifths.map((own) => mean(own.map((i) => forecast.probability[i]!)));
    expect(came).toEqual(came.toSorted((a, b) => a - b));
    const told = /the fifths of p₀ .*? were forecast/.exec(methods.replace(/\s+/g, " "))?.[0];
    expect(told).toBe(`the fifths of p₀ bought with ${listed(came)} where ${listed(said)} were forecast`);
  });
});
