import { formatNumber } from "../core/format.js";

/**
 * A value as a reader wants it inside a sentence or a cell: thousands separators, a true minus, ISO dates,
 * a dash for nothing.
 *
 * @param value any value; objects are written as JSON
 * @param digits decimals of numbers; 0 for whole numbers and at most 2 otherwise where left out
 */
export function formatValue(value: unknown, digits?: number): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "bigint") return value.toLocaleString("en-GB").replace("-", "−");
  if (typeof value === "number") return formatPlainNumber(value, digits);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) return formatDate(value);
  if (typeof value === "object")
    return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}` : item));
  return String(value);
}

function formatPlainNumber(value: number, digits: number | undefined): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const decimals = digits ?? (Number.isInteger(value) ? 0 : 2);
  // −0.001 with two digits is 0.00, not −0.00
  return formatNumber(Number(value.toFixed(decimals)) || 0, decimals).replace("-", "−");
}

function formatDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return "–";
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}
