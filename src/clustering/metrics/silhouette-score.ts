/**
 * Averages silhouettes. In a scorecard noise counts as 0 (`zero`), else an algorithm that calls everything hard
 * noise would win; beside a silhouette plot, which leaves noise out, the mean leaves it out too (`excluded`).
 *
 * @param silhouettes one number a row as `silhouettes` gives them, NaN for noise
 * @param noise `zero` where left out, else `excluded`
 * @returns the mean, −1 … 1; NaN where there were fewer than two clusters
 * @example const [values] = await silhouettes(matrix, [clustering.labels]); silhouetteScore(values);
 */
export function silhouetteScore(silhouettes: Float64Array, noise: "zero" | "excluded" = "zero"): number {
  let sum = 0;
  let clustered = 0;
  for (const value of silhouettes) {
    if (Number.isNaN(value)) continue;
    sum += value;
    clustered++;
  }
  if (clustered === 0) return Number.NaN;
  return sum / (noise === "zero" ? silhouettes.length : clustered);
}
