import { dirname } from "node:path";
import { diskRefusal } from "./disk-refusal.js";
import { SegmentLabError } from "./errors.js";

/**
 * Says in one line that the disk took no more of what the engine puts aside while it works; gives any other error back.
 *
 * @param folder where the engine puts aside what does not fit in memory
 */
export function spillRefusal(error: unknown, folder: string): unknown {
  const { message = "" } = error as Error;
  // the engine keeps within what was free when it started, and names that as a setting
  const isFull = message.includes("max_temp_directory_size");
  const refusal = isFull ? "the disk is full" : message.includes(folder) ? diskRefusal(error) : undefined;
  if (refusal === undefined) return error;
  const what = `while what does not fit in memory is put aside in ${dirname(folder)}`;
  const advice = "make room, or let TMPDIR name another disk";
  return new SegmentLabError("too-large", `${refusal} ${what}; ${advice}`, { cause: error });
}
