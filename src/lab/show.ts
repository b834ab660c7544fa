import { inspect } from "node:util";
import { Verdict } from "../comparison/verdict/verdict.js";
import { CustomerCard } from "../features/customer-card.js";
import { cardDisplay } from "./card-display.js";
import { chartDisplay, isChart } from "./chart-display.js";
import { isDataTable } from "./data-table.js";
import { Display } from "./display.js";
import { formatValue } from "./format-value.js";
import { isInKernel, sendToNotebook } from "./kernel-display.js";
import { isLedger, ledgerDisplay } from "./ledger-display.js";
import { stripTags } from "./markdown.js";
import { isRecords, recordsTable } from "./records-table.js";
import { isComparison, isMatrix, isSales, summaryDisplay } from "./summary-display.js";
import { type TableOptions, tableDisplay } from "./table-display.js";
import { verdictDisplay } from "./verdict-display.js";

/** What is longer as JSON is shown in part. */
const mostText = 5000;
const bounds = { depth: 3, maxArrayLength: 20, maxStringLength: 500, breakLength: 100 };

/**
 * Shows a value below the cell: a chart (ours or any Vega-Lite spec), an arquero table or rows as objects, a ledger, a
 * verdict, a comparison, a customer card, text from `md` or `html`, a thing with `toHTML()`, or plain text. JupyterLab sorts
 * tables by their headers and turns their pages. Outside a notebook it prints a text form; it never throws for what it is given.
 *
 * @param value what to show
 * @param options for tables: the number of rows, a title, other headers, decimals by column
 * @example show(customers, { rows: 5, headers: { net_revenue: "net revenue, £" } });
 */
export function show(value: unknown, options: TableOptions = {}): void {
  const display = displayOf(value, options);
  if (isInKernel()) sendToNotebook(display.bundle);
  else process.stdout.write(`${display.text}\n`);
}

/** A value in the forms in which `show` sends it. */
export function displayOf(value: unknown, options: TableOptions = {}): Display {
  try {
    if (value instanceof Display) return value;
    if (value instanceof CustomerCard) return cardDisplay(value);
    if (value instanceof Verdict) return verdictDisplay(value);
    // a table has toHTML too; ours is bounded and aligned
    if (isDataTable(value)) return tableDisplay(value, options);
    if (isLedger(value)) return ledgerDisplay(value);
    if (isRecords(value)) return tableDisplay(recordsTable(value), options);
    if (isSales(value) || isComparison(value) || isMatrix(value)) return summaryDisplay(value, options);
    if (hasHtml(value)) return htmlDisplay(value.toHTML());
    if (isChart(value)) return chartDisplay(value);
    return textDisplay(formatText(value));
  } catch (error) {
    return textDisplay(
      `this ${typeof value} cannot be shown: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function hasHtml(value: unknown): value is { toHTML(): string } {
  return typeof value === "object" && value !== null && "toHTML" in value && typeof value.toHTML === "function";
}

function htmlDisplay(source: string): Display {
  const text = stripTags(source);
  return new Display({ "text/html": source, "text/plain": text }, text);
}

function textDisplay(text: string): Display {
  return new Display({ "text/plain": text }, text);
}

function formatText(value: unknown): string {
  if (typeof value !== "object" || value === null || value instanceof Date) return formatValue(value);
  // JSON says nothing of these
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return inspect(value, bounds);
  const text = JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}` : item), 2);
  return text === undefined || text.length > mostText ? inspect(value, bounds) : text;
}
