import { SegmentLabError } from "../../core/errors.js";

/** How two labelings of the same rows meet. */
export interface ContingencyTable {
  readonly rows: number;
  /** The first labeling's labels, ascending; noise is one of them. */
  readonly labelsA: readonly number[];
  readonly labelsB: readonly number[];
  /** How many rows carry each of `labelsA`. */
  readonly sizesA: readonly number[];
  readonly sizesB: readonly number[];
  /** The pairs that occur: places in `labelsA` and `labelsB`, and how many rows carry both. */
  readonly cells: readonly { readonly a: number; readonly b: number; readonly count: number }[];
}

/**
 * Counts how often each label of one clustering meets each label of another.
 *
 * @param a one label a row
 * @param b one label a row, in any numbering
 * @returns the table, pairs that do not occur left out
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function contingencyTable(a: ArrayLike<number>, b: ArrayLike<number>): ContingencyTable {
  const rows = a.length;
  if (b.length !== rows) {
    throw new SegmentLabError("bad-value", `${rows} labels cannot be compared with ${b.length}; take the same rows`);
  }
  const [labelsA, labelsB] = [distinct(a), distinct(b)];
  const placesA = new Map(labelsA.map((label, place) => [label, place]));
  const placesB = new Map(labelsB.map((label, place) => [label, place]));
  const sizesA = new Array<number>(labelsA.length).fill(0);
  const sizesB = new Array<number>(labelsB.length).fill(0);
  const counts = new Map<number, number>();
  for (let i = 0; i < rows; i++) {
    const p = placesA.get(a[i]!)!;
    const q = placesB.get(b[i]!)!;
    sizesA[p]!++;
    sizesB[q]!++;
    const cell = p * labelsB.length + q;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const cells = [...counts]
    .sort(([p], [q]) => p - q)
    .map(([cell, count]) => ({ a: Math.floor(cell / labelsB.length), b: cell % labelsB.length, count }));
  return { rows, labelsA, labelsB, sizesA, sizesB, cells };
}

function distinct(labels: ArrayLike<number>): number[] {
  return [...new Set(Array.from(labels))].sort((p, q) => p - q);
}
