import type { RunOptions } from "../progress.js";

/** Work that another thread can do: a function, and where a thread finds it. */
export interface ThreadWork<Input, Output> {
  /** The file that exports this work, from src/ and without its ending: `clustering/fit-job`. */
  readonly module: string;
  /** The name it is exported under. */
  readonly name: string;
  /** What is said when it was stopped: "k-means". */
  readonly label: string;
  /** Plain values and typed arrays in and out; those on shared memory are seen by all threads, the rest is copied. */
  run(input: Input, options: RunOptions): Promise<Output>;
}

/** How one piece of work ended. */
export type Outcome<Output> =
  | { readonly value: Output; readonly error?: undefined }
  | { readonly error: Error; readonly value?: undefined };

/** What a thread is told. */
export interface ThreadTask {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
  readonly progress: import("node:worker_threads").MessagePort;
}

/** What a thread answers: classes do not survive the way, so a mistake travels as its code and message. */
export type ThreadAnswer =
  | { readonly value: unknown }
  | { readonly mistake: { readonly code: import("../errors.js").ErrorCode; readonly message: string } };
