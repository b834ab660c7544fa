import { expect, it } from "vitest";
import { columnTree } from "../../src/lab/column-tree.js";

it("joins columns by the mean of 1 − |r|, opposites as near as copies", async () => {
  // SciPy: linkage(squareform(1 - abs(r)), "average")
  const r = Float64Array.of(1, -0.9, 0.5, 0.1, -0.9, 1, 0.3, 0.2, 0.5, 0.3, 1, 0, 0.1, 0.2, 0, 1);
  const tree = await columnTree({ columns: ["a", "b", "c", "d"], values: r });
  expect([...tree!.left]).toEqual([0, 2, 3]);
  expect([...tree!.right]).toEqual([1, 4, 5]);
  expect([...tree!.height].map((height) => Number(height.toFixed(12)))).toEqual([0.1, 0.6, 0.9]);
  expect(await columnTree({ columns: ["a"], values: Float64Array.of(1) })).toBeNull();
});
