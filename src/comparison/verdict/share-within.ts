/**
 * How far a labelling only cuts another one finer: the share of the rows that lie in the coarse group in which most of
 * their own cluster lies (purity). Noise counts as a cluster.
 */
export function shareWithin(labels: ArrayLike<number>, coarse: ArrayLike<number>): number {
  const counts = new Map<number, Map<number, number>>();
  for (let i = 0; i < labels.length; i++) {
    const own = counts.get(labels[i]!) ?? new Map<number, number>();
    counts.set(labels[i]!, own.set(coarse[i]!, (own.get(coarse[i]!) ?? 0) + 1));
  }
  const within = [...counts.values()].reduce((sum, own) => sum + Math.max(...own.values()), 0);
  return within / labels.length;
}
