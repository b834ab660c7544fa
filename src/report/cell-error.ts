import type { CellFailure, FailureKind } from "./cell-failure.js";

/** A cell that failed: which, how, where in it, and what it said. */
export class CellError extends Error {
  /** The notebook's name without folder and ending. */
  readonly notebook: string;
  /** The cell's number among the code cells, from 1. */
  readonly cell: number;
  readonly source: string;
  readonly kind: FailureKind;
  /** The line in the cell, from 1; null where the kernel does not tell. */
  readonly line: number | null;
  /** The whole text that the kernel printed. */
  readonly detail: string;

  constructor(place: { notebook: string; cell: number; source: string }, failure: CellFailure) {
    super(failure.message);
    this.name = "CellError";
    this.notebook = place.notebook;
    this.cell = place.cell;
    this.source = place.source;
    this.kind = failure.kind;
    this.line = failure.line;
    this.detail = failure.detail;
  }

  /** The first line of the cell that has anything on it, so that a reader finds the cell. */
  get firstLine(): string {
    const lines = this.source.split("\n").map((line) => line.trim());
    return lines.find((line) => line !== "") ?? "";
  }
}
