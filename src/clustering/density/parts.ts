/** Rows that grow together (union–find). */
export interface Parts {
  /** One a row: the part it belongs to, named by one of its rows; as of the last `settle`. */
  readonly part: Int32Array;
  /** Joins the parts of two rows; false where they are one already. */
  join(a: number, b: number): boolean;
  /** Brings `part` up to date. */
  settle(): void;
  /** The part with most rows. */
  largest(): number;
}

/** Starts with a part for each row. */
export function createParts(rows: number): Parts {
  const part: Int32Array = Int32Array.from({ length: rows }, (_, i) => i);
  const parent = part.slice();
  const find = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = row; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    part,
    join(a, b) {
      const [rootA, rootB] = [find(a), find(b)];
      if (rootA === rootB) return false;
      parent[rootB] = rootA;
      return true;
    },
    settle() {
      for (let i = 0; i < rows; i++) part[i] = find(i);
    },
    largest() {
      const sizes = new Int32Array(rows);
      let largest = 0;
      for (let i = 0; i < rows; i++) {
        if (++sizes[part[i]!]! > sizes[largest]!) largest = part[i]!;
      }
      return largest;
    },
  };
}
