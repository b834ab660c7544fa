import type { MergeTree } from "../clusterer.js";

/** Merges as an algorithm found them: each joins the clusters in which the rows a and b lie. */
export interface RowMerges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly height: Float64Array;
}

/**
 * Numbers the clusters that merges make as SciPy's linkage matrix does.
 *
 * @param rows the number of rows
 * @param merges rows − 1 merges in their order, each named by one row of either side
 * @returns the merge tree, in the same order
 */
export function numberMerges(rows: number, { a, b, height }: RowMerges): MergeTree {
  const parent = Int32Array.from({ length: Math.max(0, 2 * rows - 1) }, (_, i) => i);
  const sizes = new Int32Array(parent.length).fill(1);
  const tree: MergeTree = {
    rows,
    left: new Int32Array(a.length),
    right: new Int32Array(a.length),
    height,
    size: new Int32Array(a.length),
  };
  for (let i = 0; i < a.length; i++) {
    const one = rootOf(parent, a[i]!);
    const other = rootOf(parent, b[i]!);
    const made = rows + i;
    parent[one] = made;
    parent[other] = made;
    sizes[made] = sizes[one]! + sizes[other]!;
    tree.left[i] = Math.min(one, other);
    tree.right[i] = Math.max(one, other);
    tree.size[i] = sizes[made]!;
  }
  return tree;
}

function rootOf(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root] !== root) root = parent[root]!;
  for (let at = node; at !== root; ) {
    const next = parent[at]!;
    parent[at] = root;
    at = next;
  }
  return root;
}
