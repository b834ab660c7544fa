import { SegmentLabError } from "../../core/errors.js";

/** What to tell of an error that came while `out` was made: that it was stopped, that the disk is full, or the error itself. */
export function scaledShopError(error: unknown, signal: AbortSignal | undefined, out: string): unknown {
  if (signal?.aborted) return new SegmentLabError("aborted", "the synthetic shop was stopped");
  const message = error instanceof Error ? error.message : "";
  if (!/no space left|could not write|disk/i.test(message)) return error;
  return new SegmentLabError(
    "too-large",
    `${out} does not fit on the disk; give a smaller --customers or another --out`,
    { cause: error },
  );
}
