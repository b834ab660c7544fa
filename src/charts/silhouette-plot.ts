import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { clusterColour, tone } from "./theme.js";

// more lines than this no screen resolves
const most = 12_000;

/**
 * Shows the silhouette of every customer, sorted within clusters, with the mean of each cluster and of all. Noise is
 * left out; of more than 12,000 customers every second, third, … is drawn (Rousseeuw, 1987).
 *
 * @param silhouette `values`: one a customer, −1 to 1; `labels`: their clusters, −1 is noise
 * @param options `algorithm`: named in the title
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when values and labels differ in number
 */
export function silhouettePlot(
  silhouette: { readonly values: Float64Array; readonly labels: Int32Array },
  options: { readonly algorithm?: string } = {},
): Chart {
  const { values, labels } = silhouette;
  if (values.length !== labels.length) {
    throw new SegmentLabError("bad-value", `${values.length} silhouettes for ${labels.length} labels`);
  }
  const clusters: number[][] = [];
  labels.forEach((label, i) => {
    if (label < 0) return;
    clusters[label] ??= [];
    clusters[label].push(values[i]!);
  });
  const shown = clusters.flat();
  const mean = average(shown);
  const misplaced = shown.filter((value) => value < 0).length;
  const gap = Math.ceil(shown.length / 60);
  const rows: Record<string, unknown>[] = [];
  const bands: Record<string, unknown>[] = [];
  const step = Math.ceil(shown.length / most);
  let place = 0;
  let low = 0;
  let high = 0.1;
  clusters.forEach((cluster, c) => {
    const from = place;
    cluster.sort((a, b) => b - a);
    cluster.forEach((value, i) => {
      if (i % step === 0 || i === cluster.length - 1) rows.push({ p: place + i, v: roundTo(value, 3), c });
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    place += cluster.length;
    const below = cluster.filter((value) => value < 0).length;
    const text = `cluster ${c} · ${formatNumber(cluster.length)} · mean ${formatNumber(average(cluster), 2)}`;
    const stand = (from + place) / 2;
    bands.push({ c, from, to: place, stand, text, customers: cluster.length, mean: average(cluster), below });
    place += gap;
  });
  const name = options.algorithm ? `${shortenText(options.algorithm, 30)}: ` : "";
  const message =
    shown.length === 0
      ? "There is no cluster"
      : `${name}mean silhouette ${formatNumber(mean, 2)}; ${formatShare(misplaced / shown.length)} of the customers ` +
        "lie closer to another cluster";
  const domain = clusters.map((_, c) => c);
  const color = {
    field: "c",
    type: "nominal",
    scale: { domain, range: domain.map(clusterColour) },
    legend: null,
  };
  const x = {
    field: "v",
    type: "quantitative",
    stack: null,
    title: "silhouette",
    scale: { domain: [low, high], nice: true },
  };
  const y = {
    field: "p",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, Math.max(1, place - gap)], reverse: true, nice: false, zero: false },
  };
  const noise = labels.length - shown.length;
  const left = noise > 0 ? `; ${formatNumber(noise)} of ${formatNumber(labels.length)} are noise and left out` : "";
  return createChart(
    `Silhouette of each of ${shown.length} customers by cluster${step > 1 ? `, one in ${step} drawn` : ""}. ${message}${left}.`,
    {
      title: chartTitle(message, `customers sorted within their cluster; dashed: mean of all${left}`),
      width: 440,
      height: 380,
      layer: [
        {
          data: { values: rows },
          mark: { type: "area", orient: "horizontal", interpolate: "step", aria: false, tooltip: null },
          encoding: { x, y, color },
        },
        {
          data: { values: bands },
          mark: { type: "text", align: "left", baseline: "middle" },
          encoding: {
            x: { value: 448 },
            y: { field: "stand", type: "quantitative" },
            text: { field: "text", type: "nominal" },
          },
        },
        {
          data: { values: bands },
          mark: { type: "rect", opacity: 0 },
          encoding: {
            x: { value: 0 },
            x2: { value: 440 },
            y: { field: "from", type: "quantitative" },
            y2: { field: "to" },
            tooltip: [
              { field: "c", type: "quantitative", title: "cluster" },
              { field: "customers", type: "quantitative", title: "customers", format: "," },
              { field: "mean", type: "quantitative", title: "mean silhouette", format: ".3f" },
              { field: "below", type: "quantitative", title: "closer to another cluster", format: "," },
            ],
          },
        },
        {
          data: { values: shown.length === 0 ? [] : [{ v: mean }] },
          mark: { type: "rule", strokeDash: [5, 4], color: tone.ink },
          encoding: { x },
        },
      ],
    },
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
