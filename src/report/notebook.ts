import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import type { MimeBundle } from "../lab/display.js";
import type { CellFailure } from "./cell-failure.js";
import { embedPictures } from "./embed-pictures.js";
import { readFormat } from "./read-format.js";

/** What a cell wrote: text on a stream, or a value in several forms. */
export type Output =
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "display"; readonly data: MimeBundle; readonly metadata: Readonly<Record<string, unknown>> };

/** One cell; only code cells have outputs. */
export interface Cell {
  readonly kind: "code" | "markdown" | "raw";
  readonly source: string;
  readonly outputs: readonly Output[];
  readonly tags?: readonly string[];
  /** Files that a markdown cell carries with it, by name: their forms by mime type, in base64. */
  readonly attachments?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** How long the cell ran; only in pages that are asked for times. */
  readonly seconds?: number;
  /** Why the cell failed or did not run; only in partial reports. */
  readonly failure?: CellFailure;
}

/** A notebook's cells and the file's name without its folder and ending. */
export interface Notebook {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** SHA-256 of the file's bytes and of the pictures that it shows, in hex. */
  readonly sha256?: string;
  /** The values of its parameters in this run, as they are written in TypeScript. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether the file was changed while it ran. */
  readonly changedMeanwhile?: boolean;
}

/**
 * Reads the cells of an .ipynb file (nbformat 4); outputs stored in it are left behind.
 *
 * @throws SegmentLabError `file-missing`, or `bad-file` for what is not JSON, another format or another kernel
 */
export function readNotebook(path: string): Notebook {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new SegmentLabError("file-missing", `no notebook at ${path}; give the path of an .ipynb file`, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new SegmentLabError("bad-file", `${name} is not JSON; save it again from JupyterLab`, { cause });
  }
  const cells = readFormat(value, name).map((cell, i) => normalizeCell(cell, `${name}, cell ${i + 1}`));
  const whole = cells.map((cell) =>
    cell.kind === "markdown"
      ? { ...cell, source: embedPictures(cell.source, cell.attachments, dirname(resolve(path))) }
      : cell,
  );
  const hash = createHash("sha256").update(bytes);
  // another picture is another notebook
  whole.forEach(({ source }, i) => {
    if (source !== cells[i]!.source) hash.update(source);
  });
  return { name: name.replace(/\.ipynb$/, ""), cells: whole, sha256: hash.digest("hex") };
}

/** The hash of a notebook as it stands now; null where it is gone or no longer a notebook. */
export function notebookHash(path: string): string | null {
  try {
    return readNotebook(path).sha256 ?? null;
  } catch (error) {
    if (error instanceof SegmentLabError) return null;
    throw error;
  }
}

function normalizeCell(value: unknown, place: string): Cell {
  const { cell_type, source, metadata, attachments } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const kind = cell_type === "code" || cell_type === "markdown" ? cell_type : "raw";
  const lines = source === undefined || source === null ? [] : [source].flat();
  if (!lines.every((line) => typeof line === "string")) {
    throw new SegmentLabError("bad-file", `${place} has a source that is not text; save the notebook as nbformat 4`);
  }
  const { tags } = (metadata ?? {}) as { tags?: unknown };
  return {
    kind,
    source: lines.join(""),
    outputs: [],
    ...(Array.isArray(tags) && tags.length > 0 && { tags: tags.map(String) }),
    ...(isRecord(attachments) && { attachments: attachments as NonNullable<Cell["attachments"]> }),
  };
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "object");
}
