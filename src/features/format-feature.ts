import { formatNumber, formatShare } from "../core/format.js";
import { moneyFormat } from "../core/money.js";
import { weekdayNames } from "../core/weekday-names.js";
import type { Feature } from "./feature.js";

/** Units that a written value already shows. */
const shown: readonly string[] = ["currency", "share", "hour", "weekday", "0/1", "text", "score", "ratio"];

/**
 * A feature's value with its unit, as a reader wants it: "£1,234.50", "12.3 %", "Thursday", "13:30", "45 days".
 *
 * @param currency the code of the money
 */
export function formatFeature(value: number | string | null, unit: Feature["unit"], currency: string): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (unit === "currency") return moneyFormat(currency)(value, 2);
  if (unit === "share") return formatShare(value);
  if (unit === "0/1") return value === 1 ? "yes" : "no";
  if (unit === "weekday") return weekdayNames[value - 1] ?? String(value);
  if (unit === "hour") return clock(value);
  const number = formatNumber(value, Number.isInteger(value) ? 0 : 2).replace("-", "−");
  return shown.includes(unit) ? number : `${number} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}

function clock(hours: number): string {
  const minutes = Math.round(hours * 60) % 1440;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
