import { SegmentLabError } from "../../core/errors.js";
import { placeLabels } from "./place-labels.js";

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
  const [placedA, placedB] = [placeLabels(a), placeLabels(b)];
  const across = placedB.labels.length;
  const cellOf = (i: number): number => placedA.places[i]! * across + placedB.places[i]!;
  return {
    rows,
    labelsA: placedA.labels,
    labelsB: placedB.labels,
    sizesA: placedA.sizes,
    sizesB: placedB.sizes,
    cells: countCells(rows, cellOf, placedA.labels.length * across).map(([cell, count]) => {
      return { a: Math.floor(cell / across), b: cell % across, count };
    }),
  };
}

/** How many rows fall into each cell that any falls into, ascending; a large table is mostly empty. */
function countCells(rows: number, cellOf: (i: number) => number, all: number): (readonly [number, number])[] {
  if (all > 4 * rows + 1000) {
    const counts = new Map<number, number>();
    for (let i = 0; i < rows; i++) counts.set(cellOf(i), (counts.get(cellOf(i)) ?? 0) + 1);
    return [...counts].sort(([p], [q]) => p - q);
  }
  const counts = new Int32Array(all);
  for (let i = 0; i < rows; i++) counts[cellOf(i)]!++;
  return [...counts.entries()].filter(([, count]) => count > 0);
}
