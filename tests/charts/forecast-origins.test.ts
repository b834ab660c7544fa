import { expect, test } from "vitest";
import { forecastOrigins } from "../../src/charts/forecast-origins.js";
import { render, titleOf } from "./render.js";

const row = (origin: string, method: string, predicted: number, actual: number) => ({
  origin,
  method,
  predicted,
  actual,
  mae: 0.5,
});

test("judges the first method and draws a bar for each", async () => {
  const chart = forecastOrigins([
    row("2011-03-01", "ours", 110, 100),
    row("2011-03-01", "last </script> period", 240, 100),
    row("2011-06-01", "ours", 90, 100),
    row("2011-06-01", "last </script> period", 50, 100),
  ]);
  expect(titleOf(chart)).toBe("Between 0.90 and 1.10 times the orders that came: ours, 2 origins");
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  expect(
    marks()
      .filter(({ mark }) => mark.marktype === "text")
      .map(({ text }) => text),
  ).toEqual(["1.10 ×", "2.40 ×", "0.90 ×", "0.50 ×"]);
});

test("draws without a row, and where nothing came", async () => {
  for (const rows of [[], [row("2011-03-01", "ours", 3, 0)]]) {
    const chart = forecastOrigins(rows);
    expect(titleOf(chart)).toBe("There is no forecast to hold against what happened");
    expect((await render(chart)).warnings).toEqual([]);
  }
});
