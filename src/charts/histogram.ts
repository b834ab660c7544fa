/** Bins of equal width: bin i counts values in [edges[i], edges[i + 1]), the last one closed. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/**
 * Counts values in bins of equal, round width.
 *
 * @param values any numbers; what is not finite is left out
 * @param most the greatest number of bins
 */
export function histogram(values: ArrayLike<number>, most = 40): Histogram {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { edges: [], counts: [] };
  const width = roundWidth((high - low) / (most - 1)) || Math.abs(low) || 1;
  const start = Math.floor(low / width);
  const bins = Math.max(1, Math.floor(high / width) - start + 1);
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isFinite(value)) counts[Math.min(bins - 1, Math.floor(value / width) - start)]!++;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, i) => Number(((start + i) * width).toPrecision(12))), counts };
}

// the next of 1, 2, 2.5, 5, 10 × a power of ten that is not smaller
function roundWidth(width: number): number {
  if (!(width > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 2.5, 5].find((step) => step * power >= width * (1 - 1e-9)) ?? 10);
}
