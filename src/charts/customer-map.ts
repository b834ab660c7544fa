import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { colouringClasses, type MapColouring } from "./map-colouring.js";
import { labelAlphabet, packedLabelExpression, packLabels } from "./pack-labels.js";
import { roundTo } from "./short-number.js";

/** Where each customer stands on the map. */
export interface CustomerPlaces {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * A map of the customers that is coloured by whatever is chosen below it: groups in their own colours, numbers by fifths
 * of the customers, equal values always in one. Beside it stands what each colour means and how many have it.
 *
 * @param places one place a customer, such as `umapMap` gives
 * @param colourings what to choose from, the first is shown first; values one a customer, in the order of the places
 * @param options `message`: the title; `caveat`: how to read the map
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when lengths differ
 */
export function customerMap(
  places: CustomerPlaces,
  colourings: readonly MapColouring[],
  options: { readonly message?: string; readonly caveat?: string } = {},
): Chart {
  const { ids, x, y } = places;
  const { caveat = "each dot: a customer" } = options;
  for (const [name, length] of [
    ["x", x.length],
    ["y", y.length],
    ...colourings.map(({ name, values }) => [name, values.length]),
  ] as const) {
    if (length !== ids.length)
      throw new SegmentLabError("bad-value", `${length} values of "${name}" for ${ids.length} customers`);
  }
  const made = colourings.map(colouringClasses);
  const packed = packLabels(made.map(({ labels }) => labels));
  const customers = ids.map((i, at) => ({ i, x: roundTo(x[at]!, 2), y: roundTo(y[at]!, 2), l: packed[at] ?? "" }));
  const classes = made.flatMap(({ classes }, c) =>
    classes.map(({ text, colour, customers }, k) => ({
      key: `${c} ${k}`,
      ...{ c, k, customers, colour, text: shortenText(text, 26) },
      count: formatNumber(customers),
    })),
  );
  const message = options.message ?? `${formatNumber(ids.length)} customers, coloured by what is chosen below`;
  const raw = { field: "colour", type: "nominal", scale: null, legend: null };
  const quiet = { labels: false, ticks: false, grid: false, domain: false };
  const axis = { type: "quantitative", title: null, axis: quiet, scale: { zero: false, nice: false, padding: 8 } };
  const band = { field: "k", type: "ordinal", axis: null };
  const labels = colourings.map(({ name }) => shortenText(name, 40));
  return createChart(
    `Interactive: a map of ${ids.length} customers, coloured by one of ${colourings.length} columns that is chosen below it. ${message}. ${caveat}.`,
    {
      title: chartTitle(message, caveat),
      datasets: { customers, classes },
      params: [
        {
          name: "colouring",
          value: 0,
          bind: { input: "select", options: labels.map((_, c) => c), labels, name: "colour by " },
        },
        { name: "alphabet", value: labelAlphabet },
        { name: "captions", value: labels },
      ],
      spacing: 18,
      hconcat: [
        {
          width: 430,
          height: 430,
          data: { name: "customers" },
          transform: [
            { calculate: `colouring + " " + (${packedLabelExpression("colouring")})`, as: "key" },
            { lookup: "key", from: { data: { name: "classes" }, key: "key", fields: ["colour", "text"] } },
          ],
          mark: { type: "circle", size: 11, opacity: 0.7, aria: false },
          encoding: {
            x: { field: "x", ...axis },
            y: { field: "y", ...axis },
            color: raw,
            tooltip: [
              { field: "i", type: "nominal", title: "customer" },
              { field: "text", type: "nominal", title: "belongs to" },
            ],
          },
        },
        {
          title: {
            text: { expr: "captions[colouring]" },
            subtitle: "customers",
            fontSize: 12,
            subtitleFontSize: 11,
            offset: 8,
          },
          width: 170,
          height: { step: 24 },
          data: { name: "classes" },
          transform: [{ filter: "datum.c === colouring" }],
          encoding: {
            y: band,
            tooltip: [
              { field: "text", type: "nominal", title: "belongs to" },
              { field: "customers", type: "quantitative", title: "customers", format: "," },
            ],
          },
          layer: [
            {
              mark: { type: "circle", size: 90, opacity: 1 },
              encoding: { x: { value: 6 }, color: raw },
            },
            {
              mark: { type: "text", align: "left" },
              encoding: { x: { value: 18 }, text: { field: "text", type: "nominal" } },
            },
            {
              mark: { type: "text", align: "right" },
              encoding: { x: { value: 205 }, text: { field: "count", type: "nominal" } },
            },
          ],
        },
      ],
    },
  );
}
