import type { MergeTree } from "../clusterer.js";

/** Merges as an algorithm found them: each joins the clusters in which the rows a and b lie. */
export interface RowMerges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly height: Float64Array;
}

/**
 * Brings merges into the order of their heights and numbers the clusters they make, as SciPy's linkage matrix
 * does.
 *
 * @param rows the number of rows
 * @param merges rows − 1 merges, each named by one row of either side
 * @returns the merge tree
 */
export function sortMerges(rows: number, { a, b, height }: RowMerges): MergeTree {
  const order = Int32Array.from(height.keys()).sort((p, q) => height[p]! - height[q]! || p - q);
  const parent = Int32Array.from({ length: Math.max(0, 2 * rows - 1) }, (_, i) => i);
  const sizes = new Int32Array(parent.length).fill(1);
  const tree: MergeTree = {
    rows,
    left: new Int32Array(order.length),
    right: new Int32Array(order.length),
    height: Float64Array.from(order, (m) => height[m]!),
    size: new Int32Array(order.length),
  };
  order.forEach((m, i) => {
    const one = rootOf(parent, a[m]!);
    const other = rootOf(parent, b[m]!);
    const made = rows + i;
    parent[one] = made;
    parent[other] = made;
    sizes[made] = sizes[one]! + sizes[other]!;
    tree.left[i] = Math.min(one, other);
    tree.right[i] = Math.max(one, other);
    tree.size[i] = sizes[made]!;
  });
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
