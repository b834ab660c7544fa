import type { KeptResults } from "../core/kept-results.js";
import { runElsewhere } from "../core/threads/run-on-threads.js";
import { countFailures } from "./mark-notebook.js";
import { readNotebook } from "./notebook.js";
import { inputsKey, inputsOf, type RunInputs, writeInputs } from "./page-inputs.js";
import { injectParameters } from "./parameters.js";
import { renderWork } from "./render-work.js";
import { isRun } from "./run-cells.js";
import { type RunNotebookOptions, runNotebook } from "./run-notebook.js";

/** How a page is made. */
export interface MakePageOptions extends RunNotebookOptions {
  readonly run: RunInputs;
  readonly times?: boolean;
  readonly kept?: KeptResults;
  readonly fresh?: boolean;
  /** Told when the notebook has run, or needs no run: what is left is drawing its page. */
  readonly onRun?: () => void;
}

/** The page of a notebook: the one that was kept, where it was made from the same, else that of a run. */
export async function makePage(path: string, options: MakePageOptions): Promise<string> {
  const { run, times = false, fresh = false, signal, onProgress, parameters = new Map() } = options;
  // a page with times is another each time
  const kept = times ? undefined : options.kept;
  const before = injectParameters(readNotebook(path), parameters);
  const key = inputsKey(inputsOf(before, run), before.name);
  const found = fresh ? undefined : await kept?.get(key);
  if (typeof found === "string") {
    const total = before.cells.filter(isRun).length;
    onProgress?.({ notebook: before.name, done: total, total, milliseconds: 0, isKept: true });
    options.onRun?.();
    return found;
  }
  const notebook = await runNotebook(path, options);
  options.onRun?.();
  const body = await runElsewhere(renderWork, { notebook, times }, signal ? { signal } : {});
  const failures = countFailures(notebook.cells).failed;
  const inputs = { ...inputsOf(notebook, run), ...(failures > 0 && { failures }) };
  const page = body.replace("</head>", () => `${writeInputs(inputs)}\n</head>`);
  const isWhole = failures === 0 && !notebook.changedMeanwhile && inputsKey(inputs, notebook.name) === key;
  if (isWhole) await kept?.put(key, page);
  return page;
}
