import { addProducts } from "./add-products.js";
import { type Covariance, createMixture, type Mixture } from "./mixture.js";

/** added to the rows of each component, as scikit-learn does: ten times the spacing of numbers at 1 */
const leastRows = 10 * Number.EPSILON;

/** Sums over the rows, weighted by membership, from which the next mixture follows (the M step). */
export interface MixtureSums {
  /** One a component: the sum of memberships. */
  readonly rows: Float64Array;
  /** components × columns: the sums of differences from the component's former mean. */
  readonly differences: Float64Array;
  /** The sums of products of differences, shaped as the covariances; of a full one the lower triangle. */
  readonly products: Float64Array;
}

/** Empty sums for a mixture's shape. */
export function createSums(components: number, width: number, size: number): MixtureSums {
  return {
    rows: new Float64Array(components),
    differences: new Float64Array(components * width),
    products: new Float64Array(components * size),
  };
}

/**
 * Adds four rows to the sums.
 *
 * @param tiles component after component their differences from its mean, as `fillTile` writes them
 * @param shares component after component the memberships of the four rows; 0 where a row does not count
 */
export function addTile({ rows, differences, products }: MixtureSums, tiles: Float64Array, shares: Float64Array): void {
  const components = rows.length;
  const width = differences.length / components;
  const size = products.length / components;
  for (let c = 0; c < components; c++) {
    const w0 = shares[c * 4]!;
    const w1 = shares[c * 4 + 1]!;
    const w2 = shares[c * 4 + 2]!;
    const w3 = shares[c * 4 + 3]!;
    const sum = w0 + w2 + (w1 + w3);
    if (sum === 0) continue;
    rows[c]! += sum;
    const first = c * width * 4;
    for (let i = 0, p = first; i < width; i++, p += 4) {
      differences[c * width + i]! += w0 * tiles[p]! + w2 * tiles[p + 2]! + (w1 * tiles[p + 1]! + w3 * tiles[p + 3]!);
    }
    if (size !== width) {
      addProducts(products, c * size, tiles, first, width, w0, w1, w2, w3);
      continue;
    }
    for (let i = 0, p = first; i < width; i++, p += 4) {
      products[c * width + i]! +=
        w0 * tiles[p]! * tiles[p]! +
        w2 * tiles[p + 2]! * tiles[p + 2]! +
        (w1 * tiles[p + 1]! * tiles[p + 1]! + w3 * tiles[p + 3]! * tiles[p + 3]!);
    }
  }
}

/**
 * The mixture of largest likelihood for the memberships that were summed.
 *
 * @param sums over all rows
 * @param former components × width numbers: the means from which differences were measured
 * @param regularisation added to every variance, in squared units of the matrix
 */
export function mixtureOf(
  { rows, differences, products }: MixtureSums,
  former: Float64Array,
  regularisation: number,
  covariance: Covariance,
): Mixture {
  const components = rows.length;
  const width = former.length / components;
  const size = products.length / components;
  const full = covariance === "full";
  const means: Float64Array = new Float64Array(former.length);
  const covariances: Float64Array = new Float64Array(products.length);
  const counts: Float64Array = rows.map((sum) => sum + leastRows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let c = 0; c < components; c++) {
    const count = counts[c]!;
    const sums = differences.subarray(c * width, (c + 1) * width);
    const moves = sums.map((sum, j) => {
      const mean = (sum + rows[c]! * former[c * width + j]!) / count;
      means[c * width + j] = mean;
      return mean - former[c * width + j]!;
    });
    // what was measured from the former mean, moved to the new one
    const moved = (i: number, j: number, product: number) =>
      (product - sums[i]! * moves[j]! - moves[i]! * sums[j]! + rows[c]! * moves[i]! * moves[j]!) / count;
    for (let i = 0; i < width; i++) {
      const own = full ? c * size + i * width + i : c * width + i;
      for (let j = 0; full && j < i; j++) {
        const value = moved(i, j, products[c * size + i * width + j]!);
        covariances[c * size + i * width + j] = value;
        covariances[c * size + j * width + i] = value;
      }
      covariances[own] = moved(i, i, products[own]!) + regularisation;
    }
  }
  const weights: Float64Array = counts.map((count) => count / total);
  return createMixture({ covariance, weights, means, covariances });
}
