import { describe, expect, it } from "vitest";
import { columnDips } from "../../../src/comparison/null/column-dips.js";
import { findSeparateGroups } from "../../../src/comparison/null/find-separate-groups.js";
import { measureStructure } from "../../../src/comparison/null/measure-structure.js";
import { spikeColumns } from "../../../src/comparison/null/spike-columns.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";

/** A count, a share that is often 0, and two normal columns. */
function shop(copies = 1) {
  const random = createRandom(6);
  const rows = Array.from({ length: 600 }, () => {
    const isZero = random.next() < 0.4;
    const spiked = Array.from({ length: copies }, () => (isZero ? 0 : 6 + random.normal()));
    return [Math.floor(-3 * Math.log(1 - random.next())), ...spiked, random.normal(), random.normal()];
  });
  const names = Array.from({ length: copies }, (_, c) => `share_${c + 1}`);
  return createMatrix(rows, ["orders", ...names, "x", "y"]);
}

describe("the dips of columns", () => {
  it("show the share with a frequent value beside a hump, and neither counts nor normal values", () => {
    const dips = columnDips(shop());
    expect(dips[0]).toMatchObject({ column: "share_1", count: 600 });
    expect(dips[0]!.commonest).toBeCloseTo(0.4, 1);
    expect(dips.filter(({ p }) => p <= 0.01).map(({ column }) => column)).toEqual(["share_1"]);
    expect(dips.find(({ column }) => column === "orders")!.commonest).toBeGreaterThan(0.2);
  });
});

describe("columns with a spike", () => {
  it.each([1, 2])("are named where %i of them make the groups", async (copies) => {
    const matrix = shop(copies);
    const found = await findSeparateGroups(matrix);
    expect(found.groups).toBe(2);
    const named = await spikeColumns(matrix, found);
    expect(named.toSorted()).toEqual(["share_1", "share_2"].slice(0, copies));
  });
});

describe("measuring structure", () => {
  it("tells how far it is, never less than before, and stops on a signal", async () => {
    const seen: number[] = [];
    await measureStructure(shop(), { surrogates: 40, onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    await expect(measureStructure(shop(), { signal: AbortSignal.abort() })).rejects.toThrow("was stopped");
  });
});
