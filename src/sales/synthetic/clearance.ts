import type { OpenDay } from "./open-days.js";

/** Clearance weeks: the first three weeks of January and of July. */
export function isClearance({ month, date }: OpenDay): boolean {
  return (month === 1 || month === 7) && Number(date.slice(8)) <= 21;
}
