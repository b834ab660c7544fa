import type { Matrix } from "../../core/matrix.js";
import { bestSplit, type Split } from "./best-split.js";
import { checkLabels } from "./check-labels.js";
import type { DecisionTree, TreeNode, TreeSplit } from "./decision-tree.js";
import { roundBorder } from "./round-border.js";

/** What `growTree` takes. */
export interface TreeOptions {
  /** Questions from the root to a leaf at most; 3 where left out. */
  readonly depth?: number;
  /** Fewest customers in a leaf; 1 where left out. */
  readonly minLeaf?: number;
  /** `round` numbers that part the same customers, or the `middle` between two values, as scikit-learn takes them. */
  readonly borders?: "round" | "middle";
  /** The rows to learn from; all where left out. */
  readonly rows?: Int32Array;
  /** `sortColumns(features)`, where several trees are grown on the same features. */
  readonly sorted?: readonly Int32Array[];
}

/**
 * Grows a classification tree that tells clusters apart (CART with Gini impurity, Breiman et al. 1984).
 *
 * @param features rows × columns in original units; NaN is unknown and goes with the larger branch
 * @param labels one cluster a row; noise (−1) is a class like any other
 * @param options `depth`, `minLeaf`, `borders`, `rows`
 * @returns the tree; of equally good splits the column that stands first wins, then the smaller value
 * @throws SegmentLabError `bad-value` where labels and rows differ in number
 */
export function growTree(features: Matrix, labels: ArrayLike<number>, options: TreeOptions = {}): DecisionTree {
  const { depth = 3, minLeaf = 1, borders = "round" } = options;
  checkLabels(labels, features.rows);
  const { data, columns } = features;
  const width = columns.length;
  const rows = options.rows ?? Int32Array.from({ length: features.rows }, (_, i) => i);
  const clusters = [...new Set(Array.from(rows, (i) => labels[i]!))].sort((a, b) => a - b);
  const classes = Int32Array.from({ length: features.rows }, (_, i) => clusters.indexOf(labels[i]!));
  const read = (column: number) => (row: number) => data[row * width + column]!;
  const isLearnt = new Uint8Array(features.rows);
  for (const row of rows) isLearnt[row] = 1;
  const orders = (options.sorted ?? sortColumns(features)).map((order) => order.filter((row) => isLearnt[row] === 1));
  const nodes: TreeNode[] = [];
  grow(rows, orders, 0);
  return { columns, clusters, nodes };

  function grow(own: Int32Array, sorted: readonly Int32Array[], level: number): number {
    const counts = new Array<number>(clusters.length).fill(0);
    for (const row of own) counts[classes[row]!]!++;
    const at = nodes.length;
    const most = counts.reduce((best, rowsOf, c) => (rowsOf > counts[best]! ? c : best), 0);
    const node = { depth: level, customers: own.length, counts, cluster: clusters[most]! };
    nodes.push(node);
    const split = level < depth ? choose(own, sorted, counts) : undefined;
    if (!split) return at;
    const { column, below, above } = split;
    const middle = below + (above - below) / 2;
    // between two neighbouring numbers of the machine there is no middle
    const border = borders === "round" ? roundBorder(below, above) : middle > below ? middle : above;
    const value = read(column);
    const known = sorted[column]!;
    const lower = known.reduce((count, row) => count + (value(row) <= below ? 1 : 0), 0);
    const unknown = lower * 2 >= known.length ? ("left" as const) : ("right" as const);
    const isLeft = (row: number): boolean => (Number.isNaN(value(row)) ? unknown === "left" : value(row) <= below);
    const left = grow(
      own.filter(isLeft),
      sorted.map((order) => order.filter(isLeft)),
      level + 1,
    );
    const isRight = (row: number): boolean => !isLeft(row);
    const right = grow(
      own.filter(isRight),
      sorted.map((order) => order.filter(isRight)),
      level + 1,
    );
    const asked: TreeSplit = { column: columns[column]!, index: column, border, below, above, left, right, unknown };
    nodes[at] = { ...node, split: asked };
    return at;
  }

  function choose(own: Int32Array, sorted: readonly Int32Array[], counts: readonly number[]): Split | undefined {
    if (counts.filter((count) => count > 0).length < 2 || own.length < 2 * minLeaf) return undefined;
    let best: { split: Split; gain: number } | undefined;
    for (const [column, order] of sorted.entries()) {
      const split = bestSplit(column, order, read(column), classes, clusters.length, minLeaf);
      if (!split) continue;
      const gain = split.purity - purityOf(order);
      if (!best || gain > best.gain * (1 + 1e-12)) best = { split, gain };
    }
    return best?.split;
  }

  // columns with gaps know fewer rows: gains are compared, not what is reached
  function purityOf(order: Int32Array): number {
    const counts = new Float64Array(clusters.length);
    for (const row of order) counts[classes[row]!]!++;
    return counts.reduce((sum, count) => sum + count * count, 0) / order.length;
  }
}

/** The rows of each column with a known value, ascending by it. */
export function sortColumns({ data, rows, columns }: Matrix): Int32Array[] {
  const width = columns.length;
  return columns.map((_, column) => {
    const values = Float64Array.from({ length: rows }, (_, row) => data[row * width + column]!);
    const known = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
    return known.sort((a, b) => values[a]! - values[b]!);
  });
}
