import { SegmentLabError } from "../core/errors.js";

/** Refuses what is no day of the calendar written as 2011-12-31. */
export function checkDay(option: string, day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) === true) return day;
  throw new SegmentLabError("bad-option", `${option} "${day}" is not a day as 2011-12-31`);
}
