import type { CondensedTree } from "./condensed-tree.js";

/**
 * Scores how much sparser a row lies than the densest rows of the cluster it falls out of (GLOSH; Campello et al.
 * 2015).
 *
 * @returns one number a row: 0 among the densest, up to 1
 */
export function densityOutlierScores({ parent, death, rowCluster, rowLambda }: CondensedTree): Float64Array {
  const densest = death.slice();
  for (let c = parent.length - 1; c > 0; c--) densest[parent[c]!] = Math.max(densest[parent[c]!]!, densest[c]!);
  const scores: Float64Array = new Float64Array(rowCluster.length);
  for (let i = 0; i < scores.length; i++) {
    const most = densest[rowCluster[i]!]!;
    const lambda = rowLambda[i]!;
    if (lambda === Number.POSITIVE_INFINITY || most === 0) continue;
    // beside equal rows, which are infinitely dense, any other row is as far out as can be
    scores[i] = most === Number.POSITIVE_INFINITY ? 1 : (most - lambda) / most;
  }
  return scores;
}
