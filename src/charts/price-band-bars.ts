import { formatShare } from "../core/format.js";
import type { PriceBand } from "../sales/exploration/price-bands.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol, roundTo } from "./short-number.js";
import { tone } from "./theme.js";

const measures = ["lines", "units", "revenue"] as const;

/**
 * Shows what unit prices the shop lives from: shares of lines, units and revenue by price.
 *
 * @param bands `await priceBands(sales)`
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function priceBandBars(bands: readonly PriceBand[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const totals = measures.map((measure) => bands.reduce((sum, band) => sum + band[measure], 0));
  const label = (band: PriceBand) => `${symbol}${plain(band.from)} to ${symbol}${plain(band.to)}`;
  const values = bands.flatMap((band, i) =>
    measures.map((measure, m) => ({
      i,
      band: label(band),
      measure,
      amount: roundTo(band[measure], 2),
      share: totals[m]! > 0 ? roundTo(band[measure] / totals[m]!, 5) : 0,
    })),
  );
  const best = (measure: "units" | "revenue") =>
    bands.reduce<PriceBand | undefined>(
      (most, band) => (most && most[measure] >= band[measure] ? most : band),
      undefined,
    );
  const [units, revenue] = [best("units"), best("revenue")];
  const message =
    units && revenue
      ? `Prices from ${label(revenue)} bring the most revenue, ${formatShare(revenue.revenue / totals[2]!)}; ` +
        `from ${label(units)} the most units, ${formatShare(units.units / totals[1]!)}`
      : "There are no prices";
  return createChart(`Shares of lines, units and revenue by unit price. ${message}.`, {
    title: chartTitle(
      message,
      bands.length === 0 ? "" : "shares of sales lines, of units and of their revenue before returns",
    ),
    data: { values },
    facet: {
      column: {
        field: "measure",
        type: "nominal",
        sort: [...measures],
        title: null,
        header: { labelFontSize: 12 },
      },
    },
    spacing: 16,
    spec: {
      width: 150,
      height: { step: 19 },
      mark: { type: "bar", height: 13, color: tone.main },
      encoding: {
        y: { field: "band", type: "nominal", sort: { field: "i", op: "min" }, title: "price a unit" },
        x: { field: "share", type: "quantitative", title: null, axis: { format: ".0%", tickCount: 4 } },
        tooltip: [
          { field: "band", type: "nominal", title: "price a unit" },
          { field: "measure", type: "nominal", title: "measure" },
          { field: "amount", type: "quantitative", title: "amount", format: ",.0f" },
          { field: "share", type: "quantitative", title: "share", format: ".2%" },
        ],
      },
    },
  });
}

function plain(value: number): string {
  return Number.isFinite(value) ? String(value).replace(/\B(?=(\d{3})+$)/, ",") : "more";
}
