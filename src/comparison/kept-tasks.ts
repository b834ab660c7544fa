import type { KeptResults } from "../core/kept-results.js";
import type { RunOptions } from "../core/progress.js";
import { settleOnThreads } from "../core/threads/run-on-threads.js";
import type { Outcome, ThreadWork } from "../core/threads/thread-work.js";

/** A task with the key that its result is kept under. */
export interface KeyedTask<Input> {
  readonly key: string;
  readonly input: Input;
}

/**
 * Does what was not done before: takes the results that were kept, runs the rest on threads, and keeps each as it comes,
 * so that a stopped run goes on where it was. Tasks of one key are done once.
 *
 * @returns one outcome a task, in their order
 */
export async function settleKeptTasks<Input, Output>(
  work: ThreadWork<Input, Output>,
  tasks: readonly KeyedTask<Input>[],
  kept: KeptResults,
  run: RunOptions,
): Promise<Outcome<Output>[]> {
  const found = new Map<string, Outcome<Output>>();
  const missing = new Map<string, Input>();
  for (const { key, input } of tasks) {
    const value = (await kept.get(key)) as Output | undefined;
    if (value === undefined) missing.set(key, input);
    else found.set(key, { value });
  }
  const keys = [...missing.keys()];
  const writes: Promise<void>[] = [];
  try {
    const outcomes = await settleOnThreads(work, [...missing.values()], {
      ...run,
      onOutcome: (index, { value }) => {
        if (value !== undefined) writes.push(kept.put(keys[index]!, value));
      },
    });
    keys.forEach((key, i) => {
      found.set(key, outcomes[i]!);
    });
  } finally {
    await Promise.all(writes);
  }
  return tasks.map(({ key }) => found.get(key)!);
}
