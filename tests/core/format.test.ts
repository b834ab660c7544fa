import { describe, expect, it } from "vitest";
import { formatMoney, formatNumber, formatShare } from "../../src/core/format.js";

describe("a number in a sentence", () => {
  it("has thousands separators and the decimals that were asked for", () => {
    expect(formatNumber(1234567.891)).toBe("1,234,568");
    expect(formatNumber(0.5, 3)).toBe("0.500");
    expect(formatMoney(-1234.5, 2)).toBe("−£1,234.50");
    expect(formatMoney(2.4, 0, "€")).toBe("€2");
    expect(formatShare(0.08049)).toBe("8.0 %");
  });
});
