import { describe, expect, it } from "vitest";
import { plantedCentres } from "../../bench/planted-centres.js";
import { plantedMembers } from "../../bench/planted-members.js";
import { onePersonaShop, plantedShop } from "../../bench/planted-shop.js";
import { createRandom } from "../../src/core/random.js";

describe("planted centres", () => {
  it("lie as far apart as asked, within the bounds", () => {
    const centres = plantedCentres(createRandom(1), 6, 4, 5, 6);
    for (const [i, a] of centres.entries()) {
      expect(Math.max(...a.map(Math.abs))).toBeLessThanOrEqual(6);
      for (const b of centres.slice(0, i)) {
        expect(Math.hypot(...a.map((x, j) => x - b[j]!))).toBeGreaterThanOrEqual(5);
      }
    }
    expect(centres).toHaveLength(6);
  });
});

describe("planted members", () => {
  it("are even without imbalance, and uneven with it", () => {
    const sizes = (imbalance: number) => {
      const members = plantedMembers(createRandom(3), 3000, 3, imbalance);
      return [0, 1, 2].map((group) => members.filter((member) => member === group).length);
    };
    expect(Math.min(...sizes(0))).toBeGreaterThan(900);
    expect(Math.max(...sizes(1.5)) / Math.min(...sizes(1.5))).toBeGreaterThan(2);
  });
});

describe("a planted shop", () => {
  it("is the same for the same seed, and another for another", () => {
    const [one, again, other] = [plantedShop(7), plantedShop(7), plantedShop(8)];
    expect(again).toEqual(one);
    expect(other.matrix.rows === one.matrix.rows && other.truth.length === one.truth.length).toBe(false);
  });

  it("holds 400 to 1,600 customers of 2 to 7 personas, and columns of mean 0 and deviation 1 under the product's names", () => {
    const { matrix, truth, difficulty } = plantedShop(7);
    expect(matrix.rows).toBe(truth.length);
    expect(matrix.rows).toBeGreaterThanOrEqual(400);
    expect(matrix.rows).toBeLessThanOrEqual(1600);
    expect(new Set(truth).size).toBeGreaterThan(1);
    expect(matrix.columns.filter((name) => name.startsWith("fact_"))).toHaveLength(difficulty.noiseColumns);
    expect(matrix.columns).toContain("recency_days");
    matrix.columns.forEach((_, j) => {
      const column = Array.from({ length: matrix.rows }, (_, i) => matrix.data[i * matrix.columns.length + j]!);
      const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
      expect(mean).toBeCloseTo(0, 8);
      expect(column.reduce((sum, x) => sum + x * x, 0) / column.length).toBeCloseTo(1, 1);
    });
  });

  it("of one persona has the same customers' worth of columns and no truth to find", () => {
    expect(onePersonaShop(7).matrix.rows).toBe(plantedShop(7).matrix.rows);
    expect(new Set(plantedShop(7, 1).truth).size).toBe(1);
  });
});
