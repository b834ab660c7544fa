import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { placeLabels } from "./place-labels.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol } from "./short-number.js";
import { clusterColour, tone } from "./theme.js";

/** A segment's size; with `cluster` it takes that cluster's colour. */
export interface MappedSegment {
  readonly segment: string;
  readonly customers: number;
  readonly revenue: number;
  readonly cluster?: number;
}

const width = 480;
const height = 400;

/**
 * Shows each segment's share of the revenue against its share of the customers: above the diagonal a segment brings
 * more than its number promises.
 *
 * @param segments all segments
 * @param options `currency`: the code of the money, GBP where left out; `among`: segments of charts beside it, for equal colours
 * @returns a Vega-Lite chart, for `show()`
 */
export function segmentMap(
  segments: readonly MappedSegment[],
  options: { readonly currency?: string; readonly among?: readonly string[] } = {},
): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  const revenue = segments.reduce((sum, segment) => sum + segment.revenue, 0);
  const colours = segmentColours(
    segments.map((segment) => segment.segment),
    options.among,
  );
  const shares = segments.map((segment) => ({ x: segment.customers / customers, y: segment.revenue / revenue }));
  const greatest = Math.max(0.1, ...shares.flatMap(({ x, y }) => [x, y])) * 1.15;
  const least = Math.min(0, ...shares.map(({ y }) => y));
  // roots spread the crowd of small segments near 0, and keep the diagonal straight
  const place = (share: number): number => Math.sign(share) * Math.sqrt(Math.abs(share));
  const span = place(greatest) - place(least);
  const labels = segments.map((segment) => shortenText(segment.segment, 28));
  const places = placeLabels(
    shares.map(({ x, y }, i) => ({
      left: (width * place(x)) / place(greatest),
      width: labels[i]!.length * 6 + 16,
      y: (height * (place(greatest) - place(y))) / span,
    })),
    13,
    height,
  ).map((pixels) => place(greatest) - (pixels * span) / height);
  const values = segments.map((segment, i) => ({
    ...shares[i]!,
    segment: segment.segment,
    customers: segment.customers,
    revenue: segment.revenue,
    each: segment.revenue / segment.customers,
    colour: segment.cluster === undefined ? colours[i]! : clusterColour(segment.cluster),
    label: labels[i],
    labelAt: Math.sign(places[i]!) * places[i]! ** 2,
  }));
  const over = [...values].sort((a, b) => b.y / b.x - a.y / a.x)[0];
  const message = over
    ? `${shortenText(over.segment, 40)} bring ${formatNumber(over.y / over.x, 1)} times what their number promises: ` +
      `${formatShare(over.y)} of the revenue from ${formatShare(over.x)} of the customers`
    : "There are no segments";
  const ticks = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const axis = { format: ".0%", values: ticks.filter((tick) => tick <= greatest) };
  const x = {
    field: "x",
    type: "quantitative",
    title: "share of customers",
    axis,
    scale: { type: "sqrt", domain: [0, greatest], nice: false },
  };
  const y = {
    field: "y",
    type: "quantitative",
    title: "share of revenue",
    axis,
    scale: { type: "sqrt", domain: [least, greatest], nice: false },
  };
  const colour = { field: "colour", type: "nominal", scale: null, legend: null };
  return createChart(`Share of revenue against share of customers, one bubble a segment. ${message}.`, {
    title: chartTitle(
      message,
      "dashed: customers like the average; axes drawn to the square root; size: revenue a customer",
    ),
    width,
    height,
    layer: [
      {
        data: {
          values: [
            { x: 0, y: 0 },
            { x: greatest, y: greatest },
          ],
        },
        mark: { type: "line", strokeDash: [5, 4], color: tone.muted },
        encoding: { x, y },
      },
      {
        data: { values },
        mark: { type: "circle", opacity: 0.9, stroke: "white", strokeWidth: 1 },
        encoding: {
          x,
          y,
          color: colour,
          size: { field: "each", type: "quantitative", legend: null, scale: { range: [60, 380] } },
          tooltip: [
            { field: "segment", type: "nominal", title: "segment" },
            { field: "customers", type: "quantitative", title: "customers", format: "," },
            { field: "x", type: "quantitative", title: "share of customers", format: ".1%" },
            { field: "revenue", type: "quantitative", title: inertText(`revenue (${symbol.trim()})`), format: ",.2f" },
            { field: "y", type: "quantitative", title: "share of revenue", format: ".1%" },
            { field: "each", type: "quantitative", title: "revenue a customer", format: ",.2f" },
          ],
        },
      },
      {
        data: { values },
        mark: { type: "text", align: "left", baseline: "middle", dx: 13 },
        encoding: {
          x,
          y: { ...y, field: "labelAt" },
          text: { field: "label", type: "nominal" },
        },
      },
    ],
  });
}
