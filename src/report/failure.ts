import type { CellFailure } from "./cell-failure.js";
import { findCellLine } from "./cell-line.js";
import type { ExecuteStatus } from "./kernel.js";
import type { Output } from "./notebook.js";

const unhandled = /^(?:UncaughtException|UnhandledPromiseRejection): ?/m;

/**
 * Reads why a cell failed: tslab sends no error message, only text on stderr and a status. A rejection that nobody
 * awaits leaves the status "ok" and counts as a failure all the same.
 */
export function readFailure(status: ExecuteStatus, outputs: readonly Output[], source: string): CellFailure | null {
  const detail = outputs
    .map((output) => (output.kind === "stream" && output.name === "stderr" ? output.text : ""))
    .join("");
  if (status === "ok" && !unhandled.test(detail)) return null;
  const kind = status === "ok" ? "not-awaited" : "error";
  const compileError = /^(\d+):\d+ - ([\s\S]*)$/m.exec(detail);
  if (compileError && !/^ {4}at /m.test(detail)) {
    return { kind, message: firstLine(compileError[2]!), line: Number(compileError[1]), detail };
  }
  const frame = /evalmachine\.<anonymous>:(\d+):(\d+)/.exec(detail);
  const line = frame ? findCellLine(source, Number(frame[1]), Number(frame[2])) : null;
  return { kind, message: readMessage(detail), line, detail };
}

// an error is printed as name, message, frames; what the cell wrote before it stands above
function readMessage(detail: string): string {
  const lines = detail.replace(/^evalmachine\.<anonymous>:\d+\n[\s\S]*?\n\n/m, "").split("\n");
  const frames = lines.findIndex((line) => line.startsWith("    at "));
  const head = (frames < 0 ? lines : lines.slice(0, frames)).filter((line) => line.trim() !== "");
  const named = head.findLastIndex((line) => /^(?:\w+: )?[\w.]*(?:Error|Exception)\b.*/.test(line));
  const text = named < 0 ? (head.at(-1) ?? "the cell failed without a message") : head.slice(named).join(" ");
  return text.replace(unhandled, "not awaited: ").replace(/ \{$/, "").trim();
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.trim();
}
