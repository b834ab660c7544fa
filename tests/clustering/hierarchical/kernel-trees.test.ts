import fc from "fast-check";
import { expect, test } from "vitest";
import { followChain } from "../../../src/clustering/hierarchical/follow-chain.js";
import { growTree, kernelReach, plainReach } from "../../../src/clustering/hierarchical/spanning-merges.js";
import { kernelWard, plainWard } from "../../../src/clustering/hierarchical/ward-distances.js";
import type { Matrix } from "../../../src/core/matrix.js";
import { noise } from "../planted.js";

const breathe = () => undefined;

/** Odd and even numbers of rows and columns; rounded values have ties. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 1, max: 80 }),
    width: fc.integer({ min: 1, max: 7 }),
    seed: fc.integer(),
    round: fc.boolean(),
  })
  .map(({ rows, width, seed, round }): Matrix => {
    const plain = noise(rows, width, seed);
    return round ? { ...plain, data: plain.data.map(Math.round) } : plain;
  });

test("ward's chain by kernels has the digits of its twin in TypeScript", async () => {
  await fc.assert(
    fc.asyncProperty(matrices, async (matrix) => {
      const fast = kernelWard(matrix)!;
      const found = await followChain(matrix.rows, fast, breathe);
      fast.leave();
      expect(found).toEqual(await followChain(matrix.rows, plainWard(matrix), breathe));
    }),
  );
});

test("a spanning tree by kernels has the digits of its twin in TypeScript", async () => {
  await fc.assert(
    fc.asyncProperty(matrices, async (matrix) => {
      const fast = kernelReach(matrix)!;
      const found = await growTree(matrix.rows, fast, breathe);
      fast.leave();
      expect(found).toEqual(await growTree(matrix.rows, plainReach(matrix), breathe));
    }),
  );
});
