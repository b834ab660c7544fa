import type { Mixture } from "./mixture.js";
import { fillTile } from "./row-tile.js";
import { shareRow } from "./share-row.js";
import { diagonalDistances, fullDistances } from "./tile-distances.js";

/**
 * How far four rows belong to each component (the E step).
 *
 * @param mixture the components
 * @param data rows × columns numbers, row after row
 * @param from the number of the first of the four rows; behind the last row it is repeated
 * @param tiles component after component 4 × columns numbers, overwritten with the differences from its mean
 * @param shares component after component four numbers, overwritten with the memberships: of each row in sum 1
 * @param logLikelihoods the four logarithms of the density, overwritten
 */
export function tileMemberships(
  { covariance, means, factors, peaks }: Mixture,
  data: Float64Array,
  from: number,
  tiles: Float64Array,
  shares: Float64Array,
  logLikelihoods: Float64Array,
): void {
  const components = peaks.length;
  const width = means.length / components;
  const size = factors.length / components;
  const distances = covariance === "full" ? fullDistances : diagonalDistances;
  for (let c = 0; c < components; c++) {
    fillTile(data, width, from, means, c, tiles);
    distances(tiles, c * width * 4, width, factors, c * size, shares, c * 4);
  }
  for (let r = 0; r < 4; r++) logLikelihoods[r] = shareRow(peaks, shares, r, 4);
}
