import type { MergeTree } from "../clustering/clusterer.js";
import { leafOrder } from "../clustering/hierarchical/leaf-order.js";
import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { dendrogramLayout } from "./dendrogram-layout.js";
import { shortenText } from "./inert-text.js";
import { divergingRange, tone } from "./theme.js";

/**
 * Shows the correlation of every pair of columns. With a tree the columns stand in its order and it is drawn beside them:
 * columns that join near the map say much the same.
 *
 * @param correlations `columns`: the names; `values`: columns × columns coefficients, row after row
 * @param options `tree`: a merge tree of the columns, as `columnTree` gives it
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when the tree is of other columns
 */
export function correlationHeatmap(
  correlations: { readonly columns: readonly string[]; readonly values: Float64Array },
  options: { readonly tree?: MergeTree | null } = {},
): Chart {
  const { columns, values } = correlations;
  const { tree } = options;
  const width = columns.length;
  if (tree && tree.rows !== width)
    throw new SegmentLabError(
      "bad-value",
      `the tree is of ${tree.rows} columns, not ${width}; make it of the same ones`,
    );
  const order = tree ? Array.from(leafOrder(tree)) : columns.map((_, j) => j);

  const cells: Record<string, unknown>[] = [];
  let strongest = { a: 0, b: 0, r: 0 };
  order.forEach((a, i) => {
    order.forEach((b, j) => {
      const r = values[a * width + b]!;
      if (i < j && Math.abs(r) > Math.abs(strongest.r)) strongest = { a: Math.min(a, b), b: Math.max(a, b), r };
      // the diagonal says nothing
      if (i === j) return;
      cells.push({ i, j, y: columns[a], x: columns[b], r, text: signed(r), strong: Math.abs(r) > 0.6 });
    });
  });
  const message =
    width < 2
      ? "There is no pair of columns"
      : `${shortenText(columns[strongest.a]!, 28)} and ${shortenText(columns[strongest.b]!, 28)} go together most: r = ${signed(strongest.r, 2)}`;
  const step = width <= 14 ? 34 : Math.max(14, Math.floor(480 / width));
  const high = Math.min(step, 26);
  const title = chartTitle(
    message,
    tree
      ? "Pearson's r of the columns as the algorithms see them; right: columns joined by average linkage of 1 − |r|"
      : "Pearson's r of the columns as the algorithms see them",
  );
  const map = heatmap(cells, step, high);
  const description = `Heat map of the correlations of ${width} columns. ${message}.`;
  if (!tree) return createChart(description, { title, ...map });
  return createChart(description, { title, spacing: 4, bounds: "flush", hconcat: [map, treeBeside(tree, high)] });
}

function heatmap(cells: readonly Record<string, unknown>[], step: number, high: number): Record<string, unknown> {
  const text = {
    mark: { type: "text", fontSize: 10 },
    encoding: {
      text: { field: "text", type: "nominal" },
      color: { condition: { test: "datum.strong", value: "white" }, value: "#222222" },
    },
  };
  return {
    width: { step },
    height: { step: high },
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
  };
}

// the dendrogram lies on its side: its leaves stand where the rows of the map do
function treeBeside(tree: MergeTree, high: number): Record<string, unknown> {
  const { branches } = dendrogramLayout(tree, 1, tree.rows);
  const height = tree.rows * high;
  return {
    width: 110,
    height,
    data: { values: branches.map(({ x, x2, y, y2, height: at }) => ({ x, x2, y, y2, r: 1 - at })) },
    mark: { type: "rule", color: tone.soft, strokeWidth: 1.4, strokeCap: "round" },
    encoding: {
      x: {
        field: "y",
        type: "quantitative",
        title: "joined at 1 − |r|",
        axis: { tickCount: 3, grid: false },
        scale: { domain: [0, 1], nice: false },
      },
      x2: { field: "y2" },
      y: {
        field: "x",
        type: "quantitative",
        axis: null,
        scale: { domain: [-0.5, tree.rows - 0.5], nice: false, zero: false, reverse: true },
      },
      y2: { field: "x2" },
      tooltip: [{ field: "r", type: "quantitative", title: "mean |r| of what is joined", format: ".2f" }],
    },
  };
}

function signed(value: number, digits = 1): string {
  return `${value < 0 && Math.abs(value) >= 0.5 / 10 ** digits ? "−" : ""}${formatNumber(Math.abs(value), digits)}`;
}
