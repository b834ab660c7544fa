import { expect, test } from "vitest";
import { placeLabels } from "../../src/charts/place-labels.js";

const box = (left: number, y: number) => ({ left, width: 50, y });

test("pushes labels down that overlap, and none that stands beside", () => {
  expect(placeLabels([box(0, 10), box(0, 12), box(60, 11)], 13, 100)).toEqual([10, 23, 11]);
});

test("pushes back up what would leave the plot", () => {
  expect(placeLabels([box(0, 95), box(0, 99)], 13, 100)).toEqual([87, 100]);
});
