import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { divergingRange } from "./theme.js";

/**
 * Shows the correlation of every pair of columns.
 *
 * @param correlations `columns`: the names; `values`: columns × columns coefficients, row after row
 * @returns a Vega-Lite chart, for `show()`
 */
export function correlationHeatmap(correlations: {
  readonly columns: readonly string[];
  readonly values: Float64Array;
}): Chart {
  const { columns, values } = correlations;
  const width = columns.length;

  const cells: Record<string, unknown>[] = [];
  let strongest = { a: 0, b: 0, r: 0 };
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const r = values[i * width + j]!;
      if (i < j && Math.abs(r) > Math.abs(strongest.r)) strongest = { a: i, b: j, r };
      // the diagonal says nothing
      if (i === j) continue;
      cells.push({ i, j, y: columns[i], x: columns[j], r, text: signed(r), strong: Math.abs(r) > 0.6 });
    }
  }
  const message =
    width < 2
      ? "There is no pair of columns"
      : `${shortenText(columns[strongest.a]!, 28)} and ${shortenText(columns[strongest.b]!, 28)} go together most: r = ${signed(strongest.r, 2)}`;
  const step = width <= 14 ? 34 : Math.max(14, Math.floor(480 / width));
  const text = {
    mark: { type: "text", fontSize: 10 },
    encoding: {
      text: { field: "text", type: "nominal" },
      color: { condition: { test: "datum.strong", value: "white" }, value: "#222222" },
    },
  };
  return createChart(`Heat map of the correlations of ${width} columns. ${message}.`, {
    title: chartTitle(message, "Pearson's r of the columns as the algorithms see them"),
    width: { step },
    height: { step: Math.min(step, 26) },
    data: { values: cells },
    encoding: {
      x: {
        field: "x",
        type: "nominal",
        sort: { field: "j", op: "min" },
        title: null,
        axis: { labelAngle: -45, labelLimit: 150 },
      },
      y: { field: "y", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "y", type: "nominal", title: "column" },
        { field: "x", type: "nominal", title: "with" },
        { field: "r", type: "quantitative", title: "r", format: ".3f" },
      ],
    },
    layer: [
      {
        mark: { type: "rect" },
        encoding: {
          color: {
            field: "r",
            type: "quantitative",
            title: "correlation r",
            scale: { domain: [-1, -0.5, 0, 0.5, 1], range: divergingRange },
            legend: { gradientLength: 120 },
          },
        },
      },
      ...(step >= 26 ? [text] : []),
    ],
  });
}

function signed(value: number, digits = 1): string {
  return `${value < 0 && Math.abs(value) >= 0.5 / 10 ** digits ? "−" : ""}${formatNumber(Math.abs(value), digits)}`;
}
