import { describe, expect, it } from "vitest";
import { drawGamma } from "../../bench/draw-gamma.js";
import { drawPoisson } from "../../bench/draw-poisson.js";
import { historyFeatures } from "../../bench/history-features.js";
import { historyDays, purchaseHistory } from "../../bench/purchase-history.js";
import { behaviourNames, shopBehaviour } from "../../bench/shop-behaviour.js";
import { createRandom } from "../../src/core/random.js";

const usual = behaviourNames.map(() => 0);
const differing = (name: (typeof behaviourNames)[number], by: number) =>
  behaviourNames.map((other) => (other === name ? by : 0));

function meanOf(coordinates: readonly number[], feature: string): number {
  const random = createRandom(4);
  const histories = Array.from({ length: 150 }, () => purchaseHistory(random, shopBehaviour(coordinates)));
  const values = historyFeatures(histories).map((row) => row[feature]!);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("draws", () => {
  it("have the mean and the variance that they should", () => {
    const random = createRandom(9);
    for (const [draw, variance] of [
      [() => drawPoisson(random, 3), 3],
      [() => drawGamma(random, 3), 3],
      [() => drawGamma(random, 0.5), 0.5],
    ] as const) {
      const values = Array.from({ length: 20_000 }, draw);
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      expect(mean).toBeCloseTo(variance, 1);
      expect(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length / variance).toBeCloseTo(1, 1);
    }
  });
});

describe("a purchase history", () => {
  it("is a run of orders with lines, in order of time and within the file", () => {
    const orders = purchaseHistory(createRandom(2), shopBehaviour(usual));
    const days = orders.map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]!).toBeGreaterThanOrEqual(0);
    expect(days.at(-1)!).toBeLessThan(historyDays);
    for (const { lines } of orders) expect(lines.length).toBeGreaterThan(0);
  });

  it.each([
    ["ordersPerYear", "orders", 1],
    ["linesPerOrder", "lines_per_order", 1],
    ["unitsPerLine", "units_per_order", 1],
    ["price", "price_per_unit", 1],
    ["goneDays", "recency_days", 1],
    ["start", "orders", -1],
    ["seasonOdds", "q4_share", 1],
    ["weekendOdds", "weekend_share", 1],
    ["returns", "return_rate", 1],
    ["repertoire", "repeat_product_share", -1],
  ] as const)("shows %s in %s", (behaviour, feature, sign) => {
    const [less, more] = [-2, 2].map((by) => meanOf(differing(behaviour, by), feature));
    expect(sign * (more! - less!)).toBeGreaterThan(0);
  });
});

describe("the features of histories", () => {
  const line = (product: number, units: number, price: number, isReturned = false) => ({
    product,
    units,
    price,
    isReturned,
  });

  it("are those of the catalogue", () => {
    const [regular, once] = historyFeatures([
      [
        { day: 5, lines: [line(1, 2, 10), line(2, 1, 20)] },
        { day: 280, lines: [line(1, 1, 10, true)] },
        { day: 300, lines: [line(3, 4, 5), line(1, 2, 5)] },
      ],
      [{ day: 700, lines: [line(9, 1, 3)] }],
    ]);
    expect(regular).toEqual({
      recency_days: 430,
      orders: 3,
      net_revenue: 70,
      revenue_per_order: 70 / 3,
      lines_per_order: 5 / 3,
      units_per_order: 10 / 3,
      // 40, 20 and 20 of 80
      product_entropy: (1.5 * Math.LN2) / Math.log(3),
      repeat_product_share: 2 / 5,
      price_per_unit: 8,
      return_rate: 0.1,
      weekend_share: 2 / 3,
      q4_share: 2 / 3,
      expected_gap_days: 147.5,
    });
    expect(once).toMatchObject({ orders: 1, product_entropy: null, recency_days: 30, expected_gap_days: 147.5 });
  });
});
