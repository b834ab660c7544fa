/** A cell that failed: which, where in it, and what it said. */
export class CellError extends Error {
  /** The notebook's name without folder and ending. */
  readonly notebook: string;
  /** The cell's number among the code cells, from 1. */
  readonly cell: number;
  readonly source: string;
  /** The line in the cell, from 1; null where the kernel does not tell. */
  readonly line: number | null;
  /** The whole text that the kernel printed. */
  readonly detail: string;

  constructor(
    place: { notebook: string; cell: number; source: string; line: number | null },
    message: string,
    detail: string,
  ) {
    super(message);
    this.name = "CellError";
    this.notebook = place.notebook;
    this.cell = place.cell;
    this.source = place.source;
    this.line = place.line;
    this.detail = detail;
  }
}
