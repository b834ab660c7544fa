import { formatNumber, formatShare } from "../core/format.js";
import { concentration } from "../sales/exploration/concentration.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { palette, tone } from "./theme.js";

/** Amounts of one kind of things. */
export interface ConcentrationSeries {
  /** Who brings it: "customers". */
  readonly of: string;
  readonly amounts: ArrayLike<number>;
}

const drawn = 200;

/**
 * Shows side by side how unevenly an amount is spread over several kinds of things: Lorenz's curves, mirrored so that the
 * best come first, with Gini's coefficients.
 *
 * @param series one entry a curve; those that do not add up to more than 0 are left out
 * @param options `what`: the amount ("revenue")
 * @returns a Vega-Lite chart, for `show()`
 */
export function concentrationCurves(
  series: readonly ConcentrationSeries[],
  options: { readonly what?: string } = {},
): Chart {
  const what = shortenText(options.what ?? "revenue", 40);
  const curves = series.flatMap(({ of, amounts }) => {
    const measured = concentration(amounts);
    return measured ? [{ of, amounts, measured, label: `${of} (Gini ${formatNumber(measured.gini, 2)})` }] : [];
  });
  const message =
    curves.length === 0
      ? `There is no ${what} to share out`
      : `Half of the ${what} comes from ${curves
          .map(({ of, measured }) => `${formatShare(measured.halfFrom)} of the ${shortenText(of, 30)}`)
          .join(" and from ")}`;
  const domain = curves.map(({ label }) => label);
  const x = { field: "x", type: "quantitative", title: "share in number, best first", axis: { format: ".0%" } };
  const y = {
    field: "y",
    type: "quantitative",
    title: inertText(`share of ${what}`),
    axis: { format: ".0%", tickCount: 6 },
  };
  return createChart(`Mirrored Lorenz curves. ${message}.`, {
    title: chartTitle(message, "dashed: everybody brings the same"),
    width: 480,
    height: 340,
    encoding: { x: { ...x, scale: { domain: [0, 1] } }, y: { ...y, scale: { nice: false } } },
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
      {
        data: { values: curves.flatMap(({ amounts, label }) => points(amounts).map((point) => ({ ...point, label }))) },
        mark: { type: "line", strokeWidth: 2.5, point: { size: 30, opacity: 0 } },
        encoding: {
          color: {
            field: "label",
            type: "nominal",
            title: null,
            scale: { domain, range: domain.map((_, i) => palette[i % palette.length]) },
            legend: { orient: "top", columns: 2 },
          },
          tooltip: [
            { field: "label", type: "nominal", title: "of" },
            { field: "n", type: "quantitative", title: "best", format: "," },
            { field: "x", type: "quantitative", title: "their share in number", format: ".1%" },
            { field: "y", type: "quantitative", title: "they bring", format: ".1%" },
          ],
        },
      },
    ],
  });
}

// closer together where the curve is steep
function points(amounts: ArrayLike<number>): { n: number; x: number; y: number }[] {
  const sorted = Float64Array.from(amounts).sort().reverse();
  const curve = new Float64Array(sorted.length + 1);
  for (const [i, value] of sorted.entries()) curve[i + 1] = curve[i]! + value;
  const total = curve[sorted.length]!;
  const kept = new Set(Array.from({ length: drawn + 1 }, (_, i) => Math.round((i / drawn) ** 2 * sorted.length)));
  return [...kept].map((n) => ({ n, x: roundTo(n / sorted.length, 5), y: roundTo(curve[n]! / total, 5) }));
}
