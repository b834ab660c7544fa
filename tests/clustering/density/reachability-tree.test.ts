import fc from "fast-check";
import { expect, test } from "vitest";
import { indexRows } from "../../../src/clustering/density/index-rows.js";
import { nearestRows } from "../../../src/clustering/density/nearest-rows.js";
import { reachabilityTree } from "../../../src/clustering/density/reachability-tree.js";
import { createMatrix } from "../../../src/core/matrix.js";

const go = () => undefined;

/** The weights of a minimum spanning tree by plain Prim, ascending. */
function plainWeights(rows: readonly (readonly number[])[], minSamples: number): number[] {
  const squares = rows.map((a) => rows.map((b) => a.reduce((sum, x, j) => sum + (x - b[j]!) ** 2, 0)));
  const core = squares.map((row) => [...row].sort((a, b) => a - b)[minSamples - 1]!);
  const least = rows.map(() => Number.POSITIVE_INFINITY);
  const left = new Set(rows.keys());
  const weights: number[] = [];
  for (let row = 0; left.delete(row) && left.size > 0; ) {
    for (const k of left) least[k] = Math.min(least[k]!, Math.max(squares[row]![k]!, core[row]!, core[k]!));
    row = [...left].reduce((best, k) => (least[k]! < least[best]! ? k : best));
    weights.push(least[row]!);
  }
  return weights.sort((a, b) => a - b);
}

test("spans all rows with the weights of Prim's tree, ties and equal rows or not, turned or not", async () => {
  const row = (width: number) => fc.array(fc.integer({ min: 0, max: 4 }), { minLength: width, maxLength: width });
  const rows = fc.constantFrom(1, 2, 6).chain((width) => fc.array(row(width), { minLength: 6, maxLength: 80 }));
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 6 }), async (all, minSamples) => {
      const index = indexRows(createMatrix(all), 4);
      const edges = await reachabilityTree(index, await nearestRows(index, minSamples, 3, go), go);
      expect([...edges.reach].sort((a, b) => a - b)).toEqual(plainWeights(all, minSamples));
      const parts = all.map((_, i) => i);
      edges.a.forEach((from, e) => {
        const [one, other] = [parts[from]!, parts[edges.b[e]!]!];
        expect(one).not.toBe(other);
        parts.forEach((part, i) => {
          if (part === other) parts[i] = one;
        });
      });
    }),
    { numRuns: 150 },
  );
});
