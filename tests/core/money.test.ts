import { expect, test } from "vitest";
import { moneyFormat, noCurrency } from "../../src/core/money.js";

test("money is written with its currency's sign, separators and the decimals that are asked for", () => {
  expect(moneyFormat("GBP")(-1234.5, 2)).toBe("−£1,234.50");
  expect(moneyFormat("EUR")(1234567)).toBe("€1,234,567");
  expect(moneyFormat(noCurrency)(3)).toBe("¤3");
});
