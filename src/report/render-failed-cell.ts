import type { MimeBundle } from "../lab/display.js";
import { escapeHtml } from "../lab/escape-html.js";
import type { CellFailure, FailureKind } from "./cell-failure.js";

/** The form in which a failed cell hands over why. */
export const failureMime = "application/vnd.segment-lab.failure+json";

const titles: Readonly<Record<FailureKind, string>> = {
  error: "This cell failed",
  "not-awaited": "This cell left a promise that failed",
  "kernel-died": "This cell ended its kernel",
  "cell-limit": "This cell took too long",
  "run-limit": "The run took too long",
  "needs-failed-cell": "This cell did not run",
  "not-run": "This cell did not run",
};

/** The mark of a failed cell, with all that it said folded away; empty for any other output. */
export function renderFailedCell(data: MimeBundle): string {
  if (!(failureMime in data)) return "";
  const { kind, message, line, detail } = data[failureMime] as CellFailure;
  const place = line === null ? "" : ` in line ${line}`;
  const text = `<strong>${titles[kind]}${place}.</strong> ${escapeHtml(message)}`;
  const more = detail.trim() === "" || detail.trim() === message;
  const fold = more
    ? ""
    : `<details><summary>All it said</summary><pre>${escapeHtml(withoutPlaces(detail))}</pre></details>`;
  return `<div class="cell-failure" role="note"><p>${text}</p>${fold}</div>`;
}

/** What is wrong with a page, for its card in the index; empty where nothing is. */
export function renderNotice(notice: string | undefined): string {
  return notice === undefined ? "" : `<p class="cell-failure">${escapeHtml(notice)}</p>`;
}

// a page tells nobody where on whose machine it was made, and colours of a terminal are none of a page
function withoutPlaces(detail: string): string {
  return (
    detail
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with escape
      .replace(/\x1b\[[0-9;]*[A-Za-z]/g, "")
      .replace(/(?:file:\/\/)?(?:\/[^\s/():]+)+\/(?=[^\s/():]+)/g, "")
      .trim()
  );
}
