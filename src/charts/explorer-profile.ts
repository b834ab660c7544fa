import type { ExplorerCandidate } from "./explorer-controls.js";
import { inertText } from "./inert-text.js";
import { roundTo, shortNumber } from "./short-number.js";
import { divergingRange } from "./theme.js";

/** A column of the profile. */
export interface ExplorerColumn {
  readonly column: string;
  readonly unit: string;
  /** Takes a group's mean of `standardized` back to the column's unit, so that what is printed orders groups as the colour does. */
  readonly typical: (standardized: number) => number;
  /** One a customer, as the algorithms see the column. */
  readonly standardized: Float64Array;
}

/** One row a candidate, cluster and column: the typical value in words, and the mean in standard deviations. */
export function profileRows(
  candidates: readonly ExplorerCandidate[],
  columns: readonly ExplorerColumn[],
): Record<string, unknown>[] {
  const spreads = columns.map((column) => spread(column.standardized));
  return candidates.flatMap((candidate, c) =>
    columns.flatMap((column, j) => {
      const sums = new Map<number, { n: number; z: number }>();
      // hot: candidates × columns × customers
      for (let i = 0; i < candidate.labels.length; i++) {
        const label = candidate.labels[i]!;
        let sum = sums.get(label);
        if (sum === undefined) {
          sum = { n: 0, z: 0 };
          sums.set(label, sum);
        }
        sum.n++;
        sum.z += column.standardized[i]!;
      }
      return [...sums]
        .sort((a, b) => a[0] - b[0])
        .map(([k, sum]) => {
          const { mean, deviation } = spreads[j]!;
          const z = deviation > 0 ? (sum.z / sum.n - mean) / deviation : 0;
          return { c, k, j, t: shortNumber(column.typical(sum.z / sum.n)), z: roundTo(z, 2) };
        });
    }),
  );
}

/** The heat map of cluster × column that follows the candidate chosen. */
export function profilePanel(width: number): Record<string, unknown> {
  return {
    title: { text: "what the groups are like", fontSize: 12, offset: 8 },
    width,
    height: { step: 21 },
    data: { name: "profile" },
    transform: [
      { filter: "datum.c === candidate" },
      { calculate: "columnNames[datum.j]", as: "column" },
      { calculate: "columnUnits[datum.j]", as: "unit" },
      { calculate: "clamp(datum.z, -2, 2)", as: "shade" },
      { calculate: "abs(datum.z) > 1.1", as: "strong" },
    ],
    encoding: {
      x: {
        field: "k",
        type: "ordinal",
        title: "cluster (typical values in original units)",
        axis: { labelAngle: 0, labelExpr: "datum.value < 0 ? 'noise' : datum.label", labelOverlap: true },
      },
      y: { field: "column", type: "nominal", sort: { field: "j", op: "min" }, title: null },
      tooltip: [
        { field: "k", type: "quantitative", title: "cluster (−1 noise)" },
        { field: "column", type: "nominal", title: "column" },
        { field: "t", type: "nominal", title: "mean" },
        { field: "unit", type: "nominal", title: "unit" },
        { field: "z", type: "quantitative", title: "standard deviations from the average", format: "+.2f" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1, aria: false },
        encoding: {
          color: {
            field: "shade",
            type: "quantitative",
            title: ["standard deviations", "from the average"],
            scale: { domain: [-2, -1, 0, 1, 2], range: divergingRange },
            legend: { gradientLength: 120 },
          },
        },
      },
      {
        // more than a dozen columns of figures would print over each other
        transform: [
          { joinaggregate: [{ op: "distinct", field: "k", as: "groups" }] },
          { filter: "datum.groups <= 12" },
        ],
        mark: { type: "text", fontSize: 10, aria: false },
        encoding: {
          text: { field: "t", type: "nominal" },
          color: { condition: { test: "datum.strong", value: "white" }, value: "#222222" },
        },
      },
    ],
  };
}

/** The params that the profile's expressions read names and units from. */
export function profileParams(columns: readonly ExplorerColumn[]): Record<string, unknown>[] {
  return [
    { name: "columnNames", value: columns.map((column) => column.column) },
    { name: "columnUnits", value: columns.map((column) => inertText(column.unit)) },
  ];
}

function spread(values: Float64Array): { mean: number; deviation: number } {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
