import { dirname } from "node:path";
import { CellError } from "./cell-error.js";
import { collectOutputs } from "./collect-outputs.js";
import { readFailure } from "./failure.js";
import { type Kernel, startKernel } from "./kernel.js";
import { type Cell, type Notebook, readNotebook } from "./notebook.js";

/** How far a notebook's run is. */
export interface CellProgress {
  readonly notebook: string;
  /** Code cells finished. */
  readonly done: number;
  /** Code cells in all. */
  readonly total: number;
  /** Milliseconds of the last finished cell; for people's eyes, never for comparable output. */
  readonly milliseconds: number;
}

/** How a notebook is run. */
export interface RunNotebookOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CellProgress) => void;
}

/**
 * Runs a notebook from top to bottom in a fresh kernel whose working folder is the notebook's.
 *
 * @param path an .ipynb file
 * @returns the notebook with the outputs of this run
 * @throws CellError when a cell fails, or when the kernel dies under it
 */
export async function runNotebook(path: string, options: RunNotebookOptions = {}): Promise<Notebook> {
  const { env = process.env, signal, onProgress } = options;
  const notebook = readNotebook(path);
  signal?.throwIfAborted();
  const kernel = await startKernel(dirname(path), env);
  const stop = () => void kernel.close();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return { ...notebook, cells: await runCells(kernel, notebook, onProgress) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    await kernel.close();
  }
}

async function runCells(
  kernel: Kernel,
  notebook: Notebook,
  onProgress: RunNotebookOptions["onProgress"],
): Promise<readonly Cell[]> {
  const total = notebook.cells.filter(isRun).length;
  const displays: Parameters<typeof collectOutputs>[0] = new Map();
  const collected: (() => Partial<Cell>)[] = [];
  let done = 0;
  onProgress?.({ notebook: notebook.name, done, total, milliseconds: 0 });
  for (const cell of notebook.cells) {
    if (!isRun(cell)) {
      collected.push(() => ({}));
      continue;
    }
    const started = performance.now();
    const collector = collectOutputs(displays);
    const place = { notebook: notebook.name, cell: done + 1, source: cell.source };
    const status = await kernel.execute(cell.source, collector.take).catch((cause: Error) => {
      throw new CellError({ ...place, line: null }, cause.message, cause.message);
    });
    const failure = readFailure(status, collector.outputs(), cell.source);
    if (failure) throw new CellError({ ...place, line: failure.line }, failure.message, failure.detail);
    const milliseconds = performance.now() - started;
    // a later cell may still update what this one shows
    collected.push(() => ({ outputs: collector.outputs(), seconds: milliseconds / 1000 }));
    done++;
    onProgress?.({ notebook: notebook.name, done, total, milliseconds });
  }
  return notebook.cells.map((cell, i) => ({ ...cell, ...collected[i]!() }));
}

function isRun(cell: Cell): boolean {
  return cell.kind === "code" && cell.source.trim() !== "";
}
