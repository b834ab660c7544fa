import type { Matrix } from "../../core/matrix.js";
import { takeRoom } from "../kernels/kernel-room.js";
import type { MixturePasses, MixtureShape } from "./mixture-passes.js";
import { createSums } from "./mixture-sums.js";
import { fillTile, passRows, tileRows } from "./row-tile.js";

/**
 * The passes of expectation maximisation over the rows of a matrix as WebAssembly.
 *
 * @returns nothing where there are no kernels, and for diagonal covariances, which have too little to multiply
 */
export function kernelMixturePasses(
  { data, rows, columns }: Matrix,
  { components, covariance, block }: MixtureShape,
): MixturePasses | undefined {
  if (covariance !== "full") return undefined;
  const width = columns.length;
  const even = width + (width & 1);
  const filled = Math.ceil(rows / passRows) * passRows;
  const most = Math.min(filled, Math.ceil(block / passRows) * passRows);
  const ofComponent = most + 2 + width + even + width * width + width * even;
  const room = takeRoom(8 * (filled * width + components * ofComponent + 2 * most + 8 * even) + 256);
  if (!room) return undefined;
  const { kernels } = room;
  const tiles = room.numbers(filled * width);
  const means = room.numbers(components * width);
  const factors = room.numbers(components * width * width);
  const peaks = room.numbers(components);
  const shares = room.numbers(components * most);
  const largest = room.numbers(most);
  const totals = room.numbers(most);
  const scratch = room.numbers(8 * even);
  const counts = room.numbers(components);
  const differences = room.numbers(components * even);
  const products = room.numbers(components * width * even);
  const origin = new Float64Array(width);
  for (let from = 0; from < filled; from += tileRows)
    fillTile(data, width, from, origin, 0, tiles.values.subarray(from * width));

  const addShares = (from: number, to: number): void => {
    for (let c = 0; c < components; c++) {
      kernels.addTiles(
        tiles.at + from * width * 8,
        Math.ceil((to - from) / tileRows),
        width,
        means.at + c * width * 8,
        shares.at + c * most * 8,
        scratch.at,
        counts.at + c * 8,
        differences.at + c * even * 8,
        products.at + c * width * even * 8,
      );
    }
  };
  return {
    addStart: (start, centroids, from, to) => {
      means.values.set(centroids);
      shares.values.fill(0);
      for (let i = from; i < to; i++) shares.values[start[i]! * most + i - from] = 1;
      addShares(from, to);
    },
    add: (mixture, from, to) => {
      means.values.set(mixture.means);
      factors.values.set(mixture.factors);
      peaks.values.set(mixture.peaks);
      const all = Math.ceil((to - from) / passRows) * passRows;
      for (let c = 0; c < components; c++) {
        kernels.tileDistances(
          tiles.at + from * width * 8,
          all / tileRows,
          width,
          means.at + c * width * 8,
          factors.at + c * width * width * 8,
          scratch.at,
          shares.at + c * most * 8,
        );
      }
      kernels.shareRows(peaks.at, components, shares.at, most * 8, all, largest.at, totals.at);
      let sum = 0;
      for (let r = 0; r < to - from; r++) sum += largest.values[r]! + Math.log(totals.values[r]!);
      // the last row is repeated behind it, and counts once
      for (let r = to - from; r < all; r++) for (let c = 0; c < components; c++) shares.values[c * most + r] = 0;
      addShares(from, to);
      return sum;
    },
    takeSums: () => {
      const taken = createSums(components, width, width * width);
      taken.rows.set(counts.values);
      for (let c = 0; c < components; c++) {
        for (let i = 0; i < width; i++) {
          taken.differences[c * width + i] = differences.values[c * even + i]!;
          const pair = c * width * even + (i - (i & 1)) * width + (i & 1);
          for (let j = 0; j <= i; j++) taken.products[(c * width + i) * width + j] = products.values[pair + 2 * j]!;
        }
      }
      for (const { values } of [counts, differences, products]) values.fill(0);
      return taken;
    },
    leave: room.leave,
  };
}
