import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";

/** How many rows of a column are empty. */
export interface MissingColumn {
  readonly column: string;
  readonly missing: number;
  readonly rows: number;
}

/**
 * Shows the share of empty values by column.
 *
 * @param columns one entry a column; `missing` of `rows` are empty
 * @returns a Vega-Lite chart, for `show()`
 */
export function missingValues(columns: readonly MissingColumn[]): Chart {
  const values = columns.map((entry, i) => {
    const share = entry.rows === 0 ? 0 : entry.missing / entry.rows;
    const text = entry.missing === 0 ? "none" : `${formatShare(share)} (${formatNumber(entry.missing)})`;
    return { i, column: entry.column, share, text, missing: entry.missing, rows: entry.rows };
  });
  const worst = values.reduce((most, entry) => (entry.share > (most?.share ?? 0) ? entry : most), values[0]);
  const message =
    worst && worst.missing > 0
      ? `${formatShare(worst.share)} of the rows have no ${shortenText(worst.column, 40)}`
      : "No column has an empty value";
  const y = { field: "column", type: "nominal", sort: { field: "i", op: "min" }, title: null };
  const x = { field: "share", type: "quantitative", title: "share of rows without a value" };
  return createChart(`Share of empty values by column. ${message}.`, {
    title: chartTitle(message),
    width: 460,
    height: { step: 24 },
    data: { values: values.sort((a, b) => b.share - a.share || a.i - b.i).map((entry, i) => ({ ...entry, i })) },
    encoding: {
      y,
      x: { ...x, axis: { format: ".0%" }, scale: { domain: [0, Math.max(0.1, (worst?.share ?? 0) * 1.3)] } },
      tooltip: [
        { field: "column", type: "nominal", title: "column" },
        { field: "missing", type: "quantitative", title: "empty rows", format: "," },
        { field: "rows", type: "quantitative", title: "rows", format: "," },
        { field: "share", type: "quantitative", title: "share", format: ".2%" },
      ],
    },
    layer: [
      { mark: { type: "bar", height: 15 } },
      { mark: { type: "text", align: "left", dx: 5 }, encoding: { text: { field: "text", type: "nominal" } } },
    ],
  });
}
