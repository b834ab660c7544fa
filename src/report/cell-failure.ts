/** What kind of failure ended a cell. */
export type FailureKind =
  | "error"
  | "not-awaited"
  | "kernel-died"
  | "cell-limit"
  | "run-limit"
  | "needs-failed-cell"
  | "not-run";

/** Why a cell failed, or was not run after another had failed. */
export interface CellFailure {
  readonly kind: FailureKind;
  /** One sentence. */
  readonly message: string;
  /** The line in the cell, from 1; null where the kernel does not tell. */
  readonly line: number | null;
  /** All that is known: what the cell wrote to stderr, or the kernel before it died. */
  readonly detail: string;
}
