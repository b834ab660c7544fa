import { formatNumber, formatShare } from "../src/core/format.js";
import type { BenchRow } from "./bench-row.js";

/** 0.01234 s → "0.012 s", 12.34 MB → "12 MB": three figures at most, and the unit. */
export function formatFigure(value: number, unit: BenchRow["unit"]): string {
  if (unit === "exponent") return value.toFixed(2);
  if (unit === "share") return formatShare(value);
  const digits = unit === "MB" ? (value < 10 ? 1 : 0) : value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${formatNumber(value, digits)} ${unit}`;
}
