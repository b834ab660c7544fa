import { describe, expect, test } from "vitest";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { fitPurchases } from "../../src/prediction/fit-purchases.js";
import { fitValues } from "../../src/prediction/fit-values.js";
import type { PurchaseSummary } from "../../src/prediction/purchase-summary.js";
import { stakeTable } from "../../src/prediction/stake-table.js";
import { stakesOf } from "../../src/prediction/stakes-of.js";
import { type StakeRange, valueAtStake } from "../../src/prediction/value-at-stake.js";
import { plantedPurchases, plantedValues } from "./planted-purchases.js";

const planted = {
  purchases: { model: { name: "MBG/NBD", k: 1, leavesAtFirst: true }, parameters: { r: 1, alpha: 50, a: 1, b: 3 } },
  values: { parameters: { p: 3, q: 4, gamma: 200 } },
} as const;

function plantedSummary(customers: number, seed: number): PurchaseSummary {
  const { model, parameters } = planted.purchases;
  return {
    asOf: "2011-12-10",
    customers: Array.from({ length: customers }, (_, i) => `c${i}`),
    ...plantedPurchases(model, parameters, customers, seed).history,
    ...plantedValues(planted.values.parameters, customers, seed + 100),
  };
}

const customers = 500;
const summary = plantedSummary(customers, 7);
const fits = { purchases: fitPurchases(summary), values: fitValues(summary) };
const segments = summary.customers.map((_, i) => ["loyal", "lost", "new"][i % 3]!);
const stake = valueAtStake(summary, fits, { season: 1.2, segments });

describe("the value at stake", () => {
  test("is what a customer would buy × the chance of having left, so that it is no second discount", () => {
    const expected = expectedOrders(fits.purchases, summary, 90);
    for (let i = 0; i < customers; i++) {
      const alive = stake.probabilityAlive[i]!;
      expect(stake.base[i]).toBeCloseTo(((1.2 * expected[i]!) / alive) * (1 - alive) * stake.orderValue[i]!, 9);
    }
  });

  test("adds up from customers to segments to the whole, the most first", () => {
    const sum = stake.base.reduce((total, one) => total + one, 0);
    expect(stake.total.base).toBeCloseTo(sum, 6);
    expect(stake.segments.reduce((total, { base }) => total + base, 0)).toBeCloseTo(sum, 6);
    expect(stake.segments.reduce((total, one) => total + one.customers, 0)).toBe(customers);
    const bases = stake.segments.map(({ base }) => base);
    expect(bases).toEqual(bases.toSorted((a, b) => b - a));
  });

  test("lies in its range", () => {
    for (const { low, base, high } of [...stake.segments, stake.total]) {
      expect(low).toBeLessThan(base);
      expect(high).toBeGreaterThan(base);
    }
    for (let i = 0; i < customers; i++) expect(stake.low[i]).toBeLessThanOrEqual(stake.high[i]!);
  });

  test("has narrower ranges where the parameters are known from more customers", () => {
    const more = plantedSummary(4500, 8);
    const known = valueAtStake(more, { purchases: fitPurchases(more), values: fitValues(more) });
    const width = ({ low, base, high }: StakeRange) => (high - low) / base;
    // nine times as many: about a third
    expect(width(known.total) / width(stake.total)).toBeGreaterThan(0.25);
    expect(width(known.total) / width(stake.total)).toBeLessThan(0.45);
  });

  test("has the truth in its range of 90 % in about nine of ten shops", () => {
    const shops = 40;
    const held = Array.from({ length: shops }, (_, i) => {
      const own = plantedSummary(500, i + 1);
      const { total } = valueAtStake(own, { purchases: fitPurchases(own), values: fitValues(own) }, { draws: 60 });
      const truth = stakesOf(planted.purchases, planted.values, own, 90, 1).stake.reduce((sum, one) => sum + one, 0);
      return total.low <= truth && truth <= total.high;
    }).filter(Boolean).length;
    // a binomial of 40 and 0.9 lies in 31 … 40 in 99 of 100 cases
    expect(held).toBeGreaterThanOrEqual(31);
    expect(held).toBeLessThan(40);
  });

  test("is widened by how far earlier forecasts were off", () => {
    const wide = valueAtStake(summary, fits, { season: 1.2, segments, ratios: [1.25, 1.1, 0.8] });
    expect(wide.total.base).toBe(stake.total.base);
    expect(wide.total.low).toBeCloseTo(stake.total.low / 1.25, 9);
    expect(wide.total.high).toBeCloseTo(stake.total.high / 0.8, 9);
    expect(wide.segments[0]!.high).toBeCloseTo(stake.segments[0]!.high / 0.8, 9);
    expect(wide.low[3]).toBeCloseTo(stake.low[3]! / 1.25, 9);
  });

  test("is the same from the same seed, and has other ranges from another", () => {
    expect(valueAtStake(summary, fits, { season: 1.2, segments })).toEqual(stake);
    const other = valueAtStake(summary, fits, { season: 1.2, segments, seed: 2 });
    expect(other.base).toEqual(stake.base);
    expect(other.total.low).not.toBe(stake.total.low);
  });

  test("has no range where the data leave a parameter open", () => {
    const open = { purchases: { ...fits.purchases, logCovariance: null }, values: fits.values };
    const { total, low, base } = valueAtStake(summary, open);
    expect(total.base).toBeGreaterThan(0);
    expect(total.low).toBeNaN();
    expect([...low].every(Number.isNaN)).toBe(true);
    expect(stakeTable(valueAtStake(summary, open)).get("value_at_stake_high", 0)).toBeNull();
    expect([...base].some(Number.isNaN)).toBe(false);
  });

  test("is a table with one row a customer", () => {
    const table = stakeTable(stake);
    expect(table.numRows()).toBe(customers);
    const row = table.object(4) as Record<string, number | string>;
    expect(row.customer).toBe("c4");
    expect(row.value_at_stake).toBe(stake.base[4]);
    expect(row.value_at_stake_low).toBe(stake.low[4]);
    expect(row.expected_orders).toBeCloseTo(stake.probabilityAlive[4]! * stake.ordersIfAlive[4]!, 12);
  });

  test("refuses segments of other customers and ratios that are none", () => {
    expect(() => valueAtStake(summary, fits, { segments: ["A"] })).toThrow(
      "1 segments for 500 customers; give one a customer",
    );
    expect(() => valueAtStake(summary, fits, { ratios: [0] })).toThrow(
      "a ratio of an earlier forecast is 0; give numbers above 0",
    );
    expect(() => valueAtStake(summary, fits, { season: -1 })).toThrow("season is -1; give a number from 0");
  });
});
