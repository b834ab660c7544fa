import { squaredDistance } from "../squared-distance.js";

/** The rows of each centre, added up. */
export interface RowSums {
  /** k × width numbers. */
  readonly sums: Float64Array;
  /** One a centre: how many rows it has. */
  readonly counts: Int32Array;
}

/** Adds up the rows of each centre; what the sums held before is lost. */
export function sumRows(data: Float64Array, width: number, labels: Int32Array, { sums, counts }: RowSums): void {
  sums.fill(0);
  counts.fill(0);
  for (let i = 0, at = 0; i < labels.length; i++) {
    const to = labels[i]! * width;
    counts[labels[i]!]!++;
    for (let j = 0; j < width; j++, at++) sums[to + j]! += data[at]!;
  }
}

/**
 * Moves every centre to the mean of its rows. A centre without rows takes the row farthest from its own centre,
 * as scikit-learn does; where every row sits on its centre it stays.
 *
 * @param data rows × width numbers, row after row
 * @param labels one centre's number a row
 * @param centres k × width numbers
 * @param rowSums the rows of each centre, added up; changed
 * @returns the new centres, k × width
 */
export function meanCentres(
  data: Float64Array,
  width: number,
  labels: Int32Array,
  centres: Float64Array,
  { sums: means, counts }: RowSums,
): Float64Array {
  const k = counts.length;
  const empty = [...counts.keys()].filter((c) => counts[c] === 0);
  const far = empty.length === 0 ? [] : farthestRows(data, width, labels, centres, empty.length);
  empty.forEach((c, e) => {
    const row = far[e];
    if (row === undefined) return;
    const from = labels[row]!;
    counts[from]!--;
    counts[c] = 1;
    for (let j = 0; j < width; j++) {
      means[c * width + j] = data[row * width + j]!;
      means[from * width + j]! -= data[row * width + j]!;
    }
  });
  for (let c = 0; c < k; c++) {
    for (let j = c * width; j < (c + 1) * width; j++) means[j] = counts[c] === 0 ? centres[j]! : means[j]! / counts[c]!;
  }
  return means;
}

/** The rows farthest from their own centres, farthest first, at most `count`, none of them on its centre. */
function farthestRows(data: Float64Array, width: number, labels: Int32Array, centres: Float64Array, count: number) {
  const distances = Float64Array.from(labels, (label, i) =>
    squaredDistance(data, i * width, centres, label * width, width),
  );
  return [...labels.keys()]
    .filter((i) => distances[i]! > 0)
    .sort((a, b) => distances[b]! - distances[a]! || a - b)
    .slice(0, count);
}
