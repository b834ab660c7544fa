/** A single linkage tree: rows are 0 … rows − 1, join m makes node rows + m; joins stand in order of reach. */
export interface JoinTree {
  readonly rows: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What each join's edge measured: mutual reachability², then distance². */
  readonly reach: Float64Array;
  readonly gap: Float64Array;
  /** One a node, rows included: how many rows it holds, and the smallest of them. */
  readonly size: Int32Array;
  readonly smallest: Int32Array;
}

/**
 * Joins rows along the edges of a spanning tree, shortest first.
 *
 * @param edges rows − 1 edges between row numbers
 */
export function joinEdges(
  rows: number,
  edges: { readonly a: Int32Array; readonly b: Int32Array; readonly reach: Float64Array; readonly gap: Float64Array },
): JoinTree {
  const joins = Math.max(0, rows - 1);
  const shortestFirst = Int32Array.from({ length: joins }, (_, e) => e).sort(
    (e, f) => edges.reach[e]! - edges.reach[f]! || edges.gap[e]! - edges.gap[f]!,
  );
  const parent = Int32Array.from({ length: rows + joins }, (_, node) => node);
  const find = (row: number): number => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const tree: JoinTree = {
    rows,
    left: new Int32Array(joins),
    right: new Int32Array(joins),
    reach: Float64Array.from(shortestFirst, (e) => edges.reach[e]!),
    gap: Float64Array.from(shortestFirst, (e) => edges.gap[e]!),
    size: new Int32Array(rows + joins).fill(1),
    smallest: Int32Array.from({ length: rows + joins }, (_, node) => node),
  };
  shortestFirst.forEach((e, m) => {
    const node = rows + m;
    const left = find(edges.a[e]!);
    const right = find(edges.b[e]!);
    tree.left[m] = left;
    tree.right[m] = right;
    tree.size[node] = tree.size[left]! + tree.size[right]!;
    tree.smallest[node] = Math.min(tree.smallest[left]!, tree.smallest[right]!);
    parent[left] = parent[right] = node;
  });
  return tree;
}
