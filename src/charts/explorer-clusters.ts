import type { ExplorerCandidate } from "./explorer-candidate.js";
import { meanSilhouette } from "./explorer-captions.js";
import { placeLabels } from "./place-labels.js";
import { roundTo } from "./short-number.js";

/** A cluster of a candidate, whatever is brushed; numbered −1 for noise. */
export interface ExplorerCluster {
  /** The candidate's number. */
  readonly r: number;
  readonly c: number;
  /** Customers. */
  readonly n: number;
  /** Mean silhouette, and the share of customers who lie closer to another cluster. */
  readonly s?: number;
  readonly below?: number;
  /** Mean Jaccard index over resamples. */
  readonly j?: number;
  /** Where its silhouettes begin and end, and where their label stands, 0 at the top and 1 at the bottom. */
  readonly from?: number;
  readonly to?: number;
  readonly at?: number;
}

/** The distance between two clusters in the plot of silhouettes, in customers. */
export function silhouetteGap(customers: number): number {
  return Math.max(1, Math.round(customers / 60));
}

/** How many customers high the plot of silhouettes is: those in clusters, and the distances between these. */
export function silhouetteRows({ labels }: Pick<ExplorerCandidate, "labels">): number {
  let clusters = 0;
  let customers = 0;
  for (const label of labels) {
    clusters = Math.max(clusters, label + 1);
    if (label >= 0) customers++;
  }
  return customers + Math.max(0, clusters - 1) * silhouetteGap(labels.length);
}

/**
 * One row a candidate and cluster, for what does not hang on the brush.
 *
 * @param height of the plot of silhouettes in pixels, so that the labels beside it do not overprint each other
 */
export function explorerClusters(candidates: readonly ExplorerCandidate[], height: number): ExplorerCluster[] {
  return candidates.flatMap((candidate, r) => {
    const clusters = clustersOf(candidate).map((cluster) => ({ r, ...cluster }));
    if (meanSilhouette(candidate) === null) {
      return clusters.map(({ s: _, below: __, ...rest }) => rest);
    }
    return placed(clusters, candidate, height);
  });
}

/** Lines of text are 11 px high. */
const line = 12;

function placed(clusters: readonly ExplorerCluster[], candidate: ExplorerCandidate, height: number): ExplorerCluster[] {
  const rows = silhouetteRows(candidate);
  const gap = silhouetteGap(candidate.labels.length);
  let end = -gap;
  const stood = clusters.map((cluster) => {
    if (cluster.c < 0) return cluster;
    const from = end + gap;
    end = from + cluster.n;
    return { ...cluster, from: roundTo(from / rows, 4), to: roundTo(end / rows, 4) };
  });
  // more labels than fit: the largest are named, and clusters are numbered by size
  const named = stood.filter(({ c, from }) => from !== undefined && c < Math.floor(height / line));
  const ys = placeLabels(
    named.map(({ from, to }) => ({ left: 0, width: 1, y: ((from! + to!) / 2) * height })),
    line,
    height - line / 2,
  );
  const at = new Map(named.map(({ c }, i) => [c, roundTo(ys[i]! / height, 4)]));
  return stood.map((cluster) => (at.has(cluster.c) ? { ...cluster, at: at.get(cluster.c)! } : cluster));
}

function clustersOf({ labels, silhouettes, jaccards }: ExplorerCandidate): Omit<ExplorerCluster, "r">[] {
  const sums = new Map<number, { n: number; s: number; below: number }>();
  labels.forEach((label, i) => {
    const sum = sums.get(label) ?? { n: 0, s: 0, below: 0 };
    const s = silhouettes?.[i] ?? 0;
    sums.set(label, { n: sum.n + 1, s: sum.s + s, below: sum.below + (s < 0 ? 1 : 0) });
  });
  return [...sums]
    .sort((a, b) => a[0] - b[0])
    .map(([c, { n, s, below }]) => {
      if (c < 0) return { c, n };
      const j = jaccards?.[c] ?? Number.NaN;
      return {
        ...{ c, n, s: roundTo(s / n, 3), below: roundTo(below / n, 3) },
        ...(Number.isFinite(j) && { j: roundTo(j, 3) }),
      };
    });
}
