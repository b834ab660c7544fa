import { formatNumber } from "../core/format.js";
import type { Distribution } from "../sales/exploration/distribution.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { currencySymbol, roundTo } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/**
 * Shows how a skewed amount is spread, on a logarithmic scale, with its median and the tenths at both ends.
 *
 * @param distribution bins and summary; null where there is nothing to show
 * @param options `of`: what is counted ("orders"); `what`: the amount ("order value"); `unit`: stands behind a number
 *   ("days"); `currency`: the code of the money, where it is money
 * @returns a Vega-Lite chart, for `show()`
 */
export function logHistogram(
  distribution: Distribution | null,
  options: { readonly of: string; readonly what: string; readonly unit?: string; readonly currency?: string },
): Chart {
  const of = shortenText(options.of, 40);
  const what = shortenText(options.what, 40);
  const symbol = options.currency === undefined ? "" : currencySymbol(options.currency);
  const unit = symbol.trim() || inertText(options.unit ?? "").trim();
  const amount = (value: number) => {
    const number = formatNumber(value, value < 10 && !Number.isInteger(value) ? 2 : 0);
    return symbol === "" ? `${number} ${unit}`.trim() : `${symbol}${number}`;
  };
  const bins = distribution?.bins ?? [];
  const message = distribution
    ? `Half of the ${formatNumber(distribution.count)} ${of} are below ${amount(distribution.median)}; ` +
      `one in ten is above ${amount(distribution.high)}`
    : `There are no ${of}`;
  const values = bins.map((bin) => ({
    from: roundTo(bin.from, 4),
    to: roundTo(bin.to, 4),
    count: bin.count,
    share: roundTo(bin.count / distribution!.count, 5),
  }));
  // the labels keep out of each other's way: to the left, above, to the right
  const marks = distribution
    ? [
        { value: distribution.low, text: `a tenth below ${amount(distribution.low)}`, align: "right", dx: -4, y: -4 },
        { value: distribution.median, text: `median ${amount(distribution.median)}`, align: "center", dx: 0, y: -18 },
        { value: distribution.high, text: `a tenth above ${amount(distribution.high)}`, align: "left", dx: 4, y: -4 },
      ]
    : [];
  const scale = {
    type: "log",
    ...(bins.length === 0 ? {} : { domain: [values[0]!.from, values.at(-1)!.to] }),
    nice: false,
  };
  const x = { type: "quantitative", title: `${inertText(what)}${unit === "" ? "" : ` (${unit})`}, logarithmic`, scale };
  const axis = { format: ",~r", grid: false, tickCount: 6, labelOverlap: "greedy" };
  return createChart(
    `Histogram of ${what} on a logarithmic scale. ${message}.${distribution ? ` The mean is ${amount(distribution.mean)}.` : ""}`,
    {
      title: chartTitle(
        message,
        distribution ? `the mean, ${amount(distribution.mean)}, is drawn up by the largest` : "",
      ),
      width: 540,
      height: 200,
      layer: [
        {
          data: { values },
          mark: { type: "bar", binSpacing: 1 },
          encoding: {
            x: { field: "from", ...x, bin: { binned: true }, axis },
            x2: { field: "to" },
            y: { field: "count", type: "quantitative", title: inertText(of), axis: shortAxis },
            tooltip: [
              { field: "from", type: "quantitative", title: "from", format: ",.2~f" },
              { field: "to", type: "quantitative", title: "to below", format: ",.2~f" },
              { field: "count", type: "quantitative", title: inertText(of), format: "," },
              { field: "share", type: "quantitative", title: "share", format: ".1%" },
            ],
          },
        },
        {
          data: { values: marks.map(({ value }) => ({ value })) },
          mark: { type: "rule", strokeDash: [4, 3], color: tone.accent, strokeWidth: 1.5 },
          encoding: { x: { field: "value", ...x } },
        },
        ...marks.map(({ value, text, ...place }) => ({
          data: { values: [{ value, text }] },
          mark: { type: "text", baseline: "bottom", fontSize: 11, color: tone.accent, fontWeight: 600, ...place },
          encoding: { x: { field: "value", ...x }, text: { field: "text", type: "nominal" } },
        })),
      ],
    },
  );
}
