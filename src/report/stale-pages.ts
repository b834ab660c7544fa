import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "./notebook.js";
import { compareInputs, inputsOf, type RunInputs, readInputs } from "./page-inputs.js";
import { injectParameters } from "./parameters.js";
import type { GivenParameters } from "./parse-parameters.js";

/** A page and why it would be another if it were made now; no reasons where it would be the same. */
export interface PageState {
  readonly name: string;
  readonly reasons: readonly string[];
}

/**
 * Tells which pages of a folder are not what a run would make of the notebooks now.
 *
 * @param notebooks paths of .ipynb files
 * @param out the folder of the pages
 */
export function stalePages(
  notebooks: readonly string[],
  out: string,
  run: RunInputs,
  given: GivenParameters = new Map(),
): PageState[] {
  return notebooks.map((path) => {
    const notebook = injectParameters(readNotebook(path), given);
    const page = join(out, `${notebook.name}.html`);
    if (!existsSync(page)) return { name: notebook.name, reasons: ["there is no page of it yet"] };
    const inputs = readInputs(readFileSync(page, "utf8"));
    if (!inputs) return { name: notebook.name, reasons: ["its page does not say what it was made from"] };
    const partial = inputs.failures ? ["its page is partial: a cell failed"] : [];
    return { name: notebook.name, reasons: [...compareInputs(inputs, inputsOf(notebook, run)), ...partial] };
  });
}
