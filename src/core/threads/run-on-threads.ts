import { MessageChannel } from "node:worker_threads";
import { SegmentLabError } from "../errors.js";
import { type Progress, type RunOptions, throwIfAborted } from "../progress.js";
import { threadPool, threadsHere } from "./thread-pool.js";
import type { Outcome, ThreadAnswer, ThreadTask, ThreadWork } from "./thread-work.js";

/** How a batch of work runs. */
export interface ThreadOptions<Output = unknown> extends RunOptions {
  /** Told each outcome as it comes, in any order. */
  readonly onOutcome?: (index: number, outcome: Outcome<Output>) => void;
}

/**
 * Does the same work for several inputs, on as many threads as there are processors, and waits for all. A mistake in
 * one stands in its outcome and stops no other.
 *
 * @param work what to do; see `ThreadWork`
 * @param inputs one a task
 * @param options `threads`, `signal`, `onProgress`, `onOutcome`
 * @returns one outcome an input, in their order
 * @throws SegmentLabError `aborted`; any error that is not the user's
 */
export async function settleOnThreads<Input, Output>(
  work: ThreadWork<Input, Output>,
  inputs: readonly Input[],
  options: ThreadOptions<Output> = {},
): Promise<Outcome<Output>[]> {
  const { signal, onProgress, onOutcome } = options;
  throwIfAborted(signal, work.label);
  const threads = Math.min(threadsHere(options.threads), inputs.length);
  const outcomes = new Array<Outcome<Output>>(inputs.length);
  const shares = new Float64Array(inputs.length);
  let next = 0;
  let told = 0;
  const tell = (index: number, share: number): void => {
    shares[index] = Math.max(shares[index]!, share);
    // sums in another order may differ in their last digit
    told = Math.max(
      told,
      shares.reduce((sum, value) => sum + value, 0),
    );
    onProgress?.({ done: Math.min(told, inputs.length), total: inputs.length, label: work.label });
  };
  // one that fails ends the others too
  const stop = new AbortController();
  const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) {
      const report = ({ done, total }: Progress): void => tell(index, done / total);
      const run: RunOptions = { signal: all, onProgress: report, threads: 1 };
      const outcome = await settle(() =>
        threads > 1 ? runElsewhere(work, inputs[index]!, run) : work.run(inputs[index]!, run),
      );
      throwIfAborted(signal, work.label);
      outcomes[index] = outcome;
      onOutcome?.(index, outcome);
      tell(index, 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, worker));
  } finally {
    stop.abort();
  }
  return outcomes;
}

/**
 * As `settleOnThreads`, for work that must succeed: gives the values, and throws the first mistake in the order of
 * the inputs.
 */
export async function runOnThreads<Input, Output>(
  work: ThreadWork<Input, Output>,
  inputs: readonly Input[],
  options: ThreadOptions<Output> = {},
): Promise<Output[]> {
  const outcomes = await settleOnThreads(work, inputs, options);
  return outcomes.map(({ value, error }) => {
    if (error) throw error;
    return value as Output;
  });
}

async function settle<Output>(run: () => Promise<Output>): Promise<Outcome<Output>> {
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof SegmentLabError && error.code !== "aborted") return { error };
    throw error;
  }
}

/** Does work for one input on a thread, so that this one stays free for whatever comes in meanwhile. */
export async function runElsewhere<Input, Output>(
  work: ThreadWork<Input, Output>,
  input: Input,
  run: RunOptions,
): Promise<Output> {
  for (;;) {
    try {
      return await onThread(work, input, run);
    } catch (error) {
      throwIfAborted(run.signal, work.label);
      if (!isLost(error)) throw error;
    }
  }
}

/** tinypool 2.2.0 may hand a task to a thread that it is just ending for another one's signal: it was never begun. */
function isLost(error: unknown): boolean {
  return error instanceof Error && error.message === "Terminating worker thread";
}

async function onThread<Input, Output>(
  { module, name }: ThreadWork<Input, Output>,
  input: Input,
  { signal, onProgress }: RunOptions,
): Promise<Output> {
  const { port1, port2 } = new MessageChannel();
  port1.on("message", (step: Progress) => onProgress?.(step));
  // waiting for progress keeps no process alive
  port1.unref();
  const task: ThreadTask = { module, name, input, progress: port2 };
  try {
    const options = { transferList: [port2], ...(signal ? { signal } : {}) };
    const answer = (await threadPool().run(task, options)) as ThreadAnswer;
    if ("mistake" in answer) throw new SegmentLabError(answer.mistake.code, answer.mistake.message);
    return answer.value as Output;
  } finally {
    port1.close();
  }
}
