import { describe, expect, it } from "vitest";
import { epsGrid } from "../../../src/comparison/choosing/eps-grid.js";
import { plantedBlobs } from "../../clustering/planted.js";

describe("the grid of eps and minPoints", () => {
  const { matrix } = plantedBlobs();

  it("goes from all noise over the planted groups to one cluster", async () => {
    const cells = await epsGrid(matrix, { eps: [0.001, 2.5, 100], minPoints: [5] });
    expect(cells.map(({ clusters }) => clusters)).toEqual([0, 3, 1]);
    expect(cells[0]).toMatchObject({ noiseShare: 1, largestShare: 0 });
    expect(cells[1]!.largestShare).toBeCloseTo(0.4 * (1 - cells[1]!.noiseShare), 1);
    expect(cells[2]).toMatchObject({ noiseShare: 0, largestShare: 1 });
  });

  it("stands around the knee of the k-distance curve where no eps is given", async () => {
    const cells = await epsGrid(matrix, { minPoints: [5, 10, 1000] });
    expect(cells.map(({ minPoints }) => minPoints)).toEqual([5, 5, 5, 5, 5, 10, 10, 10, 10, 10]);
    expect(cells.some(({ clusters, noiseShare }) => clusters === 3 && noiseShare < 0.1)).toBe(true);
  });
});
