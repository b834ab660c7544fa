import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { tone } from "./theme.js";

const drawn = 300;
const classes = [
  { name: "A", upTo: 0.8 },
  { name: "A and B", upTo: 0.95 },
] as const;

/**
 * Shows how many of the best bring how much, in number instead of shares, with the classes A (the first 80 %), B (to
 * 95 %) and C of stock keeping (Dickie 1951, ABC inventory analysis).
 *
 * @param amounts one amount each, in any order
 * @param options `of`: what brings it ("products"); `what`: what it brings ("revenue")
 * @returns a Vega-Lite chart, for `show()`
 */
export function paretoCurve(
  amounts: ArrayLike<number>,
  options: { readonly of?: string; readonly what?: string } = {},
): Chart {
  const of = shortenText(options.of ?? "products", 40);
  const what = shortenText(options.what ?? "revenue", 40);
  const sorted = Float64Array.from(amounts).sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const curve = new Float64Array(sorted.length + 1);
  for (const [i, value] of sorted.entries()) curve[i + 1] = curve[i]! + value / (total > 0 ? total : 1);
  const bounds =
    total > 0
      ? classes.map(({ name, upTo }) => ({ name, upTo, n: curve.findIndex((sum) => sum >= upTo - 1e-12) }))
      : [];
  const first = bounds[0];
  const message = first
    ? `${formatNumber(first.n)} of ${formatNumber(sorted.length)} ${of} (${formatShare(first.n / sorted.length)}) ` +
      `bring ${formatShare(first.upTo, 0)} of the ${what}`
    : `There is no ${what} to share out`;
  const kept = new Set([0, sorted.length, ...bounds.map(({ n }) => n)]);
  for (let i = 0; i <= drawn; i++) kept.add(Math.round((i / drawn) ** 2 * sorted.length));
  const points = [...kept].sort((a, b) => a - b).map((n) => ({ n, share: roundTo(curve[n]!, 5) }));
  const marks = bounds.map((bound) => ({
    ...bound,
    share: curve[bound.n]!,
    text: `${bound.name}: ${formatNumber(bound.n)}`,
  }));
  const x = {
    field: "n",
    type: "quantitative",
    title: inertText(`${of}, best first`),
    axis: { format: ",d", tickMinStep: 1 },
    scale: { nice: false },
  };
  const y = {
    field: "share",
    type: "quantitative",
    title: inertText(`share of ${what}`),
    axis: { format: ".0%" },
    scale: { domain: [0, Math.max(1, ...curve)], nice: false },
  };
  return createChart(`Pareto curve: share of ${what} by number of ${of}. ${message}.`, {
    title: chartTitle(
      message,
      bounds.length === 0
        ? ""
        : `class A brings ${formatShare(classes[0].upTo, 0)}, A and B together ${formatShare(classes[1].upTo, 0)}`,
    ),
    width: 500,
    height: 260,
    encoding: { x, y },
    layer: [
      {
        data: { values: points },
        mark: { type: "area", line: { color: tone.main, strokeWidth: 2.5 }, opacity: 0.1 },
        encoding: {
          tooltip: [
            { field: "n", type: "quantitative", title: "best", format: "," },
            { field: "share", type: "quantitative", title: "they bring", format: ".1%" },
          ],
        },
      },
      {
        data: { values: marks },
        layer: [
          { mark: { type: "rule", strokeDash: [3, 3], color: tone.accent }, encoding: { y2: { datum: 0 } } },
          { mark: { type: "point", filled: true, size: 70, color: tone.accent, opacity: 1 } },
          {
            mark: { type: "text", align: "left", dx: 9, dy: 13, color: tone.accent, fontWeight: 600 },
            encoding: { text: { field: "text", type: "nominal" } },
          },
        ],
      },
    ],
  });
}
