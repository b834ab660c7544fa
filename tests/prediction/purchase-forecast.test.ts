import { describe, expect, it } from "vitest";
import { purchaseForecast } from "../../src/prediction/purchase-forecast.js";
import { openLines } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();
const day = (number: number): string => new Date(Date.UTC(2011, 0, 1 + number)).toISOString().slice(0, 10);

/** One line a purchase: customers from 1 on, each on the days that are given. */
function linesOf(days: readonly (readonly number[])[]): string[] {
  const lines = days.flatMap((own, i) =>
    own.map((at, j) => ({ at, line: `${i + 1}0${j},A,X,1,${day(at)} 10:00:00,${10 + i}.00,${i + 1},France` })),
  );
  return lines.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}

async function forecastOf(days: readonly (readonly number[])[], horizonDays = 30) {
  const sales = await openLines(workspace, linesOf(days));
  const forecast = await purchaseForecast(sales, { horizonDays, cache: false });
  sales.close();
  return forecast;
}

describe("a forecast of purchases", () => {
  it("has a probability and an order value for each customer", async () => {
    const days = Array.from({ length: 60 }, (_, i) => (i < 40 ? [i, i + 20 + (i % 7), i + 60 + (i % 11)] : [i]));
    const forecast = await forecastOf(days);
    if ("reason" in forecast) throw new Error(forecast.reason);
    expect(forecast.summary.customers).toHaveLength(60);
    expect(forecast.season).toEqual({ factor: 1, years: 0 });
    expect(forecast.probability.every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(forecast.orderValue.every((value) => value > 0)).toBe(true);
  });

  it("is not made of a few customers who came back, a few weeks, or one customer, and says why", async () => {
    const few = await forecastOf(Array.from({ length: 40 }, (_, i) => (i < 5 ? [0, 100] : [i])));
    expect(few).toMatchObject({
      reason: "No forecast: 5 of 40 customers bought on a second day, and a model takes 30.",
    });
    const short = await forecastOf(Array.from({ length: 40 }, (_, i) => [i % 5, 20]));
    expect(short).toMatchObject({
      reason: "No forecast: the sales cover 21 days before 2011-01-22, and 30 days ahead take 60.",
    });
    expect(await forecastOf([[0, 100]])).toHaveProperty("reason");
  });
});
