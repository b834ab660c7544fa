import { expect, test } from "vitest";
import { recencyHistogram } from "../../src/charts/recency-histogram.js";
import { render, titleOf } from "./render.js";

const published = {
  ...{ name: "published rules", segment: "Lost", customers: 5, days: 90, recent: 3 },
  recencyDays: Float64Array.of(1, 30, 90, 91, 400),
};
const ours = {
  ...{ name: "our map", segment: "Lost", customers: 2, days: 90, recent: 0 },
  recencyDays: Float64Array.of(420, 500),
};

test("says which share bought lately", () => {
  expect(titleOf(recencyHistogram([published, ours]))).toBe(
    "Of the 5 customers “Lost” by published rules, 60.0 % bought within 90 days",
  );
});

test("counts the last recent day as recent, and draws all panels over the same days and heights", async () => {
  const chart = recencyHistogram([published, ours]);
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  const bars = marks().filter(({ mark }) => mark.marktype === "rect");
  const counted = bars.map(({ datum }) => [datum.from, datum.to, datum.customers, datum.when]);
  expect(counted).toEqual([
    [0, 30, 2, "bought within 90 days"],
    [60, 90, 1, "bought within 90 days"],
    [90, 120, 1, "longer ago"],
    [390, 420, 1, "longer ago"],
    [390, 420, 1, "longer ago"],
    [480, 510, 1, "longer ago"],
  ]);
  expect(bars[3]!.x).toBe(bars[4]!.x);
  expect(bars[0]!.fill).not.toBe(bars[2]!.fill);
});

test("keeps a bin's end at any last recent day", async () => {
  for (const days of [7, 60, 100, 365]) {
    const { marks } = await render(recencyHistogram([{ ...published, days, recencyDays: [days, days + 1] }]));
    const bars = marks().filter(({ mark }) => mark.marktype === "rect");
    expect(bars.map(({ datum }) => datum.when)).toEqual([`bought within ${days} days`, "longer ago"]);
    expect(bars[0]!.datum.to).toBe(days);
  }
});

test("draws names that could end a string as they are, and says where there is nobody", async () => {
  const attacked = await render(recencyHistogram([{ ...published, name: "Zq'\"\\]", segment: "</script>'\\" }, ours]));
  expect(attacked.warnings).toEqual([]);
  expect(attacked.marks()).toHaveLength(6);
  const nobody = { ...ours, customers: 0, recencyDays: [] };
  for (const none of [recencyHistogram([]), recencyHistogram([nobody])]) {
    expect(titleOf(none)).toBe("There are no such customers");
    await render(none);
  }
});
