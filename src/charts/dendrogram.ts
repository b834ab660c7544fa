import type { MergeTree } from "../clustering/clusterer.js";
import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { dendrogramLayout } from "./dendrogram-layout.js";
import { inertText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { clusterColour, tone } from "./theme.js";

/**
 * Draws the last merges of a hierarchical clustering, coloured by a cut into k groups. A leaf stands for the customers
 * merged before; below it stands how many they are.
 *
 * @param tree the merge tree, in SciPy's format
 * @param options `k`: the number of groups; `leaves`: how many leaves to draw, 40 where left out; `linkage`: for the axis
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-option` when k is not a whole number from 1 to the number of rows
 */
export function dendrogram(
  tree: MergeTree,
  options: { readonly k: number; readonly leaves?: number; readonly linkage?: string },
): Chart {
  const { k, leaves = 40, linkage } = options;
  const { rows, height } = tree;
  if (!Number.isInteger(k) || k < 1 || k > rows || rows < 2) {
    throw new SegmentLabError(
      "bad-option",
      `cannot cut a tree of ${rows} rows into ${k} groups; give k from 1 to ${rows}`,
    );
  }
  const layout = dendrogramLayout(tree, k, Math.min(rows, Math.max(leaves, k)));
  const below = k === rows ? 0 : height[rows - k - 1]!;
  const above = k === 1 ? below * 1.1 : height[rows - k]!;
  const cut = (below + above) / 2;
  const message =
    `Cut into ${k} ${k === 1 ? "group" : "groups"} at height ${formatNumber(cut, 1)}: the largest holds ` +
    `${formatShare(layout.sizes[0]! / rows)} of the customers, the smallest ${formatShare(layout.sizes[k - 1]! / rows)}`;
  const names = layout.sizes.map((size, c) => `cluster ${c} · ${formatNumber(size)}`);
  const name = (cluster: number): string => names[cluster] ?? "above the cut";
  const color = {
    field: "cluster",
    type: "nominal",
    title: null,
    scale: {
      domain: [...names, "above the cut"],
      range: [...names.map((_, c) => clusterColour(c)), tone.muted],
    },
    legend: { symbolType: "stroke", symbolStrokeWidth: 3, symbolLimit: 14 },
  };
  const width = 500;
  const high = roundTo(Math.max(height[rows - 2]!, above) * 1.03, 3);
  const y = { field: "y", type: "quantitative", title: axisTitle(linkage), scale: { domain: [0, high], nice: false } };
  const x = {
    field: "x",
    type: "quantitative",
    axis: null,
    scale: { domain: [-0.7, layout.leaves.length - 0.3], nice: false, zero: false },
  };
  return createChart(
    `Dendrogram of ${rows} customers, the last ${layout.leaves.length - 1} merges, coloured by the cut. ${message}.`,
    {
      title: chartTitle(message, "below each leaf: how many customers it stands for; dashed: the cut"),
      width,
      height: 330,
      layer: [
        {
          data: { values: layout.branches.map((branch) => ({ ...branch, cluster: name(branch.cluster) })) },
          mark: { type: "rule", strokeWidth: 1.8, strokeCap: "round" },
          encoding: {
            x,
            y,
            x2: { field: "x2" },
            y2: { field: "y2" },
            color,
            tooltip: [
              { field: "cluster", type: "nominal", title: "part" },
              { field: "height", type: "quantitative", title: "merges at height", format: ",.2f" },
              { field: "customers", type: "quantitative", title: "customers below", format: "," },
            ],
          },
        },
        {
          data: {
            values: layout.leaves.map((leaf) => ({
              x: leaf.x,
              cluster: name(leaf.cluster),
              text: formatNumber(leaf.customers),
            })),
          },
          mark: { type: "text", angle: 270, align: "right", baseline: "middle", fontSize: 10, y: 336, clip: false },
          encoding: { x, text: { field: "text", type: "nominal" } },
        },
        {
          data: { values: [{ y: cut, text: `k = ${k}` }] },
          layer: [
            { mark: { type: "rule", strokeDash: [6, 4], color: tone.ink }, encoding: { y } },
            {
              mark: { type: "text", align: "left", dx: 4, x: width },
              encoding: { y, text: { field: "text", type: "nominal" } },
            },
          ],
        },
      ],
    },
  );
}

function axisTitle(linkage: string | undefined): string {
  return linkage ? `height of the merge (${inertText(linkage)} linkage)` : "height of the merge";
}
