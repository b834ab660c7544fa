import { formatNumber } from "../../core/format.js";
import { escapeHtml } from "../../lab/escape-html.js";
import { formatValue } from "../../lab/format-value.js";
import type { PlottedTable } from "./plotted-rows.js";

const mostRows = 40;

/**
 * The rows behind a figure as tables that are folded away, for those who do not see the drawing and those who doubt it.
 *
 * @param figure the figure's number in the page
 */
export function renderRows(tables: readonly PlottedTable[], figure: number): string {
  if (tables.length === 0) return "";
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const count = `${formatNumber(total)} ${total === 1 ? "row" : "rows"}`;
  const inner = tables.map((table, i) =>
    renderTable(table, `Data of figure ${figure}${tables.length > 1 ? `, part ${i + 1}` : ""}`),
  );
  return `<details class="rows"><summary>Data of figure ${figure} (${count})</summary>${inner.join("")}</details>`;
}

function renderTable({ path, columns, rows }: PlottedTable, caption: string): string {
  const isNumber = columns.map(
    ({ field, isTime }) => !isTime && rows.every((row) => row[field] === null || typeof row[field] === "number"),
  );
  const head = columns.map(
    ({ title }, j) => `<th scope="col"${isNumber[j] ? ' class="number"' : ""}>${escapeHtml(title)}</th>`,
  );
  const body = rows.slice(0, mostRows).map((row) => {
    const cells = columns.map(
      ({ field, isTime }, j) =>
        `<td${isNumber[j] ? ' class="number"' : ""}>${escapeHtml(write(row[field], isTime))}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const rest =
    rows.length > mostRows
      ? `<tfoot><tr><td colspan="${columns.length}">the first ${mostRows} of ${formatNumber(rows.length)} rows; the CSV has all</td></tr></tfoot>`
      : "";
  const list = columns.map(({ field, title, isTime }) => [field, title, isTime ? 1 : 0]);
  return `<div class="table-scroll"><table class="plotted" data-path="${escapeHtml(path)}" data-columns="${escapeHtml(JSON.stringify(list))}"><caption>${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody>${rest}</table></div>`;
}

function write(value: unknown, isTime: boolean): string {
  if (isTime && typeof value === "number" && Number.isFinite(value)) return formatValue(new Date(value));
  if (typeof value === "number" && !Number.isInteger(value)) {
    const digits = Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1))));
    return formatValue(value, digits);
  }
  return formatValue(value);
}
