import { expect, test } from "vitest";
import { crossTab } from "../../src/charts/cross-tab.js";
import { titleOf, valuesOf } from "./render.js";

test("counts the customers in the cluster most typical of their segment", () => {
  const chart = crossTab([
    { segment: "Lost", cluster: 1, customers: 6 },
    { segment: "Lost", cluster: -1, customers: 2 },
    { segment: "Champions", cluster: 0, customers: 2 },
  ]);
  expect(titleOf(chart)).toBe("80.0 % of the customers lie in the cluster that is most typical of their segment");
  expect(valuesOf(chart).map((cell) => [cell.cluster, cell.j, cell.share])).toEqual([
    ["1", 2, 0.75],
    ["noise", 0, 0.25],
    ["0", 1, 1],
  ]);
});
