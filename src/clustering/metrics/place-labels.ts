/** A labeling told in places of its distinct labels. */
export interface PlacedLabels {
  /** The distinct labels, ascending. */
  readonly labels: readonly number[];
  /** One a row: the place of its label in `labels`. */
  readonly places: Int32Array;
  /** How many rows carry each of `labels`. */
  readonly sizes: readonly number[];
}

/** Numbers a labeling's labels from 0 by their order. */
export function placeLabels(given: ArrayLike<number>): PlacedLabels {
  const seen = new Map<number, number>();
  const firsts = new Int32Array(given.length);
  for (let i = 0; i < given.length; i++) {
    const label = given[i]!;
    let first = seen.get(label);
    if (first === undefined) {
      first = seen.size;
      seen.set(label, first);
    }
    firsts[i] = first;
  }
  const labels = [...seen.keys()].sort((p, q) => p - q);
  const placeOf = new Int32Array(labels.length);
  labels.forEach((label, place) => {
    placeOf[seen.get(label)!] = place;
  });
  const sizes = new Int32Array(labels.length);
  const places = firsts.map((first) => placeOf[first]!);
  for (const place of places) sizes[place]!++;
  return { labels, places, sizes: [...sizes] };
}
