import { SegmentLabError } from "../../core/errors.js";
import { type AttemptOptions, downloadAttempt } from "./download-attempt.js";
import { faultOf } from "./transfer-fault.js";

/** What is told before each new attempt. */
export interface Retry {
  readonly reason: string;
  readonly seconds: number;
  /** The attempt that follows, and how many there are in a row without progress. */
  readonly attempt: number;
  readonly attempts: number;
}

/** How a file is downloaded. */
export interface DownloadOptions extends AttemptOptions {
  /** Attempts in a row that may fail without bringing anything. */
  readonly attempts: number;
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  /** Judges the whole file; a TransferFault asks for another attempt. */
  readonly check: (path: string) => Promise<unknown>;
}

/** Attempts that bring at least this much do not count as failed. */
const progressBytes = 64 * 1024;

/**
 * Downloads and checks a file into its part file, with as many attempts as it takes while there is progress.
 *
 * @throws TransferFault, the last one, where no attempt is left or none would help
 */
export async function downloadFile(options: DownloadOptions): Promise<void> {
  const { part, url, attempts, sleep, signal, onRetry, check } = options;
  let furthest = part.bytes();
  let wasReached = false;
  for (let failures = 0; ; ) {
    try {
      await downloadAttempt(options);
      await check(part.path);
      return;
    } catch (error) {
      if (signal?.aborted) throw error;
      if (error instanceof SegmentLabError) throw error;
      const fault = faultOf(error, url.host);
      const { retry, discard, offline, waitSeconds } = fault.remedy;
      if (discard) part.clear();
      wasReached ||= !offline;
      // beyond what any attempt had: a file that starts anew for ever is no progress
      const isFurther = part.bytes() >= furthest + progressBytes;
      furthest = Math.max(furthest, part.bytes());
      failures = isFurther ? 1 : failures + 1;
      // a machine without a network need not be asked five times
      if (!retry || failures >= attempts || !wasReached) throw fault;
      const seconds = waitSeconds ?? retrySeconds(failures);
      onRetry?.({ reason: fault.message, seconds, attempt: failures + 1, attempts });
      await sleep(seconds * 1000, signal);
    }
  }
}

/** Exponential back-off: 1, 2, 4, … seconds, at most 30. */
export function retrySeconds(failures: number): number {
  return Math.min(30, 2 ** (failures - 1));
}
