import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaFault } from "../../../src/core/schema-fault.js";
import { actionsSchema } from "../../../src/segments/hand-over/actions-schema.js";
import { handOverFiles, handOverNames } from "../../../src/segments/hand-over/hand-over-files.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import type { PlanOptions } from "../../../src/segments/plan/plan-input.js";
import { defaultPlaybook } from "../../../src/segments/playbook/default-playbook.js";
import { type MadeCustomer, madeCustomers, planInput } from "../plan/planned-shop.js";
import { readCsv } from "./read-csv.js";

const handOver = (customers: readonly MadeCustomer[], options: PlanOptions = {}) => {
  const input = planInput(customers);
  const plan = planActions(input, options);
  return { plan, files: handOverFiles(plan, input.customers, options.playbook) };
};
const campaigns = (files: ReadonlyMap<string, string>) =>
  [...files].filter(([name]) => name.startsWith("campaigns/")).map(([, text]) => readCsv(text));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const shop = fc.record({ count: fc.integer({ min: 1, max: 90 }), seed: fc.integer({ min: 1, max: 1e6 }) });
const terms = fc.constantFrom<PlanOptions>({}, { budget: 0 }, { budget: 4 }, { holdoutShare: 0 }, { margin: 0 });

describe("what leaves the workspace of a plan", () => {
  it("has every customer in exactly one campaign file, and money that adds up to the totals", () => {
    fc.assert(
      fc.property(shop, terms, ({ count, seed }, options) => {
        const { plan, files } = handOver(madeCustomers(count, seed), options);
        const rows = campaigns(files).flat();
        expect(rows.map(({ customer }) => customer!).sort()).toEqual([...plan.customers.customer].sort());
        const contacted = rows.filter(({ status }) => status === "contact");
        expect(contacted).toHaveLength(plan.totals.statuses.contact);
        expect(contacted.every(({ holdout }) => holdout === "no")).toBe(true);
        const total = (column: string) => sum(contacted.map((row) => Number(row[column])));
        expect(total("expected_profit_low")).toBeCloseTo(plan.totals.profit!.low, 6);
        expect(total("expected_profit")).toBeCloseTo(plan.totals.profit!.base, 6);
        expect(total("expected_profit_high")).toBeCloseTo(plan.totals.profit!.high, 6);
        const segments = readCsv(files.get("segments.csv")!);
        expect(sum(segments.map((row) => Number(row.customers_won)))).toBe(count);
        expect(sum(segments.map((row) => Number(row.profit)))).toBeCloseTo(plan.totals.profit!.base, 6);
        expect(sum(segments.map((row) => Number(row.contacts)))).toBe(contacted.length);
        const clusters = segments.filter(({ lens }) => lens === "clusters");
        const grouped = plan.customers.segment.filter((name) => name !== null).length;
        expect(sum(clusters.map((row) => Number(row.customers)))).toBe(grouped);
        // shares add up to the customers in a group, those of noise left out
        expect(sum(clusters.map((row) => Number(row.customer_share)))).toBeCloseTo(grouped / count, 9);
      }),
      { numRuns: 25 },
    );
  });

  it("is byte for byte the same a second time, and whatever the order of the rows", () => {
    const customers = madeCustomers(150, 7);
    const first = handOver(customers).files;
    expect(handOver(customers).files).toEqual(first);
    expect(handOver(customers.toReversed()).files).toEqual(first);
    expect([...new Set([...first.keys()].map((name) => name.split("/")[0]!))].sort()).toEqual(
      [...handOverNames].sort(),
    );
  });

  it("names no customer but in the campaigns' files", () => {
    const { plan, files } = handOver(madeCustomers(60, 3));
    for (const [name, text] of files) {
      const named = plan.customers.customer.filter((id) => new RegExp(`${id}\\b`).test(text));
      if (!name.startsWith("campaigns/")) expect([name, named]).toEqual([name, []]);
    }
  });

  it("fits its schema, of which docs/ has a copy that npm run docs writes", () => {
    const { files } = handOver(madeCustomers(80, 5), { budget: 5 });
    expect(schemaFault(actionsSchema, JSON.parse(files.get("actions.json")!))).toBeUndefined();
    const written = readFileSync(new URL("../../../docs/actions.schema.json", import.meta.url), "utf8");
    expect(written).toBe(files.get("actions.schema.json"));
    const document = JSON.parse(files.get("actions.json")!);
    expect([document.$schema, document.version, document.customers]).toEqual(["actions.schema.json", 1, undefined]);
    document.lists[0].size.customers = "many";
    expect(schemaFault(actionsSchema, document)).toBe('the document.lists[0].size.customers is "many", not integer');
  });

  it("keeps ids with commas, quotes, line ends and marks, guards text that is a formula and leaves negative numbers alone", () => {
    const ids = [
      'a,b "c"',
      "two\nlines",
      "\u200fשלום\u202e",
      "=HYPERLINK(1)",
      "+1",
      "-2",
      "@x",
      "\tz",
      "\ry",
      " plain",
    ];
    const customers = madeCustomers(ids.length, 11).map((one, i) => ({ ...one, id: ids[i]! }));
    const formula = defaultPlaybook.map((row) => ({ ...row, offer: "=1+1", contactCost: 900 }));
    const { plan, files } = handOver(customers, { playbook: formula });
    const rows = campaigns(files).flat();
    const guarded = ids.map((id) => (/^[=+\-@\t\r]/.test(id) ? `'${id}` : id));
    expect(rows.map(({ customer }) => customer!).sort()).toEqual(guarded.sort());
    expect(new Set(rows.map(({ offer }) => offer))).toEqual(new Set(["'=1+1"]));
    const losses = rows.filter(({ expected_profit: profit }) => profit!.startsWith("-"));
    expect(losses.length).toBeGreaterThan(0);
    for (const { customer, expected_profit: profit } of losses) {
      const i = plan.customers.customer.findIndex((id) => id === customer || `'${id}` === customer);
      expect(Number(profit)).toBe(plan.customers.profitBase[i]);
    }
    expect(files.get("playbook.csv")).toContain("'=1+1");
  });

  it("tells a plan without money as such, and leaves the cells of money empty", () => {
    const input = planInput(madeCustomers(40, 2));
    const reason = "The file spans 60 days, which is too short for a forecast.";
    const plan = planActions({ ...input, forecast: { asOf: "2011-12-10", horizonDays: 90, reason } });
    const files = handOverFiles(plan, input.customers);
    expect(
      campaigns(files)
        .flat()
        .every(({ expected_profit: profit }) => profit === ""),
    ).toBe(true);
    for (const [name, text] of files)
      if (name.startsWith("briefs/")) {
        expect(text).toContain(`No profit is worked out. ${reason}`);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    expect(JSON.parse(files.get("actions.json")!).totals.profit).toBeNull();
  });

  it("has room for a segment of one customer and for customers without history", () => {
    const [one, ...others] = madeCustomers(30, 4).map((customer) => ({ ...customer, cluster: 1, hasHistory: true }));
    const { plan, files } = handOver([{ ...one!, cluster: 0, hasHistory: false }, ...others]);
    const alone = plan.lists.find(({ lens, size }) => lens === "clusters" && size.members === 1)!;
    const row = readCsv(files.get("segments.csv")!).find(({ list }) => list === alone.id)!;
    expect(row.customers).toBe("1");
    expect(Object.values(row).join()).not.toMatch(/NaN|Infinity/);
    const told = campaigns(files)
      .flat()
      .find(({ customer }) => customer === one!.id)!;
    expect([told.status, told.expected_profit]).toEqual([
      plan.customers.heldOut[plan.customers.customer.indexOf(one!.id)] ? "hold-out" : "no-forecast",
      "",
    ]);
    for (const [name, text] of files) if (name.endsWith(".md")) expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it("writes a brief that says who, what, when, by which channel, at what cost and gain, how we will know, and what not to do", () => {
  const { plan, files } = handOver(madeCustomers(120, 9));
  const list = plan.lists.find(({ money, startWithinDays }) => money !== null && startWithinDays !== null)!;
  const brief = files.get(`briefs/${list.id}.md`)!;
  const headings = [...brief.matchAll(/^## (.*)$/gm)].map(([, text]) => text);
  const first = list.startWithinDays === 30 ? "On Monday" : "On the first day";
  expect(headings).toEqual([first, "What to do", "What not to do", "Who", "Money", "How we will know"]);
  for (const part of [
    list.action.offer,
    list.action.channel,
    list.action.avoid,
    list.action.guardRail,
    list.startReason,
  ])
    expect(brief.replaceAll("\\", "")).toContain(part);
  expect(brief).toContain(`](../campaigns/${list.id}.csv) and keep the ${list.size.statuses.contact} lines`);
});
