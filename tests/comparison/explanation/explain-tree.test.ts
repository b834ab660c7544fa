import { describe, expect, it } from "vitest";
import { explainTree } from "../../../src/comparison/explanation/explain-tree.js";
import { growTree } from "../../../src/comparison/explanation/grow-tree.js";
import { treeRules } from "../../../src/comparison/explanation/tree-rules.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { readExplanations } from "./explanation-golden.js";

describe.each(readExplanations())("the tree of $name", ({ features, labels, depth, folds, ...golden }) => {
  it("asks what scikit-learn's tree asks, in the same places", () => {
    const { nodes } = growTree(features, labels, { depth, borders: "middle" });
    expect(nodes.map(({ split }) => split?.index ?? -2)).toEqual(golden.nodes.map(({ column }) => column));
    nodes.forEach(({ split }, i) => {
      if (split) expect(split.border).toBe(golden.nodes[i]!.threshold);
    });
  });

  it("counts the same customers in every node, also with round borders", () => {
    for (const borders of ["round", "middle"] as const) {
      const { nodes } = growTree(features, labels, { depth, borders });
      expect(nodes.map(({ customers, counts }) => ({ customers, counts }))).toEqual(
        golden.nodes.map(({ customers, counts }) => ({ customers, counts })),
      );
    }
  });

  it("tells as many out of fold, with the same precision and recall", () => {
    const explained = explainTree(features, labels, { depth, borders: "middle", foldOf: Int32Array.from(folds) });
    expect([...explained.told]).toEqual(golden.told);
    explained.clusters.forEach(({ cluster, precision, recall }, c) => {
      expect(cluster).toBe(golden.clusters[c]);
      expect(precision).toBeCloseTo(golden.precision[c]!, 12);
      expect(recall).toBeCloseTo(golden.recall[c]!, 12);
    });
  });
});

// orders and days of ten customers: regulars of late, regulars of old, and those who came once
const shop = createMatrix(
  [
    [8, 10],
    [9, 20],
    [7, 59],
    [8, 61],
    [9, 200],
    [6, 300],
    [1, 5],
    [1, 100],
    [2, 150],
    [3, 250],
  ],
  ["orders", "recency_days"],
);
const kinds = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2];

describe("rules", () => {
  it("are written with round borders that part the same customers, with what they catch", () => {
    const { rules } = explainTree(shop, kinds, { folds: 2 });
    expect(rules.map(({ text }) => text)).toEqual([
      "orders ≥ 5 and recency_days < 60 → cluster 0: precision 1.00, recall 1.00",
      "orders ≥ 5 and recency_days ≥ 60 → cluster 1: precision 1.00, recall 1.00",
      "orders < 5 → cluster 2: precision 1.00, recall 1.00",
    ]);
  });

  it("write one condition a column, however often the tree asks about it", () => {
    const line = createMatrix(
      [1, 2, 3, 10, 11, 12, 20, 21, 22].map((value) => [value]),
      ["orders"],
    );
    const rules = treeRules(growTree(line, [0, 0, 0, 1, 1, 1, 0, 0, 0]));
    expect(rules.map(({ conditions }) => conditions.join())).toEqual(["orders < 7", "orders ≥ 20", "7 ≤ orders < 20"]);
    expect(rules.map(({ recall }) => recall)).toEqual([0.5, 0.5, 1]);
  });

  it("call a tree without a question everybody, and noise by its name, last", () => {
    expect(treeRules(growTree(shop, new Array(10).fill(3)))[0]!.text).toBe(
      "everybody → cluster 3: precision 1.00, recall 1.00",
    );
    const noisy = treeRules(
      growTree(
        shop,
        kinds.map((kind) => (kind === 0 ? -1 : kind)),
      ),
    );
    expect(noisy.at(-1)!.text).toContain("→ noise: precision 1.00");
    expect(noisy.at(-1)!.cluster).toBe(-1);
  });
});

describe("a tree", () => {
  it("does not hang on the order of rows", () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 80 }, () => [random.integer(9), random.integer(30), random.normal()]);
    const labels = rows.map(([a, b]) => (a! > 4 ? 0 : b! > 12 ? 1 : 2) % (random.next() < 0.1 ? 2 : 3));
    const order = rows.map((_, i) => i).sort((a, b) => ((a * 37) % 80) - ((b * 37) % 80));
    const columns = ["a", "b", "c"];
    const ids = rows.map((_, i) => String(100 + i));
    const straight = explainTree(createMatrix(rows, columns, ids), labels);
    const turned = explainTree(
      createMatrix(
        order.map((i) => rows[i]!),
        columns,
        order.map((i) => ids[i]!),
      ),
      order.map((i) => labels[i]!),
    );
    expect(turned.rules).toEqual(straight.rules);
    expect(turned.clusters).toEqual(straight.clusters);
    expect([...turned.told]).toEqual(order.map((i) => straight.told[i]));
    expect(straight.accuracy).toBeGreaterThan(0.6);
  });

  it("tells labels without a pattern no better than their shares", () => {
    const random = createRandom(8);
    const rows = Array.from({ length: 400 }, () => [random.normal(), random.normal()]);
    const { meanRecall } = explainTree(
      createMatrix(rows),
      rows.map(() => random.integer(4)),
    );
    expect(Math.abs(meanRecall - 0.25)).toBeLessThan(0.08);
  });

  it("sends customers without a value to the larger branch", () => {
    const gaps = createMatrix([[1], [2], [3], [9], [Number.NaN]], ["orders"]);
    const { nodes } = growTree(gaps, [0, 0, 0, 1, 1]);
    expect(nodes[0]!.split).toMatchObject({ border: 6, unknown: "left" });
    expect(nodes.map(({ customers }) => customers)).toEqual([5, 4, 1]);
  });

  it("leaves no leaf smaller than asked for", () => {
    const { nodes } = growTree(shop, kinds, { minLeaf: 4 });
    expect(nodes.map(({ customers }) => customers)).toEqual([10, 4, 6]);
  });

  it("refuses labels that are not one a row and folds that cannot be made", () => {
    expect(() => growTree(shop, [0, 1])).toThrow("2 labels for 10 rows; give one label a row");
    expect(() => explainTree(shop, kinds, { folds: 11 })).toThrow(
      "folds is 11; choose a whole number from 2 to 10, the customers",
    );
  });
});
