import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { sequentialRange } from "./theme.js";

/** How many customers of a segment lie in a cluster. */
export interface CrossTabCell {
  readonly segment: string;
  readonly cluster: string | number;
  readonly customers: number;
}

/**
 * Shows where the customers of each segment lie among the clusters.
 *
 * @param rows one entry a segment and cluster that share customers, in the order to draw them
 * @returns a Vega-Lite chart, for `show()`
 */
export function crossTab(rows: readonly CrossTabCell[]): Chart {
  const totals = new Map<string, number>();
  const tops = new Map<string, number>();
  for (const row of rows) {
    totals.set(row.segment, (totals.get(row.segment) ?? 0) + row.customers);
    tops.set(row.segment, Math.max(tops.get(row.segment) ?? 0, row.customers));
  }
  const segments = [...totals.keys()];
  const clusters = [...new Set(rows.map((row) => row.cluster))];
  if (clusters.every((cluster) => typeof cluster === "number")) clusters.sort((a, b) => Number(a) - Number(b));
  const values = rows.map((row) => {
    const share = row.customers / totals.get(row.segment)!;
    return {
      i: segments.indexOf(row.segment),
      j: clusters.indexOf(row.cluster),
      segment: row.segment,
      cluster: clusterName(row.cluster),
      customers: row.customers,
      share,
      text: formatNumber(row.customers),
      strong: share > 0.55,
    };
  });
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const typical = [...tops.values()].reduce((sum, count) => sum + count, 0);
  const message =
    all === 0
      ? "There are no customers"
      : `${formatShare(typical / all)} of the customers lie in the cluster that is most typical of their segment`;
  const sizes = clusters.map((cluster) =>
    rows.reduce((sum, row) => sum + (row.cluster === cluster ? row.customers : 0), 0),
  );
  const largest = Math.max(0, ...sizes);
  const baseline =
    all === 0 ? "" : `; whoever always names the largest cluster is right for ${formatShare(largest / all)}`;
  const step = Math.max(52, Math.min(84, Math.floor(440 / Math.max(1, clusters.length))));
  return createChart(`Customers by segment and cluster, as a heat map. ${message}.`, {
    title: chartTitle(message, `numbers: customers; colour: share of the segment${baseline}`),
    width: { step },
    height: { step: 26 },
    data: { values },
    encoding: {
      x: {
        field: "cluster",
        type: "nominal",
        sort: { field: "j", op: "min" },
        title: "cluster",
        axis: { orient: "top", labelLimit: 150, labelAngle: clusters.every((c) => typeof c === "number") ? 0 : -30 },
      },
      y: { field: "segment", type: "nominal", sort: { field: "i", op: "min" }, title: "segment" },
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "cluster", type: "nominal", title: "cluster" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "share", type: "quantitative", title: "share of the segment", format: ".1%" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1 },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            title: "share of segment",
            scale: { domain: [0, 1], range: sequentialRange },
            legend: { format: ".0%", gradientLength: 120 },
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

function clusterName(cluster: string | number): string {
  if (typeof cluster === "string") return cluster;
  return cluster < 0 ? "noise" : String(cluster);
}
