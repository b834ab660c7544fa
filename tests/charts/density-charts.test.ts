import { expect, test } from "vitest";
import { condensedTreeIcicle } from "../../src/charts/condensed-tree-icicle.js";
import { icicleLayout } from "../../src/charts/icicle-layout.js";
import { reachabilityCurve } from "../../src/charts/reachability-curve.js";
import { smallTree } from "./comparison-gallery.js";
import { render, titleOf } from "./render.js";

test("every branch hangs inside the one that it split from, and no branch is wider than its customers", () => {
  const { edges, middles } = icicleLayout(smallTree, 40);
  expect(middles[0]).toBe(15);
  for (let branch = 1; branch < 5; branch++) {
    const above = smallTree.parent[branch]!;
    const ends = edges.filter((edge) => edge.branch === above).at(-1)!;
    const begins = edges.find((edge) => edge.branch === branch)!;
    expect(begins.lambda).toBe(smallTree.birth[branch]);
    expect(begins.x2 - begins.x).toBe(smallTree.size[branch]);
    expect(begins.x).toBeGreaterThanOrEqual(ends.x);
    expect(begins.x2).toBeLessThanOrEqual(ends.x2);
  }
  // the root ends as wide as what goes on
  const root = edges.filter((edge) => edge.branch === 0);
  expect(root.at(-1)).toEqual({ branch: 0, lambda: 1, x: 5, x2: 25 });
});

test("a branch of many losses is drawn at few widths", () => {
  const all = icicleLayout(smallTree, 40).edges.length;
  expect(icicleLayout(smallTree, 3).edges.length).toBeLessThan(all);
});

test("the icicle says how many branches are groups and whom they hold", () => {
  expect(titleOf(condensedTreeIcicle({ tree: smallTree, chosen: Int32Array.of(1, 2) }))).toBe(
    "2 of 5 branches last longest and are the groups: they hold 67 % of the customers",
  );
  expect(titleOf(condensedTreeIcicle({ tree: smallTree, chosen: new Int32Array(0) }))).toBe(
    "HDBSCAN keeps none of 5 branches: there is no dense group",
  );
});

const plot = {
  ordering: Int32Array.of(2, 0, 1, 3, 4),
  reachability: Float64Array.of(1, 1, Number.POSITIVE_INFINITY, 5, 1),
  coreDistances: new Float64Array(5),
  predecessor: new Int32Array(5),
};

test("the curve runs in the order of OPTICS, an area a run of one group, the start at the top", async () => {
  const chart = reachabilityCurve(plot, [0, 0, 0, -1, 1], { eps: 2 });
  expect(titleOf(chart)).toBe("OPTICS finds 2 groups with 80.0 % of the customers; 1 is noise");
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  const areas = marks().filter(({ mark }) => mark.marktype === "area");
  expect(areas.map(({ datum, fill }) => [datum.p, datum.run, fill])).toEqual([
    [0, 0, "#0072b2"],
    [1, 0, "#0072b2"],
    [2, 0, "#0072b2"],
    [3, 0, "#0072b2"],
    [3, 1, "#b5b5b5"],
    [4, 1, "#b5b5b5"],
    [4, 2, "#e69f00"],
    [5, 2, "#e69f00"],
  ]);
  // the edge stands a fifth above eps, since but one customer was reached from farther
  expect(areas.map(({ datum }) => datum.r)).toEqual([2.4, 1, 1, 1, 2.4, 2.4, 1, 1]);
});

test("the curve says so where there is no group, and refuses labels of others", () => {
  expect(titleOf(reachabilityCurve(plot, [-1, -1, -1, -1, -1]))).toBe(
    "OPTICS finds no group: all 5 customers are noise",
  );
  expect(() => reachabilityCurve(plot, [0])).toThrow("1 labels for 5 customers of the plot");
});
