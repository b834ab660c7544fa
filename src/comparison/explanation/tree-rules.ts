import { formatNumber } from "../../core/format.js";
import type { DecisionTree, TreeSplit } from "./decision-tree.js";

/** A leaf of a tree in words. */
export interface TreeRule {
  readonly cluster: number;
  /** "orders ≥ 4", "30 ≤ recency_days < 60"; empty for a tree without a question. */
  readonly conditions: readonly string[];
  /** Customers who meet the conditions, and how many of them are in the cluster. */
  readonly customers: number;
  readonly right: number;
  /** Share of those who meet the conditions that are in the cluster. */
  readonly precision: number;
  /** Share of the cluster that meets the conditions. */
  readonly recall: number;
  /** "orders ≥ 4 and recency_days < 60 → cluster 0: precision 0.91, recall 0.84". */
  readonly text: string;
}

/**
 * Writes a tree as rules, one a leaf. Precision and recall are those of the customers that the tree was learnt from:
 * what to expect of others stands in `explainTree`, out of fold.
 *
 * @param tree as `growTree` gives it
 * @param nameOf what to call a cluster; "cluster 0" and "noise" where left out
 * @returns the rules by cluster, the one with the largest recall first; noise last
 */
export function treeRules(
  tree: DecisionTree,
  nameOf: (cluster: number) => string = (cluster) => (cluster < 0 ? "noise" : `cluster ${cluster}`),
): TreeRule[] {
  const { nodes, clusters } = tree;
  const rules: TreeRule[] = [];
  const visit = (at: number, path: readonly Step[]): void => {
    const { split, customers, counts, cluster } = nodes[at]!;
    if (split) {
      visit(split.left, [...path, { split, isLeft: true }]);
      visit(split.right, [...path, { split, isLeft: false }]);
      return;
    }
    const own = clusters.indexOf(cluster);
    const right = counts[own]!;
    const precision = right / customers;
    const recall = right / nodes[0]!.counts[own]!;
    const conditions = conditionsOf(path);
    const text =
      `${conditions.join(" and ") || "everybody"} → ${nameOf(cluster)}: ` +
      `precision ${formatNumber(precision, 2)}, recall ${formatNumber(recall, 2)}`;
    rules.push({ cluster, conditions, customers, right, precision, recall, text });
  };
  visit(0, []);
  const rank = (cluster: number): number => (cluster < 0 ? Number.POSITIVE_INFINITY : cluster);
  return rules.sort((a, b) => (a.cluster === b.cluster ? b.recall - a.recall : rank(a.cluster) - rank(b.cluster)));
}

/** A border as a reader wants it: 1,200 or 0.35. */
export function writtenBorder(border: number): string {
  return border.toLocaleString("en-GB", { maximumSignificantDigits: 12 }).replace("-", "−");
}

interface Step {
  readonly split: TreeSplit;
  readonly isLeft: boolean;
}

/** One condition a column, however often the path asks about it. */
function conditionsOf(path: readonly Step[]): string[] {
  const columns = [...new Set(path.map(({ split }) => split.column))];
  return columns.map((column) => {
    const own = path.filter(({ split }) => split.column === column);
    const from = Math.max(...own.filter(({ isLeft }) => !isLeft).map(({ split }) => split.border));
    const to = Math.min(...own.filter(({ isLeft }) => isLeft).map(({ split }) => split.border));
    if (from === Number.NEGATIVE_INFINITY) return `${column} < ${writtenBorder(to)}`;
    if (to === Number.POSITIVE_INFINITY) return `${column} ≥ ${writtenBorder(from)}`;
    return `${writtenBorder(from)} ≤ ${column} < ${writtenBorder(to)}`;
  });
}
