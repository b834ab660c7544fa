import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { whatIfRows } from "../../../src/charts/what-if-rows.js";
import { createRedaction } from "../../../src/sales/redaction/redaction.js";
import { handOverFiles } from "../../../src/segments/hand-over/hand-over-files.js";
import { listMembers } from "../../../src/segments/hand-over/plan-members.js";
import { segmentReach } from "../../../src/segments/hand-over/segment-reach.js";
import type { ActionPlan } from "../../../src/segments/plan/action-plan.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import { madeCustomers, planInput } from "./planned-shop.js";

const redaction = createRedaction("a key for these tests alone");
const redacted = (count: number, seed: number): ActionPlan =>
  planActions({ ...planInput(madeCustomers(count, seed)), redaction });
const shop = fc.record({ count: fc.integer({ min: 1, max: 150 }), seed: fc.integer({ min: 1, max: 1e6 }) });

describe("a plan of redacted customers", () => {
  test("tells apart no group of one to four, and adds up without those left out", () => {
    let small = 0;
    fc.assert(
      fc.property(shop, ({ count, seed }) => {
        const plan = redacted(count, seed);
        const isTold = (customers: number): boolean => customers === 0 || customers >= 5;
        plan.lists.forEach(({ size }, place) => {
          expect([isTold(size.customers), size.members >= 5]).toEqual([true, true]);
          expect(segmentReach(plan, listMembers(plan, place)).every((one) => isTold(one.customers))).toBe(true);
        });
        for (const groups of [plan.overlap, plan.lenses.cells, plan.lenses.differences, whatIfRows(plan)])
          expect(groups.filter(({ customers }) => !isTold(customers))).toEqual([]);
        for (const column of [plan.customers.segment, plan.customers.rfmSegment]) {
          const sizes = [...new Set(column)].map((name) => column.filter((other) => other === name).length);
          expect(sizes.filter((size) => size < 5)).toEqual([]);
        }
        const { customers, lists, totals } = plan;
        expect(lists.reduce((sum, { size }) => sum + size.customers, 0)).toBe(customers.customer.length);
        expect(totals.customers).toBe(customers.customer.length);
        const leftOut = count - totals.customers;
        const note = plan.notes.find((one) => one.includes("of segments of fewer than 5 people"));
        if (leftOut === 0) expect(note).toBeUndefined();
        else expect(note).toMatch(new RegExp(`^Ids are redacted: ${leftOut} customers? of`));
        if (leftOut > 0) small++;
      }),
      { numRuns: 60 },
    );
    // the shops are such that there is something to leave out
    expect(small).toBeGreaterThan(20);
  });

  it("hands over no file of a list of one to four, and no id of whom it leaves out", () => {
    const input = planInput(madeCustomers(70, 3));
    const plan = planActions({ ...input, redaction });
    const open = planActions(input);
    expect(open.lists.some(({ size }) => size.customers > 0 && size.customers < 5)).toBe(true);
    const files = handOverFiles(plan, input.customers);
    const all = [...files.values()].join("\n");
    const gone = open.customers.customer.filter((id) => !plan.customers.customer.includes(id));
    expect(gone.length).toBeGreaterThan(0);
    for (const id of gone) expect(all).not.toMatch(new RegExp(`^"?${id}"?,`, "m"));
    for (const [path, text] of files)
      if (path.startsWith("campaigns/")) expect(text.trimEnd().split("\n").length - 1).toBeGreaterThanOrEqual(5);
    expect(JSON.parse(files.get("actions.json")!).smallestGroup).toBe(5);
  });

  it("leaves everybody out where no group is large enough", () => {
    const input = planInput(madeCustomers(4, 1));
    const plan = planActions({ ...input, redaction });
    expect([plan.lists, plan.customers.customer]).toEqual([[], []]);
    expect([...handOverFiles(plan, input.customers).keys()].filter((path) => path.includes("/"))).toEqual([]);
  });

  it("is the plan as it was where ids are not redacted", () => {
    const input = planInput(madeCustomers(60, 5));
    expect(planActions({ ...input, redaction: null })).toEqual(planActions(input));
    expect(planActions(input).smallestGroup).toBeNull();
  });
});
