import type { MergeTree } from "../clustering/clusterer.js";
import { matchedColours } from "./matched-colours.js";

/** A clustering to hold against a tree. */
export interface LeafStrip {
  readonly title: string;
  /** One label a customer, −1 is noise. */
  readonly labels: ArrayLike<number>;
}

/** A part of a leaf's strip, in leaves from the left. */
export interface StripPart {
  readonly strip: number;
  readonly x: number;
  readonly x2: number;
  /** The cluster of the strip, −1 for noise, and the number of its colour. */
  readonly cluster: number;
  readonly colour: number;
  readonly customers: number;
}

/**
 * Splits each leaf of a drawn tree by the labels of other clusterings: as wide as their customers, coloured as the cluster
 * of the cut that they share most customers with.
 *
 * @param tree the merge tree
 * @param leaves the nodes of the tree that are drawn as leaves, from the left
 * @param cut one label a customer: the cut that lends its colours
 * @param strips the other clusterings
 */
export function leafStrips(
  tree: MergeTree,
  leaves: readonly number[],
  cut: Int32Array,
  strips: readonly LeafStrip[],
): StripPart[] {
  const members = leaves.map((node) => rowsBelow(tree, node));
  return strips.flatMap(({ labels }, strip) => {
    const colours = matchedColours(cut, labels);
    return members.flatMap((rows, leaf) => {
      const counts = new Map<number, number>();
      for (const row of rows) counts.set(Math.max(-1, labels[row]!), (counts.get(Math.max(-1, labels[row]!)) ?? 0) + 1);
      let x = leaf - 0.46;
      return [...counts]
        .sort(([a, many], [b, more]) => more - many || a - b)
        .map(([cluster, customers]) => {
          const from = x;
          x += (customers / rows.length) * 0.92;
          return { strip, x: from, x2: x, cluster, colour: cluster < 0 ? -1 : colours[cluster]!, customers };
        });
    });
  });
}

function rowsBelow({ rows, left, right }: MergeTree, node: number): number[] {
  const found: number[] = [];
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at < rows) found.push(at);
    else waiting.push(left[at - rows]!, right[at - rows]!);
  }
  return found;
}
