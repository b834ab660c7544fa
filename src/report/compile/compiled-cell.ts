import { createHash } from "node:crypto";

/** What tslab's converter makes of a cell, as plain values. */
export interface CompiledCell {
  readonly output?: string;
  /** Declarations of this cell and of those before that still stand; the next cell is compiled against them. */
  readonly declOutput?: string;
  readonly diagnostics: readonly unknown[];
  readonly sideOutputs?: readonly unknown[];
  readonly hasToplevelAwait?: boolean;
  readonly lastExpressionVar?: string;
}

/** The name of the file that holds a compiled cell: what it was made from, so that it can stand for nothing else. */
export function compiledName(declarations: string, source: string): string {
  return `${createHash("sha256")
    .update(JSON.stringify([declarations, source]))
    .digest("hex")}.json`;
}
