import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { tone } from "./theme.js";

/**
 * Shows how much of the variance each principal component carries, and how it adds up.
 *
 * @param explained share of the variance by component, 0 to 1, in order
 * @param options `kept`: how many components the map uses, 2 where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function screePlot(explained: ArrayLike<number>, options: { readonly kept?: number } = {}): Chart {
  const { kept = 2 } = options;
  let sum = 0;
  const values = Array.from(explained, (share, i) => {
    sum += share;
    return { component: i + 1, share, sum, kept: i < kept ? "on the map" : "left out" };
  });
  const held = values[Math.min(kept, values.length) - 1]?.sum ?? 0;
  const message = `${formatShare(held)} of the variance is on the map of ${kept} components`;
  const x = { field: "component", type: "ordinal", title: "principal component", axis: { labelAngle: 0 } };
  const axis = { title: "share of the variance", axis: { format: ".0%" }, scale: { domain: [0, 1] } };
  const tooltip = [
    { field: "component", type: "quantitative", title: "component" },
    { field: "share", type: "quantitative", title: "share", format: ".1%" },
    { field: "sum", type: "quantitative", title: "up to here", format: ".1%" },
  ];
  return createChart(`Variance explained by each principal component. ${message}.`, {
    title: chartTitle(message, "bars: each component; line: all up to it"),
    width: 480,
    height: 240,
    data: { values },
    encoding: { x, tooltip },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y: { field: "share", type: "quantitative", ...axis },
          color: {
            field: "kept",
            type: "nominal",
            title: null,
            scale: { domain: ["on the map", "left out"], range: [tone.main, tone.muted] },
            legend: { orient: "top" },
          },
        },
      },
      {
        mark: { type: "line", color: tone.ink, strokeWidth: 1.5, point: { color: tone.ink, size: 30 } },
        encoding: { y: { field: "sum", type: "quantitative" } },
      },
    ],
  });
}
