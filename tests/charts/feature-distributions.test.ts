import { expect, test } from "vitest";
import { featureDistributions } from "../../src/charts/feature-distributions.js";
import { titleOf } from "./render.js";

test("states the median skewness before and after", () => {
  // skewness of 0, 0, 0, 4: mean 1, (3 · −1 + 27) / 4 over (12 / 4)^1.5 = 6 / 5.196
  const chart = featureDistributions([{ name: "orders", unit: "orders", before: [0, 0, 0, 4], after: [-1, 0, 0, 1] }]);
  expect(titleOf(chart)).toBe("The transforms take the median skewness of 1 column from 1.2 to 0.0");
});
