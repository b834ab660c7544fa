import type { Draws } from "./draws.js";
import type { OpenDay } from "./open-days.js";

/** A minute around a usual hour within the day's opening time. */
export function minuteIn({ opens, closes }: OpenDay, hour: number, draws: Draws): number {
  const minute = Math.floor(hour * 60 + 100 * draws.normal());
  return minute >= opens && minute < closes ? minute : opens + draws.integer(closes - opens);
}
