import { SegmentLabError } from "../src/core/errors.js";

/** Exit codes of every command: 2 for the user's mistake, 1 for ours, 130 when interrupted. */
export class CommandExit extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command: a user's mistake is one line on stderr and exit 2, anything else a stack trace and exit 1. Ctrl-C aborts
 * the signal, so that the command can tidy up; a second one ends it at once.
 */
export async function runCommand(main: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    await main(controller.signal);
  } catch (error) {
    process.exitCode = report(error, controller.signal.aborted);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}

function report(error: unknown, isAborted: boolean): number {
  if (error instanceof CommandExit) return error.exitCode;
  if (isAborted) {
    console.error("stopped; nothing was written");
    return 130;
  }
  if (error instanceof SegmentLabError || isParseError(error)) {
    console.error(error.message.split("\n")[0]);
    return 2;
  }
  console.error(error);
  return 1;
}

// node:util parseArgs throws TypeErrors with these codes for wrong options
function isParseError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
