import { SegmentLabError } from "../../core/errors.js";
import { tryLock } from "../../core/file-lock.js";

/**
 * Keeps a second run off the same download.
 *
 * @returns a function that takes the lock away
 * @throws SegmentLabError `bad-file` where another run is at it
 */
export function lockPart(path: string): () => void {
  const attempt = tryLock(`${path}.lock`);
  if ("release" in attempt) return attempt.release;
  throw new SegmentLabError(
    "bad-file",
    `another run (process ${attempt.owner}) is downloading to ${path}; let it finish`,
  );
}
