import type { IndexedRows } from "./index-rows.js";

/** The least core distances² below each node of a k-d tree. */
export interface ForeignCores {
  /** The least among rows of other parts than `own`; infinite where all rows are its own. */
  of(node: number, own: number): number;
}

/** Collects for each node the least core distance² and the least among the other parts. */
export function foreignCores({ nodes }: IndexedRows, core: Float64Array, part: Int32Array): ForeignCores {
  const count = nodes.length / 3;
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const second = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const owner = new Int32Array(count).fill(-1);
  const add = (node: number, value: number, of: number): void => {
    if (of === owner[node]) {
      if (value < first[node]!) first[node] = value;
    } else if (value < first[node]! || owner[node]! < 0) {
      second[node] = first[node]!;
      first[node] = value;
      owner[node] = of;
    } else if (value < second[node]!) second[node] = value;
  };
  // children come after their parents
  for (let node = count - 1; node >= 0; node--) {
    const child = nodes[node * 3 + 2]!;
    if (child === 0) {
      for (let p = nodes[node * 3]!; p < nodes[node * 3 + 1]!; p++) add(node, core[p]!, part[p]!);
      continue;
    }
    for (const from of [child, child + 1]) {
      add(node, first[from]!, owner[from]!);
      // whose the second is does not matter, only that it is not the first's
      if (second[from]! < Number.POSITIVE_INFINITY) add(node, second[from]!, -2 - from);
    }
  }
  return { of: (node, own) => (owner[node] === own ? second[node]! : first[node]!) };
}
