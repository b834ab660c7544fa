import { expect, test } from "vitest";
import { segmentColours } from "../../src/charts/segment-colours.js";

test("gives a name the same colour in whatever order the names come", () => {
  const [wholesale, regular] = segmentColours(["Wholesale", "Regular"]);
  expect(segmentColours(["Regular", "Wholesale", "Regular"])).toEqual([regular, wholesale, regular]);
  expect(wholesale).not.toBe(regular);
});

test("keeps the eleven segments of the RFM map apart, and names of object properties out", () => {
  const names = [
    "Champions",
    "Loyal Customers",
    "Potential Loyalists",
    "Recent Customers",
    "Promising",
    "Need Attention",
    "About To Sleep",
    "At Risk",
    "Can't Lose Them",
    "Hibernating",
    "Lost",
    "constructor",
  ];
  expect(new Set(segmentColours(names)).size).toBe(12);
  expect(segmentColours(["constructor"])[0]).toMatch(/^#[0-9a-f]{6}$/);
});

test("a segment looks the same in two charts of different segments that know of each other", () => {
  const all = ["Champions", "Newcomers", "Wholesale", "Occasional"];
  const [wholesale] = segmentColours(["Wholesale"], all);
  expect(segmentColours(["Newcomers", "Wholesale"], all)[1]).toBe(wholesale);
  expect(segmentColours(all)[2]).toBe(wholesale);
  const many = Array.from({ length: 6 }, (_, i) => `Cluster ${i}`);
  expect(new Set(segmentColours(many, ["Champions", "Lost", "At Risk", "Promising"])).size).toBe(6);
});
