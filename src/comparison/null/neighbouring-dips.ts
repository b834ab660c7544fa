import { clusterCentroids } from "../../clustering/cluster-centroids.js";
import { squaredDistance } from "../../clustering/squared-distance.js";
import type { Matrix } from "../../core/matrix.js";
import { createRandom } from "../../core/random.js";
import { type Dip, dipTest } from "./dip-test.js";
import { spreadTies } from "./spread-ties.js";

/** Whether there is a valley between two clusters. */
export interface NeighbouringDip extends Dip {
  /** The clusters, the smaller number first. */
  readonly a: number;
  readonly b: number;
}

/**
 * Looks for a valley between clusters: the rows of two neighbours are projected on the line between their centres and
 * tested for two modes (Hartigan and Hartigan 1985). Slices of one cloud have none. Two clusters are neighbours where no third
 * centre lies in the sphere that spans theirs (Gabriel and Sokal 1969). Equal values of a column are spread first, so that
 * counts are no modes.
 *
 * @param matrix the clustered rows
 * @param labels one a row; negative is noise
 * @param options `seed` of the order in which equal values are spread
 * @returns one entry a pair of neighbours, the clearest valley first
 * @example const [clearest] = neighbouringDips(matrix, clustering.labels);
 */
export function neighbouringDips(
  matrix: Matrix,
  labels: ArrayLike<number>,
  options: { readonly seed?: number } = {},
): NeighbouringDip[] {
  const { rows, columns } = matrix;
  const width = columns.length;
  const data = spreadColumns(matrix, options.seed ?? 1);
  const { centroids, sizes } = clusterCentroids({ ...matrix, data }, labels);
  const centre = (c: number, j: number) => centroids.data[c * width + j]!;
  const dips: NeighbouringDip[] = [];
  for (let b = 0; b < sizes.length; b++) {
    for (let a = 0; a < b; a++) {
      if (sizes[a] === 0 || sizes[b] === 0 || !areNeighbours(centroids.data, width, sizes, a, b)) continue;
      const projected: number[] = [];
      for (let i = 0; i < rows; i++) {
        if (labels[i] !== a && labels[i] !== b) continue;
        let along = 0;
        for (let j = 0; j < width; j++) along += data[i * width + j]! * (centre(b, j) - centre(a, j));
        projected.push(along);
      }
      dips.push({ a, b, ...dipTest(projected) });
    }
  }
  return dips.sort((p, q) => q.dip - p.dip || p.a - q.a || p.b - q.b);
}

function spreadColumns({ data, rows, columns }: Matrix, seed: number): Float64Array {
  const random = createRandom(seed);
  const spread: Float64Array = new Float64Array(data.length);
  columns.forEach((_, j) => {
    const column = Float64Array.from({ length: rows }, (_, i) => data[i * columns.length + j]!);
    spreadTies(column, random).forEach((value, i) => {
      spread[i * columns.length + j] = value;
    });
  });
  return spread;
}

function areNeighbours(centres: Float64Array, width: number, sizes: Int32Array, a: number, b: number): boolean {
  const apart = squaredDistance(centres, a * width, centres, b * width, width);
  return sizes.every((size, c) => {
    if (c === a || c === b || size === 0) return true;
    const [toA, toB] = [a, b].map((end) => squaredDistance(centres, end * width, centres, c * width, width));
    return toA! + toB! >= apart;
  });
}
