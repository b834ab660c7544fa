import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { shortNumber } from "./short-number.js";
import { divergingRange } from "./theme.js";

/** The mean of a column in a cluster. */
export interface ProfileCell {
  readonly cluster: string;
  readonly column: string;
  readonly unit: string;
  /** In original units. */
  readonly mean: number;
  /** In standard deviations from the mean of all customers, as the algorithms see the column. */
  readonly standardized: number;
}

/**
 * Shows how each cluster differs from the average customer, column by column.
 *
 * @param rows one entry a cluster and column, in the order to draw them
 * @returns a Vega-Lite chart, for `show()`
 */
export function profileHeatmap(rows: readonly ProfileCell[]): Chart {
  const clusters = [...new Set(rows.map((row) => row.cluster))];
  const columns = [...new Set(rows.map((row) => row.column))];
  const values = rows.map((row) => ({
    i: clusters.indexOf(row.cluster),
    j: columns.indexOf(row.column),
    cluster: row.cluster,
    column: row.column,
    unit: row.unit,
    mean: row.mean,
    z: row.standardized,
    shade: Math.max(-2, Math.min(2, row.standardized)),
    text: shortNumber(row.mean),
    strong: Math.abs(row.standardized) > 1.1,
  }));
  const most = values.reduce((far, row) => (far && Math.abs(far.z) >= Math.abs(row.z) ? far : row), values[0]);
  const message = most
    ? `${shortenText(most.cluster, 30)} stand out most, in ${shortenText(most.column, 30)}: ${formatNumber(Math.abs(most.z), 1)} standard deviations ` +
      `${most.z < 0 ? "below" : "above"} the average customer`
    : "There is no cluster";
  const step = Math.max(48, Math.min(84, Math.floor(470 / Math.max(1, clusters.length))));
  return createChart(`Heat map of ${columns.length} columns by ${clusters.length} clusters. ${message}.`, {
    title: chartTitle(
      message,
      "numbers: typical values in original units; colour: standard deviations from the average customer",
    ),
    width: { step },
    height: { step: 24 },
    data: { values },
    encoding: {
      x: {
        field: "cluster",
        type: "nominal",
        sort: { field: "i", op: "min" },
        title: null,
        axis: { orient: "top", labelLimit: 150, labelAngle: -30, labelAlign: "left" },
      },
      y: { field: "column", type: "nominal", sort: { field: "j", op: "min" }, title: null },
      tooltip: [
        { field: "cluster", type: "nominal", title: "cluster" },
        { field: "column", type: "nominal", title: "column" },
        { field: "mean", type: "quantitative", title: "mean", format: ",.3~f" },
        { field: "unit", type: "nominal", title: "unit" },
        { field: "z", type: "quantitative", title: "standard deviations from the average", format: "+.2f" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1 },
        encoding: {
          color: {
            field: "shade",
            type: "quantitative",
            title: ["standard deviations", "from the average"],
            scale: { domain: [-2, -1, 0, 1, 2], range: divergingRange },
            legend: { gradientLength: 120 },
          },
        },
      },
      {
        mark: { type: "text" },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: { condition: { test: "datum.strong", value: "white" }, value: "#222222" },
        },
      },
    ],
  });
}
