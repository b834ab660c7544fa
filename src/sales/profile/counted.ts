import { formatNumber } from "../../core/format.js";

/** 1 → "1 row", 1200 → "1,200 rows". */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
