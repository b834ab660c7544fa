import { expect, test } from "vitest";
import { stabilityBars } from "../../src/charts/stability-bars.js";
import { treeDiagram } from "../../src/charts/tree-diagram.js";
import { treeLayout } from "../../src/charts/tree-layout.js";
import { explainTree } from "../../src/comparison/explanation/explain-tree.js";
import { createMatrix } from "../../src/core/matrix.js";
import { render, titleOf } from "./render.js";

const shop = createMatrix(
  [8, 9, 10, 11, 1, 1, 2, 2].map((orders, i) => [orders, i % 2 === 0 ? 10 : 200]),
  ["orders", "recency_days"],
);
const kinds = [0, 1, 0, 1, 2, 2, 2, 2];

test("puts every leaf on a line of its own and every branching half way between its branches", () => {
  const { nodes, lines } = treeLayout(explainTree(shop, kinds, { folds: 2 }).tree);
  expect(lines).toBe(3);
  expect(nodes.map(({ level, line, above }) => [level, line, above])).toEqual([
    [0, 1.25 - 0.5, -1],
    [1, 0, 0],
    [1, 1.5, 0],
    [2, 1, 2],
    [2, 2, 2],
  ]);
  expect(nodes[3]!.condition).toEqual({ column: "recency_days", sign: "<", border: 100 });
});

test("writes in each box its condition, its customers and the share of its largest group", async () => {
  const explained = explainTree(shop, kinds, { folds: 2 });
  const { marks, warnings } = await render(treeDiagram(explained, { names: ["Champions", "Lapsed", "Lost"] }));
  expect(warnings).toEqual([]);
  const texts = marks().flatMap(({ text }) => text ?? []);
  expect(texts).toContain("orders < 5");
  expect(texts).toContain("4 · 100 % Lost");
  expect(texts).toContain("recency_days ≥ 100");
  // the colours of the segments
  const parts = marks().filter(({ datum }) => datum.what === "orders < 5" && datum.count === 4);
  expect(parts.map(({ fill }) => fill)).toEqual(["#6b6b6b"]);
});

test("says how many unseen customers it tells and which group it tells worst", () => {
  const { tree } = explainTree(shop, kinds, { folds: 2 });
  const clusters = [
    { cluster: 0, customers: 2, precision: 1, recall: 0.5 },
    { cluster: 2, customers: 4, precision: 1, recall: 1 },
  ];
  expect(titleOf(treeDiagram({ tree, clusters, accuracy: 0.75 }))).toBe(
    "At most 2 questions tell the group of 75 % of unseen customers; cluster 0 is told worst, 50 % of it found",
  );
});

test("stability names the weakest group by the bands of Hennig", () => {
  const bars = (jaccards: number[]) =>
    titleOf(stabilityBars(jaccards.map((jaccard, cluster) => ({ cluster, customers: 10, jaccard }))));
  expect(bars([0.9, 0.7])).toBe(
    "1 of 2 groups come back when customers are drawn anew; cluster 1 least, to 0.70: a pattern",
  );
  expect(bars([0.9, 0.86])).toContain("All 2 groups come back");
});
