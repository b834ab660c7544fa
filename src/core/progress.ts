import { SegmentLabError } from "./errors.js";

/** How far a long piece of work is; `done / total` never decreases. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What every long-running function takes: stop on a signal, tell how far it is, use so many threads. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Threads at most, where there is work for several; every processor where left out. No result depends on it. */
  readonly threads?: number;
}

/**
 * Lets the event loop run about every 50 ms of a long computation, so that signals and interrupts are heard.
 * Call the returned function often and await what it gives, if anything.
 */
export function createBreather({ signal, onProgress }: RunOptions, label: string) {
  let last = performance.now();
  return (done: number, total: number): Promise<void> | undefined => {
    const now = performance.now();
    if (now - last < 50) return undefined;
    last = now;
    onProgress?.({ done, total, label });
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      last = performance.now();
      throwIfAborted(signal, label);
    });
  };
}

/** Stops with a SegmentLabError `aborted` when the signal was given. */
export function throwIfAborted(signal: AbortSignal | undefined, label: string): void {
  if (signal?.aborted) throw new SegmentLabError("aborted", `${label} was stopped`);
}

/**
 * Parts the progress of a piece of work among its stages.
 *
 * @param shares one a stage, in their order; they sum to 1
 * @returns for the number of a stage the options that it is to be run with
 */
export function splitProgress({ onProgress, ...quiet }: RunOptions, shares: readonly number[]) {
  return (stage: number): RunOptions => {
    if (!onProgress) return quiet;
    const from = shares.slice(0, stage).reduce((sum, share) => sum + share, 0);
    const report = ({ done, total, label }: Progress): void =>
      onProgress({ done: Math.min(1, from + (shares[stage]! * done) / total), total: 1, label });
    return { ...quiet, onProgress: report };
  };
}
