import { dirname } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import { CellError } from "./cell-error.js";
import { compileAhead } from "./compile/compile-ahead.js";
import type { Compiler } from "./compile/start-compiler.js";
import { startKernel } from "./kernel.js";
import { type Notebook, notebookHash, readNotebook } from "./notebook.js";
import { injectedTag, injectParameters } from "./parameters.js";
import type { GivenParameters } from "./parse-parameters.js";
import { type CellsRun, isRun, runCells } from "./run-cells.js";
import type { TimeLimits } from "./time-limits.js";

/** How far a notebook's run is. */
export interface CellProgress {
  readonly notebook: string;
  /** Code cells finished. */
  readonly done: number;
  /** Code cells in all. */
  readonly total: number;
  /** Milliseconds of the last finished cell; for people's eyes, never for comparable output. */
  readonly milliseconds: number;
  /** Whether the page is taken from an earlier run, since nothing changed. */
  readonly isKept?: boolean;
}

/** How a notebook is run. */
export interface RunNotebookOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CellProgress) => void;
  /** How long its cells may take; as long as they want where left out. */
  readonly limits?: TimeLimits;
  /** Values for the notebook's parameters. */
  readonly parameters?: GivenParameters;
  /** Compiles cells for the kernels of a folder; each kernel compiles its own where left out. */
  readonly compilerOf?: (folder: string) => Compiler;
  /** Where given, a cell that fails is told here and marked, and the cells that can do without it are run. */
  readonly onFailure?: (error: CellError) => void;
}

/**
 * Runs a notebook from top to bottom in a fresh kernel whose working folder is the notebook's.
 *
 * @param path an .ipynb file
 * @returns the notebook with the outputs of this run
 * @throws CellError when a cell fails or takes too long, or when the kernel dies under it
 * @throws SegmentLabError `file-missing`, `bad-file`, or `bad-option` for a parameter that does not fit
 */
export async function runNotebook(path: string, options: RunNotebookOptions = {}): Promise<Notebook> {
  const { env = process.env, signal, parameters = new Map() } = options;
  const notebook = injectParameters(readNotebook(path), parameters);
  signal?.throwIfAborted();
  const sources = notebook.cells.filter(isRun).map(({ source }) => source);
  const start = async (ended: AbortSignal) => {
    const compiler = options.compilerOf?.(dirname(path));
    const kernel = await startKernel(dirname(path), env, ended);
    return compiler ? compileAhead(kernel, compiler, sources) : kernel;
  };
  const run: CellsRun = { ...options, start };
  try {
    const cells = await runCells(notebook, run);
    const isChanged = notebookHash(path) !== notebook.sha256;
    return { ...notebook, cells, ...(isChanged && { changedMeanwhile: true }) };
  } catch (error) {
    signal?.throwIfAborted();
    throw asMistake(error, notebook);
  }
}

/** What the injected cell does not take is a value that somebody gave. */
function asMistake(error: unknown, { name, cells }: Notebook): unknown {
  const injected = cells.find(({ tags }) => tags?.includes(injectedTag));
  if (!(error instanceof CellError) || error.source !== injected?.source) return error;
  const line = error.source.split("\n")[(error.line ?? 2) - 1]!;
  return new SegmentLabError("bad-option", `a --param does not fit ${name}: ${line} ${error.message}`);
}
