import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { sequentialRange } from "./theme.js";

/**
 * Shows how far clusterings agree with each other, as adjusted Rand indices (Hubert and Arabie, 1985).
 *
 * @param names one a clustering
 * @param values names × names indices, row after row: 1 is the same partition, about 0 agreement by chance
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when the values do not fill names × names
 */
export function agreementMatrix(names: readonly string[], values: Float64Array): Chart {
  const n = names.length;
  if (values.length !== n * n) {
    throw new SegmentLabError("bad-value", `${values.length} indices for ${n} clusterings; give ${n * n}`);
  }
  const short = names.map((name) => shortenText(name, 30));
  const cells: Record<string, unknown>[] = [];
  const pairs: { a: number; b: number; index: number }[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const index = values[a * n + b]!;
      if (a < b) pairs.push({ a, b, index });
      const text = a === b ? "–" : signed(index);
      cells.push({
        a,
        b,
        y: names[a],
        x: names[b],
        shade: a === b ? null : Math.max(0, index),
        index,
        text,
        strong: index > 0.55 && a !== b,
      });
    }
  }
  pairs.sort((one, other) => other.index - one.index);
  const most = pairs[0];
  const least = pairs[pairs.length - 1];
  const name = (pair: { a: number; b: number; index: number }): string =>
    `${short[pair.a]} and ${short[pair.b]} (${signed(pair.index)})`;
  const message =
    !most || !least
      ? "There is nothing to compare"
      : most === least
        ? `${short[most.a]} and ${short[most.b]} agree to ${signed(most.index)}`
        : `${name(most)} agree most, ${name(least)} least`;
  return createChart(`Heat map of the agreement between ${n} clusterings, adjusted Rand index. ${message}.`, {
    title: chartTitle(message, "adjusted Rand index: 1 is the same partition, 0 what chance gives"),
    width: { step: 62 },
    height: { step: 36 },
    data: { values: cells },
    encoding: {
      x: {
        field: "x",
        type: "nominal",
        sort: { field: "b", op: "min" },
        title: null,
        axis: { labelAngle: -35, labelLimit: 150 },
      },
      y: { field: "y", type: "nominal", sort: { field: "a", op: "min" }, title: null },
      tooltip: [
        { field: "y", type: "nominal", title: "clustering" },
        { field: "x", type: "nominal", title: "with" },
        { field: "index", type: "quantitative", title: "adjusted Rand index", format: ".3f" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1, invalid: null },
        encoding: {
          color: {
            condition: { test: "datum.shade === null", value: "#eeeeee" },
            field: "shade",
            type: "quantitative",
            title: "agreement",
            scale: { domain: [0, 1], range: sequentialRange },
            legend: { gradientLength: 100 },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 12 },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: { condition: { test: "datum.strong", value: "white" }, value: "#222222" },
        },
      },
    ],
  });
}

function signed(value: number): string {
  return `${value < -0.005 ? "−" : ""}${formatNumber(Math.abs(value), 2)}`;
}
