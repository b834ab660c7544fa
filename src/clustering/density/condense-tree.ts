import type { CondensedTree } from "./condensed-tree.js";
import type { JoinTree } from "./join-edges.js";

/**
 * Keeps of a single linkage tree the splits into clusters of at least `minClusterSize` rows; smaller parts fall out
 * as rows (Campello, Moulavi & Sander 2013). Joins that tie in all respects are one split into many parts.
 *
 * @param minClusterSize at least 2
 */
export function condenseTree(tree: JoinTree, minClusterSize: number): CondensedTree {
  const { rows, left, right, size } = tree;
  const parent = [-1];
  const birth = [0];
  const death = [0];
  const sizes = [rows];
  const stability = [0];
  const rowCluster: Int32Array = new Int32Array(rows);
  const rowLambda: Float64Array = new Float64Array(rows);

  const leave = (cluster: number, lambda: number, count: number): void => {
    death[cluster] = Math.max(death[cluster]!, lambda);
    stability[cluster]! += (lambda - birth[cluster]!) * count;
  };
  const fall = (node: number, cluster: number, lambda: number): void => {
    for (const stack = [node]; stack.length > 0; ) {
      const at = stack.pop()!;
      if (at < rows) {
        rowCluster[at] = cluster;
        rowLambda[at] = lambda;
        leave(cluster, lambda, 1);
      } else stack.push(right[at - rows]!, left[at - rows]!);
    }
  };

  // pairs of a node and the cluster that it carries on, their own queue
  const nodes = rows > 1 ? [2 * rows - 2] : [];
  const clusters = [0];
  for (let next = 0; next < nodes.length; next++) {
    const node = nodes[next]!;
    const cluster = clusters[next]!;
    const lambda = 1 / Math.sqrt(tree.reach[node - rows]!);
    const pieces = partsOf(tree, node);
    const large = pieces.filter((piece) => size[piece]! >= minClusterSize);
    for (const piece of pieces) if (size[piece]! < minClusterSize) fall(piece, cluster, lambda);
    if (large.length === 1) {
      nodes.push(large[0]!);
      clusters.push(cluster);
      continue;
    }
    large.sort((a, b) => size[b]! - size[a]! || tree.smallest[a]! - tree.smallest[b]!);
    for (const piece of large) {
      leave(cluster, lambda, size[piece]!);
      nodes.push(piece);
      clusters.push(parent.length);
      parent.push(cluster);
      birth.push(lambda);
      death.push(lambda);
      sizes.push(size[piece]!);
      stability.push(0);
    }
  }
  return {
    parent: Int32Array.from(parent),
    birth: Float64Array.from(birth),
    death: Float64Array.from(death),
    size: Int32Array.from(sizes),
    stability: Float64Array.from(stability),
    rowCluster,
    rowLambda,
  };
}

/** What a join brought together, joins of the very same reach and distance taken as one. */
function partsOf({ rows, left, right, reach, gap }: JoinTree, node: number): number[] {
  const pieces: number[] = [];
  for (const stack = [node]; stack.length > 0; ) {
    const at = stack.pop()!;
    const isSame = at >= rows && reach[at - rows] === reach[node - rows] && gap[at - rows] === gap[node - rows];
    if (isSame) stack.push(right[at - rows]!, left[at - rows]!);
    else pieces.push(at);
  }
  return pieces;
}
