import { formatNumber } from "../core/format.js";
import type { DataTable } from "./data-table.js";
import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";
import { formatValue } from "./format-value.js";
import { tableScript } from "./table-script.js";

/** How a table is shown. */
export interface TableOptions {
  /** At most so many rows, then "and N more", or more pages where the notebook can turn them; 20 where left out. */
  readonly rows?: number;
  /** A line above the table. */
  readonly title?: string;
  /** Other names for columns, with units: `{net_revenue: "net revenue, £"}`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Decimals by column; 0 for columns of whole numbers and 2 otherwise where left out. */
  readonly digits?: Readonly<Record<string, number>>;
}

interface Column {
  readonly header: string;
  readonly isNumeric: boolean;
  readonly cells: readonly string[];
  /** Those of the rows on later pages. */
  readonly later: readonly string[];
}

/** The cells that an output holds for pages to turn; some 150 KB of a saved notebook. */
const mostCells = 20_000;

// numbers that name a thing are not quantities: no separators
const nameLike = /(^|_)(id|customer|invoice|stock_code|year|code)$/i;

/** A table as HTML and as aligned text. */
export function tableDisplay(table: DataTable, options: TableOptions = {}): Display {
  const total = table.numRows();
  const limit = Math.min(total, Math.max(0, options.rows ?? 20));
  // arquero's get counts rows in the table's order, filters applied
  const names = table.columnNames();
  const kept = limit === 0 ? 0 : Math.max(limit, Math.min(total, Math.floor(mostCells / names.length)));
  const columns = names.map((name) => readColumn(table, name, limit, kept, options));
  const rest = total > limit ? `and ${formatNumber(total - limit)} more` : "";
  const text = writeText(columns, limit, options.title, rest);
  const source = writeHtml(columns, limit, options.title, rest);
  const later = Array.from({ length: kept - limit }, (_, row) => columns.map((column) => column.later[row]!));
  const script = limit < 2 || columns.length === 0 ? "" : tableScript({ rows: later, total, page: limit });
  return new Display({ "text/html": `${source}${script}`, "text/plain": text }, text);
}

function readColumn(table: DataTable, name: string, limit: number, kept: number, options: TableOptions): Column {
  const values = Array.from({ length: limit }, (_, row) => table.get(name, row));
  const present = values.filter((value) => value !== null && value !== undefined);
  // a column without values may well be one of numbers
  const isNumeric = present.every((value) => typeof value === "number" || typeof value === "bigint");
  const isWhole = present.every((value) => typeof value === "bigint" || Number.isInteger(value) || Number.isNaN(value));
  const digits = options.digits?.[name] ?? (isWhole ? 0 : 2);
  const isName = isNumeric && isWhole && nameLike.test(name);
  const write = (value: unknown) => (isName && value !== null ? String(value) : formatValue(value, digits));
  const later = Array.from({ length: kept - limit }, (_, i) => {
    const value = table.get(name, limit + i);
    // whole numbers on the first page do not say that all are
    const isBroken = typeof value === "number" && !Number.isInteger(value) && options.digits?.[name] === undefined;
    return isBroken ? formatValue(value) : write(value);
  });
  return { header: options.headers?.[name] ?? name, isNumeric, cells: values.map(write), later };
}

function writeHtml(columns: readonly Column[], rows: number, title: string | undefined, rest: string): string {
  const align = (column: Column) => (column.isNumeric ? ' style="text-align:right"' : ' style="text-align:left"');
  const head = columns.map((column) => `<th scope="col"${align(column)}>${escapeHtml(column.header)}</th>`).join("");
  const body = Array.from({ length: rows }, (_, row) => {
    return `<tr>${columns.map((column) => `<td${align(column)}>${escapeHtml(column.cells[row]!)}</td>`).join("")}</tr>`;
  });
  const caption = title ? `<caption>${escapeHtml(title)}</caption>` : "";
  const foot = rest
    ? `<tfoot><tr><td colspan="${columns.length}" style="text-align:left">${rest}</td></tr></tfoot>`
    : "";
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>${foot}</table>`;
}

function writeText(columns: readonly Column[], rows: number, title: string | undefined, rest: string): string {
  const widths = columns.map((column) => Math.max(column.header.length, ...column.cells.map((cell) => cell.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, j) => (columns[j]!.isNumeric ? cell.padStart(widths[j]!) : cell.padEnd(widths[j]!)))
      .join("  ")
      .trimEnd();
  const lines = [line(columns.map((column) => column.header))];
  for (let row = 0; row < rows; row++) lines.push(line(columns.map((column) => column.cells[row]!)));
  return [...(title ? [title] : []), ...lines, ...(rest ? [rest] : [])].join("\n");
}
