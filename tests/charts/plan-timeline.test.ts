import { expect, test } from "vitest";
import { planTimeline } from "../../src/charts/plan-timeline.js";
import { render, titleOf, valuesOf } from "./render.js";

const action = (segment: string, starts: number, ends: number, value?: number, readOn?: number) => ({
  ...{ segment, action: `write to ${segment}`, starts, ends },
  ...(value !== undefined && { value }),
  ...(readOn !== undefined && { readOn }),
});

test("begins with what is begun first, and there with what is worth most", async () => {
  const chart = planTimeline(
    [action("Lost", 90, 180, 500, 270), action("Loyal", 0, 30, 100, 120), action("Champions", 0, 30, 400)],
    { currency: "EUR" },
  );
  expect(titleOf(chart)).toBe("2 of 3 actions begin in the first 30 days: €500 of €1,000 expected profit");
  expect(valuesOf(chart).map(({ segment }) => segment)).toEqual(["Champions", "Loyal", "Lost"]);
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  const of = (type: string) => marks().filter(({ mark }) => mark.marktype === type);
  expect(of("rect")).toHaveLength(3);
  expect(of("symbol").map(({ datum }) => datum.readOn)).toEqual([120, 270]);
});

test("speaks of no money where none is known", () => {
  expect(titleOf(planTimeline([action("A", 0, 30)]))).toBe("1 of 1 actions begin in the first 30 days");
  expect(titleOf(planTimeline([]))).toBe("There is no plan");
});
