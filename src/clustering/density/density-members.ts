import type { CondensedTree } from "./condensed-tree.js";

/** Who belongs to the chosen clusters, and how firmly. */
export interface DensityMembers {
  /** One a row: the position of its cluster among the chosen ones; −1 is noise. */
  readonly labels: Int32Array;
  /** One a row: its λ as a share of its cluster's largest, 0 … 1; 0 for noise. */
  readonly strengths: Float64Array;
}

/**
 * Gives rows the chosen cluster that they fall out of, or whose part they fall out of.
 *
 * @param chosen clusters of which none holds another
 */
export function densityMembers(tree: CondensedTree, chosen: Int32Array): DensityMembers {
  const { parent, death, rowCluster, rowLambda } = tree;
  const numberOf = new Int32Array(parent.length).fill(-1);
  chosen.forEach((cluster, number) => {
    numberOf[cluster] = number;
  });
  for (let c = 1; c < parent.length; c++) {
    if (numberOf[c] === -1) numberOf[c] = numberOf[parent[c]!]!;
  }
  const labels: Int32Array = new Int32Array(rowCluster.length);
  const strengths: Float64Array = new Float64Array(rowCluster.length);
  for (let i = 0; i < labels.length; i++) {
    const number = numberOf[rowCluster[i]!]!;
    const lambda = rowLambda[i]!;
    const most = number < 0 ? 0 : death[chosen[number]!]!;
    // the root as a cluster keeps only the rows that stay to its end
    labels[i] = number >= 0 && chosen[number] === 0 && lambda < most ? -1 : number;
    if (labels[i]! < 0) continue;
    strengths[i] = lambda === Number.POSITIVE_INFINITY || most === 0 ? 1 : Math.min(lambda, most) / most;
  }
  return { labels, strengths };
}
