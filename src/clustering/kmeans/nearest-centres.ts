import { squaredDistance } from "../squared-distance.js";

/**
 * Labels rows `from` … `to` − 1 with their nearest centres, the lowest-numbered one in a tie.
 *
 * @param data rows × width numbers, row after row
 * @param centres k × width numbers
 * @param labels one a row, written
 * @returns the sum of the rows' squared distances to their centres
 */
export function nearestCentres(
  data: Float64Array,
  width: number,
  from: number,
  to: number,
  centres: Float64Array,
  labels: Int32Array,
): number {
  let inertia = 0;
  for (let i = from; i < to; i++) {
    let best = Number.POSITIVE_INFINITY;
    for (let c = 0, at = 0; at < centres.length; c++, at += width) {
      const squared = squaredDistance(data, i * width, centres, at, width);
      if (squared < best) {
        best = squared;
        labels[i] = c;
      }
    }
    inertia += best;
  }
  return inertia;
}
