import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import { usableMemory } from "../hierarchical/check-memory.js";

/**
 * Refuses an operation before it starts, where what it keeps does not fit into this machine's memory.
 *
 * @param what the operation with its size: "memberships of 1,000,000 rows in 50,000 components"
 * @param bytes what it would keep
 * @param instead what to do instead
 * @param usable bytes that may be taken; `usableMemory()` where left out
 * @throws SegmentLabError `too-large`, with the size, what there is, and the alternative
 */
export function checkBytes(what: string, bytes: number, instead: string, usable = usableMemory()): void {
  if (bytes <= usable) return;
  const [wanted, given] = [bytes, usable].map((size) => `${formatNumber(size / 1e9, 1)} GB`);
  throw new SegmentLabError("too-large", `${what} would keep ${wanted}, this machine can give ${given}; ${instead}`);
}
