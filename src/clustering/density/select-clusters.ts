import type { CondensedTree } from "./condensed-tree.js";

/** How HDBSCAN takes a flat clustering from its tree. */
export interface Selection {
  /** `eom` (excess of mass: the clusters that last) or `leaf` (the finest ones). */
  readonly method: string;
  /** Whether all rows may be one cluster. */
  readonly allowSingleCluster: boolean;
  readonly minClusterSize: number;
}

/**
 * Chooses clusters of which none holds another: those with the largest sum of stabilities, or the leaves.
 *
 * @returns the chosen clusters' numbers in the tree, ascending
 */
export function selectClusters(
  tree: CondensedTree,
  { method, allowSingleCluster, minClusterSize }: Selection,
): Int32Array {
  const { parent, stability } = tree;
  const count = parent.length;
  const below = new Float64Array(count);
  const isParent = new Uint8Array(count);
  const isChosen = new Uint8Array(count);
  // children have larger numbers
  for (let c = count - 1; c > 0; c--) {
    isChosen[c] = isParent[c] === 0 || (method === "eom" && stability[c]! >= below[c]!) ? 1 : 0;
    below[parent[c]!]! += isChosen[c] === 1 ? stability[c]! : below[c]!;
    isParent[parent[c]!] = 1;
  }
  const isWhole = method === "eom" && allowSingleCluster && stability[0]! >= below[0]!;
  // rows that are all the same are one cluster, whatever else
  const isPoint = count === 1 && tree.rowLambda.every((lambda) => lambda === Number.POSITIVE_INFINITY);
  isChosen[0] = tree.size[0]! >= minClusterSize && (isWhole || isPoint) ? 1 : 0;
  const isCovered = new Uint8Array(count);
  const chosen: number[] = [];
  for (let c = 0; c < count; c++) {
    const outer = parent[c]!;
    isCovered[c] = outer >= 0 && (isCovered[outer] === 1 || isChosen[outer] === 1) ? 1 : 0;
    if (isChosen[c] === 1 && isCovered[c] === 0) chosen.push(c);
  }
  return Int32Array.from(chosen);
}
