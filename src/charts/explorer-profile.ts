import type { ColumnLevels, ExplorerColumn } from "./explorer-levels.js";
import { inertText, shortenText } from "./inert-text.js";
import { packedLevelExpression } from "./pack-levels.js";
import { divergingRange } from "./theme.js";

/** The number of three figures that fits a cell, as `shortNumber` writes it. */
const shortValue =
  "abs(datum.value) >= 999.5 ? format(datum.value, '.3s') : datum.value === round(datum.value) ? format(datum.value, '.0f') : abs(datum.value) >= 99.95 ? format(datum.value, ',.0f') : " +
  "abs(datum.value) >= 9.995 ? format(datum.value, '.1f') : format(datum.value, '.2f')";

/** The transforms that read each customer's levels out of the packed text; they hang on no signal, so they run once. */
export function levelTransforms(columns: readonly ExplorerColumn[], from: number): Record<string, unknown>[] {
  return columns.map((_, j) => ({ calculate: packedLevelExpression(from + 2 * j), as: `q${j}` }));
}

/**
 * The heat map of cluster × column: medians of the customers inside the brush, looked up in the columns' tables, so that
 * they are right for any brush.
 */
export function profilePanel(
  columns: readonly ExplorerColumn[],
  width: number,
  color: object,
): Record<string, unknown> {
  const medians = columns.map((_, j) => `m${j}`);
  // between two levels where two customers are in the middle
  const between = (table: string): string =>
    `(1 - datum.part) * ${table}[datum.j][datum.low] + datum.part * ${table}[datum.j][ceil(datum.level)]`;
  const x = {
    field: "c",
    type: "ordinal",
    title: "cluster",
    axis: { labelAngle: 0, labelExpr: "datum.value < 0 ? 'noise' : datum.label", labelOverlap: true },
  };
  return {
    title: {
      text: "what the groups are like",
      subtitle: "medians of prepared columns in their units, of the customers chosen",
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 18,
      frame: "group",
    },
    width,
    height: { step: 21 },
    resolve: { scale: { color: "independent" } },
    layer: [
      {
        // all clusters keep their place, whoever is chosen
        data: { name: "clusters" },
        transform: [{ filter: "datum.r === candidate" }],
        mark: { type: "circle", size: 70, opacity: 1, aria: false },
        encoding: { x, y: { value: -9 }, color },
      },
      {
        transform: [
          { filter: { param: "brush" } },
          {
            aggregate: [
              ...medians.map((as, j) => ({ op: "median", field: `q${j}`, as })),
              { op: "count", as: "customers" },
            ],
            groupby: ["c"],
          },
          { joinaggregate: [{ op: "count", as: "groups" }] },
          { fold: medians, as: ["median", "level"] },
          { calculate: "toNumber(substring(datum.median, 1))", as: "j" },
          { calculate: "floor(datum.level)", as: "low" },
          { calculate: "datum.level - datum.low", as: "part" },
          { calculate: between("columnValues"), as: "value" },
          { calculate: between("columnDeviations"), as: "z" },
          { calculate: "clamp(datum.z, -2, 2)", as: "shade" },
          { calculate: "columnNames[datum.j]", as: "column" },
          { calculate: "columnUnits[datum.j]", as: "unit" },
          { calculate: shortValue, as: "text" },
        ],
        encoding: {
          x,
          y: {
            field: "j",
            type: "ordinal",
            title: null,
            axis: { orient: "right", labelExpr: "columnLabels[datum.value]", labelLimit: 200 },
          },
          tooltip: [
            { field: "c", type: "quantitative", title: "cluster (−1 noise)" },
            { field: "column", type: "nominal", title: "column" },
            { field: "text", type: "nominal", title: "median" },
            { field: "unit", type: "nominal", title: "unit" },
            { field: "z", type: "quantitative", title: "standard deviations from the average", format: "+.2f" },
            { field: "customers", type: "quantitative", title: "customers", format: "," },
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
            transform: [{ filter: "datum.groups <= 12" }],
            mark: { type: "text", fontSize: 10, aria: false },
            encoding: {
              text: { field: "text", type: "nominal" },
              color: { condition: { test: "abs(datum.z) > 1.1", value: "white" }, value: "#222222" },
            },
          },
        ],
      },
    ],
  };
}

/** The params that the profile's expressions read tables, names and units from. */
export function profileParams(
  columns: readonly ExplorerColumn[],
  levels: readonly ColumnLevels[],
): Record<string, unknown>[] {
  return [
    { name: "columnNames", value: columns.map(({ column }) => column) },
    { name: "columnUnits", value: columns.map(({ unit }) => inertText(unit)) },
    { name: "columnLabels", value: columns.map(({ column, unit }) => labelOf(column, unit)) },
    { name: "columnValues", value: levels.map(({ units }) => units) },
    { name: "columnDeviations", value: levels.map(({ deviations }) => deviations) },
  ];
}

/** "net_revenue, GBP"; a unit that the name says already is not said twice. */
function labelOf(column: string, unit: string): string {
  const name = shortenText(column, 28);
  return unit === "" || column.split("_").includes(unit) ? name : `${name}, ${shortenText(unit, 12)}`;
}
