import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { tone } from "./theme.js";

/**
 * Shows what the two axes of the map are made of: the weight of every column in the first two principal components.
 *
 * @param components `columns`: the names; `values`: components × columns weights, row after row, at least one row
 * @param options `explained`: share of the variance by component, for the panels' headings
 * @returns a Vega-Lite chart, for `show()`
 */
export function loadingsPlot(
  components: { readonly columns: readonly string[]; readonly values: Float64Array },
  options: { readonly explained?: ArrayLike<number> } = {},
): Chart {
  const { columns, values } = components;
  const width = columns.length;
  const count = Math.min(2, Math.floor(values.length / width));
  const names = columns.map((column) => shortenText(column, 30));
  const order = names.map((_, j) => j).sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
  const message = `Along the first axis of the map ${order
    .slice(0, 2)
    .map((j) => `${names[j]} (${signed(values[j]!)})`)
    .join(" and ")} weigh most`;
  const panels = Array.from({ length: count }, (_, c) => {
    const rows = order.map((j, i) => {
      const weight = values[c * width + j]!;
      return {
        i,
        column: columns[j],
        weight,
        text: signed(weight),
        end: weight,
        sign: weight < 0 ? "below 0" : "above 0",
      };
    });
    const share = options.explained ? `, ${formatShare(options.explained[c]!)} of the variance` : "";
    const text = (test: string, align: string, dx: number): Record<string, unknown> => ({
      transform: [{ filter: test }],
      mark: { type: "text", align, dx, fontSize: 10 },
      encoding: { text: { field: "text", type: "nominal" } },
    });
    return {
      title: { text: `component ${c + 1}${share}`, fontSize: 12, offset: 6 },
      width: 220,
      height: { step: 20 },
      data: { values: rows },
      encoding: {
        y: {
          field: "column",
          type: "nominal",
          sort: { field: "i", op: "min" },
          title: null,
          axis: c === 0 ? {} : { labels: false },
        },
        x: {
          field: "weight",
          type: "quantitative",
          title: "weight",
          scale: { domain: [-1, 1] },
          axis: { tickCount: 5 },
        },
        tooltip: [
          { field: "column", type: "nominal", title: "column" },
          { field: "weight", type: "quantitative", title: "weight", format: ".3f" },
        ],
      },
      layer: [
        {
          mark: { type: "bar", height: 13 },
          encoding: {
            color: {
              field: "sign",
              type: "nominal",
              scale: { domain: ["above 0", "below 0"], range: [tone.main, tone.removed] },
              legend: null,
            },
          },
        },
        text("datum.weight >= 0", "left", 4),
        text("datum.weight < 0", "right", -4),
      ],
    };
  });
  return createChart(`Weights of ${width} columns in the first ${count} principal components. ${message}.`, {
    title: chartTitle(message),
    hconcat: panels,
  });
}

function signed(value: number): string {
  return `${value <= -0.005 ? "−" : ""}${formatNumber(Math.abs(value), 2)}`;
}
