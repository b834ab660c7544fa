import { describe, expect, test } from "vitest";
import { type Combination, combinedDistances } from "../../../src/clustering/hierarchical/combined-distances.js";
import { condensedDistances } from "../../../src/clustering/hierarchical/condensed-distances.js";
import { followChain } from "../../../src/clustering/hierarchical/follow-chain.js";
import { kernelListDistances, plainListDistances } from "../../../src/clustering/hierarchical/list-distances.js";
import { sortMerges } from "../../../src/clustering/hierarchical/sort-merges.js";
import { visitedDistances } from "../../../src/clustering/hierarchical/visited-distances.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { goldenNames, largestGap, plainTree, readGolden, tieFreeNames } from "../golden.js";
import { noise } from "../planted.js";

const combinations: Combination[] = ["complete", "average", "weighted"];
const breathe = () => undefined;

/** Points with growing gaps: a chain from the first one visits them all before anything merges. */
const longChain = createMatrix(Array.from({ length: 40 }, (_, i) => [-(1.3 ** i), 0.01 * i]));

describe.each(combinations)("%s", (combination) => {
  const matrices = [...tieFreeNames.map((name) => readGolden(name).matrix), noise(301, 5), longChain];

  test("gives the tree of the matrix of all distances, kept in half the memory", async () => {
    for (const matrix of matrices) {
      const { rows } = matrix;
      const visited = visitedDistances(rows, combination, plainListDistances(matrix));
      const condensed = combinedDistances(await condensedDistances(matrix, breathe), rows, combination);
      const one = sortMerges(rows, await followChain(rows, visited, breathe));
      const other = sortMerges(rows, await followChain(rows, condensed, breathe));
      expect(plainTree(one)).toEqual(plainTree(other));
      expect(largestGap(one.height, other.height)).toBeLessThan(1e-12);
    }
  });

  test("gives the same digits by kernels, ties included", async () => {
    for (const matrix of [...goldenNames.map((name) => readGolden(name).matrix), ...matrices]) {
      const fast = kernelListDistances(matrix)!;
      const plain = visitedDistances(matrix.rows, combination, plainListDistances(matrix));
      const found = await followChain(matrix.rows, visitedDistances(matrix.rows, combination, fast), breathe);
      fast.leave();
      expect(found).toEqual(await followChain(matrix.rows, plain, breathe));
    }
  });
});
