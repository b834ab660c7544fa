import { expect, test } from "vitest";
import { shuffleBars } from "../../src/charts/shuffle-bars.js";
import { render, titleOf, valuesOf } from "./render.js";

const moved = {
  ...{ customers: 112, shuffles: 20, share: 0.0929, least: 0.089, most: 0.1 },
  segments: [
    { segment: "Promising", customers: 2, share: 0.5 },
    { segment: "Lost", customers: 100, share: 0.094 },
    { segment: "Champions", customers: 10, share: 0 },
  ],
};

test("says the share of all customers, and how much it varies", () => {
  const chart = shuffleBars(moved);
  expect(titleOf(chart)).toBe("Shuffling the rows moves 9.3 % of the customers to another segment");
  expect((chart.title as { subtitle: string[] }).subtitle.join(" ")).toBe(
    "ties ranked by the order of the rows; mean of 20 shuffles, 8.9 % to 10.0 %",
  );
});

test("ranks by customers moved, so that a share of two customers does not lead", async () => {
  const chart = shuffleBars(moved);
  expect(valuesOf(chart).map(({ segment, text }) => [segment, text])).toEqual([
    ["Lost", "9 of 100, 9 %"],
    ["Promising", "1 of 2, 50 %"],
    ["Champions", "0 of 10, 0 %"],
  ]);
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  expect(marks()).toHaveLength(6);
});

test("draws names that could end a string as they are, and says where there is nobody", async () => {
  const segments = moved.segments.map((own) => ({ ...own, segment: `Zq'"\\]</script>${own.segment}` }));
  const attacked = await render(shuffleBars({ ...moved, segments }));
  expect(attacked.warnings).toEqual([]);
  expect(attacked.marks()).toHaveLength(6);
  const none = shuffleBars({ ...moved, customers: 0, share: Number.NaN, segments: [] });
  expect(titleOf(none)).toBe("There are no customers");
  await render(none);
});
