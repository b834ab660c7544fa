import { provenanceMime } from "../lab/provenance.js";
import type { Cell, Notebook, Output } from "./notebook.js";
import { failureMime } from "./render-failed-cell.js";

/**
 * Puts what the runner knows of a run where a page shows it: failures below their cells and at the top, parameters among
 * the provenance, and a word where the notebook was changed while it ran.
 */
export function markNotebook(notebook: Notebook): Notebook {
  const { cells, parameters = {}, changedMeanwhile } = notebook;
  const notices = [
    ...failureNotice(cells),
    ...(changedMeanwhile
      ? ["**This page is out of date.** The notebook was changed while it ran: what stands here is what ran."]
      : []),
  ];
  const marked = cells.map((cell) => ({
    ...cell,
    outputs: [...cell.outputs.map((output) => withParameters(output, parameters)), ...failureOutput(cell)],
  }));
  if (notices.length === 0) return { ...notebook, cells: marked };
  const notice: Cell = { kind: "markdown", source: notices.map((text) => `> ${text}`).join("\n\n"), outputs: [] };
  // the title stays on top
  const at = marked[0]?.kind === "markdown" ? 1 : 0;
  return { ...notebook, cells: [...marked.slice(0, at), notice, ...marked.slice(at)] };
}

/** How many cells failed, and how many did not run for it. */
export function countFailures(cells: readonly Cell[]): { readonly failed: number; readonly notRun: number } {
  const kinds = cells.flatMap(({ failure }) => failure?.kind ?? []);
  const notRun = kinds.filter((kind) => kind === "not-run" || kind === "needs-failed-cell").length;
  return { failed: kinds.length - notRun, notRun };
}

function failureNotice(cells: readonly Cell[]): string[] {
  const { failed, notRun } = countFailures(cells);
  if (failed === 0) return [];
  const count = (cells: number) => `${cells} ${cells === 1 ? "cell" : "cells"}`;
  const rest = notRun === 0 ? "" : `, and ${count(notRun)} could not run without ${failed === 1 ? "it" : "them"}`;
  return [`**This report is partial.** ${count(failed)} failed${rest}; each is marked below.`];
}

function failureOutput({ failure }: Cell): Output[] {
  return failure ? [{ kind: "display", data: { [failureMime]: failure }, metadata: {} }] : [];
}

function withParameters(output: Output, parameters: Readonly<Record<string, string>>): Output {
  if (output.kind !== "display" || !(provenanceMime in output.data) || Object.keys(parameters).length === 0)
    return output;
  const provenance = output.data[provenanceMime] as { readonly parameters?: object };
  const both = { ...provenance.parameters, ...parameters };
  return { ...output, data: { ...output.data, [provenanceMime]: { ...provenance, parameters: both } } };
}
