import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { Tinypool } from "tinypool";

let pool: Tinypool | undefined;

/**
 * The one pool of threads of this process. Threads start with the first work and keep no process alive.
 */
export function threadPool(): Tinypool {
  pool ??= new Tinypool({
    filename: entryFile(),
    runtime: "worker_threads",
    isolateWorkers: false,
    // tinypool replaces a thread that was stopped only up to the minimum, and tasks would wait for ever
    minThreads: availableParallelism(),
    maxThreads: availableParallelism(),
    // what a kernel or a test runner was started with is not for threads
    execArgv: [],
  });
  return pool;
}

/** How many threads there are to work with; one inside of a thread, whose siblings have work of their own. */
export function threadsHere(wanted: number = availableParallelism()): number {
  return Tinypool.isWorkerThread ? 1 : Math.max(1, Math.min(wanted, availableParallelism()));
}

/** As built: a thread reads no TypeScript. */
function entryFile(): string {
  const library = dirname(createRequire(import.meta.url).resolve("segment-lab"));
  return join(library, "core", "threads", "thread-entry.js");
}
