import { expect, test } from "vitest";
import { segmentMap } from "../../src/charts/segment-map.js";
import { render, titleOf } from "./render.js";

const segments = [
  { segment: "Champions", customers: 10, revenue: 50, cluster: 2 },
  { segment: "Others", customers: 90, revenue: 50 },
];

test("names the segment that brings most for its number", () => {
  expect(titleOf(segmentMap(segments))).toBe(
    "Champions bring 5.0 times what their number promises: 50.0 % of the revenue from 10.0 % of the customers",
  );
});

test("takes the colour of the cluster where one is given", async () => {
  const { marks } = await render(segmentMap(segments));
  const bubble = marks().find((mark) => mark.mark.marktype === "symbol" && mark.datum.segment === "Champions");
  expect(bubble?.fill).toBe("#009e73");
});
