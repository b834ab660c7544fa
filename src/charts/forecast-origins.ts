import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { chartWidth, readableAxis, tone } from "./theme.js";

/** What a method forecast from an origin, and what came. */
export interface OriginForecast {
  /** The day of the forecast, yyyy-mm-dd. */
  readonly origin: string;
  readonly method: string;
  /** Orders of all customers. */
  readonly predicted: number;
  readonly actual: number;
  /** Mean absolute error a customer. */
  readonly mae: number;
}

/**
 * Shows what each method had forecast from each origin, and the orders that came.
 *
 * @param rows one entry an origin and method; the first method is the one that is judged
 * @returns a Vega-Lite chart, for `show()`
 */
export function forecastOrigins(rows: readonly OriginForecast[]): Chart {
  const origins = [...new Set(rows.map(({ origin }) => origin))];
  const methods = [...new Set(rows.map(({ method }) => method))];
  const judged = rows.filter(({ method, actual }) => method === methods[0] && actual > 0);
  const ratios = judged.map(({ predicted, actual }) => predicted / actual);
  const message =
    judged.length > 0
      ? `Between ${formatNumber(Math.min(...ratios), 2)} and ${formatNumber(Math.max(...ratios), 2)} times the orders that ` +
        `came: ${shortenText(methods[0]!, 40)}, ${origins.length} ${origins.length === 1 ? "origin" : "origins"}`
      : "There is no forecast to hold against what happened";
  const values = rows.map((row) => ({
    ...row,
    o: origins.indexOf(row.origin),
    m: methods.indexOf(row.method),
    ratio: row.actual > 0 ? row.predicted / row.actual : null,
    text: row.actual > 0 ? `${formatNumber(row.predicted / row.actual, 2)} ×` : "",
    // behind the mark of what came, never across it
    end: Math.max(row.predicted, row.actual),
    colour: row.method === methods[0] ? tone.main : tone.muted,
  }));
  const greatest = Math.max(1, ...rows.flatMap(({ predicted, actual }) => [predicted, actual]));
  const x = {
    type: "quantitative",
    title: "orders in the period",
    axis: { ...readableAxis, tickCount: 7 },
    scale: { domain: [0, greatest * 1.12], nice: false },
  };
  return createChart(`Forecast and actual orders after each origin, by method. ${message}.`, {
    title: chartTitle(message, "bars: what each method had forecast; orange: what came"),
    data: { values },
    facet: {
      row: {
        field: "origin",
        type: "nominal",
        sort: { field: "o", op: "min" },
        title: "forecast from",
        header: { labelAngle: 0, labelAlign: "left", labelFontSize: 11, titleFontSize: 12, titleFontWeight: 400 },
      },
    },
    spacing: 12,
    spec: {
      width: chartWidth - 220,
      height: { step: 17 },
      encoding: {
        y: { field: "method", type: "nominal", sort: { field: "m", op: "min" }, title: null },
        tooltip: [
          { field: "origin", type: "nominal", title: "forecast from" },
          { field: "method", type: "nominal", title: "method" },
          { field: "predicted", type: "quantitative", title: "predicted orders", format: ",.0f" },
          { field: "actual", type: "quantitative", title: "orders that came", format: ",.0f" },
          { field: "ratio", type: "quantitative", title: "predicted ÷ actual", format: ".2f" },
          { field: "mae", type: "quantitative", title: "mean absolute error a customer", format: ".3f" },
        ],
      },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x: { field: "predicted", ...x },
            color: { field: "colour", type: "nominal", scale: null, legend: null },
          },
        },
        {
          mark: { type: "tick", color: tone.accent, thickness: 3, size: 17, opacity: 1 },
          encoding: { x: { field: "actual", ...x } },
        },
        {
          mark: { type: "text", align: "left", dx: 6, fontSize: 10 },
          encoding: { x: { field: "end", ...x }, text: { field: "text", type: "nominal" } },
        },
      ],
    },
  });
}
