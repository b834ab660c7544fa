import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type ExplorerCandidate, explorerControls } from "./explorer-controls.js";
import { type ExplorerColumn, profilePanel, profileParams, profileRows } from "./explorer-profile.js";
import { sizesPanel } from "./explorer-sizes.js";
import { inertText } from "./inert-text.js";
import { labelAlphabet, packedLabelExpression, packLabels } from "./pack-labels.js";
import { roundTo } from "./short-number.js";
import { clusterColour } from "./theme.js";

/** Where each customer stands on the map and what the pointer shows of it. */
export interface ExplorerPoints {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** At most four columns. */
  readonly tooltip?: readonly { readonly name: string; readonly unit: string; readonly values: Float64Array }[];
}

/**
 * One linked chart of many clusterings: choose the algorithm and its setting in the inputs below; map, sizes and
 * profile follow. Dragging over the map restricts the sizes to those customers; a click beside them shows all again.
 *
 * @param points one position a customer, such as the first two principal components
 * @param candidates the clusterings to choose from; those with the same `parameterName` share an input
 * @param profile the columns to describe the groups by
 * @param options `revenue`: one a customer; `start`: index of the candidate to show first, 0 where left out
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when lengths differ or candidates repeat, `bad-option` for more than four columns
 */
export function clusterExplorer(
  points: ExplorerPoints,
  candidates: readonly ExplorerCandidate[],
  profile: readonly ExplorerColumn[],
  options: { readonly revenue?: Float64Array; readonly start?: number } = {},
): Chart {
  const { revenue, start = 0 } = options;
  const { ids, x, y, tooltip = [] } = points;
  checkLengths(ids.length, points, candidates, profile, revenue);
  const controls = explorerControls(candidates, start);
  const packed = packLabels(candidates.map((candidate) => candidate.labels));
  const customers = packed.map((l, i) => {
    const row: Record<string, unknown> = { i: ids[i], x: roundTo(x[i]!, 2), y: roundTo(y[i]!, 2), l };
    if (revenue) row.r = roundTo(revenue[i]!, 0);
    tooltip.forEach((column, t) => {
      row[`t${t}`] = Number(column.values[i]!.toPrecision(4));
    });
    return row;
  });
  const most = candidates.reduce((high, { labels }) => labels.reduce((a, b) => Math.max(a, b), high), 0);
  const domain = Array.from({ length: Math.min(most, labelAlphabet.length - 2) + 2 }, (_, i) => i - 1);
  const scale = { domain, range: domain.map(clusterColour) };
  const color = { field: "c", type: "nominal", scale, legend: null };
  const algorithms = new Set(candidates.map((candidate) => candidate.algorithm)).size;
  const message =
    `${formatNumber(ids.length)} customers grouped in ${candidates.length} ways by ${algorithms} ` +
    `${algorithms === 1 ? "algorithm" : "algorithms"}: choose one below`;
  const quiet = { labels: false, ticks: false, grid: false };
  const map = {
    title: {
      text: { expr: "captions[candidate]" },
      subtitle: "each dot: a customer",
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 8,
    },
    width: 350,
    height: 340,
    params: [{ name: "brush", select: { type: "interval" } }],
    mark: { type: "circle", size: 12, opacity: 0.65, aria: false },
    encoding: {
      x: { field: "x", type: "quantitative", title: "component 1", axis: quiet, scale: { zero: false } },
      y: { field: "y", type: "quantitative", title: "component 2", axis: quiet, scale: { zero: false } },
      color,
      tooltip: [
        { field: "i", type: "nominal", title: "customer" },
        { field: "c", type: "quantitative", title: "cluster (−1 noise)" },
        ...tooltip.map((column, t) => ({
          field: `t${t}`,
          type: "quantitative",
          title: inertText(column.unit === "" ? column.name : `${column.name} (${column.unit})`),
          format: ",.4~g",
        })),
      ],
    },
  };
  return createChart(
    `Interactive: ${message}. A map of the customers, the size of each group, and a profile of ${profile.length} columns ` +
      `follow the inputs algorithm and ${controls.parameterNames.join(", ")}.`,
    {
      title: chartTitle(
        message,
        "drag over the map to see the sizes of those customers only; a click beside shows all",
      ),
      datasets: { customers, profile: profileRows(candidates, profile) },
      data: { name: "customers" },
      params: [...controls.params, { name: "alphabet", value: labelAlphabet }, ...profileParams(profile)],
      transform: [{ calculate: packedLabelExpression("candidate"), as: "c" }],
      spacing: 20,
      vconcat: [
        { spacing: 24, hconcat: [map, sizesPanel(revenue !== undefined, color, 200, 340)] },
        ...(profile.length === 0 ? [] : [profilePanel(430)]),
      ],
    },
  );
}

function checkLengths(
  customers: number,
  points: ExplorerPoints,
  candidates: readonly ExplorerCandidate[],
  profile: readonly ExplorerColumn[],
  revenue: Float64Array | undefined,
): void {
  const tooltip = points.tooltip ?? [];
  if (tooltip.length > 4) {
    throw new SegmentLabError("bad-option", `${tooltip.length} tooltip columns are too many; choose at most 4`);
  }
  const lengths: [string, number][] = [
    ["x", points.x.length],
    ["y", points.y.length],
    ...tooltip.map((column): [string, number] => [column.name, column.values.length]),
    ...candidates.map((one): [string, number] => [`labels of ${one.algorithm} ${one.parameter}`, one.labels.length]),
    ...profile.map((column): [string, number] => [column.column, column.standardized.length]),
    ...profile.map((column): [string, number] => [`${column.column}, standardised`, column.standardized.length]),
    ...(revenue ? [["revenue", revenue.length] as [string, number]] : []),
  ];
  for (const [name, length] of lengths) {
    if (length !== customers) {
      throw new SegmentLabError("bad-value", `${length} values of "${name}" for ${customers} customers`);
    }
  }
}
