import { inspect } from "node:util";

/** What a user can do wrong, as a stable code for programs; the message is for people. */
export type ErrorCode =
  | "aborted"
  | "ambiguous-dates"
  | "ambiguous-numbers"
  | "bad-file"
  | "bad-option"
  | "bad-value"
  | "column-missing"
  | "empty-file"
  | "file-missing"
  | "no-rows-left"
  | "too-many-rejects"
  | "too-few-rows"
  | "too-large"
  | "unknown-data";

/**
 * A mistake that its user can mend: what is wrong, the offending value, what to do. Commands print the message
 * as one line and exit with 2; any other error is a bug of ours.
 */
export class SegmentLabError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "SegmentLabError";
    this.code = code;
  }

  /** In a notebook the message and the line of the cell are all there is to say. */
  [inspect.custom](depth: number, options: object): string {
    if ("__tslab__" in globalThis) return this.stack ?? this.message;
    return inspect(this, { ...options, depth, customInspect: false });
  }
}
