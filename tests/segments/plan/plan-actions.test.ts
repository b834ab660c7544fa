import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createRandom } from "../../../src/core/random.js";
import type { ActionPlan, ContactStatus } from "../../../src/segments/plan/action-plan.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import { profitOfContact } from "../../../src/segments/plan/profit-of-contact.js";
import { defaultPlaybook } from "../../../src/segments/playbook/default-playbook.js";
import { type MadeCustomer, madeCustomers, planInput } from "./planned-shop.js";

const shop = fc.record({ count: fc.integer({ min: 1, max: 120 }), seed: fc.integer({ min: 1, max: 1e6 }) });
const terms = fc.record({
  margin: fc.double({ min: 0, max: 1, noNaN: true }),
  holdoutShare: fc.constantFrom(0, 0.1, 0.5),
  budget: fc.constantFrom(undefined, 0, 3, 40),
});
const given = ({ budget, ...rest }: { margin: number; holdoutShare: number; budget: number | undefined }) => ({
  ...rest,
  ...(budget === undefined ? {} : { budget }),
});

/** The lists that a customer sits in, told from the customer's own columns. */
function listsOf(plan: ActionPlan, i: number): number[] {
  const { segment, rfmSegment, isNewcomer } = plan.customers;
  return plan.lists.flatMap(({ name, lens }, place) => {
    const isIn =
      lens === "clusters" ? segment[i] === name : rfmSegment[i] === name || (name === "Newcomers" && isNewcomer[i]);
    return isIn ? [place] : [];
  });
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, one) => total + one!, 0);

describe("a plan of actions", () => {
  test("has every customer in exactly one winning list, the first in rank that has them", () => {
    fc.assert(
      fc.property(shop, terms, ({ count, seed }, options) => {
        const plan = planActions(planInput(madeCustomers(count, seed)), given(options));
        const { customers, lists, totals, overlap } = plan;
        expect(new Set(customers.customer).size).toBe(count);
        customers.list.forEach((list, i) => {
          expect(list).toBe(Math.min(...listsOf(plan, i)));
        });
        lists.forEach(({ size, rank }, place) => {
          expect(rank).toBe(place + 1);
          expect(size.customers).toBe(customers.list.filter((list) => list === place).length);
          expect(sum(Object.values(size.statuses))).toBe(size.customers);
        });
        expect(sum(lists.map(({ size }) => size.customers))).toBe(count);
        expect(totals.customers).toBe(count);
        expect(sum(overlap.map((row) => row.customers))).toBe(count);
        for (const { lists: names, winner } of overlap) expect(names[0]).toBe(winner);
        expect(new Set(lists.map(({ name }) => name)).size).toBe(lists.length);
        expect(new Set(lists.map(({ id }) => id)).size).toBe(lists.length);
        expect(lists.map(({ priority }) => priority).toSorted((a, b) => a - b)).toEqual(lists.map((_, i) => i + 1));
      }),
      { numRuns: 40 },
    );
  });

  test("has money that adds up to the customer, and to the formula at the means", () => {
    fc.assert(
      fc.property(shop, terms, ({ count, seed }, options) => {
        const plan = planActions(planInput(madeCustomers(count, seed)), given(options));
        const { customers: own, lists, totals } = plan;
        const contacts = (place: number): number[] =>
          [...own.list.keys()].filter((i) => own.list[i] === place && own.status[i] === "contact");
        const near = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-6 * (1 + Math.abs(b)));
        lists.forEach(({ money, action, size }, place) => {
          const rows = contacts(place);
          expect(size.statuses.contact).toBe(rows.length);
          if (money === null) {
            expect(rows).toEqual([]);
            return;
          }
          near(money.profit.low, sum(rows.map((i) => own.profitLow[i]!)));
          near(money.profit.base, sum(rows.map((i) => own.profitBase[i]!)));
          near(money.profit.high, sum(rows.map((i) => own.profitHigh[i]!)));
          const { uplift, orderValue, baselineValue } = money.means;
          const left = options.margin - action.discount;
          near(
            money.profit.base,
            rows.length * (uplift.base * left * orderValue - action.discount * baselineValue - action.contactCost),
          );
          for (const i of rows) {
            const { discount, contactCost } = action;
            const [baseline, value] = [own.baseline[i]!, own.orderValue[i]!];
            const profit = profitOfContact({
              uplift: action.uplift.base,
              baseline,
              orderValue: value,
              margin: options.margin,
              discount,
              contactCost,
            });
            expect(own.profitBase[i]).toBe(profit);
            expect(profit).toBeGreaterThan(0);
          }
        });
        const all = [...own.list.keys()].filter((i) => own.status[i] === "contact");
        near(totals.profit!.base, sum(all.map((i) => own.profitBase[i]!)));
        near(totals.profit!.low, sum(all.map((i) => own.profitLow[i]!)));
        near(totals.contactCost, sum(all.map((i) => lists[own.list[i]!]!.action.contactCost)));
        if (options.budget !== undefined) expect(totals.contactCost).toBeLessThanOrEqual(options.budget + 1e-6);
        own.status.forEach((status, i) => {
          expect(status === "hold-out").toBe(own.heldOut[i]);
          expect(own.baseline[i] === null).toBe(own.profitBase[i] === null);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("is the same whatever the order of rows and the numbering of clusters", () => {
    fc.assert(
      fc.property(shop, fc.integer(), ({ count, seed }, shuffle) => {
        const customers = madeCustomers(count, seed);
        const random = createRandom(shuffle);
        const shuffled = customers
          .map((one) => ({ one, at: random.next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => ({ ...one, cluster: one.cluster < 0 ? -1 : 3 - one.cluster }));
        const [plan, other] = [customers, shuffled].map((rows) => planActions(planInput(rows)));
        expect(other).toEqual(plan);
        // a plan is plain data
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps whom it contacts when customers join: the hold-out stays", () => {
    const customers = madeCustomers(200, 7);
    const [before, after] = [customers.slice(0, 150), customers].map((rows) => planActions(planInput(rows)).customers);
    before!.customer.forEach((id, i) => {
      expect(before!.heldOut[i]).toBe(after!.heldOut[after!.customer.indexOf(id)]);
    });
    expect(after!.heldOut).toContain(true);
  });
});

const statusesOf = (plan: ActionPlan): Readonly<Record<ContactStatus, number>> => plan.totals.statuses;

describe("a budget", () => {
  const input = planInput(madeCustomers(200, 3));
  it("of nought pays nobody, and the plan still says what would be worth it", () => {
    const plan = planActions(input, { budget: 0 });
    expect(statusesOf(plan)).toMatchObject({ contact: 0 });
    expect(statusesOf(plan)["over-budget"]).toBeGreaterThan(50);
    expect(plan.totals).toMatchObject({ profit: { low: 0, base: 0, high: 0 }, contactCost: 0 });
    expect(plan.lists.every(({ startWithinDays, money }) => startWithinDays === null && money === null)).toBe(true);
    expect(plan.notes.join(" ")).toContain("The budget of £0.00 pays no contact: nobody is written to; ");
    expect(plan.lists[0]!.test.text).toBe("Nobody is contacted, so there is nothing to learn.");
  });

  it("is spent in rank order, in a list on those who bring most", () => {
    const whole = planActions(input);
    const part = planActions(input, { budget: whole.totals.contactCost / 2 });
    const isSpent = part.lists.map(({ size }) => size.statuses["over-budget"] > 0);
    // once a list could not be paid in full, a dearer one below gets nothing more than a cheaper leftover
    const first = isSpent.indexOf(true);
    expect(first).toBeGreaterThan(0);
    const { customers: own } = part;
    const profits = (status: ContactStatus): number[] =>
      [...own.list.keys()]
        .filter((i) => own.list[i] === first && own.status[i] === status)
        .map((i) => own.profitBase[i]!);
    const [paid, unpaid] = [profits("contact"), profits("over-budget")];
    if (paid.length > 0) expect(Math.min(...paid)).toBeGreaterThanOrEqual(Math.max(...unpaid));
    expect(part.totals.contactCost).toBeLessThanOrEqual(whole.totals.contactCost / 2 + 1e-9);
  });
});

describe("a plan that lacks something", () => {
  const customers = madeCustomers(60, 11);
  it("without a forecast has lists, tests and dates, no money, and the reason", () => {
    const reason = "No forecast: 3 of 60 customers bought on a second day, and a model takes 30.";
    const plan = planActions({ ...planInput(customers), forecast: { asOf: "2011-12-10", horizonDays: 90, reason } });
    expect(plan).toMatchObject({
      noMoney: reason,
      model: null,
      totals: { profit: null, stake: null, holdoutPrice: null },
    });
    expect(statusesOf(plan)).toMatchObject({ "no-forecast": 0, "not-worth-it": 0 });
    for (const list of plan.lists) {
      expect(list).toMatchObject({ money: null, stake: null, rankedBy: null, profitPerDay: null });
      if (list.size.statuses.contact > 0) {
        expect(list.startWithinDays).toBe([0, 30, 90, 180][list.action.effort]);
        expect(list.test.text).toContain("without a forecast it is not known what uplift they can find");
      }
    }
    // the richest first, where profit is not known
    const means = plan.lists.map(({ name }) => name);
    expect(means[0]).toMatch(/Champions|High-value|Can't Lose/);
  });

  it("leaves customers without history out of money and contacts", () => {
    const plan = planActions(planInput(customers.map((one, i) => ({ ...one, hasHistory: i > 9 }))), {
      holdoutShare: 0,
    });
    expect(statusesOf(plan)["no-forecast"]).toBe(10);
    expect(plan.customers.profitBase.filter((one) => one === null)).toHaveLength(10);
    expect(plan.notes).toContain("10 customers have no history to forecast from and are not contacted.");
  });

  const only: MadeCustomer = { id: "zq-id-000123", orders: 3, recencyDays: 20, orderValue: 100, cluster: 0 };
  it("plans for one customer, and for a segment of one", () => {
    const plan = planActions(planInput([only]), { holdoutShare: 0 });
    expect(plan.totals.statuses.contact).toBe(1);
    expect(plan.lists[0]).toMatchObject({ size: { members: 1, customers: 1 }, test: { detectableUplift: null } });
    expect(plan.lists[0]!.reason).toMatch(/^1 customer whom .* 3 orders, the last 20 days ago, £300 net revenue\.$/);
    const alone = planActions(planInput([...customers.map((one) => ({ ...one, cluster: 1 })), only]));
    const segment = alone.customers.segment[alone.customers.customer.indexOf(only.id)];
    expect(alone.lists.find(({ name }) => name === segment)!.size.members).toBe(1);
  });

  it("plans by RFM alone where the clustering found no group", () => {
    const plan = planActions(planInput(customers.map((one) => ({ ...one, cluster: -1 }))));
    expect(plan.lists.every(({ lens }) => lens === "rfm")).toBe(true);
    expect(plan.notes).toContain("60 customers are in no cluster; only RFM lists have them.");
  });

  it("tells a segment of one's own map apart from a cluster of the same name", () => {
    const input = planInput(customers);
    const name = input.segments.find(({ cluster }) => cluster === 0)!.name;
    const plan = planActions({
      ...input,
      customers: input.customers.assign({ rfm_segment: customers.map(() => name) }),
    });
    expect(plan.lists.map((list) => list.name)).toContain(`${name} (RFM)`);
  });
});

describe("bad input of a plan", () => {
  const input = planInput(madeCustomers(20, 5));
  it.each([
    [{ margin: 1.4 }, "margin is 1.4; give a number from 0 to 1"],
    [{ budget: -1 }, "budget is -1; give a number from 0"],
    [{ budget: Number.NaN }, "budget is NaN"],
    [{ holdoutShare: 2 }, "holdoutShare is 2; give a number from 0 to 0.9"],
    [{ effortDays: [0, 1, 2] as const }, "effortDays has 0; give three numbers of days above 0"],
    [{ marign: 0.4 } as object, 'no option of a plan "marign"; did you mean margin?'],
    [
      { playbook: [{ ...defaultPlaybook[0]!, uplift: { low: 0, base: 2, high: 3 } }] },
      `row 1 of the playbook (${defaultPlaybook[0]!.persona}): uplift_base "2" is not a share from 0 to 1`,
    ],
    [{ playbook: [defaultPlaybook[0]!, defaultPlaybook[0]!] }, "stands twice; keep one of its rows"],
  ])("is refused: %o", (options, message) => {
    expect(() => planActions(input, options)).toThrow(message);
  });

  it("is refused where labels or segments do not fit the customers", () => {
    expect(() => planActions({ ...input, labels: new Int32Array(3) })).toThrow(
      "3 labels for 20 customers; give one a customer",
    );
    expect(() => planActions({ ...input, segments: [] })).toThrow("no segment for cluster");
    const alike = input.segments.map((segment) => ({ ...segment, name: "Alike" }));
    expect(() => planActions({ ...input, segments: alike })).toThrow("two segments share a name");
    const twice = input.customers.assign({ customer: new Array(20).fill("a") });
    expect(() => planActions({ ...input, customers: twice })).toThrow("customer a stands in two rows");
  });
});

describe("the assumptions of a plan", () => {
  it("stand in it with their values and sources", () => {
    const plan = planActions(planInput(madeCustomers(30, 2)), { margin: 0.35 });
    expect(plan.assumptions).toContainEqual(
      expect.objectContaining({ name: "margin", value: 0.35, source: "set by the user" }),
    );
    expect(plan.assumptions).toContainEqual(
      expect.objectContaining({ name: "hold-out", value: 0.1, source: "convention" }),
    );
    for (const { assumptions, action } of plan.lists) {
      const value = (name: string) => assumptions.find((one) => one.name === name);
      expect(value("uplift, base")).toMatchObject({ value: action.uplift.base, source: action.upliftSource });
      expect(value("contact cost")).toMatchObject({ value: action.contactCost });
      expect(value("discount")).toMatchObject({ value: action.discount });
    }
  });
});
