import { describe, expect, it } from "vitest";
import { seedSensitivity } from "../../../src/comparison/stability/seed-sensitivity.js";
import { noise, plantedBlobs } from "../../clustering/planted.js";

describe("seed sensitivity", () => {
  it("is nothing where the groups are clear", async () => {
    const { mean, least, agreement } = await seedSensitivity(plantedBlobs().matrix, {
      algorithm: "kmeans",
      options: { k: 3 },
    });
    expect([mean, least]).toEqual([1, 1]);
    expect(agreement).toHaveLength(100);
  });

  it("shows where the seed decides", async () => {
    const { mean, least, agreement } = await seedSensitivity(
      noise(300, 4),
      { algorithm: "kmeans", options: { k: 6, starts: 1 } },
      { seeds: [1, 2, 3] },
    );
    expect(least).toBeLessThan(0.8);
    expect(mean).toBeCloseTo((agreement[1]! + agreement[2]! + agreement[5]!) / 3, 12);
  });
});
