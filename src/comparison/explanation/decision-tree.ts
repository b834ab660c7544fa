/** One question of a tree: rows with `column` < `border` go left, all others right. */
export interface TreeSplit {
  readonly column: string;
  /** The column's place in the features. */
  readonly index: number;
  readonly border: number;
  /** The largest learnt value on the left and the smallest on the right. */
  readonly below: number;
  readonly above: number;
  /** Places of the two branches in the tree's nodes. */
  readonly left: number;
  readonly right: number;
  /** Where rows without a value go: to the larger branch. */
  readonly unknown: "left" | "right";
}

/** A node of a tree, with the customers it was learnt from. */
export interface TreeNode {
  readonly depth: number;
  readonly customers: number;
  /** How many of them are in each of the tree's clusters. */
  readonly counts: readonly number[];
  /** The cluster of most of them, the smaller number of two equals. */
  readonly cluster: number;
  /** Absent at a leaf. */
  readonly split?: TreeSplit;
}

/** A classification tree: plain data. */
export interface DecisionTree {
  readonly columns: readonly string[];
  /** The labels that it tells apart, ascending; −1 is noise. */
  readonly clusters: readonly number[];
  /** From the root, each left branch before its right one. */
  readonly nodes: readonly TreeNode[];
}

/**
 * Sends a row down a tree.
 *
 * @param tree as `growTree` gives it
 * @param data rows × the tree's columns; NaN is unknown
 * @param row its number
 * @returns the number of the leaf among the tree's nodes
 */
export function leafOf({ nodes, columns }: DecisionTree, data: Float64Array, row: number): number {
  let at = 0;
  for (let split = nodes[0]!.split; split; split = nodes[at]!.split) {
    const value = data[row * columns.length + split.index]!;
    const isLeft = Number.isNaN(value) ? split.unknown === "left" : value < split.border;
    at = isLeft ? split.left : split.right;
  }
  return at;
}
