import { expect, test } from "vitest";
import { nullBands } from "../../src/charts/null-bands.js";
import { render, titleOf } from "./render.js";

const bands = [2, 3].flatMap((k) =>
  ["k-means", "Gaussian mixture"].map((algorithm) => ({
    algorithm,
    k,
    real: 0.4 / k,
    surrogates: [0.1, 0.15, Number.NaN, 0.12],
    z: 2.5,
  })),
);

test("names the algorithms that beat rows without groups", () => {
  expect(titleOf(nullBands(bands, { p: { "k-means": 0.3, "Gaussian mixture": 0.06 } }))).toBe(
    "At some number of groups, rows without groups lead as far",
  );
  expect(titleOf(nullBands(bands, { p: { "k-means": 0.04, "Gaussian mixture": 0.6 } }))).toBe(
    "k-means does better here than on rows without groups",
  );
});

test("draws a band for each algorithm and k, its line through the points", async () => {
  const { marks, warnings } = await render(nullBands(bands));
  expect(warnings).toEqual([]);
  const count = (type: string) => marks().filter(({ mark }) => mark.marktype === type).length;
  expect([count("rect"), count("symbol")]).toEqual([4, 4]);
});
