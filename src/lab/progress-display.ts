import type { Progress } from "../core/progress.js";
import { escapeHtml } from "./escape-html.js";
import { createNotebookPlace, isInKernel } from "./kernel-display.js";

/** The metadata by which the exporter knows a progress line, and leaves it out. */
export const progressMark: Readonly<Record<string, unknown>> = { "segment-lab": "progress" };

/**
 * Makes an `onProgress` that shows how far a long piece of work is: one line in place below the cell, gone when the
 * work is done; on a terminal one line on stderr; elsewhere a plain line when a tenth is done. Exported pages never have it.
 *
 * @returns a callback for the `onProgress` option
 * @example const comparison = await compareClusterings(matrix, undefined, { onProgress: showProgress() });
 */
export function showProgress(): (progress: Progress) => void {
  if (isInKernel()) return throttle(notebookLine());
  return process.stderr.isTTY ? throttle(terminalLine()) : plainLines();
}

function notebookLine(): (progress: Progress) => void {
  const update = createNotebookPlace(progressMark);
  return ({ done, total, label }) => {
    const isDone = done >= total;
    const source = `<progress max="${total}" value="${done}"></progress> ${escapeHtml(label)} <small>${percent(done, total)}</small>`;
    update({ "text/html": isDone ? "" : source });
  };
}

function terminalLine(): (progress: Progress) => void {
  return ({ done, total, label }) => {
    const line = done >= total ? "" : `${label} ${percent(done, total)}`;
    process.stderr.write(`\r\x1b[2K${line}`);
  };
}

function plainLines(): (progress: Progress) => void {
  let last = "";
  return ({ done, total, label }) => {
    const line = `${label} ${total > 0 ? Math.floor((done / total) * 10) * 10 : 100} %`;
    if (line !== last) process.stderr.write(`${line}\n`);
    last = line;
  };
}

// a screen needs ten updates a second; the last one always counts
function throttle(update: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < 100 && progress.done < progress.total) return;
    last = now;
    update(progress);
  };
}

function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((done / total) * 100) : 100} %`;
}
