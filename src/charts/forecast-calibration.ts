import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { roundTo } from "./short-number.js";
import { chartWidth, palette, tone } from "./theme.js";

/** Forecast and actual orders of the customers who had bought about as often at an origin. */
export interface CalibratedClass {
  /** The day of the forecast, yyyy-mm-dd. */
  readonly origin: string;
  /** Purchase days after the first one, such as "3–4". */
  readonly frequency: string;
  readonly customers: number;
  /** Purchase days a customer. */
  readonly predicted: number;
  readonly actual: number;
}

/**
 * Shows how many times too many or too few orders were forecast, by how often customers had bought, a line an origin.
 *
 * @param rows one entry an origin and class, the classes from rare to frequent; those without an order are left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function forecastCalibration(rows: readonly CalibratedClass[]): Chart {
  const classes = [...new Set(rows.map(({ frequency }) => frequency))];
  const drawn = rows.filter(({ predicted, actual }) => predicted > 0 && actual > 0);
  const origins = [...new Set(drawn.map(({ origin }) => origin))];
  const pooled = classes
    .map((frequency) => {
      const own = drawn.filter((row) => row.frequency === frequency);
      const sum = (of: "predicted" | "actual") => own.reduce((total, row) => total + row[of] * row.customers, 0);
      return { frequency, ratio: sum("predicted") / sum("actual") };
    })
    .filter(({ ratio }) => Number.isFinite(ratio));
  const distance = (ratio: number): number => Math.abs(Math.log(ratio));
  const worst = pooled.toSorted((a, b) => distance(b.ratio) - distance(a.ratio))[0];
  const best = pooled.toSorted((a, b) => distance(a.ratio) - distance(b.ratio))[0];
  const message =
    worst && best
      ? `Forecasts err most for customers with ${worst.frequency} repeat orders (${formatNumber(worst.ratio, 2)} times what came) ` +
        `and least for ${best.frequency} (${formatNumber(best.ratio, 2)} times)`
      : "There is no forecast to hold against what happened";
  const ratios = drawn.map(({ predicted, actual }) => predicted / actual);
  const domain = [Math.min(0.8, ...ratios) / 1.05, Math.max(1.25, ...ratios) * 1.05];
  const values = drawn.map((row) => ({ ...row, ratio: roundTo(row.predicted / row.actual, 4) }));
  return createChart(`Forecast over actual orders by frequency and origin. ${message}.`, {
    title: chartTitle(message, "predicted ÷ actual orders; 1 is exact, above it too many were forecast"),
    width: chartWidth - 60,
    height: 280,
    layer: [
      {
        data: { values: drawn.length === 0 ? [] : [{ exact: 1 }] },
        mark: { type: "rule", color: tone.muted, strokeDash: [4, 3] },
        encoding: { y: { field: "exact", type: "quantitative" } },
      },
      {
        data: { values },
        mark: { type: "line", strokeWidth: 1.8, point: { filled: true, size: 55, opacity: 1 } },
        encoding: {
          x: {
            field: "frequency",
            type: "ordinal",
            sort: null,
            scale: { domain: classes },
            title: "repeat orders before the forecast (days with a purchase)",
            axis: { labelAngle: 0 },
          },
          y: {
            field: "ratio",
            type: "quantitative",
            title: "predicted ÷ actual",
            scale: { type: "log", domain, nice: false },
            axis: { values: [0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 10], format: "~r" },
          },
          color: {
            field: "origin",
            type: "nominal",
            sort: null,
            title: "forecast from",
            scale: { domain: origins, range: origins.map((_, i) => palette[i % palette.length]) },
            legend: { orient: "top" },
          },
          tooltip: [
            { field: "origin", type: "nominal", title: "forecast from" },
            { field: "frequency", type: "nominal", title: "repeat orders" },
            { field: "customers", type: "quantitative", title: "customers", format: "," },
            { field: "predicted", type: "quantitative", title: "predicted a customer", format: ".3f" },
            { field: "actual", type: "quantitative", title: "actual a customer", format: ".3f" },
            { field: "ratio", type: "quantitative", title: "predicted ÷ actual", format: ".2f" },
          ],
        },
      },
    ],
  });
}
