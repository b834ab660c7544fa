import type { RunOptions } from "../core/progress.js";

/**
 * Runs a step as part of a longer piece of work: the same signal, its progress as a share of the whole.
 *
 * @param run what the whole piece was given
 * @param from the share of the whole that is done before the step
 * @param share the step's own share
 */
export function partOfRun({ signal, onProgress }: RunOptions, from: number, share: number): RunOptions {
  if (!onProgress) return { signal };
  return {
    signal,
    onProgress: ({ done, total, label }) => onProgress({ done: from + share * (done / total), total: 1, label }),
  };
}
