import type { MergeTree } from "../clustering/clusterer.js";

/** A line of a drawn tree: from (x, y) to (x2, y2), x in leaves, y in heights. */
export interface Branch {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  /** The cluster of the cut that the line belongs to; −1 above the cut. */
  readonly cluster: number;
  readonly height: number;
  readonly customers: number;
}

/** The end of a drawn branch. */
export interface DendrogramLeaf {
  readonly x: number;
  readonly customers: number;
  readonly cluster: number;
  /** The number of the row or merge in the tree. */
  readonly node: number;
}

/** Where a merge tree's last merges and its leaves stand, as SciPy's dendrogram with `truncate_mode="lastp"`. */
export interface DendrogramLayout {
  readonly branches: readonly Branch[];
  /** A leaf stands for all customers that were merged before. */
  readonly leaves: readonly DendrogramLeaf[];
  /** Customers of each cluster of the cut, numbered by descending size, ties by smallest row. */
  readonly sizes: readonly number[];
}

/** Lays out the last `shown − 1` merges of a tree that is cut into k clusters; `k ≤ shown ≤ tree.rows`. */
export function dendrogramLayout(tree: MergeTree, k: number, shown: number): DendrogramLayout {
  const { rows, left, right, height, size } = tree;
  const customersOf = (node: number): number => (node < rows ? 1 : size[node - rows]!);
  const { clusterOf, sizes } = cutClusters(tree, k, customersOf);
  const firstShown = rows + rows - shown;
  const branches: Branch[] = [];
  const leaves: DendrogramLeaf[] = [];

  const place = (node: number, above: number): { x: number; y: number; cluster: number } => {
    const cluster = above >= 0 ? above : (clusterOf.get(node) ?? -1);
    const customers = customersOf(node);
    if (node < firstShown) {
      leaves.push({ x: leaves.length, customers, cluster, node });
      return { x: leaves.length - 1, y: 0, cluster };
    }
    const y = height[node - rows]!;
    const a = place(left[node - rows]!, cluster);
    const b = place(right[node - rows]!, cluster);
    const merge = { height: y, customers };
    for (const child of [a, b]) {
      branches.push({ x: child.x, x2: child.x, y: child.y, y2: y, cluster: child.cluster, ...merge });
    }
    branches.push({ x: a.x, x2: b.x, y, y2: y, cluster, ...merge });
    return { x: (a.x + b.x) / 2, y, cluster };
  };
  place(2 * rows - 2, -1);
  return { branches, leaves, sizes };
}

function cutClusters(
  tree: MergeTree,
  k: number,
  customersOf: (node: number) => number,
): { clusterOf: Map<number, number>; sizes: number[] } {
  const { rows, left, right } = tree;
  const smallest = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node);
  for (let i = 0; i < rows - 1; i++) smallest[rows + i] = Math.min(smallest[left[i]!]!, smallest[right[i]!]!);
  const firstUndone = rows + rows - k;
  const nodes: number[] = [];
  for (let node = firstUndone; node < 2 * rows - 1; node++) {
    for (const child of [left[node - rows]!, right[node - rows]!]) if (child < firstUndone) nodes.push(child);
  }
  if (k === 1) nodes.push(2 * rows - 2);
  nodes.sort((a, b) => customersOf(b) - customersOf(a) || smallest[a]! - smallest[b]!);
  return { clusterOf: new Map(nodes.map((node, c) => [node, c])), sizes: nodes.map(customersOf) };
}
