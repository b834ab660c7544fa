import { totalmem } from "node:os";
import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";

/** one array of the engine holds 2^32 numbers at most */
const largestArray = 8 * 2 ** 32;

/** the rest is for the matrix itself, the system and whoever else runs */
const usableShare = 0.75;

/**
 * The memory that one operation may take: three quarters of the machine's, or of the container's where that is less.
 *
 * @returns bytes
 */
export function usableMemory(): number {
  // 0 or absent: not known; a huge number: no limit
  const constrained = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(usableShare * Math.min(totalmem(), constrained), largestArray);
}

/**
 * Refuses an operation that keeps a number for each pair of rows before it starts, where they do not fit.
 *
 * @param what the operation as its user knows it: "average linkage"
 * @param rows the number of rows: rows · (rows − 1) / 2 pairs of 8 bytes
 * @param instead what to do instead
 * @param usable bytes that may be taken; `usableMemory()` where left out
 * @throws SegmentLabError `too-large`, with the size, what there is, and the alternative
 */
export function checkMemory(what: string, rows: number, instead: string, usable = usableMemory()): void {
  const bytes = (rows * (rows - 1) * 8) / 2;
  if (bytes <= usable) return;
  const most = Math.floor(Math.sqrt(usable / 4));
  throw new SegmentLabError(
    "too-large",
    `${what} of ${formatNumber(rows)} rows would keep ${gigabytes(bytes)} of distances, this machine can give ` +
      `${gigabytes(usable)} (about ${formatNumber(most)} rows); ${instead}`,
  );
}

function gigabytes(bytes: number): string {
  return `${formatNumber(bytes / 1e9, 1)} GB`;
}
