import { expect, test } from "vitest";
import { profileHeatmap } from "../../src/charts/profile-heatmap.js";
import { titleOf } from "./render.js";

test("names the cluster and column farthest from the average", () => {
  const cell = { unit: "days", mean: 3 };
  const chart = profileHeatmap([
    { cluster: "Lapsed", column: "recency", standardized: 1.2, ...cell },
    { cluster: "Lapsed", column: "orders", standardized: -1.3, ...cell },
  ]);
  expect(titleOf(chart)).toBe("Lapsed stand out most, in orders: 1.3 standard deviations below the average customer");
});
