import type { Matrix } from "../../core/matrix.js";
import { kernelMixturePasses } from "./kernel-mixture-passes.js";
import type { Covariance, Mixture } from "./mixture.js";
import { addTile, createSums, type MixtureSums } from "./mixture-sums.js";
import { fillTile, tileRows } from "./row-tile.js";
import { tileMemberships } from "./tile-memberships.js";

/** What expectation maximisation does with all rows, block after block; a block begins at a multiple of `passRows`. */
export interface MixturePasses {
  /** Adds rows `from` … `to` − 1 to the sums, each to one component wholly; differences are from `means`. */
  addStart(start: Int32Array, means: Float64Array, from: number, to: number): void;
  /** Adds them by how far they belong to each component; returns the sum of their logarithms of the density. */
  add(mixture: Mixture, from: number, to: number): number;
  /** What was added since they were last taken. */
  takeSums(): MixtureSums;
  /** Ends the passes. */
  leave(): void;
}

/** The shape of a mixture, and the most rows of a block. */
export interface MixtureShape {
  readonly components: number;
  readonly covariance: Covariance;
  readonly block: number;
}

/** The passes over the rows of a matrix, by kernels where there are any. */
export function mixturePasses(matrix: Matrix, shape: MixtureShape): MixturePasses {
  return kernelMixturePasses(matrix, shape) ?? plainMixturePasses(matrix, shape);
}

/** The same in TypeScript, to the last digit. */
export function plainMixturePasses({ data, rows, columns }: Matrix, shape: MixtureShape): MixturePasses {
  const { components, covariance } = shape;
  const width = columns.length;
  const size = covariance === "diagonal" ? width : width * width;
  const tiles = new Float64Array(tileRows * width * components);
  const shares = new Float64Array(tileRows * components);
  const logs = new Float64Array(tileRows);
  let sums = createSums(components, width, size);
  return {
    addStart: (start, means, first, to) => {
      for (let from = first; from < to; from += tileRows) {
        shares.fill(0);
        for (let r = 0; r < tileRows && from + r < rows; r++) shares[start[from + r]! * tileRows + r] = 1;
        for (let c = 0; c < components; c++) fillTile(data, width, from, means, c, tiles);
        addTile(sums, tiles, shares);
      }
    },
    add: (mixture, first, to) => {
      let sum = 0;
      for (let from = first; from < to; from += tileRows) {
        tileMemberships(mixture, data, from, tiles, shares, logs);
        for (let r = 0; r < tileRows; r++) {
          if (from + r < rows) sum += logs[r]!;
          else for (let c = 0; c < components; c++) shares[c * tileRows + r] = 0;
        }
        addTile(sums, tiles, shares);
      }
      return sum;
    },
    takeSums: () => {
      const taken = sums;
      sums = createSums(components, width, size);
      return taken;
    },
    leave: () => undefined,
  };
}
