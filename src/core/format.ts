const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * 12345.6 → "12,346"; with `digits` that many decimals.
 *
 * @param value any number
 * @param digits decimals, 0 where left out
 * @returns text with thousands separators
 */
export function formatNumber(value: number, digits = 0): string {
  if (digits === 0) return whole.format(value);
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * 1234567.5 → "£1,234,568"; with `digits` that many decimals.
 *
 * @param value an amount, in the unit of the symbol
 * @param digits decimals, 0 where left out
 * @param symbol what stands in front, "£" where left out; `moneyFormat` knows it by currency
 * @returns text with thousands separators
 */
export function formatMoney(value: number, digits = 0, symbol = "£"): string {
  const sign = value < 0 ? "−" : "";
  return `${sign}${symbol}${formatNumber(Math.abs(value), digits)}`;
}

/**
 * 0.1234 → "12.3 %".
 *
 * @param value a share, 0 … 1
 * @param digits decimals of the percentage, 1 where left out
 * @returns a percentage as text
 */
export function formatShare(value: number, digits = 1): string {
  return `${formatNumber(value * 100, digits)} %`;
}

/**
 * A difference of shares in percentage points: −0.0312 → "−3.1 points".
 *
 * @param value a difference of shares, −1 … 1
 * @param digits decimals, 1 where left out
 * @returns points as text
 */
export function formatPoints(value: number, digits = 1): string {
  return `${formatNumber(100 * value, digits).replace("-", "−")} points`;
}

/** 2500000 → "2.5 MB", in millions of bytes. */
export function formatMegabytes(bytes: number, digits = 1): string {
  return `${formatNumber(bytes / 1e6, digits)} MB`;
}
