import { afterAll, beforeAll, expect, it } from "vitest";
import { backtestOrders } from "../../../src/prediction/backtest-orders.js";
import { purchaseForecast } from "../../../src/prediction/purchase-forecast.js";
import { type SegmentedShop, segmentShop } from "../../../src/report/run/segment-shop.js";
import { handOverFiles } from "../../../src/segments/hand-over/hand-over-files.js";
import { listMembers } from "../../../src/segments/hand-over/plan-members.js";
import { segmentReach, sumReach } from "../../../src/segments/hand-over/segment-reach.js";
import { nameSegments } from "../../../src/segments/name-segments.js";
import type { ActionPlan } from "../../../src/segments/plan/action-plan.js";
import { contactTimes } from "../../../src/segments/plan/contact-times.js";
import { planActions } from "../../../src/segments/plan/plan-actions.js";
import { planSettings } from "../../../src/segments/plan/plan-settings.js";
import { profileSegments } from "../../../src/segments/profile-segments.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const workspace = scratchWorkspace();
const set = { margin: 0.35, budget: 200, holdout: 0.2 };
let shop: SegmentedShop;
let notebook: ActionPlan;

beforeAll(async () => {
  shop = await segmentShop({ data: "sample", choose: "kmeans:4", seed: 3, workspace, ...set });
  const { sales, customers, chosen, seed } = shop;
  const { labels } = chosen.clustering;
  // the cells of notebook 05
  const segments = nameSegments(profileSegments(customers, labels));
  const forecast = await purchaseForecast(sales, { cache: false });
  const { ratios } = await backtestOrders(sales, { horizonDays: 90, cache: false });
  notebook = planActions(
    {
      customers,
      labels,
      segments,
      forecast,
      times: await contactTimes(sales),
      currency: sales.currency,
      redaction: sales.redaction,
    },
    { ratios, seed, ...planSettings(set) },
  );
}, 120_000);
afterAll(() => shop.sales.close());

it("notebook 05 and the files of npm run segment have one plan, to the last digit", () => {
  const files = handOverFiles(shop.plan, shop.customers, shop.playbook);
  const { totals, lists, assumptions, budget } = JSON.parse(files.get("actions.json")!);
  expect(totals.profit.base).toBeGreaterThan(0);
  expect(totals).toEqual(JSON.parse(JSON.stringify(notebook.totals)));
  expect(lists).toEqual(JSON.parse(JSON.stringify(notebook.lists)));
  expect([assumptions, budget]).toEqual([notebook.assumptions, set.budget]);
  expect(totals.contactCost).toBeLessThanOrEqual(set.budget);
  expect(handOverFiles(notebook, shop.customers)).toEqual(files);
});

it("the segments' pages add up to the same money", () => {
  const pages = shop.plan.lists.flatMap(({ lens }, place) =>
    lens === "clusters" ? [sumReach(segmentReach(shop.plan, listMembers(shop.plan, place)))] : [],
  );
  const sum = (of: (page: (typeof pages)[number]) => number): number =>
    pages.reduce((total, page) => total + of(page), 0);
  const { totals, customers } = notebook;
  expect(sum((page) => page.customers)).toBe(customers.customer.length);
  expect(sum(({ contacts }) => contacts)).toBe(totals.statuses.contact);
  expect(sum(({ contactCost }) => contactCost)).toBeCloseTo(totals.contactCost, 6);
  for (const which of ["low", "base", "high"] as const)
    expect(sum(({ profit }) => profit![which])).toBeCloseTo(totals.profit![which], 6);
});
