import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionWhatIf } from "../../src/charts/action-what-if.js";
import { rankWhatIf, type WhatIfRow, type WhatIfSettings } from "../../src/charts/what-if-actions.js";
import { type Rendered, render, titleOf } from "./render.js";

const row = (segment: string, customers: number, more: Partial<WhatIfRow> = {}): WhatIfRow => ({
  ...{ segment, action: `write to ${segment}`, customers, orderValue: 100, baseline: 0.2 },
  ...{ uplift: { low: 0.01, base: 0.05, high: 0.1 }, discount: 0, contactCost: 1 },
  ...more,
});
const rows = [
  row("Champions", 100, { orderValue: 200, baseline: 0.6 }),
  row("At Risk", 50, { orderValue: 400, baseline: 0.1, contactCost: 5, discount: 0.1 }),
  row("Lost", 1000, { orderValue: 60, baseline: 0.02, uplift: { low: -0.001, base: 0.005, high: 0.02 } }),
  // two parts of one list: those of small orders are not worth a letter at first
  row("Loyal", 300, { orderValue: 90, baseline: 0.4 }),
  row("Loyal", 300, { orderValue: 30, baseline: 0.4, baselineValue: 20 }),
];
const start = { uplift: 1, contactCost: 1, discount: 0, margin: 0.4, budget: 300, first: "profit" } as const;

const move = async ({ view }: Rendered, settings: WhatIfSettings): Promise<void> => {
  view
    .signal("upliftTimes", settings.uplift)
    .signal("contactTimes", settings.contactCost)
    .signal("discountPoints", settings.discount * 100)
    .signal("marginPercent", settings.margin * 100)
    .signal("budget", settings.budget)
    .signal("spendFirst", ["profit", "contact", "return"].indexOf(settings.first));
  await view.runAsync();
};

/** The actions as drawn, by rank. */
const drawn = ({ marks }: Rendered) =>
  marks()
    .filter(({ mark, datum, text }) => mark.marktype === "text" && text === datum.money && datum.rank !== undefined)
    .map(({ datum, y }) => ({ ...datum, y: y! }) as Record<string, number> & { y: number })
    .sort((a, b) => a.rank! - b.rank!);

const expectEqual = (chart: Rendered, settings: WhatIfSettings): void => {
  const shown = drawn(chart);
  const ranked = rankWhatIf(rows, settings);
  expect(shown).toHaveLength(ranked.length);
  for (const [i, one] of ranked.entries()) {
    expect(shown[i]).toMatchObject({ segment: one.segment, rank: i + 1 });
    if (i > 0) expect(shown[i]!.y).toBeGreaterThan(shown[i - 1]!.y);
    for (const of of ["low", "profit", "high", "contacts", "cost", "share"] as const)
      expect(shown[i]![of], of).toBeCloseTo(one[of], 6);
    if (one.breakEven === null) expect(shown[i]!.breakEven).toBeNull();
    else expect(shown[i]!.breakEven).toBeCloseTo(one.breakEven, 9);
  }
};

describe("profit", () => {
  test("is contacts × (Δp·(m − d)·V − d·p₀V − c), of those who are worth a contact", () => {
    const [champions] = rankWhatIf([rows[0]!], start);
    expect(champions).toMatchObject({ contacts: 100, cost: 100, share: 1 });
    expect(champions!.profit).toBeCloseTo(100 * (0.05 * 0.4 * 200 - 1), 9);
    const [risk] = rankWhatIf([rows[1]!], start);
    expect(risk!.profit).toBeCloseTo(50 * (0.05 * 0.3 * 400 - 0.1 * 0.1 * 400 - 5), 9);
    expect(risk!.breakEven).toBeCloseTo((0.1 * 0.1 * 400 + 5) / (0.3 * 400), 9);
    const [loyal] = rankWhatIf(rows.slice(3), start);
    expect(loyal).toMatchObject({ contacts: 300, segment: "Loyal" });
    expect(loyal!.profit).toBeCloseTo(300 * (0.05 * 0.4 * 90 - 1), 9);
  });

  test("a list in which nobody is worth it shows the loss of writing to all, and is never paid", () => {
    const [loyal] = rankWhatIf(rows.slice(3), { ...start, contactCost: 5, budget: 1e6 });
    expect(loyal).toMatchObject({ contacts: 600, share: 0 });
    expect(loyal!.profit).toBeLessThan(0);
  });

  test("nobody buys with a probability above 1", () => {
    const sure = row("Sure", 10, { baseline: 1 });
    expect(rankWhatIf([sure], { ...start, uplift: 3 })[0]!.profit).toBeCloseTo(-10, 9);
  });

  test("the budget goes down the ranks and pays for the last list in part", () => {
    const shares = rankWhatIf(rows, { ...start, budget: 150 }).map(({ segment, share }) => [segment, share]);
    expect(shares).toEqual([
      ["Champions", 1],
      ["Loyal", 50 / 300],
      ["At Risk", 0],
      ["Lost", 0],
    ]);
    expect(rankWhatIf(rows, { ...start, budget: 0 }).every(({ share }) => share === 0)).toBe(true);
  });
});

test("draws what the formula gives, whatever the inputs say", { timeout: 60_000 }, async () => {
  const chart = await render(actionWhatIf(rows, { margin: 0.4, budget: 300 }));
  expect(chart.warnings).toEqual([]);
  expectEqual(chart, start);
  const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((value) => value / 10);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        ...{ uplift: tenths(3), contactCost: tenths(5) },
        discount: fc.integer({ min: -10, max: 30 }).map((percent) => percent / 100),
        margin: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
        budget: fc.integer({ min: 0, max: 5000 }),
        first: fc.constantFrom("profit" as const, "contact" as const, "return" as const),
      }),
      async (settings) => {
        await move(chart, settings);
        expectEqual(chart, settings);
      },
    ),
    { numRuns: 60, seed: 3 },
  );
  expect(chart.warnings).toEqual([]);
});

test("fills what the budget pays for and sums it up", async () => {
  const chart = await render(actionWhatIf(rows, { margin: 0.4, budget: 150 }));
  // ticks are rectangles too, of the panel beside the bars
  const bars = (layer: number) =>
    (chart.marks() as unknown as { mark: { name: string }; width: number }[])
      .filter(({ mark }) => mark.name === `concat_1_concat_1_layer_${layer}_marks`)
      .map(({ width }) => width);
  expect(bars(0)).toHaveLength(4);
  expect(bars(1)).toHaveLength(4);
  expect(bars(1).filter((width) => width > 0)).toHaveLength(2);
  const said = () =>
    chart.marks().flatMap(({ datum, text }) => (text !== undefined && datum.headline === text ? [text] : []));
  expect(said()).toEqual(["£340 expected profit from 1 of 4 actions and a part of one more"]);
  await move(chart, { ...start, budget: 0 });
  expect(said()).toEqual(["No action is paid for"]);
});

test("says how many pay, what they bring and which is first", () => {
  expect(titleOf(actionWhatIf(rows, { margin: 0.4, budget: 150, currency: "EUR" }))).toBe(
    "2 of 4 actions pay as assumed: €340 expected profit from a budget of €150 for contacts, first Champions with €300",
  );
  expect(titleOf(actionWhatIf(rows, { margin: 0.4, budget: 0 }))).toBe(
    "2 of 4 actions pay as assumed, but a budget of £0 for contacts pays for none",
  );
  expect(titleOf(actionWhatIf(rows, { margin: 0 }))).toBe("0 of 4 actions pay as assumed");
  expect(titleOf(actionWhatIf([], { margin: 0.4 }))).toBe("There is no action");
});

test("refuses numbers that cannot be, and says which", () => {
  const refused = (more: Partial<WhatIfRow>) => () => actionWhatIf([row("A", 1, more)], { margin: 0.4 });
  expect(refused({ baseline: 1.2 })).toThrow('baseline of "write to A" (A) is 1.2; give a number from 0 to 1');
  expect(refused({ discount: -0.1 })).toThrow('discount of "write to A" (A) is -0.1; give a number from 0 to 1');
  expect(refused({ contactCost: Number.NaN })).toThrow("contactCost of");
  expect(refused({ baselineValue: 101 })).toThrow("give a number from 0 to the order value");
  expect(refused({ uplift: { low: 0, base: 2, high: 3 } })).toThrow("an uplift of");
  expect(refused({ uplift: { low: 0.2, base: 0.1, high: 0.3 } })).toThrow("ascending order");
  expect(() => actionWhatIf(rows, { margin: 40 })).toThrow("margin 40 is not possible; give a number from 0 to 1");
  expect(() => actionWhatIf(rows, { margin: 0.4, budget: -1 })).toThrow("budget -1 is not possible");
});
