import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { currencySymbol } from "./short-number.js";
import { chartWidth, tone } from "./theme.js";

/** The size of a segment. */
export interface SegmentSize {
  readonly segment: string;
  readonly customers: number;
  readonly revenue: number;
}

/**
 * Shows each segment's share of the customers beside its share of the revenue.
 *
 * @param segments all segments
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function segmentBars(segments: readonly SegmentSize[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  const revenue = segments.reduce((sum, segment) => sum + segment.revenue, 0);
  const sorted = [...segments].sort((a, b) => b.revenue - a.revenue);
  const best = sorted[0];
  const message = best
    ? `${shortenText(best.segment, 40)}: ${formatShare(best.customers / customers)} of the customers, ` +
      `${formatShare(best.revenue / revenue)} of the revenue`
    : "There are no segments";
  const values = sorted.flatMap((segment, i) => {
    const row = { i, segment: segment.segment };
    const sizes = { customers: segment.customers, revenue: segment.revenue };
    const shares = [segment.customers / customers, segment.revenue / revenue];
    return ["customers", "revenue"].map((of, j) => ({
      ...row,
      ...sizes,
      of: `share of ${of}`,
      share: shares[j],
      end: Math.max(0, shares[j]!),
      text: `${formatShare(shares[j]!)}${j === 0 ? ` · ${formatNumber(segment.customers)}` : ""}`,
    }));
  });
  const greatest = Math.max(0.01, ...values.map((row) => row.end));
  const domain = ["share of customers", "share of revenue"];
  return createChart(`Share of customers and share of revenue by segment. ${message}.`, {
    title: chartTitle(message),
    width: chartWidth - 160,
    height: { step: 14, for: "offset" },
    data: { values },
    encoding: {
      y: {
        field: "segment",
        type: "nominal",
        sort: { field: "i", op: "min" },
        title: null,
        scale: { paddingInner: 0.3, paddingOuter: 0.15 },
      },
      yOffset: { field: "of", type: "nominal", sort: domain },
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "revenue", type: "quantitative", title: `revenue (${symbol.trim()})`, format: ",.2f" },
        { field: "of", type: "nominal", title: "bar" },
        { field: "share", type: "quantitative", title: "share", format: ".2%" },
      ],
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: {
            field: "share",
            type: "quantitative",
            title: "share of all",
            axis: { format: ".0%" },
            scale: { domainMax: greatest * 1.2 },
          },
          color: {
            field: "of",
            type: "nominal",
            title: null,
            scale: { domain, range: [tone.muted, tone.main] },
            legend: { orient: "top" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5, fontSize: 10 },
        encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      },
    ],
  });
}
