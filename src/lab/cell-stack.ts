import { Session } from "node:inspector";
import { inspect } from "node:util";
import { isInKernel } from "./kernel-display.js";

/** The name under which tslab runs every cell. */
const cellScript = "evalmachine.<anonymous>";

/**
 * Makes errors in a kernel say the line of the cell that led to them, in place of a stack of tslab, Node and packages.
 * SEGMENT_LAB_STACK=1 leaves stacks as they are; outside a kernel nothing changes.
 */
export function showCellLines(): void {
  if (!isInKernel() || process.env.SEGMENT_LAB_STACK) return;
  Error.prepareStackTrace = (error, frames) => {
    const text = writeCellStack(error, frames, latestCell);
    // node sets the source of the innermost line, often a package's, before the stack of what a cell throws at once
    if (text.includes(`(${cellScript}:`)) {
      Object.defineProperty(error, inspect.custom, { value: () => text, configurable: true });
    }
    return text;
  };
}

/**
 * An error's stack as a notebook shows it: name and message, then the frames inside cells, each with its line.
 *
 * @param frames where it happened, innermost first
 * @param readCell gives the compiled text of the running cell
 */
export function writeCellStack(
  error: Error,
  frames: readonly Pick<NodeJS.CallSite, "getFileName" | "getLineNumber" | "getColumnNumber">[],
  readCell: () => string | null,
): string {
  const own = frames.filter((frame) => frame.getFileName() === cellScript);
  const head = String(error);
  // not of a cell: whoever looks for it needs all there is
  if (own.length === 0) return [head, ...frames.map((frame) => `    at ${String(frame)}`)].join("\n");
  const lines = readCell()?.split("\n") ?? [];
  // the last line of a cell as tslab wraps it is its call
  const inside = own.filter((frame) => !lines[(frame.getLineNumber() ?? 1) - 1]?.includes("(__tslab__.exports, "));
  const places = (inside.length > 0 ? inside : own).map((frame) => {
    const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
    const code = plainCode(lines[line - 1] ?? "");
    return `    at ${code === "" ? "" : `${code} `}(${cellScript}:${line}:${column})`;
  });
  const cause = error.cause instanceof Error ? [`    because of ${String(error.cause)}`] : [];
  return [head, ...places, ...cause].join("\n");
}

// as the user wrote it, but for types: tslab exports what a cell declares, and calls imports by their module
function plainCode(line: string): string {
  return line
    .replace(/^\((?:async )?function\(exports, require\) \{ /, "")
    .replace(/\(0, \w+\.(\w+)\)/g, "$1")
    .replace(/\b\w+_\d+\.(?=\w+)/g, "")
    .replace(/\bexports\./g, "")
    .trim()
    .replace(/^(?:tsLastExpr = )+/, "");
}

/** The compiled text of the cell that was started last; null where it cannot be told. */
function latestCell(): string | null {
  const session = new Session();
  let id: string | null = null;
  let text: string | null = null;
  try {
    session.connect();
    // scripts that live are announced at once, in the order in which they were compiled
    session.on("Debugger.scriptParsed", ({ params }) => {
      if (params.url === cellScript) id = params.scriptId;
    });
    session.post("Debugger.enable");
    if (id !== null) {
      session.post("Debugger.getScriptSource", { scriptId: id }, (_, answer) => {
        text = answer?.scriptSource ?? null;
      });
    }
  } catch {
    // without an inspector the line's number has to do
  } finally {
    session.disconnect();
  }
  return text;
}
