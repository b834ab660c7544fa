import { describe, expect, it } from "vitest";
import { appetiteFor } from "../../../src/sales/synthetic/appetite.js";
import { calibratedProfile } from "../../../src/sales/synthetic/calibrated-profile.js";
import { createDraws } from "../../../src/sales/synthetic/draws.js";
import { fillBasket } from "../../../src/sales/synthetic/fill-basket.js";
import { openDays } from "../../../src/sales/synthetic/open-days.js";
import { productCatalogue } from "../../../src/sales/synthetic/product-catalogue.js";

const products = productCatalogue(calibratedProfile, createDraws(1, 0));
const appetite = appetiteFor({ prices: "any", tastes: {} }, products);
const [day] = openDays();

const basketsOf = (lines: number, basket: typeof calibratedProfile.basket, isFirst: boolean) => {
  const draws = createDraws(1, 1);
  const shelf = { products, basket: { ...basket, lineSigma: 0 } };
  return Array.from({ length: 400 }, () =>
    fillBasket({ lines, units: 30 }, day!, appetite, shelf, isFirst ? [] : [...products.slice(0, 9)], draws),
  );
};
const unitsPerLine = (baskets: ReturnType<typeof basketsOf>): number => {
  const lines = baskets.flat();
  return lines.reduce((sum, { quantity }) => sum + quantity, 0) / lines.length;
};

describe("a basket of the calibrated shop", () => {
  it("has about half the units a line where it has four times the lines", () => {
    const { basket } = calibratedProfile;
    const ratio = unitsPerLine(basketsOf(5, basket, true)) / unitsPerLine(basketsOf(20, basket, true));
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
    const plain = { ...basket, balancedLines: 0 };
    const same = unitsPerLine(basketsOf(5, plain, true)) / unitsPerLine(basketsOf(20, plain, true));
    expect(same).toBeGreaterThan(0.9);
    expect(same).toBeLessThan(1.1);
  });

  it("only tops up after the first", () => {
    const few = (isFirst: boolean) =>
      basketsOf(20, calibratedProfile.basket, isFirst).filter(({ length }) => length <= 5).length / 400;
    expect(few(true)).toBe(0);
    expect(few(false)).toBeGreaterThan(0.12);
    expect(few(false)).toBeLessThan(0.23);
  });
});
