import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { readableInk } from "./readable-ink.js";
import { segmentColours } from "./segment-colours.js";

/** Customers who stand on the same lists, and which of these writes to them. */
export interface OverlappingLists {
  readonly lists: readonly string[];
  readonly winner: string;
  readonly customers: number;
}

/**
 * Shows which lists share customers and which of two wins them, so that nobody is written to twice.
 *
 * @param rows one entry a set of lists; those of a single list are left out
 * @param options `columns`: lists to draw as columns, such as those of another lens; all lists on both sides unless given;
 *   `among`: segments of charts beside it, for equal colours
 * @returns a Vega-Lite chart, for `show()`
 */
export function listOverlaps(
  rows: readonly OverlappingLists[],
  options: { readonly columns?: readonly string[]; readonly among?: readonly string[] } = {},
): Chart {
  const several = rows.filter(({ lists, customers }) => lists.length > 1 && customers > 0);
  const names = [...new Set(several.flatMap(({ lists }) => lists))];
  const columns = names.filter((name) => options.columns?.includes(name) ?? true);
  const lines = names.filter((name) => !(options.columns?.includes(name) ?? false));
  const colours = segmentColours(names, options.among);
  const pairs = lines.flatMap((list) =>
    columns
      .filter((other) => other !== list)
      .map((other) => {
        const both = several.filter(({ lists }) => lists.includes(list) && lists.includes(other));
        const won = (by: string) => sum(both.filter(({ winner }) => winner === by));
        return { list, other, customers: sum(both), won: won(list), lost: won(other) };
      })
      .filter(({ customers }) => customers > 0),
  );
  const values = pairs.map((pair) => {
    const { list, other, customers, won, lost } = pair;
    const elsewhere = won + lost < customers / 2;
    const colour = elsewhere ? "#d9d9d9" : colours[names.indexOf(won >= lost ? list : other)]!;
    return {
      ...{ ...pair, i: lines.indexOf(list), j: columns.indexOf(other), colour, ink: readableInk(colour) },
      text: `${elsewhere ? "" : won >= lost ? "← " : "↑ "}${formatNumber(customers)}`,
    };
  });
  const total = sum(several);
  const most = [...pairs].sort((a, b) => b.customers - a.customers)[0];
  const winner = most && (most.won >= most.lost ? most.list : most.other);
  const message = most
    ? `${formatNumber(total)} customers stand on several lists, most often on ${shortenText(most.list, 30)} and ` +
      `${shortenText(most.other, 30)} (${formatNumber(most.customers)}), where ${shortenText(winner!, 30)} wins`
    : "No customer stands on two lists";
  const step = Math.max(52, Math.min(84, Math.floor(470 / Math.max(1, columns.length))));
  return createChart(`Customers on two lists at once and the list that wins them, as a heat map. ${message}.`, {
    title: chartTitle(
      message,
      "numbers: customers on both; arrow and colour: the list that wins most of them, ← row, ↑ column; grey: a third one",
    ),
    width: { step },
    height: { step: 26 },
    data: { values },
    encoding: {
      x: {
        field: "other",
        type: "nominal",
        sort: { field: "j", op: "min" },
        title: null,
        axis: { orient: "top", labelLimit: 150, labelAngle: -30, labelAlign: "left" },
      },
      y: { field: "list", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "list", type: "nominal", title: "list of the row" },
        { field: "other", type: "nominal", title: "list of the column" },
        { field: "customers", type: "quantitative", title: "customers on both", format: "," },
        { field: "won", type: "quantitative", title: "won by the row", format: "," },
        { field: "lost", type: "quantitative", title: "won by the column", format: "," },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1 },
        encoding: { color: { field: "colour", type: "nominal", scale: null, legend: null } },
      },
      {
        mark: { type: "text", fontWeight: 600 },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: { field: "ink", type: "nominal", scale: null, legend: null },
        },
      },
    ],
  });
}

function sum(rows: readonly OverlappingLists[]): number {
  return rows.reduce((total, { customers }) => total + customers, 0);
}
