import { adjustedRandIndex } from "../../src/clustering/metrics/adjusted-rand-index.js";
import { largestDifference } from "./same-values.js";
import type { Comparison } from "./sameness.js";

/**
 * Compares HDBSCAN: the edges of the spanning tree of mutual reachability must be as long as the peer's to 1e-9, which no
 * tie can change. Which rows the edges join it can: one core distance ties all edges of its row, and a peer's own labels
 * depend on the order of rows. So labels must only agree to 0.95, and the note says how far the peer agrees with itself.
 *
 * @param orders how many orders of rows the peer is given for that
 */
export function sameDensityTree(orders: number): Comparison {
  return async (own, peer) => {
    const [edges, peerEdges] = [await own({ method: "hdbscan-tree" }), await peer({ method: "hdbscan-tree" })];
    const difference = largestDifference(edges.values!, peerEdges.values!);
    const { labels } = await own();
    const { labels: peerLabels } = await peer();
    const agreement = adjustedRandIndex(labels!, peerLabels!);
    const equal = difference <= 1e-9 && agreement >= 0.95;
    const tree = difference <= 1e-9 ? "the same tree" : `edges differ by up to ${difference.toExponential(1)}`;
    if (agreement > 1 - 1e-12) return equal ? { equal } : { equal, note: tree };
    let least = 1;
    for (let shuffle = 1; shuffle <= orders; shuffle++) {
      least = Math.min(least, adjustedRandIndex((await peer({ shuffle })).labels!, peerLabels!));
    }
    const itself = orders > 0 ? `; the peer's with itself over ${orders} orders of rows from ${least.toFixed(4)}` : "";
    return { equal, note: `${tree}, ties cut otherwise: ARI ${agreement.toFixed(4)}${itself}` };
  };
}
