import { expect, test } from "vitest";
import { valueAtStakeBars } from "../../src/charts/value-at-stake-bars.js";
import { render, titleOf, valuesOf } from "./render.js";

const texts = async (chart: ReturnType<typeof valueAtStakeBars>) => {
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  return marks()
    .filter(({ mark }) => mark.marktype === "text")
    .map(({ text }) => text);
};

test("begins with the segment where most is at stake and gives its range", async () => {
  const chart = valueAtStakeBars(
    [
      { segment: "Lost", customers: 3, low: 80, base: 100, high: 130 },
      { segment: "At Risk", customers: 2, low: 200, base: 300, high: 500 },
    ],
    { currency: "EUR", horizonDays: 30 },
  );
  expect(titleOf(chart)).toBe("€400 is at stake in 30 days, 75 % of it with At Risk");
  expect(await texts(chart)).toEqual(["€300 (€200 to €500)", "€100 (€80 to €130)"]);
});

test("draws a bar without a range where none is known", async () => {
  const chart = valueAtStakeBars([{ segment: "A", customers: 1, low: Number.NaN, base: 7, high: Number.NaN }]);
  expect(await texts(chart)).toEqual(["£7"]);
  expect(valuesOf(chart)[0]).toMatchObject({ low: null, high: null });
});

test("says that nothing is at stake", async () => {
  expect(titleOf(valueAtStakeBars([]))).toBe("Nothing is at stake");
  expect(await texts(valueAtStakeBars([]))).toEqual([]);
});
