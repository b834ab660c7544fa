import { expect, test } from "vitest";
import { forecastCalibration } from "../../src/charts/forecast-calibration.js";
import { render, titleOf } from "./render.js";

const rows = [
  { origin: "2011-03-01", frequency: "0", customers: 100, predicted: 0.2, actual: 0.1 },
  { origin: "2011-03-01", frequency: "1", customers: 10, predicted: 1.5, actual: 1.5 },
  { origin: "2011-06-01", frequency: "0", customers: 300, predicted: 0.1, actual: 0.1 },
  { origin: "2011-06-01", frequency: "1", customers: 10, predicted: 1.5, actual: 0 },
];

test("tells where forecasts err most and least, over all origins, and leaves out classes without an order", async () => {
  const chart = forecastCalibration(rows);
  expect(titleOf(chart)).toBe(
    "Forecasts err most for customers with 0 repeat orders (1.25 times what came) and least for 1 (1.00 times)",
  );
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  expect(marks().filter(({ mark }) => mark.marktype === "symbol")).toHaveLength(3);
});

test("draws without a row", async () => {
  const chart = forecastCalibration([]);
  expect(titleOf(chart)).toBe("There is no forecast to hold against what happened");
  expect((await render(chart)).warnings).toEqual([]);
});
