import { expect, test } from "vitest";
import { correlationHeatmap } from "../../src/charts/correlation-heatmap.js";
import { leafOrder } from "../../src/clustering/hierarchical/leaf-order.js";
import { columnTree } from "../../src/lab/column-tree.js";
import { render, titleOf, valuesOf } from "./render.js";

test("names the pair that goes together most, whatever the sign, and leaves out the diagonal", () => {
  const chart = correlationHeatmap({
    columns: ["a", "b", "c"],
    values: Float64Array.of(1, 0.3, -0.8, 0.3, 1, -0.01, -0.8, -0.01, 1),
  });
  expect(titleOf(chart)).toBe("a and c go together most: r = −0.80");
  expect(valuesOf(chart).map((cell) => cell.text)).toEqual(["0.3", "−0.8", "0.3", "0.0", "−0.8", "0.0"]);
});

const three = { columns: ["a", "b", "c"], values: Float64Array.of(1, 0.1, -0.8, 0.1, 1, 0, -0.8, 0, 1) };

test("with a tree puts the columns in its order and draws it where the rows stand", async () => {
  const tree = await columnTree(three);
  const chart = correlationHeatmap(three, { tree });
  expect(titleOf(chart)).toBe("a and c go together most: r = −0.80");
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  const cells = marks().filter(({ mark }) => mark.marktype === "rect");
  const rows = [
    ...new Set([...cells].sort((a, b) => (a.datum.i as number) - (b.datum.i as number)).map(({ datum }) => datum.y)),
  ];
  const order = [...leafOrder(tree!)].map((j) => three.columns[j]);
  expect(rows).toEqual(order);
  // three lines a merge; each leaf's line is level with the middle of its row
  const lines = marks().filter(({ mark }) => mark.marktype === "rule");
  expect(lines).toHaveLength(6);
  const leaves = lines
    .filter(({ datum }) => datum.y === 0)
    .map(({ y }) => y!)
    .sort((a, b) => a - b);
  const tops = [...new Set(cells.map(({ y }) => y!))].sort((a, b) => a - b);
  expect(leaves).toEqual(tops.map((top) => top + 13));
});

test("refuses a tree of other columns", async () => {
  const tree = await columnTree(three);
  expect(() => correlationHeatmap({ columns: ["a"], values: Float64Array.of(1) }, { tree })).toThrow(
    "the tree is of 3 columns, not 1; make it of the same ones",
  );
});
