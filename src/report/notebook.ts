import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import type { MimeBundle } from "../lab/display.js";

/** What a cell wrote: text on a stream, or a value in several forms. */
export type Output =
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "display"; readonly data: MimeBundle; readonly metadata: Readonly<Record<string, unknown>> };

/** One cell; only code cells have outputs. */
export interface Cell {
  readonly kind: "code" | "markdown" | "raw";
  readonly source: string;
  readonly outputs: readonly Output[];
  /** How long the cell ran; only in pages that are asked for times. */
  readonly seconds?: number;
}

/** A notebook's cells and the file's name without its folder and ending. */
export interface Notebook {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/**
 * Reads the cells of an .ipynb file (nbformat 4); outputs stored in it are left behind.
 *
 * @throws SegmentLabError `file-missing` or `bad-file`
 */
export function readNotebook(path: string): Notebook {
  const name = basename(path).replace(/\.ipynb$/, "");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new SegmentLabError("file-missing", `no notebook at ${path}; give the path of an .ipynb file`, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SegmentLabError("bad-file", `${basename(path)} is not JSON; save it again from JupyterLab`, { cause });
  }
  const cells = typeof value === "object" && value !== null && "cells" in value ? value.cells : undefined;
  if (!Array.isArray(cells)) {
    throw new SegmentLabError("bad-file", `${basename(path)} has no list of cells; save it as nbformat 4`);
  }
  return { name, cells: cells.map(normalizeCell) };
}

function normalizeCell(value: unknown): Cell {
  const { cell_type, source } = (value ?? {}) as { cell_type?: unknown; source?: unknown };
  const kind = cell_type === "code" || cell_type === "markdown" ? cell_type : "raw";
  return { kind, source: Array.isArray(source) ? source.join("") : String(source ?? ""), outputs: [] };
}
