import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { tone } from "./theme.js";

const most = 400;

/**
 * Shows how unevenly an amount is spread: the share of the total that the best customers bring, with Gini's coefficient.
 * The curve is Lorenz's, mirrored so that the best come first; its points are exact, and at most 400 are drawn.
 *
 * @param values one amount a customer, in any order; amounts below 0 pull the curve down
 * @param options `of`: who brings it ("customers"); `what`: what they bring ("revenue")
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when the amounts do not add up to more than 0
 */
export function lorenzCurve(
  values: ArrayLike<number>,
  options: { readonly of?: string; readonly what?: string } = {},
): Chart {
  const of = shortenText(options.of ?? "customers", 40);
  const what = shortenText(options.what ?? "revenue", 40);
  const sorted = Float64Array.from(values).sort().reverse();
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) {
    throw new SegmentLabError("bad-value", `amounts add up to ${total}; a Lorenz curve needs a total above 0`);
  }
  const curve = new Float64Array(n + 1);
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    curve[i + 1] = curve[i]! + sorted[i]!;
    ranked += (n - i) * sorted[i]!;
  }
  const gini = (2 * ranked) / (n * total) - (n + 1) / n;
  const half = curve.findIndex((sum) => sum >= total / 2);
  const message = `${formatShare(half / n)} of ${of} bring half of the ${what}`;
  const points = thin(curve, total, half).map((i) => ({
    x: roundTo(i / n, 5),
    y: roundTo(curve[i]! / total, 5),
    n: i,
  }));
  const axis = { format: ".0%" };
  const x = {
    field: "x",
    type: "quantitative",
    title: inertText(`share of ${of}, best first`),
    axis,
    scale: { domain: [0, 1] },
  };
  const y = { field: "y", type: "quantitative", title: inertText(`share of ${what}`), axis };
  return createChart(
    `Mirrored Lorenz curve: share of ${what} against share of ${of}, best first. ${message}. ` +
      `Gini coefficient ${formatNumber(gini, 2)}. ${points.length} of ${n + 1} points are drawn, each exact.`,
    {
      title: chartTitle(message, `Gini coefficient ${formatNumber(gini, 2)}; dashed: everybody brings the same`),
      width: 480,
      height: 380,
      data: { values: points },
      encoding: { x, y },
      layer: [
        {
          data: {
            values: [
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ],
          },
          mark: { type: "line", strokeDash: [5, 4], color: tone.muted },
        },
        { mark: { type: "area", opacity: 0.1, tooltip: null }, encoding: { y, y2: { field: "x" } } },
        { mark: { type: "line", strokeWidth: 2.5 } },
        {
          data: {
            values: [{ x: half / n, y: curve[half]! / total, n: half, text: `${formatShare(half / n)} bring half` }],
          },
          layer: [
            { mark: { type: "rule", strokeDash: [2, 2], color: tone.accent }, encoding: { x2: { datum: 0 } } },
            { mark: { type: "rule", strokeDash: [2, 2], color: tone.accent }, encoding: { y2: { datum: 0 } } },
            { mark: { type: "point", filled: true, size: 80, color: tone.accent, opacity: 1 } },
            {
              mark: { type: "text", align: "left", dx: 10, dy: 12, color: tone.accent, fontWeight: 600 },
              encoding: { text: { field: "text", type: "nominal" } },
            },
          ],
        },
        {
          mark: { type: "point", size: 60, opacity: 0, filled: true },
          encoding: {
            tooltip: [
              { field: "n", type: "quantitative", title: "best", format: "," },
              { field: "x", type: "quantitative", title: "their share in number", format: ".2%" },
              { field: "y", type: "quantitative", title: "they bring", format: ".2%" },
            ],
          },
        },
      ],
    },
  );
}

// points at equal steps along the curve, so that its steep start is drawn as finely as its flat end
function thin(curve: Float64Array, total: number, half: number): number[] {
  const n = curve.length - 1;
  const kept = new Set([0, half, n]);
  const along = (i: number): number => i / n + Math.abs(curve[i]! / total);
  const step = 2 / (most - 3);
  let last = 0;
  for (let i = 1; i < n; i++) {
    if (Math.abs(along(i) - last) < step) continue;
    if (kept.size >= most) break;
    kept.add(i);
    last = along(i);
  }
  return [...kept].sort((a, b) => a - b);
}
