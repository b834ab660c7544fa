/** How far a cluster can be believed to come back; none of these says that it is a group of its own. */
export type StabilityBand = "dissolves" | "doubtful" | "a pattern" | "stable" | "highly stable";

/**
 * Puts a mean Jaccard index into words, after Hennig (2007, 2008): up to 0.5 the cluster dissolves, below 0.6 it is
 * doubtful, below 0.75 a pattern whose members are uncertain, below 0.85 stable, from there highly stable.
 *
 * Stability never votes for structure: slices of one normal cloud come back too, with 0.90 and more up to k = 4.
 *
 * @param jaccard a mean over resamples, 0 … 1
 * @returns the word for it
 */
export function stabilityBand(jaccard: number): StabilityBand {
  if (jaccard <= 0.5) return "dissolves";
  if (jaccard < 0.6) return "doubtful";
  if (jaccard < 0.75) return "a pattern";
  return jaccard < 0.85 ? "stable" : "highly stable";
}
