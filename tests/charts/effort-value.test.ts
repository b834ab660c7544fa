import { expect, test } from "vitest";
import { effortValue } from "../../src/charts/effort-value.js";
import { titleOf } from "./render.js";

test("begins with the least effort and there with the greatest value", () => {
  const chart = effortValue([
    { action: "call", segment: "At Risk", effort: 3, value: 900 },
    { action: "remind", segment: "Promising", effort: 1, value: 100 },
    { action: "thank", segment: "Champions", effort: 1, value: 2500 },
  ]);
  expect(titleOf(chart)).toBe("Start with “thank” (Champions): low effort, £2,500 at stake");
});
