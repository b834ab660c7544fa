import { CellError } from "./cell-error.js";
import type { CellFailure } from "./cell-failure.js";
import { collectOutputs } from "./collect-outputs.js";
import { declaredNames } from "./declared-names.js";
import { readFailure } from "./failure.js";
import type { Kernel } from "./kernel.js";
import { KernelDeath } from "./kernel-death.js";
import type { Cell, Notebook } from "./notebook.js";
import { injectedTag } from "./parameters.js";
import type { RunNotebookOptions } from "./run-notebook.js";
import { TimeLimitMet, withinLimits } from "./time-limits.js";

/** What running a notebook's cells takes. */
export interface CellsRun extends Pick<RunNotebookOptions, "limits" | "onProgress" | "onFailure" | "signal"> {
  /** Starts the kernel; the signal ends it. */
  readonly start: (signal: AbortSignal) => Promise<Kernel>;
}

/** A cell whose turn has come, and what became of it. */
interface Turn {
  /** Among the notebook's own code cells, from 1. */
  readonly number: number;
  readonly source: string;
  readonly collector: ReturnType<typeof collectOutputs>;
  seconds?: number;
  failure?: CellFailure;
}

/**
 * Runs the code cells in order in one kernel.
 *
 * @returns the cells with their outputs, and, where failures are told, with those
 * @throws CellError for the first failure, where failures are not told
 */
export async function runCells(notebook: Notebook, run: CellsRun): Promise<readonly Cell[]> {
  const { limits, onProgress } = run;
  const cells = notebook.cells.filter(isRun);
  const displays: Parameters<typeof collectOutputs>[0] = new Map();
  const turns = new Map<Cell, Turn>();
  const missing = new Map<string, number>();
  const fail = (turn: Turn, failure: CellFailure) => {
    const error = new CellError({ notebook: notebook.name, cell: turn.number, source: turn.source }, failure);
    if (!run.onFailure) throw error;
    turn.failure = failure;
    if (failure.kind !== "not-awaited") for (const name of declaredNames(turn.source)) missing.set(name, turn.number);
    if (failure.kind !== "needs-failed-cell" && failure.kind !== "not-run") run.onFailure(error);
  };
  const stop = new AbortController();
  const signal = run.signal ? AbortSignal.any([run.signal, stop.signal]) : stop.signal;
  let starting: Promise<Kernel> | undefined;
  const endKernel = async () => {
    stop.abort();
    await starting?.then((kernel) => kernel.close()).catch(() => {});
  };
  let end: number | undefined;
  let number = 0;
  onProgress?.({ notebook: notebook.name, done: 0, total: cells.length, milliseconds: 0 });
  try {
    for (const [done, cell] of cells.entries()) {
      if (!cell.tags?.includes(injectedTag)) number++;
      const turn: Turn = { number, source: cell.source, collector: collectOutputs(displays) };
      turns.set(cell, turn);
      if (end !== undefined) {
        fail(turn, bare("not-run", `the kernel ended in code cell ${end}`));
        continue;
      }
      let started = performance.now();
      try {
        starting ??= run.start(signal);
        // a kernel that starts has a minute of its own
        const kernel = await withinLimits(() => starting!, { ...limits, cellSeconds: Number.POSITIVE_INFINITY });
        started = performance.now();
        const status = await withinLimits(() => kernel.execute(cell.source, turn.collector.take), limits);
        const failure = readFailure(status, turn.collector.outputs(), cell.source);
        if (failure) fail(turn, traceBack(failure, missing));
      } catch (error) {
        run.signal?.throwIfAborted();
        const failure = lastFailure(error);
        if (!failure) throw error;
        end = number;
        await endKernel();
        fail(turn, failure);
      }
      turn.seconds = (performance.now() - started) / 1000;
      onProgress?.({ notebook: notebook.name, done: done + 1, total: cells.length, milliseconds: 1000 * turn.seconds });
    }
    // what a cell left running may have failed while others ran
    for (const turn of turns.values()) {
      const late = turn.failure ? null : readFailure("ok", turn.collector.outputs(), turn.source);
      if (late) fail(turn, late);
    }
  } finally {
    await endKernel();
  }
  return notebook.cells.map((cell) => {
    const turn = turns.get(cell);
    if (!turn) return cell;
    const { collector, seconds, failure } = turn;
    // a later cell may have updated what this one shows
    return { ...cell, outputs: collector.outputs(), ...(seconds && { seconds }), ...(failure && { failure }) };
  });
}

/** Whether a cell has code to run. */
export function isRun(cell: Cell): boolean {
  return cell.kind === "code" && cell.source.trim() !== "";
}

/** The failure after which no cell can run; null for what is no failure of a cell. */
function lastFailure(error: unknown): CellFailure | null {
  if (error instanceof TimeLimitMet) return bare(error.kind, error.message);
  if (error instanceof KernelDeath) return { ...bare("kernel-died", error.message), detail: error.detail };
  return null;
}

/** A cell that misses a name which a failed cell would have declared has not failed itself. */
function traceBack(failure: CellFailure, missing: ReadonlyMap<string, number>): CellFailure {
  const name = /^Cannot find name '([^']+)'/.exec(failure.message)?.[1];
  const cell = name === undefined ? undefined : missing.get(name);
  if (cell === undefined) return failure;
  return bare("needs-failed-cell", `it needs ${name} from code cell ${cell}`);
}

function bare(kind: CellFailure["kind"], message: string): CellFailure {
  return { kind, message, line: null, detail: "" };
}
