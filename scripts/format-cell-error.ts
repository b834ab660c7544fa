import type { CellError } from "../src/report/cell-error.js";

/** A failed cell for the terminal: where, what, and the cell's source with the line marked. */
export function formatCellError(error: CellError): string {
  const { notebook, cell, line, source, message, detail } = error;
  const lines = source.split("\n");
  const width = String(lines.length).length;
  const listing = lines.map((text, i) => `${i + 1 === line ? ">" : " "} ${String(i + 1).padStart(width)} | ${text}`);
  const where = line === null ? `code cell ${cell}` : `code cell ${cell}, line ${line}`;
  const trace = detail.trim() === message ? [] : ["", detail.trim()];
  return [`${notebook}: ${where}: ${message}`, "", ...listing, ...trace].join("\n");
}
