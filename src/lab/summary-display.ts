import type { Comparison } from "../comparison/comparison.js";
import { comparisonTable } from "../comparison/comparison-table.js";
import { formatNumber } from "../core/format.js";
import type { Matrix } from "../core/matrix.js";
import type { Sales } from "../sales/open-sales.js";
import type { DataTable } from "./data-table.js";
import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";
import { ledgerDisplay } from "./ledger-display.js";
import { type TableOptions, tableDisplay } from "./table-display.js";

/** Whether a value is what `openSales` gives. */
export function isSales(value: unknown): value is Sales {
  return isObject(value) && "source" in value && "ledger" in value && typeof value.query === "function";
}

/** Whether a value is what `compareClusterings` gives. */
export function isComparison(value: unknown): value is Comparison {
  return isObject(value) && Array.isArray(value.runs) && Array.isArray(value.failures) && isMatrix(value.matrix);
}

/** Whether a value is a matrix, prepared or not. */
export function isMatrix(value: unknown): value is Matrix {
  return isObject(value) && value.data instanceof Float64Array && Array.isArray(value.columns) && "ids" in value;
}

/** What a notebook's large things are, in place of all that they hold. */
export function summaryDisplay(value: Sales | Comparison | Matrix, options: TableOptions): Display {
  if (isSales(value)) {
    const heading = `${value.source.name}, ${formatNumber(value.ledger[0]?.rows ?? 0)} rows, as of ${value.asOf}`;
    const ledger = ledgerDisplay(value.ledger);
    const text = `${heading}\n${ledger.text}`;
    const source = `<p><strong>${escapeHtml(heading)}</strong></p>${ledger.bundle["text/html"]}`;
    return new Display({ "text/html": source, "text/plain": text }, text);
  }
  if (isComparison(value)) {
    const digits = { silhouette: 3, davies_bouldin: 3, noise_share: 3, calinski_harabasz: 0 };
    return tableDisplay(comparisonTable(value), { digits, ...options });
  }
  const title = `${formatNumber(value.rows)} ${value.rows === 1 ? "row" : "rows"} × ${value.columns.length} columns`;
  return tableDisplay(matrixTable(value), { title, ...options });
}

function matrixTable({ data, rows, columns, ids }: Matrix): DataTable {
  return {
    numRows: () => rows,
    columnNames: () => ["id", ...columns],
    get: (name, row = 0) => (name === "id" ? ids[row] : data[row * columns.length + columns.indexOf(name)]),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
