import { stabilityBand } from "../comparison/stability/stability-band.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { clusterColour, tone } from "./theme.js";

/** How well a cluster comes back when customers are drawn anew. */
export interface StabilityBar {
  readonly cluster: number;
  readonly customers: number;
  /** Mean Jaccard share with the best match over the draws, 0 … 1. */
  readonly jaccard: number;
  /** A range over the draws, such as the middle nine tenths. */
  readonly low?: number;
  readonly high?: number;
}

/** Where the bands of `stabilityBand` begin, each with its word in the middle. */
const bands = [0, 0.5, 0.6, 0.75, 0.85].map((from, i, all) => {
  const at = (from + (all[i + 1] ?? 1)) / 2;
  return { from, at, text: stabilityBand(at) };
});

/**
 * Shows how well each cluster comes back in bootstrap samples, with the bands of Hennig (2007) as `stabilityBand` words
 * them. Stability is no proof of structure: slices of one cloud are stable too.
 *
 * @param stability one entry a cluster
 * @param options `names`: what to call each cluster by its number, with the colours of segments; `draws`: how many samples
 * @returns a Vega-Lite chart, for `show()`
 */
export function stabilityBars(
  stability: readonly StabilityBar[],
  options: { readonly names?: readonly string[]; readonly draws?: number } = {},
): Chart {
  const { names, draws } = options;
  const segments = names && segmentColours(names);
  const values = stability.map(({ cluster, customers, jaccard, low = jaccard, high = jaccard }, i) => ({
    ...{ i, jaccard, low, high, customers },
    name: `${shortenText(names?.[cluster] ?? `cluster ${cluster}`, 28)} · ${formatNumber(customers)}`,
    fill: segments?.[cluster] ?? clusterColour(cluster),
    text: formatNumber(jaccard, 2),
    verdict: stabilityBand(jaccard),
  }));
  const message = messageOf(stability, (cluster) => shortenText(names?.[cluster] ?? `cluster ${cluster}`, 28));
  const height = Math.max(1, values.length) * 30;
  const y = { field: "i", type: "ordinal", title: null };
  const x = {
    field: "jaccard",
    type: "quantitative",
    title: "mean Jaccard share with the best match",
    axis: { values: [0, 0.2, 0.4, 0.6, 0.75, 0.85, 1], format: ".2~f", grid: false },
    scale: { domain: [0, 1], nice: false },
  };
  return createChart(
    `Bars of how well each of ${values.length} clusters comes back in bootstrap samples. ${message}.`,
    {
      title: chartTitle(
        message,
        `${draws ? `${formatNumber(draws)} bootstrap samples; ` : ""}lines: bands of Hennig (2007); stability is no proof of structure`,
      ),
      width: 460,
      height,
      layer: [
        {
          data: { values },
          mark: { type: "bar", height: { band: 0.62 } },
          encoding: {
            ...{ x, y: { ...y, axis: { labelExpr: "''", ticks: false } } },
            color: { field: "fill", type: "nominal", scale: null, legend: null },
            tooltip: [
              { field: "name", type: "nominal", title: "cluster" },
              { field: "jaccard", type: "quantitative", title: "mean Jaccard share", format: ".3f" },
              { field: "low", type: "quantitative", title: "low", format: ".3f" },
              { field: "high", type: "quantitative", title: "high", format: ".3f" },
              { field: "verdict", type: "nominal", title: "reads as" },
            ],
          },
        },
        {
          data: { values },
          mark: { type: "rule", color: tone.ink, strokeWidth: 1.5 },
          encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
        },
        {
          data: { values },
          mark: { type: "text", align: "right", dx: -8, x: 0 },
          encoding: { y, text: { field: "name", type: "nominal" } },
        },
        {
          data: { values },
          mark: { type: "text", align: "left", dx: 7, fontWeight: 600, x: 460 },
          encoding: { y, text: { field: "text", type: "nominal" } },
        },
        {
          data: { values: bands.slice(1) },
          mark: { type: "rule", strokeDash: [4, 3], color: tone.soft },
          encoding: { x: { field: "from", type: "quantitative" } },
        },
        {
          data: { values: bands },
          mark: { type: "text", y: -7, color: tone.soft, fontSize: 10 },
          encoding: { x: { field: "at", type: "quantitative" }, text: { field: "text", type: "nominal" } },
        },
      ],
    },
  );
}

function messageOf(stability: readonly StabilityBar[], nameOf: (cluster: number) => string): string {
  const [first, ...rest] = stability;
  if (!first) return "There is no cluster";
  const weakest = rest.reduce((least, one) => (one.jaccard < least.jaccard ? one : least), first);
  const stable = stability.filter(({ jaccard }) => jaccard >= 0.75).length;
  const all = stability.length;
  const come =
    stable === all
      ? all === 1
        ? "The only group comes"
        : `All ${all} groups come`
      : `${stable} of ${all} groups come`;
  return (
    `${come} back when customers are drawn anew; ${nameOf(weakest.cluster)} least, ` +
    `to ${formatNumber(weakest.jaccard, 2)}: ${stabilityBand(weakest.jaccard)}`
  );
}
