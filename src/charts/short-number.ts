import { formatNumber } from "../core/format.js";
import { currencySign } from "../core/money.js";
import { inertText } from "./inert-text.js";

/** "GBP" → "£"; a code without a symbol of its own stays, with a space behind it. */
export function currencySymbol(currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${inertText(currency)} `;
  const sign = currencySign(currency);
  return sign === currency ? `${currency} ` : sign;
}

/** Three figures that fit a cell: 1234567 → "1.23M", 12345 → "12.3k", 0.0345 → "0.03". */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  // bounds at the rounding edge, so that 999.96 is "1.00k" and never "1000"
  if (size >= 999_500) return `${sign}${threeFigures(size / 1e6)}M`;
  if (size >= 999.5) return `${sign}${threeFigures(size / 1e3)}k`;
  return `${size < 0.005 ? "" : sign}${threeFigures(size)}`;
}

/** 17124940.99 → "£17.1 million", 377488 → "£377,488". */
export function shortMoney(value: number, symbol: string): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size >= 999_950) return `${sign}${symbol}${formatNumber(size / 1e6, size >= 99_950_000 ? 0 : 1)} million`;
  return `${sign}${symbol}${formatNumber(size)}`;
}

/** Cuts decimals that no reader sees, to keep specs small. */
export function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

function threeFigures(size: number): string {
  if (size >= 99.95) return formatNumber(size);
  if (size >= 9.995) return formatNumber(size, 1);
  return formatNumber(size, size === 0 ? 0 : 2);
}
