import { expect, test } from "vitest";
import { rankWhatIf } from "../../src/charts/what-if-actions.js";
import { whatIfRows } from "../../src/charts/what-if-rows.js";
import { createRandom } from "../../src/core/random.js";
import type { ActionPlan, PlannedList } from "../../src/segments/plan/action-plan.js";
import { profitOfContact } from "../../src/segments/plan/profit-of-contact.js";

const random = createRandom(3);
const n = 90;
const margin = 0.4;
const uplifts = [
  { low: 0.01, base: 0.05, high: 0.4 },
  { low: 0, base: 0.02, high: 0.05 },
];
const list = (name: string, l: number) =>
  ({
    name,
    action: { goal: `goal of ${name}`, uplift: uplifts[l], discount: l / 100, contactCost: 1.5 },
  }) as PlannedList;
const lists = [list("Champions", 0), list("Lost", 1), { ...list("Nobody", 1) }];
const customers = Array.from({ length: n }, (_, i) => {
  const known = i % 13 > 0;
  // some buy anyway, and leave no room for the whole uplift
  const [baseline, orderValue] = [i % 4 === 0 ? 0.97 : random.next(), 10 + 600 * random.next()];
  const { action } = lists[i % 2]!;
  const profit = (uplift: number) => profitOfContact({ ...action, uplift, baseline, orderValue, margin });
  return {
    ...{ list: i % 2, heldOut: i % 10 === 3, baseline: known ? baseline : null, orderValue: known ? orderValue : null },
    ...{ low: profit(action.uplift.low), base: profit(action.uplift.base), high: profit(action.uplift.high) },
  };
});
const plan = {
  lists,
  customers: {
    list: customers.map((one) => one.list),
    heldOut: customers.map((one) => one.heldOut),
    baseline: customers.map((one) => one.baseline),
    orderValue: customers.map((one) => one.orderValue),
    profitBase: customers.map((one) => (one.baseline === null ? null : one.base)),
  },
} as unknown as ActionPlan;

test("as assumed, the rows add up to the profit of those who are worth a contact", () => {
  const ranked = rankWhatIf(whatIfRows(plan), {
    ...{ uplift: 1, contactCost: 1, discount: 0, margin, budget: Number.POSITIVE_INFINITY, first: "profit" },
  });
  expect(ranked.map(({ segment }) => segment).sort()).toEqual(["Champions", "Lost"]);
  for (const [l, { name, action }] of lists.slice(0, 2).entries()) {
    const own = customers.filter((one) => one.list === l && !one.heldOut && one.baseline !== null && one.base > 0);
    expect(own.length).toBeGreaterThan(5);
    const sum = (of: "low" | "base" | "high") => own.reduce((total, one) => total + one[of], 0);
    const found = ranked.find(({ segment }) => segment === name)!;
    expect(found).toMatchObject({ action: action.goal, contacts: own.length, cost: 1.5 * own.length });
    expect(found.profit).toBeCloseTo(sum("base"), 6);
    expect(found.low).toBeCloseTo(sum("low"), 6);
    expect(found.high).toBeCloseTo(sum("high"), 6);
  }
});

test("holds everybody who is not held out once, and makes no rows without a forecast", () => {
  const rows = whatIfRows(plan);
  const free = customers.filter(({ heldOut, baseline }) => !heldOut && baseline !== null).length;
  expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(free);
  const nothing = customers.map(() => null);
  const blind = { ...plan, customers: { ...plan.customers, baseline: nothing, orderValue: nothing } };
  expect(whatIfRows(blind)).toEqual([]);
});
