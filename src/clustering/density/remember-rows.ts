/** Which rows of a k-d tree still count. */
export interface RowMemory {
  /** One a position in the tree's order: 1 once its row is forgotten. */
  readonly forgotten: Uint8Array;
  /** One a node: how many of its rows still count. */
  readonly left: Int32Array;
  forget(row: number): void;
}

/**
 * Keeps count of the rows below each node of a k-d tree, so that a search can pass over what is done with.
 *
 * @param order the row at each position
 * @param nodes three numbers a node: its first position, the one after its last, its first child (0 in a leaf)
 */
export function rememberRows(order: Int32Array, nodes: Int32Array): RowMemory {
  const forgotten: Uint8Array = new Uint8Array(order.length);
  const left: Int32Array = new Int32Array(nodes.length / 3);
  const parent = new Int32Array(left.length).fill(-1);
  const leafAt = new Int32Array(order.length);
  const positionOf = new Int32Array(order.length);
  order.forEach((row, position) => {
    positionOf[row] = position;
  });
  for (let node = 0; node < left.length; node++) {
    const start = nodes[node * 3]!;
    const end = nodes[node * 3 + 1]!;
    const child = nodes[node * 3 + 2]!;
    left[node] = end - start;
    if (child > 0) parent[child] = parent[child + 1] = node;
    else leafAt.fill(node, start, end);
  }
  return {
    forgotten,
    left,
    forget(row) {
      const position = positionOf[row]!;
      if (forgotten[position] === 1) return;
      forgotten[position] = 1;
      for (let node = leafAt[position]!; node >= 0; node = parent[node]!) left[node]!--;
    },
  };
}
