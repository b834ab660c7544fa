import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionWhatIf } from "../../src/charts/action-what-if.js";
import { rankWhatIf, type WhatIfRow } from "../../src/charts/what-if-actions.js";
import { chromiumOrNotice, launch } from "./browser.js";
import { openChart } from "./open-chart.js";

const chromium = chromiumOrNotice();
const row = (segment: string, customers: number, more: Partial<WhatIfRow>): WhatIfRow => ({
  ...{ segment, action: `write to ${segment}`, customers, orderValue: 100, baseline: 0.2 },
  ...{ uplift: { low: 0.01, base: 0.05, high: 0.1 }, discount: 0.05, contactCost: 1 },
  ...more,
});
const rows = [
  row("Champions", 300, { orderValue: 300, baseline: 0.6, contactCost: 2, discount: 0 }),
  row("</script>", 100, { orderValue: 500, baseline: 0.1, contactCost: 8 }),
  row("Newcomers", 900, { baseline: 0.1, contactCost: 0.1, uplift: { low: 0.02, base: 0.04, high: 0.06 } }),
  row("Lost", 2000, { orderValue: 60, baseline: 0.02, uplift: { low: 0, base: 0.005, high: 0.02 } }),
];
const chart = actionWhatIf(rows, { margin: 0.4, budget: 900 });

/** Runs in the page: the actions as they stand from the top, each with its filled and hollow bar, and the sum of all. */
const look = `(() => {
  const drawn = { actions: [], filled: {}, hollow: {}, breakEven: {}, ranges: {}, totals: "" };
  const panel = (name) => (/concat_1_concat_(\\d)_layer_(\\d)/.exec(name ?? "") ?? []).slice(1).join(".");
  const walk = (node) => {
    if (node.marktype && node.marktype !== "group") {
      if (node.role !== "mark") return;
      for (const { datum, x, x2, y, width, text } of node.items) {
        if (text !== undefined && text === datum.headline) drawn.totals = text;
        const at = panel(node.name);
        if (at === "2.0") drawn.actions.push({ y, segment: datum.segment, money: text, status: datum.status });
        if (at === "1.0") drawn.hollow[datum.segment] = [x, width];
        if (at === "1.1") drawn.filled[datum.segment] = [x, width];
        if (at === "1.3") drawn.ranges[datum.segment] = [x, x2];
        if (at === "3.2") drawn.breakEven[datum.segment] = x;
      }
      return;
    }
    for (const item of node.items ?? []) walk(item);
  };
  walk(document.querySelector("figure.chart").view.scenegraph().root);
  drawn.actions.sort((a, b) => a.y - b.y);
  return drawn;
})()`;

interface Drawn {
  readonly actions: readonly { readonly segment: string; readonly money: string; readonly status: string }[];
  readonly filled: Readonly<Record<string, readonly number[]>>;
  readonly hollow: Readonly<Record<string, readonly number[]>>;
  readonly ranges: Readonly<Record<string, readonly number[]>>;
  readonly breakEven: Readonly<Record<string, number>>;
  readonly totals: string;
}

describe.skipIf(!chromium)("the what-if in an exported page", () => {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-what-if-"));
  let browser: Browser;
  let page: Page;
  const trouble: string[] = [];
  beforeAll(async () => {
    browser = await launch(chromium!);
    const opened = await openChart(browser, chart, { folder, height: 1000, trouble });
    expect(opened.html).toContain("script-src 'sha256-");
    expect(opened.html).not.toContain("unsafe-eval");
    page = opened.page;
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const drawn = () => page.evaluate(look) as Promise<Drawn>;
  const after = async (move: () => Promise<unknown>): Promise<{ before: Drawn; now: Drawn; changed: string[] }> => {
    const before = await drawn();
    await move();
    await page.waitForTimeout(150);
    const now = await drawn();
    const parts = Object.keys(now) as (keyof Drawn)[];
    return { before, now, changed: parts.filter((part) => JSON.stringify(now[part]) !== JSON.stringify(before[part])) };
  };
  const slide = (name: RegExp, value: number) => page.getByRole("slider", { name }).fill(String(value));
  const start = { uplift: 1, contactCost: 1, discount: 0, margin: 0.4, budget: 900, first: "profit" } as const;
  const order = (settings: Parameters<typeof rankWhatIf>[1]) =>
    rankWhatIf(rows, settings).map(({ segment }) => segment);
  const all = ["actions", "filled", "hollow", "breakEven", "ranges", "totals"];

  test("begins with what was assumed", async () => {
    expect(await page.locator(".vega-bind").count()).toBe(6);
    const { actions, filled, hollow } = await drawn();
    expect(actions.map(({ segment }) => segment)).toEqual(order(start));
    expect(actions.map(({ status }) => status)).toContain("does not pay");
    const statusOf = (segment: string) => actions.find((action) => action.segment === segment)!.status;
    for (const segment of Object.keys(hollow)) {
      if (statusOf(segment) === "in the budget") expect(filled[segment]).toEqual(hollow[segment]);
      else expect(filled[segment]![1]).toBeLessThan(hollow[segment]![1]!);
    }
  });

  test("every input changes the marks, and the actions rank anew", async () => {
    const { changed: byUplift, now } = await after(() => slide(/^uplift/, 2.5));
    expect(byUplift).toEqual(expect.arrayContaining(all.filter((part) => part !== "breakEven")));
    expect(now.actions.map(({ segment }) => segment)).toEqual(order({ ...start, uplift: 2.5 }));
    await slide(/^uplift/, 1);

    const margin = await after(() => slide(/^margin/, 15));
    expect(margin.changed).toEqual(expect.arrayContaining(["actions", "hollow", "breakEven", "totals"]));
    expect(margin.now.actions.map(({ segment }) => segment)).toEqual(order({ ...start, margin: 0.15 }));
    await slide(/^margin/, 40);

    const contact = await after(() => slide(/^cost of a contact/, 4));
    expect(contact.changed).toEqual(expect.arrayContaining(["actions", "hollow", "breakEven", "totals"]));
    expect(contact.now.actions.map(({ segment }) => segment)).toEqual(order({ ...start, contactCost: 4 }));
    await slide(/^cost of a contact/, 1);

    const discount = await after(() => slide(/^discount/, 20));
    expect(discount.changed).toEqual(expect.arrayContaining(["actions", "hollow", "breakEven"]));
    expect(discount.now.actions.map(({ segment }) => segment)).toEqual(order({ ...start, discount: 0.2 }));
    await slide(/^discount/, 0);
    expect(trouble).toEqual([]);
  });

  test("the budget fills and empties bars and leaves the profits alone", async () => {
    const none = await after(() => slide(/^budget/, 0));
    expect(none.changed.sort()).toEqual(["actions", "filled", "totals"]);
    expect(none.now.hollow).toEqual(none.before.hollow);
    expect(Object.values(none.now.filled).every(([, width]) => width === 0)).toBe(true);
    expect(none.now.totals).toBe("No action is paid for");
    const slider = page.getByRole("slider", { name: /^budget/ });
    const most = Number(await slider.getAttribute("max"));
    const much = await after(() => slide(/^budget/, most));
    expect(Object.values(much.now.filled).filter(([, width]) => width! > 0)).toHaveLength(
      rankWhatIf(rows, start).filter(({ profit }) => profit > 0).length,
    );
    await slide(/^budget/, 900);
  });

  test("paying first for the most profit for each pound changes the order", async () => {
    const select = page.getByRole("combobox", { name: /^pay first for/ });
    const { changed, now } = await after(() => select.selectOption({ index: 2 }));
    expect(changed).toContain("actions");
    expect(now.actions.map(({ segment }) => segment)).toEqual(order({ ...start, first: "return" }));
    expect(order({ ...start, first: "return" })).not.toEqual(order(start));
    expect(trouble).toEqual([]);
  });

  test("shows an action under the pointer", async () => {
    await page.locator("figure.chart .mark-rect path").first().hover({ force: true });
    await page.locator("#vg-tooltip-element.visible").waitFor();
    const shown = await page.locator("#vg-tooltip-element").innerText();
    for (const part of ["write to", "profit, expected (£)", "break-even uplift"]) expect(shown).toContain(part);
  });
});
