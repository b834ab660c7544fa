import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { histogram } from "./histogram.js";
import { inertText, shortenText } from "./inert-text.js";
import { readableAxis, shortAxis, tone } from "./theme.js";

/** A column before and after its transform. */
export interface ColumnDistribution {
  readonly name: string;
  readonly unit: string;
  /** In original units. */
  readonly before: ArrayLike<number>;
  /** As the algorithms see it. */
  readonly after: ArrayLike<number>;
}

/**
 * Shows how each column is spread before and after its transform, as pairs of small histograms.
 *
 * @param columns one entry a column; values that are not finite are left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function featureDistributions(columns: readonly ColumnDistribution[]): Chart {
  const before = median(columns.map((column) => Math.abs(skewness(column.before))));
  const after = median(columns.map((column) => Math.abs(skewness(column.after))));
  const message =
    columns.length === 0
      ? "There are no columns"
      : `The transforms take the median skewness of ${columns.length} ${columns.length === 1 ? "column" : "columns"} from ${formatNumber(before, 1)} ` +
        `to ${formatNumber(after, 1)}`;
  return createChart(`Histograms of each column before and after its transform. ${message}.`, {
    title: chartTitle(message, "grey: in original units; blue: as the algorithms see it; skewness without its sign"),
    columns: 4,
    spacing: { row: 14, column: 18 },
    concat: columns.flatMap((column) => [
      panel(column.name, column.unit, column.before, tone.muted),
      panel("transformed", "as prepared", column.after, tone.main),
    ]),
  });
}

function panel(name: string, unit: string, values: ArrayLike<number>, color: string): Record<string, unknown> {
  const { edges, counts } = histogram(values);
  const rows = counts.map((count, i) => ({ x: edges[i]!, x2: edges[i + 1]!, count }));
  const skew = `skewness ${formatNumber(Math.abs(skewness(values)), 1)}`;
  return {
    title: {
      text: shortenText(name, 22),
      subtitle: skew,
      fontSize: 12,
      subtitleFontSize: 10,
      offset: 4,
      frame: "group",
    },
    width: 128,
    height: 64,
    data: { values: rows },
    mark: { type: "bar", color, binSpacing: 0.5 },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        bin: { binned: true },
        title: inertText(unit),
        axis: { ...readableAxis, tickCount: 4, titleFontSize: 10, labelFontSize: 9, titlePadding: 2, grid: false },
      },
      x2: { field: "x2" },
      y: {
        field: "count",
        type: "quantitative",
        title: null,
        axis: { ...shortAxis, tickCount: 3, labelFontSize: 9 },
        // the top label stays below the edge, so that all panels begin at the same height
        scale: { nice: false, domainMax: Math.max(1, ...counts) * 1.12 },
      },
      tooltip: [
        { field: "x", type: "quantitative", title: "from", format: ",.4~g" },
        { field: "x2", type: "quantitative", title: "to below", format: ",.4~g" },
        { field: "count", type: "quantitative", title: "customers", format: "," },
      ],
    },
  };
}

function skewness(values: ArrayLike<number>): number {
  const finite = Array.from(values).filter(Number.isFinite);
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  let squares = 0;
  let cubes = 0;
  for (const value of finite) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  return squares > 0 ? cubes / finite.length / (squares / finite.length) ** 1.5 : 0;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
