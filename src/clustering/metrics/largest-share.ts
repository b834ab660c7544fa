/**
 * The share of the rows in the largest group: how many of them who always names that group tells right.
 *
 * @param labels one a row; noise (below 0) counts as one more group
 * @returns 0 … 1; 0 without rows
 */
export function largestShare(labels: ArrayLike<number>): number {
  const sizes = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) sizes.set(labels[i]!, (sizes.get(labels[i]!) ?? 0) + 1);
  return labels.length === 0 ? 0 : Math.max(...sizes.values()) / labels.length;
}
