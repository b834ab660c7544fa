import { expect, test } from "vitest";
import { detectableUplifts } from "../../src/charts/detectable-uplifts.js";
import { render, titleOf } from "./render.js";

const rows = [
  { segment: "Whales", customers: 40, assumed: 0.05, detectable: 0.15, pool: ["Loyal", "Champions"] },
  { segment: "Champions", customers: 4000, assumed: 0.04, detectable: 0.03 },
  { segment: "Loyal", customers: 900, assumed: 0.03, detectable: 0.045 },
  { segment: "Alone", customers: 1, assumed: 0.02, detectable: null },
];

const texts = async (chart: ReturnType<typeof detectableUplifts>) => {
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  return marks().flatMap(({ mark, datum, text }) =>
    mark.marktype === "text" ? [[datum.segment, text].join(": ")] : [],
  );
};

test("marks what cannot be learnt, the closest to it first", async () => {
  const chart = detectableUplifts(rows);
  expect(titleOf(chart)).toBe(
    "1 of 4 segments can tell alone whether the action worked; next is Loyal, whose uplift would have to be 1.5 times as large as assumed",
  );
  expect(await texts(chart)).toEqual([
    "Champions: can be learnt",
    "Loyal: cannot be learnt from this segment alone",
    "Whales: not alone: together with Loyal and 1 more",
    "Alone: no test is possible",
  ]);
});

test("says when all can be learnt, none, or there is nothing to test", () => {
  expect(titleOf(detectableUplifts(rows.slice(1, 2)))).toBe(
    "All of the 1 segment can tell alone whether their action worked",
  );
  expect(titleOf(detectableUplifts(rows.slice(3)))).toBe("None of 1 segment can tell alone whether the action worked");
  expect(titleOf(detectableUplifts([]))).toBe("There is no segment to test");
});
