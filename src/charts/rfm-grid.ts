import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { readableInk } from "./readable-ink.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol } from "./short-number.js";

/** A cell of the RFM map. */
export interface RfmCell {
  /** Recency score, 1 to 5, 5 bought last. */
  readonly r: number;
  /** Value score, 1 to 5, ceil((F + M) / 2). */
  readonly v: number;
  readonly segment: string;
  readonly customers: number;
  readonly revenue: number;
}

/**
 * Shows the RFM map: recency score against value score, each cell with its segment and customers.
 *
 * @param cells up to 25 cells
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function rfmGrid(cells: readonly RfmCell[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const customers = cells.reduce((sum, cell) => sum + cell.customers, 0);
  const revenue = cells.reduce((sum, cell) => sum + cell.revenue, 0);
  const bySegment = new Map<string, { customers: number; revenue: number }>();
  for (const cell of cells) {
    const sum = bySegment.get(cell.segment) ?? { customers: 0, revenue: 0 };
    bySegment.set(cell.segment, { customers: sum.customers + cell.customers, revenue: sum.revenue + cell.revenue });
  }
  const best = [...bySegment].sort((a, b) => b[1].revenue - a[1].revenue)[0];
  const message = best
    ? `${shortenText(best[0], 40)} are ${formatShare(best[1].customers / customers)} of the customers and bring ` +
      `${formatShare(best[1].revenue / revenue)} of the revenue`
    : "There are no customers";
  const colours = segmentColours(cells.map((cell) => cell.segment));
  const values = cells.map((cell, i) => ({
    r: cell.r,
    v: cell.v,
    segment: cell.segment,
    name: shortenText(cell.segment, 19),
    customers: cell.customers,
    share: cell.customers / customers,
    revenue: cell.revenue,
    revenueShare: cell.revenue / revenue,
    text: formatNumber(cell.customers),
    fill: colours[i],
    ink: readableInk(colours[i]!),
  }));
  const text = (field: string, dy: number, more: object): Record<string, unknown> => ({
    mark: { type: "text", dy, ...more },
    encoding: {
      text: { field, type: "nominal" },
      color: { field: "ink", type: "nominal", scale: null, legend: null },
    },
  });
  return createChart(`RFM map, five recency scores by five value scores, ${bySegment.size} segments. ${message}.`, {
    title: chartTitle(message, "each cell: segment and number of customers"),
    width: 590,
    height: 290,
    data: { values },
    encoding: {
      x: { field: "v", type: "ordinal", title: "value score V (5 = buys most)", axis: { labelAngle: 0 } },
      y: { field: "r", type: "ordinal", sort: "descending", title: "recency score R (5 = bought last)" },
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "r", type: "quantitative", title: "R" },
        { field: "v", type: "quantitative", title: "V" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "share", type: "quantitative", title: "share of customers", format: ".1%" },
        { field: "revenue", type: "quantitative", title: `revenue (${symbol.trim()})`, format: ",.0f" },
        { field: "revenueShare", type: "quantitative", title: "share of revenue", format: ".1%" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 2 },
        encoding: { color: { field: "fill", type: "nominal", scale: null, legend: null } },
      },
      text("name", -8, { fontSize: 11 }),
      text("text", 9, { fontSize: 14, fontWeight: 600 }),
    ],
  });
}
