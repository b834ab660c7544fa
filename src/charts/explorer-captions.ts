import { formatNumber, formatShare } from "../core/format.js";
import type { ExplorerCandidate } from "./explorer-candidate.js";
import { shortenText } from "./inert-text.js";

/** What a candidate is and how many groups it found: "k-means, k = 5: 5 groups". */
export function explorerCaption(candidate: ExplorerCandidate): string {
  let clusters = 0;
  let noise = 0;
  for (const label of candidate.labels) {
    clusters = Math.max(clusters, label + 1);
    if (label < 0) noise++;
  }
  const setting =
    candidate.parameterName === "" ? "" : `, ${shortenText(candidate.parameterName, 20)} = ${candidate.parameter}`;
  const left = noise === 0 ? "" : `, noise ${formatShare(noise / candidate.labels.length)}`;
  const groups = `${formatNumber(clusters)} ${clusters === 1 ? "group" : "groups"}`;
  return `${shortenText(candidate.algorithm, 30)}${setting}: ${groups}${left}`;
}

/** How well its groups are apart, in one line: the mean silhouette, noise counted as 0. */
export function silhouetteCaption(candidate: ExplorerCandidate): string {
  const mean = meanSilhouette(candidate);
  return mean === null
    ? "fewer than two groups: no silhouettes"
    : `mean silhouette ${formatNumber(mean, 2).replace("-", "−")}, noise as 0`;
}

/** The mean over all customers, noise counted as 0; null where there are none. */
export function meanSilhouette({ labels, silhouettes }: ExplorerCandidate): number | null {
  if (!silhouettes || labels.every((label) => label < 1)) return null;
  let sum = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i]! >= 0) sum += silhouettes[i]!;
  return sum / labels.length;
}
