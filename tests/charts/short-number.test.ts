import { expect, test } from "vitest";
import { currencySymbol, shortMoney, shortNumber } from "../../src/charts/short-number.js";

test("keeps three figures and never rolls over into four", () => {
  const numbers = [0, 0.034, 1.234, 9.996, 99.96, 999.6, 12345, 999_600, 1_234_567, -12.34, -0.001];
  expect(numbers.map(shortNumber)).toEqual([
    "0",
    "0.03",
    "1.23",
    "10.0",
    "100",
    "1.00k",
    "12.3k",
    "1.00M",
    "1.23M",
    "−12.3",
    "0.00",
  ]);
});

test("writes large sums in millions", () => {
  expect(shortMoney(17124940.997, "£")).toBe("£17.1 million");
  expect(shortMoney(-377488.45, "£")).toBe("−£377,488");
  expect(["GBP", "EUR", "USD", "JPY", "XXX", "CHF"].map(currencySymbol)).toEqual(["£", "€", "$", "¥", "¤", "CHF "]);
  expect(currencySymbol('X"\\')).toBe("X·· ");
});
