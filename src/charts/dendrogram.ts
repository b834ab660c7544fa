import type { MergeTree } from "../clustering/clusterer.js";
import { cutTree } from "../clustering/hierarchical/cut-tree.js";
import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { dendrogramLayout } from "./dendrogram-layout.js";
import { inertText, shortenText } from "./inert-text.js";
import { type LeafStrip, leafStrips } from "./leaf-strips.js";
import { sharedColour } from "./matched-colours.js";
import { roundTo } from "./short-number.js";
import { stripLayers } from "./strip-layers.js";
import { clusterColour, tone } from "./theme.js";

/**
 * Draws the last merges of a hierarchical clustering, coloured by a cut into k groups. A leaf stands for the customers
 * merged before; below it stands how many they are, and how other clusterings label them.
 *
 * @param tree the merge tree, in SciPy's format
 * @param options `k`: the number of groups; `leaves`: how many leaves to draw, 40 where left out; `linkage`: for the axis;
 *   `strips`: other clusterings of the same customers, each a strip of colours below the leaves, matched to the cut
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-option` when k is not a whole number from 1 to the number of rows; `bad-value` for a strip
 *   that is not one label a row
 */
export function dendrogram(
  tree: MergeTree,
  options: {
    readonly k: number;
    readonly leaves?: number;
    readonly linkage?: string;
    readonly strips?: readonly LeafStrip[];
  },
): Chart {
  const { k, leaves = 40, linkage, strips = [] } = options;
  const { rows, height } = tree;
  if (!Number.isInteger(k) || k < 1 || k > rows || rows < 2) {
    throw new SegmentLabError(
      "bad-option",
      `cannot cut a tree of ${rows} rows into ${k} groups; give k from 1 to ${rows}`,
    );
  }
  for (const { title, labels } of strips) {
    if (labels.length !== rows)
      throw new SegmentLabError("bad-value", `${labels.length} labels of "${title}" for a tree of ${rows} rows`);
  }
  const layout = dendrogramLayout(tree, k, Math.min(rows, Math.max(leaves, k)));
  const below = k === rows ? 0 : height[rows - k - 1]!;
  const above = k === 1 ? below * 1.1 : height[rows - k]!;
  const cut = (below + above) / 2;
  const cutLabels = cutTree(tree, k);
  const message = messageOf(layout.sizes, cut, strips, cutLabels);
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
      title: chartTitle(message, subtitleOf(strips)),
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
        ...stripLayers(
          leafStrips(
            tree,
            layout.leaves.map(({ node }) => node),
            cutLabels,
            strips,
          ),
          strips,
          x,
        ),
      ],
    },
  );
}

function messageOf(sizes: readonly number[], cut: number, strips: readonly LeafStrip[], labels: Int32Array): string {
  const k = sizes.length;
  const share = (size: number): string => formatShare(size / labels.length);
  const [most] = strips
    .map((strip) => ({ title: strip.title, agreed: sharedColour(labels, strip.labels) }))
    .sort((a, b) => b.agreed - a.agreed);
  const near = most ? `; ${shortenText(most.title, 28)} agrees most, on ${formatShare(most.agreed, 0)} of them` : "";
  return (
    `Cut into ${k} ${k === 1 ? "group" : "groups"} at height ${formatNumber(cut, 1)}: the largest holds ` +
    `${share(sizes[0]!)} of the customers, the smallest ${share(sizes[k - 1]!)}${near}`
  );
}

function subtitleOf(strips: readonly LeafStrip[]): string {
  const others = strips.length > 0 ? "; strips: the groups of other clusterings in matching colours, grey: noise" : "";
  return `below each leaf: how many customers it stands for; dashed: the cut${others}`;
}

function axisTitle(linkage: string | undefined): string {
  return linkage ? `height of the merge (${inertText(linkage)} linkage)` : "height of the merge";
}
