import { formatNumber } from "../core/format.js";
import type { ColumnProfile, ValueBin } from "../sales/profile/column-profile.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { shortNumber } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/**
 * Shows how the numbers of a file are spread, below 0, at 0 and above, on bins that widen with the value.
 *
 * @param columns `profileSales(sales).columns`; those without bins are left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function valueHistograms(columns: readonly ColumnProfile[]): Chart {
  const shown = columns.filter(({ bins }) => bins.length > 0);
  const odd = shown.flatMap(({ column, zero, negative }) => {
    const parts = [
      negative > 0 ? `${formatNumber(negative)} rows below 0` : "",
      zero > 0 ? `${formatNumber(zero)} at 0` : "",
    ];
    return zero + negative === 0 ? [] : [`${shortenText(column, 20)} has ${parts.filter(Boolean).join(" and ")}`];
  });
  const message =
    shown.length === 0
      ? "There are no numbers"
      : odd.length === 0
        ? "All numbers are above 0"
        : odd
            .slice(0, 2)
            .join("; ")
            .replace(/^./u, (letter) => letter.toUpperCase());
  return createChart(`Histograms of ${shown.map(({ column }) => column).join(", ")} as read. ${message}.`, {
    title: chartTitle(
      message.charAt(0).toUpperCase() + message.slice(1),
      "bins at 1, 2, 5, 10, 20, …; empty ones left out; rows on a logarithmic scale",
    ),
    spacing: 10,
    vconcat: shown.map(panel),
  });
}

function panel(column: ColumnProfile): Record<string, unknown> {
  const values = column.bins.map((bin) => ({ ...bin, bin: labelOf(bin), side: sideOf(bin) }));
  // a label at every power of ten is enough
  const ticks = column.bins.filter(({ from, to }) => /^1(e|0|$)/.test(powerOf(from, to))).map(labelOf);
  const greatest = Math.max(1, ...column.bins.map((bin) => bin.rows));
  const powers = Array.from({ length: Math.ceil(Math.log10(greatest)) + 1 }, (_, i) => 10 ** i);
  return {
    title: {
      text: shortenText(column.column, 30),
      subtitle: `median ${quantile(column, 0.5)}, 1 % below ${quantile(column, 0.01)}, 1 % above ${quantile(column, 0.99)}`,
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 4,
      frame: "group",
    },
    width: 560,
    height: 90,
    data: { values },
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "bin",
        type: "ordinal",
        sort: null,
        title: null,
        axis: { values: ticks, labelAngle: 0, labelOverlap: "greedy", labelSeparation: 6 },
      },
      y: {
        field: "rows",
        type: "quantitative",
        title: "rows",
        scale: { type: "symlog", nice: false, domainMax: greatest * 1.3 },
        axis: { ...shortAxis, values: powers.filter((_, i) => i % 2 === 0) },
      },
      color: {
        field: "side",
        type: "nominal",
        title: null,
        scale: { domain: ["below 0", "0", "above 0"], range: [tone.removed, tone.muted, tone.main] },
        legend: { orient: "top" },
      },
      tooltip: [
        { field: "from", type: "quantitative", title: "from", format: ",~r" },
        { field: "to", type: "quantitative", title: "to below", format: ",~r" },
        { field: "rows", type: "quantitative", title: "rows", format: "," },
      ],
    },
  };
}

function sideOf({ from }: ValueBin): string {
  return from < 0 ? "below 0" : from === 0 ? "0" : "above 0";
}

function labelOf({ from, to }: ValueBin): string {
  if (from === 0) return "0";
  return from < 0 ? `−${plain(-to || -from)}` : plain(from);
}

function powerOf(from: number, to: number): string {
  return from === 0 ? "1" : String(from < 0 ? -to || -from : from).replace(/^0\.0*/, "");
}

function plain(value: number): string {
  return value >= 1000 ? shortNumber(value).replace(/\.0+(?=[kM])/, "") : String(value);
}

function quantile(column: ColumnProfile, at: number): string {
  const value = column.quantiles.find(({ share: place }) => place === at)?.value;
  return typeof value === "number" ? formatNumber(value, Number.isInteger(value) ? 0 : 2).replace("-", "−") : "–";
}
