import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { buildFeatures } from "../../../src/features/build-features.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { purchaseForecast } from "../../../src/prediction/purchase-forecast.js";
import { openSales, type Sales } from "../../../src/sales/open-sales.js";
import { nameSegments } from "../../../src/segments/name-segments.js";
import type { ActionPlan } from "../../../src/segments/plan/action-plan.js";
import { contactTimes } from "../../../src/segments/plan/contact-times.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import { profileSegments } from "../../../src/segments/profile-segments.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

describe.skipIf(!hasRealData)("the plan of Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  let plan: ActionPlan;
  let again: ActionPlan;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    const customers = await buildFeatures(sales);
    const { labels } = await cluster(prepareMatrix(customers), "kmeans", { k: 4 });
    const make = async (): Promise<ActionPlan> => {
      const segments = nameSegments(profileSegments(customers, labels));
      const [forecast, times] = [await purchaseForecast(sales, { cache: false }), await contactTimes(sales)];
      return planActions({ customers, labels, segments, forecast, times, currency: sales.currency });
    };
    plan = await make();
    again = await make();
  }, 180_000);
  afterAll(() => sales.close());

  it("is the same twice", () => {
    expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
  });

  it("has each of 5,852 customers in one winning list, and money that adds up to them", () => {
    expect(plan.customers.customer).toHaveLength(5852);
    const { list, status, profitBase } = plan.customers;
    const sums = plan.lists.map(() => 0);
    list.forEach((place, i) => {
      if (status[i] === "contact") sums[place]! += profitBase[i]!;
    });
    plan.lists.forEach(({ money }, place) => {
      expect(money?.profit.base ?? 0).toBeCloseTo(sums[place]!, 6);
    });
    expect(plan.totals.profit!.base).toBeCloseTo(
      sums.reduce((total, one) => total + one, 0),
      6,
    );
    expect(plan.lists.reduce((sum, { size }) => sum + size.customers, 0)).toBe(5852);
  });

  it("answers who, what, when, at what cost and gain, how we will know, and what not to do, for each list", () => {
    expect(plan.noMoney).toBeNull();
    for (const { action, reason, size, money, test, startReason, hour, weekday } of plan.lists) {
      expect(reason).toMatch(/^[\d,]+ customers whom .* orders?, the last [\d,]+ days ago, £[\d,]+ net revenue\.$/);
      for (const text of [action.goal, action.offer, action.avoid, test.text, startReason]) expect(text).not.toBe("");
      expect(money === null).toBe(size.statuses.contact === 0);
      if (size.customers === 0) continue;
      expect(weekday).toBeGreaterThanOrEqual(1);
      expect(hour).toBeGreaterThanOrEqual(6);
    }
  });

  it("says honestly that no list of this shop is large enough to learn its assumed uplift alone", () => {
    for (const { test, size } of plan.lists) {
      if (size.statuses.contact === 0) continue;
      expect(test.learnable).toBe(false);
      expect(test.text).toContain("cannot be learnt from this segment alone");
      expect(test.pool!.waves).toBeGreaterThan(0);
    }
  });

  it("sees what either lens misses", () => {
    const sides = new Set(plan.lenses.differences.map(({ seenBy }) => seenBy));
    expect(sides).toEqual(new Set(["clusters", "rfm"]));
    expect(plan.lenses.sharedInformation).toBeGreaterThan(0.1);
    expect(plan.lenses.sharedInformation).toBeLessThan(0.6);
  });
});
