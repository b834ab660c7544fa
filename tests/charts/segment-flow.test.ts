import { expect, test } from "vitest";
import { flowLayout } from "../../src/charts/flow-layout.js";
import { segmentFlow } from "../../src/charts/segment-flow.js";
import { render, titleOf } from "./render.js";

const flow = [
  { from: "Champions", to: "Champions", customers: 60 },
  { from: "Champions", to: "At Risk", customers: 20 },
  { from: "Lost", to: "Lost", customers: 15 },
  { from: "Lost", to: "gone", customers: 5 },
  { from: "new", to: "Promising", customers: 40 },
];

test("says how many of those known at both dates changed, and the greatest change", () => {
  expect(titleOf(segmentFlow(flow))).toBe(
    "21 % of the 95 customers changed segment; most, 20, went from Champions to At Risk",
  );
  expect(titleOf(segmentFlow(flow.filter(({ from, to }) => from === to)))).toBe(
    "All 75 customers stayed in their segment",
  );
  expect(titleOf(segmentFlow(flow.slice(4)))).toBe("There are no customers at both dates");
});

test("stacks both columns in one order, every ribbon as high as its customers at both ends", () => {
  const { left, right, ribbons, height } = flowLayout(
    flow,
    ["Champions", "Promising", "At Risk", "Lost", "new", "gone"],
    10,
  );
  expect(left).toEqual([
    { name: "Champions", customers: 80, top: 0, bottom: 80 },
    { name: "Lost", customers: 20, top: 90, bottom: 110 },
    { name: "new", customers: 40, top: 120, bottom: 160 },
  ]);
  expect(right.map(({ name, top, bottom }) => [name, top, bottom])).toEqual([
    ["Champions", 0, 60],
    ["Promising", 70, 110],
    ["At Risk", 120, 140],
    ["Lost", 150, 165],
    ["gone", 175, 180],
  ]);
  expect(height).toBe(180);
  for (const { customers, left: from, right: to } of ribbons)
    expect([from[1] - from[0], to[1] - to[0]]).toEqual([customers, customers]);
});

test("draws a ribbon for each pair, from bar to bar, without a warning, in a page without eval too", async () => {
  const { marks, warnings } = await render(segmentFlow(flow, { before: "June", after: "December" }));
  expect(warnings).toEqual([]);
  const areas = marks().filter(({ mark }) => mark.marktype === "area");
  const ribbons = new Map<unknown, { x: number; y: number }[]>();
  for (const { datum, x, y } of areas) ribbons.set(datum.i, [...(ribbons.get(datum.i) ?? []), { x: x!, y: y! }]);
  expect(ribbons.size).toBe(5);
  for (const points of ribbons.values()) {
    const places = points.map(({ x }) => x).sort((a, b) => a - b);
    expect([places[0], places.at(-1)]).toEqual([164, 476]);
  }
  const texts = marks().flatMap(({ text }) => text ?? []);
  expect(texts).toContain("Champions · 80");
  expect(texts.filter((text) => text === "June" || text === "December")).toHaveLength(2);
  expect(marks().filter(({ mark }) => mark.marktype === "rect")).toHaveLength(8);
});

test("draws as much for names that could end a string, and for nothing says so", async () => {
  const hostile = (text: string) => (text === "new" || text === "gone" ? text : `Zq'"\\]</script>${text}`);
  const attacked = flow.map(({ from, to, customers }) => ({ from: hostile(from), to: hostile(to), customers }));
  const plain = await render(segmentFlow(flow));
  const { compiled, marks, warnings } = await render(segmentFlow(attacked, { before: "Zq'\"\\]" }));
  expect(warnings).toEqual([]);
  expect(marks()).toHaveLength(plain.marks().length);
  // the text stands in data only
  const { data, ...rest } = compiled;
  expect(JSON.stringify([data?.filter((one) => !("values" in one)), rest.marks, rest.scales])).not.toContain("Zq'");
  expect((await render(segmentFlow([]))).warnings).toEqual([]);
  expect(titleOf(segmentFlow([]))).toBe("There are no customers at both dates");
});
